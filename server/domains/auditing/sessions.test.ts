import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csrfToken, SESSION_COOKIE, secretHash } from '../../platform/http/authenticate.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Person } from '../../testing/world.ts'
import { type Office, startOffice } from './testing/office.ts'

let s: Office
beforeAll(async () => {
  s = await startOffice()
})
afterAll(() => s.stop())

/** A browser's session, made straight in the database. */
async function browser(who: Person) {
  const [id, secret] = [uuidv7(), `session secret ${uuidv7()}`]
  await s.owner.query(
    `insert into sessions (org_id, id, user_id, token_hash, stage, mfa, csrf_hash, ip, user_agent, idle_seconds, absolute_expires_at)
      values ($1, $2, $3, $4, 'full', true, $5, '127.0.0.1', 'Firefox', 3600, now() + interval '8 hours')`,
    [s.world.orgId, id, who.id, secretHash(secret), secretHash(csrfToken(secret))],
  )
  const as = { cookie: `${SESSION_COOKIE}=${secret}`, csrf: csrfToken(secret) }
  return {
    id,
    go: (screen: string, method: string, path: string, body?: unknown, headers = {}) =>
      s.call(as, method, path, body, { 'x-screen': screen, ...headers }),
  }
}

test('a session is told screen by screen, changed or not', async () => {
  const [one, two] = [await s.addClient(), await s.addClient()]
  const { id, go } = await browser(s.clinician)
  await go('clients', 'POST', '/clients/search', {})
  await go('clients/:id', 'GET', `/clients/${one.id}`)
  await go('clients/:id', 'GET', `/clients/${one.id}/contacts`)
  await go(
    'clients/:id',
    'PATCH',
    `/clients/${one.id}`,
    { clinical: { summary: 'worse' } },
    { 'if-match': '"1"' },
  )
  await go('clients/:id', 'GET', `/clients/${two.id}`)
  await go('users', 'GET', '/audit/events')

  const answer = await s.call(s.privacy.token, 'GET', `/audit/sessions/${id}/screens`)
  expect(answer.status).toBe(200)
  expect(answer.body.session).toEqual({ id, userId: s.clinician.id, userName: 'clinician' })
  const told = answer.body.items.map(
    (v: { screen: string; object: { id: string } | null; changed: boolean; refused: boolean }) => [
      v.screen,
      v.object?.id ?? null,
      v.changed,
      v.refused,
    ],
  )
  expect(told).toEqual([
    ['clients', null, false, false],
    ['clients/:id', one.id, true, false],
    ['clients/:id', two.id, false, false],
    ['users', null, false, true],
  ])
  expect(answer.body.items[1]).toMatchObject({
    object: { type: 'client', label: 'Zofia Walhurst' },
    actions: ['client.read', 'contact.list', 'client.change'],
    events: 3,
    tampered: false,
  })
  expect((await s.lastLeaf('audit.screens')).objects.toSorted()).toEqual([one.id, two.id].toSorted())

  const plain = await s.call(s.auditor.token, 'GET', `/audit/sessions/${id}/screens`)
  expect(plain.body.items[1].object.label).toBe(one.id.slice(0, 8))
  expect(JSON.stringify(plain.body)).not.toContain('Walhurst')

  const { items } = (await s.call(s.auditor.token, 'GET', `/audit/sessions?userId=${s.clinician.id}`)).body
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    sessionId: id,
    userName: 'clinician',
    events: 6,
    changed: 1,
    refused: 1,
    userAgent: 'Firefox',
  })

  const pages: unknown[] = []
  let cursor = ''
  do {
    const page = (
      await s.call(
        s.privacy.token,
        'GET',
        `/audit/sessions/${id}/screens?limit=1${cursor && `&cursor=${cursor}`}`,
      )
    ).body
    pages.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  expect(pages).toEqual(answer.body.items)
})

test('which records a list showed is told, with the names that the reader may see', async () => {
  const [one, two] = [await s.addClient(), await s.addClient()]
  const { id, go } = await browser(s.clinician)
  await go('clients/:id', 'GET', `/clients/${one.id}`)
  const found = (await go('clients', 'POST', '/clients/search', {})).body.items as { id: string }[]
  const shown = found.map((c) => c.id)
  expect(shown).toEqual(expect.arrayContaining([one.id, two.id]))
  const visits = (await s.call(s.privacy.token, 'GET', `/audit/sessions/${id}/screens`)).body.items
  const list = visits.find((v: { screen: string }) => v.screen === 'clients')
  expect(list.objectCount).toBe(shown.length)
  const read = `/audit/sessions/${id}/listed?after=${list.after}`

  const told = (await s.call(s.privacy.token, 'GET', read)).body
  expect(told.more).toBe(false)
  expect(told.items.map((i: { id: string }) => i.id).toSorted()).toEqual(shown.toSorted())
  expect(told.items).toContainEqual({ id: one.id, type: 'client', label: 'Zofia Walhurst' })
  // Names that were shown are a disclosure of their own.
  expect((await s.lastLeaf('audit.screens')).objects.toSorted()).toEqual(shown.toSorted())

  const plain = (await s.call(s.auditor.token, 'GET', read)).body
  expect(plain.items).toContainEqual({ id: one.id, type: null, label: null })
  expect((await s.call(s.clinician.token, 'GET', read)).status).toBe(403)
  const first = (await s.call(s.privacy.token, 'GET', `/audit/sessions/${id}/listed`)).body
  expect(first).toEqual({ items: [], more: false })
  expect((await s.call(s.privacy.token, 'GET', `/audit/sessions/${uuidv7()}/listed`)).status).toBe(404)
})

test('a page that shows nothing of anybody is visited too, by staff and in the portal', async () => {
  const { id, go } = await browser(s.technician)
  const one = (await go('/tickets', 'POST', '/tickets', { subject: 'Toner is empty' })).body
  expect((await go('/macros', 'POST', '/session/visits', {})).status).toBe(204)
  await go('/macros', 'GET', '/ticket-macros')
  await go('/tickets', 'POST', '/session/visits', {})
  const { items } = (await go('/tickets', 'POST', '/tickets/search', {})).body
  const read = `/audit/sessions/${id}/screens`
  const told = (await s.call(s.privacy.token, 'GET', read)).body.items
  expect(told.map((v: { screen: string; actions: string[] }) => [v.screen, v.actions])).toEqual([
    ['/tickets', ['ticket.create']],
    ['/macros', ['screen.visit']],
    ['/tickets', ['screen.visit', 'ticket.list']],
  ])
  expect(told.some((v: { listed?: unknown }) => v.listed)).toBe(false)
  // The download says whose it is, from where, and what each list showed.
  const csv = await s.call(s.privacy.token, 'GET', `${read}?format=csv`)
  const rows = parse(csv.body, { columns: true, bom: true }) as Record<string, string>[]
  expect(rows[0]).toMatchObject({ User: 'technician', Session: id, From: '127.0.0.1' })
  expect(rows[2]!['Ids listed']!.split(' ')).toEqual(
    expect.arrayContaining(items.map((t: { id: string }) => t.id)),
  )
  expect(rows[2]!['Ids listed']).toContain(one.id)
})

test('sessions of a period', async () => {
  const { id, go } = await browser(s.technician)
  await go('/', 'POST', '/session/visits', {})
  await s.owner.query("update sessions set created_at = '2026-03-02T10:00:00Z' where id = $1", [id])
  const of = async (query: string) =>
    (
      await s.call(s.auditor.token, 'GET', `/audit/sessions?userId=${s.technician.id}&${query}`)
    ).body.items.map((x: { sessionId: string }) => x.sessionId)
  expect(await of('to=2026-03-02T10:00:00Z')).not.toContain(id)
  expect(await of('to=2026-03-02T10:00:01Z')).toContain(id)
  // Something was done in it today.
  expect(await of(`from=${new Date(Date.now() - 60_000).toISOString()}`)).toContain(id)
  expect(await of(`from=${new Date(Date.now() + 60_000).toISOString()}`)).not.toContain(id)
})

test('tickets, files, mail and contracts have their names, on the page and in the download', async () => {
  const { id, go } = await browser(s.technician)
  const screen = 'tickets/:ticketId'
  const ticket = (await go('tickets', 'POST', '/tickets', { subject: 'Printer jams' })).body
  await go(screen, 'GET', `/tickets/${ticket.id}`)
  await go(screen, 'GET', `/tickets/${ticket.id}/messages`)
  await go(screen, 'GET', `/tickets/${ticket.id}/mail`)
  const file = { ownerType: 'ticket', ownerId: ticket.id, name: 'log.txt', size: 3 }
  expect((await go('files', 'POST', '/files', file)).status).toBe(201)
  const read = `/audit/sessions/${id}/screens`
  const told = (await s.call(s.privacy.token, 'GET', read)).body.items
  expect(
    told.map((v: { screen: string; object: object; actions: string[]; changed: boolean }) => [
      v.screen,
      v.object,
      v.actions,
      v.changed,
    ]),
  ).toEqual([
    ['tickets', { type: 'ticket', id: ticket.id, label: `#${ticket.number}` }, ['ticket.create'], true],
    [
      screen,
      { type: 'ticket', id: ticket.id, label: `#${ticket.number}` },
      ['ticket.read', 'ticket.thread', 'ticket.mail'],
      false,
    ],
    ['files', { type: 'ticket', id: ticket.id, label: `#${ticket.number}` }, ['file.create'], true],
  ])
  const csv = await s.call(s.privacy.token, 'GET', `${read}?format=csv`)
  const rows = parse(csv.body, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map((r) => [r.Object, r.Actions, r.Changed])).toEqual([
    [`#${ticket.number}`, 'ticket.create', 'yes'],
    [`#${ticket.number}`, 'ticket.read ticket.thread ticket.mail', 'no'],
    [`#${ticket.number}`, 'file.create', 'yes'],
  ])
  const { items } = (await s.call(s.auditor.token, 'GET', `/audit/sessions?userId=${s.technician.id}`)).body
  expect(items.find((x: { sessionId: string }) => x.sessionId === id)).toMatchObject({ changed: 2 })

  const desk = await browser(await s.world.custom(['contracts:manage', 'mail:settings'], {}))
  const client = await s.addClient()
  const terms = { period: 'month', startsOn: '2026-01-01', includedMinutes: 60, rollover: 'none' }
  const contract = await desk.go('contracts', 'POST', '/contracts', {
    ...terms,
    clientId: client.id,
    name: 'Gold support',
  })
  expect(contract.status).toBe(201)
  const mailbox = await desk.go('settings/mail', 'POST', '/mail/mailboxes', {
    address: 'desk@example.test',
    kind: 'smtp',
    queueId: s.world.queueId,
  })
  expect(mailbox.status, JSON.stringify(mailbox.body)).toBe(201)
  const named = await s.call(s.auditor.token, 'GET', `/audit/sessions/${desk.id}/screens?format=csv`)
  const second = parse(named.body, { bom: true, columns: true }) as Record<string, string>[]
  expect(second.map((r) => r.Object)).toEqual(['Gold support', 'desk@example.test'])
})

test('the download holds it all, opens no formula, and is an event of its own', async () => {
  const one = await s.addClient(s.clinician, {
    contact: { names: [{ family: '=HYPERLINK("https://evil.example")' }] },
  })
  const { id, go } = await browser(s.clinician)
  await go('clients/:id', 'GET', `/clients/${one.id}`)
  await go('-screen', 'GET', `/clients/${one.id}`)
  const answer = await s.call(s.privacy.token, 'GET', `/audit/sessions/${id}/screens?format=csv`)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toContain(`session-${id}.csv`)
  const [first, second] = parse(answer.body, { bom: true, columns: true }) as Record<string, string>[]
  expect(first).toMatchObject({
    Screen: 'clients/:id',
    'Object id': one.id,
    Object: `'=HYPERLINK("https://evil.example")`,
    Actions: 'client.read',
    Changed: 'no',
  })
  expect(second).toMatchObject({ Screen: "'-screen" })
  expect(await s.lastLeaf('audit.export')).toMatchObject({
    object: { type: 'session', id },
    objects: [one.id],
    classes: ['contact'],
    facts: { format: 'csv', visits: 2 },
  })
})

test('a session that is not there is not found, nor one of another organization', async () => {
  expect((await s.call(s.auditor.token, 'GET', `/audit/sessions/${uuidv7()}/screens`)).status).toBe(404)
  expect((await s.call(s.auditor.token, 'GET', '/audit/sessions/nothing/screens')).status).toBe(422)
})

test('a session whose row somebody deleted is still told from the log', async () => {
  const one = await s.addClient()
  const { id, go } = await browser(s.clinician)
  await go('clients/:id', 'GET', `/clients/${one.id}`)
  await s.owner.query('delete from sessions where id = $1', [id])
  const answer = await s.call(s.auditor.token, 'GET', `/audit/sessions/${id}/screens`)
  expect(answer.body.session).toEqual({ id, userId: s.clinician.id, userName: 'clinician' })
  expect(answer.body.items).toHaveLength(1)
})
