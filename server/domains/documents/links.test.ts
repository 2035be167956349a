import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textPdf } from '../../platform/reading/testing/pdfs.ts'
import { type Office, PHI, startOffice } from '../../testing/documents.ts'

let o: Office
let id: string
let own: string
let letter: Buffer
beforeAll(async () => {
  o = await startOffice()
  id = await o.add(o.shared, 'Leaflet.pdf', await textPdf(['Wash your hands.', 'And dry them.']))
  await o.step(id, 'publish')
  letter = await textPdf([PHI])
  own = await o.add(o.own, 'Letter.pdf', letter)
  await o.step(own, 'publish')
})
afterAll(() => o.s.stop())

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()
const share = (body: object, document = id, who = o.writer) =>
  o.call(who, 'POST', `/documents/${document}/links`, { expiresAt: tomorrow(), ...body })
const open = (secret: string, code?: string) =>
  o.s.call(null, 'POST', '/shared/open', { secret, ...(code && { code }) })
const page = (ticket: string, more: object = {}) =>
  o.s.app.inject({ method: 'POST', url: '/api/v1/shared/page', payload: { ticket, ...more } })
const download = (ticket: string) =>
  o.s.app.inject({ method: 'POST', url: '/api/v1/shared/download', payload: { ticket } })
const policy = (gate: string) =>
  o.s.owner.query(
    `insert into mail_settings (org_id, gate) values ($1, $2) on conflict (org_id) do update set gate = excluded.gate`,
    [o.s.world.orgId, gate],
  )

describe('a link', () => {
  test('opens with a code, once, and shows pages with a name across them', async () => {
    const made = await share({ entry: 'code', label: 'Dr. Łukasz Żółć', mode: 'view' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { secret, code } = made.body
    expect((await open(secret)).body).toMatchObject({ needs: 'code', ticket: null, document: null })
    expect((await open(secret, 'WRONG234')).body).toMatchObject({ needs: 'code', wrong: true })
    const seen = await open(secret, code.toLowerCase())
    expect(seen.body).toMatchObject({
      needs: null,
      document: { name: 'Leaflet.pdf', pages: 2, mode: 'view', viewer: 'Dr. Łukasz Żółć' },
    })
    expect((await open(secret, code)).body.needs).toBe('new-code')
    const marked = await page(seen.body.ticket, { page: 1, size: 800 })
    expect([marked.statusCode, marked.headers['content-type']]).toEqual([200, 'image/webp'])
    const plain = await o.s.app.inject({
      url: `/api/v1/documents/${id}/versions/1/preview?size=800`,
      headers: { authorization: `Bearer ${o.writer.token}` },
    })
    const dark = async (bytes: Buffer) => (await sharp(bytes).greyscale().stats()).channels[0]!.mean
    expect(await dark(marked.rawPayload)).toBeLessThan((await dark(plain.rawPayload)) - 1)
    expect((await download(seen.body.ticket)).statusCode).toBe(409)
    const renewed = await o.call(o.writer, 'POST', `/documents/${id}/links/${made.body.id}/code`, {})
    expect((await open(secret, renewed.body.code)).body.needs).toBeNull()
    const events = await o.events('document.link-page', id)
    expect(events[0]).toMatchObject({ actor: { kind: 'nobody' }, facts: { link: made.body.id, page: 1 } })
    expect(await o.events('document.link-refused', id)).toHaveLength(1)
  })

  test('that is over, taken back, guessed or used up is all the same: nothing', async () => {
    const used = (await share({ entry: 'sign-in', maxOpens: 1 })).body
    const asMe = (secret: string, who = o.outsider) => o.call(who, 'POST', '/shared/open-as-me', { secret })
    expect((await open(used.secret)).body.needs).toBe('sign-in')
    expect((await asMe(used.secret)).body.document).toMatchObject({ viewer: 'custom' })
    const taken = (await share({})).body
    const ticket = (await asMe(taken.secret)).body.ticket
    expect((await page(ticket)).statusCode).toBe(200)
    await o.call(o.writer, 'DELETE', `/documents/${id}/links/${taken.id}`)
    expect((await page(ticket)).statusCode).toBe(404)
    const over = (await share({})).body
    await o.s.owner.query(
      "update document_links set expires_at = now() - interval '1 second' where id = $1",
      [over.id],
    )
    const answers = []
    for (const secret of [used.secret, taken.secret, over.secret, 'x'.repeat(43)])
      answers.push(await asMe(secret))
    for (const { status, body } of answers) {
      const { instance: _, ...rest } = body
      const { instance: __, ...first } = answers[0]!.body
      expect([status, rest]).toEqual([404, first])
    }
    expect((await page('y'.repeat(43))).statusCode).toBe(404)
  })

  test('dies with five wrong codes, with the publication, and with its maker’s rights', async () => {
    const locked = (await share({ entry: 'code', label: 'Somebody' })).body
    for (let i = 0; i < 5; i++) await open(locked.secret, `WRONG${i}23`)
    expect((await open(locked.secret, locked.code)).status).toBe(404)
    const list = await o.call(o.writer, 'GET', `/documents/${id}/links`)
    expect(list.body.items.find((l: { id: string }) => l.id === locked.id)).toMatchObject({
      state: 'locked',
      label: 'Somebody',
    })
    const made = (await share({})).body
    const asMe = () => o.call(o.reader, 'POST', '/shared/open-as-me', { secret: made.secret })
    const { ticket } = (await asMe()).body
    await o.step(id, 'withdraw')
    expect([(await page(ticket)).statusCode, (await asMe()).status]).toEqual([404, 404])
    await o.step(id, 'publish')
    expect((await page(ticket)).statusCode).toBe(200)
    await o.s.owner.query("update users set status = 'suspended' where id = $1", [o.writer.id])
    expect([(await page(ticket)).statusCode, (await asMe()).status]).toEqual([404, 404])
    await o.s.owner.query("update users set status = 'active' where id = $1", [o.writer.id])
  })

  test('lets a client’s own document leave only as the outbound gate does', async () => {
    const code = { entry: 'code', label: 'Her son', mode: 'download' }
    await policy('notice')
    expect((await share(code, own)).body.type).toContain('gate-closed')
    expect((await share({ entry: 'sign-in', mode: 'view' }, own)).status).toBe(201)
    await policy('ask')
    expect((await share(code, own)).body).toMatchObject({ errors: [{ field: 'reason' }] })
    expect((await share({ ...code, reason: 'asked for in writing' }, own)).status).toBe(403)
    await policy('allow')
    const made = await share(code, own)
    const { ticket } = (await open(made.body.secret, made.body.code)).body
    expect((await download(ticket)).rawPayload.equals(letter)).toBe(true)
    await policy('block')
    expect((await download(ticket)).statusCode).toBe(409)
  })

  test('keeps no secret and no code, and takes no bad input', async () => {
    const made = (await share({ entry: 'code', label: 'Somebody' })).body
    const { rows } = await o.s.owner.query('select * from document_links where id = $1', [made.id])
    const kept = JSON.stringify(rows).toLowerCase()
    for (const secret of [made.secret, made.code, 'somebody'])
      expect(kept).not.toContain(secret.toLowerCase())
    for (const [body, field] of [
      [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
      [{ expiresAt: '2099-01-01T00:00:00Z' }, 'expiresAt'],
      [{ entry: 'code' }, 'label'],
      [{ maxOpens: 0 }, 'maxOpens'],
    ] as const)
      expect((await share(body)).body.errors[0].field).toBe(field)
    expect((await share({}, id, o.reader)).status).toBe(403)
    expect((await share({}, own, o.outsider)).status).toBe(404)
    expect((await o.s.call(null, 'POST', '/shared/open', { secret: "' or 1=1" })).status).toBe(422)
  })
})
