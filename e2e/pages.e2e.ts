import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  DESK,
  expectAccessible,
  expectFits,
  firstClient,
  PHONE,
  type Stage,
  startStage,
  switchScheme,
} from './demo.ts'

// Every page of the router's own table, in both schemes, on a phone and a desk: a page that is added is tested with
// the rest, or this file fails because it knows no one who may open it.

interface Route {
  path: string
  title: string | undefined
  needs: string | undefined
}

/** Who opens pages that need a permission; all others are opened by the administrator. */
const OPENED_BY: Record<string, string> = {
  'clients:read': 'clinician',
  'portal:read': 'care-coordinator',
  'messages:read': 'clinician',
  'clients:import': 'care-coordinator',
  'break-glass:review': 'privacy-officer',
  'tickets:read': 'technician',
  'tickets:write': 'technician',
  'mail:release': 'privacy-officer',
  'time:write': 'technician',
  'time:approve': 'service-desk-lead',
  'forms:read': 'care-coordinator',
}
const OF_NOBODY = ['/setup', '/sign-in', '/invite', '/shared', '/rate', '/portal/join']
const TABLET = { width: 768, height: 1024 }
const SCREENS = [PHONE, DESK].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
)

let stage: Stage
let routes: Route[]
let params: Record<string, string>

/** The web app's own table. It wants to know where it is served from, and a window to look at. */
async function routeTable(): Promise<Route[]> {
  vi.stubGlobal('location', { origin: 'https://localhost' })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  const { router } = await import(/* @vite-ignore */ join(import.meta.dirname, '../web/routing/router.ts'))
  vi.unstubAllGlobals()
  type Known = { fullPath: string; options: { staticData?: { title?: string; needs?: string } } }
  return Object.values<Known>(router.routesByPath).map(({ fullPath, options }) => ({
    path: fullPath.replace(/(.)\/$/, '$1'),
    title: options.staticData?.title,
    needs: options.staticData?.needs,
  }))
}

beforeAll(async () => {
  ;[stage, routes] = await Promise.all([startStage({ demo: true }), routeTable()])
  const clinician = await stage.open('clinician')
  const client = await firstClient(clinician, stage.url)
  const importId = await uploadSomething()
  const [session] = await stage.asOwner('select id, user_id from sessions limit 1')
  const { id, user_id } = session as { id: string; user_id: string }
  const [device] = await stage.asOwner('select id from devices order by name limit 1')
  const portal = await writeFromPortal()
  params = {
    $threadId: portal.threadId,
    $requestId: portal.requestId,
    $personId: portal.personId,
    $clientId: client.path.split('/').at(-1)!,
    $importId: importId,
    $ticketId: await firstTicket(),
    $folderId: await firstOf('folders'),
    $documentId: await firstOf('documents'),
    $signatureId: await sharedSignature(),
    $formId: await firstOf('forms'),
    $responseId: await firstOf('form_responses', "state = 'submitted'"),
    '/portal/forms/$responseId': await firstOf('form_responses', "state = 'asked'"),
    $sessionId: id,
    $deviceId: (device as { id: string }).id,
    $userId: user_id,
    $week: '2026-01-05',
    $: 'nowhere',
  }
  await clinician.context().close()
})
afterAll(() => stage?.stop())

/** A conversation and a request, written in the portal itself. */
async function writeFromPortal() {
  const page = await stage.open('portal')
  const write = async (path: string, subject: string, body: string) => {
    await page.goto(`${stage.url}/portal/${path}/new`)
    await page.getByLabel(subject).fill('About Monday')
    await page.getByLabel(body).fill('May we come at nine?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForURL(new RegExp(`/portal/${path}/[0-9a-f-]{36}`))
    return page.url().split('/').at(-1)!
  }
  const threadId = await write('messages', 'Subject', 'Your message')
  const requestId = await write('requests', 'In a few words', 'What do you need?')
  const [person] = await stage.asOwner('select user_id as id from portal_people')
  await page.context().close()
  return { threadId, requestId, personId: (person as { id: string }).id }
}

async function uploadSomething(): Promise<string> {
  const page = await stage.open('care-coordinator')
  await page.goto(`${stage.url}/imports`)
  const csv = 'First name,Last name\nNoor,Lindqvist\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.waitForURL(/\/imports\/.+/)
  await page.context().close()
  return page.url().split('/').at(-1)!
}

/** Of folders and documents a shared one, which the administrator may see. */
async function firstOf(
  table: 'folders' | 'documents' | 'forms' | 'form_responses',
  where = table === 'forms' ? 'true' : 'client_id is null',
): Promise<string> {
  const [row] = await stage.asOwner(`select id from ${table} where ${where} order by id limit 1`)
  return (row as { id: string }).id
}

/** Of a shared document, which the administrator may see; the portal person signs it first. */
async function sharedSignature(): Promise<string> {
  const [row] = await stage.asOwner(
    'select r.id from signature_requests r join documents d on d.id = r.document_id where d.client_id is null',
  )
  return (row as { id: string }).id
}

async function firstTicket(): Promise<string> {
  const page = await stage.open('technician')
  await page.goto(`${stage.url}/tickets`)
  const href = await page.locator('[data-row-link]').first().getAttribute('href')
  await page.context().close()
  return href!.split('/').at(-1)!
}

const address = (path: string) =>
  path.replace(/\$\w*/g, (name) => {
    // Where staff and portal see different ones, the path says it.
    const key = path in params ? path : name
    expect(params, `what stands for ${name}`).toHaveProperty([key])
    return params[key]!
  })

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

const openedBy = ({ path, needs }: Route) =>
  OF_NOBODY.includes(path)
    ? undefined
    : path.startsWith('/portal/') || path === '/portal'
      ? 'portal'
      : (OPENED_BY[needs ?? ''] ?? 'administrator')

describe('the router’s own pages', () => {
  it('are known, with a title each', () => {
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter((r) => !r.title)).toEqual([])
    expect(routes.map((r) => r.path)).toEqual(expect.arrayContaining(OF_NOBODY))
  })

  it.concurrent.each([undefined, 'administrator', 'portal', ...new Set(Object.values(OPENED_BY))])(
    'that %s opens fit a phone and a desk, and axe finds nothing, light and dark',
    async (who) => {
      const page = await stage.open(who)
      for (const route of routes.filter((r) => openedBy(r) === who)) {
        await page.goto(stage.url + address(route.path))
        await settle(page).catch((cause) => {
          throw new Error(`${route.path} did not come: ${cause.message}`, { cause })
        })
        expect(await page.getByText('Your roles do not open this page').count(), route.path).toBe(0)
        expect(await page.title()).toBe(`${route.title} · Wellkeep`)
        expect(await page.getByRole('heading', { level: 1 }).count(), route.path).toBe(1)
        for (const { viewport, colorScheme } of SCREENS) {
          await page.setViewportSize(viewport)
          await switchScheme(page, colorScheme)
          const where = `${route.path}, ${viewport.width} px, ${colorScheme}`
          await expectAccessible(page, where, colorScheme === 'dark' ? 'colors' : undefined)
          await expectFits(page, where)
        }
        await page.setViewportSize(TABLET)
        await expectFits(page, `${route.path}, ${TABLET.width} px`)
      }
      await page.context().close()
    },
    // A minute on a quiet machine; not all are.
    1_200_000,
  )
})
