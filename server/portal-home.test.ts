import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from './app.ts'
import { ensureCertificate } from './platform/http/tls/index.ts'
import { startTestServer, type TestServer } from './testing/harness.ts'
import { addPortalPerson, type PortalActor } from './testing/portal.ts'

const APP = '<!doctype html><title>The app</title>'
const NAME = 'Orla </script><b> Quist'

let s: TestServer
let app: FastifyInstance
let webDir: string
let patient: PortalActor

beforeAll(async () => {
  s = await startTestServer()
  webDir = await mkdtemp(join(tmpdir(), 'wellkeep-web-'))
  await writeFile(join(webDir, 'index.html'), APP)
  for (const language of ['en', 'es'])
    await writeFile(join(webDir, `portal.${language}.html`), `<html lang="${language}"><!--given--></html>`)
  // What draws the page says who it drew, and for how it was asked.
  await mkdir(join(webDir, 'server'))
  await writeFile(
    join(webDir, 'server', 'draw.mjs'),
    "export const draw = (given, language) => language + ' ' + given.answers['/portal/me'].timeZone",
  )
  const tls = await ensureCertificate(join(s.dataDir, 'tls'), { hosts: ['localhost'] })
  app = await buildApp(s.services, { tls, webDir })
  patient = await addPortalPerson(s.services, s.owner, s.world.orgId, { name: NAME })
})
afterAll(async () => {
  await app.close()
  await s.stop()
  await rm(webDir, { recursive: true, force: true })
})

const open = (cookie: string | undefined, headers: Record<string, string> = {}, url = '/portal') =>
  app.inject({ method: 'GET', url, headers: { ...(cookie && { cookie }), ...headers } })

function givenIn(html: string) {
  const block = /<script type="application\/json" id="given">(.*?)<\/script>/s.exec(html)?.[1]
  return block
    ? (JSON.parse(block) as { at: string; answers: Record<string, { name?: string; csrfToken?: string }> })
    : undefined
}

const events = async () =>
  (await s.owner.query('select count(*)::int as n from audit_events')).rows[0].n as number

it('puts what the API answers into the page, and nothing of it that would end the element', async () => {
  const page = await open(patient.cookie)
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.headers['content-security-policy']).toContain("script-src 'self';")
  expect(page.body).not.toContain('</script><b>')
  const given = givenIn(page.body)!
  expect(given.answers['/portal/me']!.name).toBe(NAME)
  expect(given.answers['/session']!.csrfToken).toBe(patient.csrf)
  for (const [path, answer] of Object.entries(given.answers)) {
    const asked = await s.call({ cookie: patient.cookie }, 'GET', path)
    const still = (a: object) => ({ ...a, idleExpiresAt: undefined })
    expect(still(answer), path).toEqual(still(asked.body))
  }
})

it('is drawn before any code runs, by what the API answers', async () => {
  expect((await open(patient.cookie)).body).toContain('<div id="root">en America/New_York</div>')
  expect((await open(patient.cookie, { 'accept-language': 'es' })).body).toContain(
    '<div id="root">es America/New_York</div>',
  )
  expect((await open(patient.cookie, {}, '/server/draw.mjs')).statusCode).toBe(404)
})

it('is in the log as if the app had asked', async () => {
  const before = await events()
  const { answers } = givenIn((await open(patient.cookie)).body)!
  const byPage = (await events()) - before
  for (const path of Object.keys(answers)) await s.call({ cookie: patient.cookie }, 'GET', path)
  const byApp = (await events()) - before - byPage
  expect(byPage).toBeGreaterThan(3)
  expect(byApp).toBe(byPage)
})

it('stands uncompressed beside what is compressed', async () => {
  const page = await open(patient.cookie, { 'accept-encoding': 'gzip, br' })
  expect(page.headers['content-encoding']).toBe('gzip')
  expect(page.rawPayload.includes(patient.csrf)).toBe(true)
  expect(givenIn(gunzipSync(page.rawPayload).toString())!.answers['/portal/me']!.name).toBe(NAME)
})

it('is the app for nobody, for staff, for a session that is over, and for a browser that loads ahead', async () => {
  const staff = await s.world.person('care-coordinator')
  for (const page of [
    await open(undefined),
    await open(`${patient.cookie}x`),
    await app.inject({ method: 'GET', url: '/portal', headers: { authorization: `Bearer ${staff.token}` } }),
    await open(patient.cookie, {}, '/portal/messages'),
  ])
    expect(page.body).toBe(APP)
  const before = await events()
  const ahead = await open(patient.cookie, { 'sec-purpose': 'prefetch;prerender' })
  expect(await events()).toBe(before)
  for (const page of [ahead, await open(undefined)]) {
    expect(page.body).toBe(APP)
    expect(page.headers['cache-control']).toBe('no-cache')
  }
  expect((await open(undefined, {}, '/portal.en.html')).statusCode).toBe(404)
})

it('comes without answers where one of them is refused', async () => {
  await s.owner.query('alter table message_threads rename to away')
  try {
    const page = await open(patient.cookie)
    expect(page.statusCode).toBe(200)
    expect(page.body).toBe('<html lang="en"><div id="root"></div></html>')
  } finally {
    await s.owner.query('alter table away rename to message_threads')
  }
})

it('speaks the language of its reader', async () => {
  expect((await open(patient.cookie, { 'accept-language': 'es-MX,en;q=0.5' })).body).toContain('lang="es"')
  expect((await open(patient.cookie, { 'accept-language': 'de' })).body).toContain('lang="en"')
  await s.call({ cookie: patient.cookie, csrf: patient.csrf }, 'PUT', '/me/language', { language: 'es' })
  expect((await open(patient.cookie, { 'accept-language': 'en' })).body).toContain('lang="es"')
})
