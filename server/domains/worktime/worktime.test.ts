import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

const CANARY = 'Quellenbrunn limps'
let s: TestServer
let tech: Person
let peer: Person
let lead: Person
let outside: Person
let clientId: string
let ticketId: string
const today = new Date().toISOString().slice(0, 10)
const LEAD = [
  'tickets:read',
  'tickets:write',
  'time:write',
  'time:approve',
  'contracts:manage',
  'reports:read',
  'clients:read',
]

beforeAll(async () => {
  s = await startTestServer()
  tech = await s.world.person('technician')
  peer = await s.world.person('technician')
  outside = await s.world.person('technician', 'outside')
  lead = await s.world.custom(LEAD, { contact: 'read' })
  const clinician = await s.world.person('clinician')
  clientId = (
    await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['=Ada'], family: 'Winterbourne' }] },
    })
  ).body.id
  ticketId = (await s.call(tech.token, 'POST', '/tickets', { subject: 'Printer jams', clientId })).body.id
})
afterAll(() => s.stop())

const post = (who: Person, path: string, body: object = {}) => s.call(who.token, 'POST', path, body)
const worked = async (over: object = {}, who = tech, ticket = ticketId) => {
  const made = await post(who, `/tickets/${ticket}/time`, { date: today, minutes: 90, ...over })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const contract = async (over: object = {}) =>
  post(lead, '/contracts', {
    clientId,
    name: `Care ${Math.random()}`,
    startsOn: '2020-01-01',
    period: 'year',
    includedMinutes: 600,
    rollover: 'none',
    rateCents: 12_050,
    ...over,
  })
const field = (answer: { body: { errors?: { field: string }[] } }) => answer.body.errors?.[0]?.field
const state = async (id: string) =>
  (await s.owner.query('select * from time_entries where id = $1', [id])).rows[0]

describe('a timer', () => {
  it('is one a person: it starts, switches and stops into a draft', async () => {
    const other = (await post(tech, '/tickets', { subject: 'Other' })).body.id
    expect((await post(tech, '/timer/start', { ticketId })).status).toBe(200)
    expect((await post(tech, '/timer/start', { ticketId: other })).status).toBe(409)
    await s.owner.query("update timers set started_at = started_at - interval '24 minutes 10 seconds'")
    const switched = await post(tech, '/timer/start', { ticketId: other, switch: true })
    expect(switched.body).toMatchObject({
      timer: { ticketId: other },
      stopped: { ticketId, minutes: 25, state: 'draft', userId: tech.id },
    })
    expect((await s.call(tech.token, 'GET', '/timer')).body.timer.ticketId).toBe(other)
    await s.owner.query("update timers set started_at = started_at - interval '3 days'")
    expect(field(await post(tech, '/timer/stop'))).toBe('minutes')
    expect((await s.call(tech.token, 'GET', '/timer')).body.timer).not.toBeNull()
    expect((await post(tech, '/timer/stop', { minutes: 40 })).body.minutes).toBe(40)
    expect((await post(tech, '/timer/stop')).status).toBe(404)
    expect((await post(outside, '/timer/start', { ticketId })).status).toBe(404)
    await post(tech, '/timer/start', { ticketId })
    expect((await post(tech, '/timer/discard')).status).toBe(204)
  })
})

describe('a time entry', () => {
  it('has its note sealed under the ticket’s key, and stands behind its wall', async () => {
    const entry = await worked({ note: CANARY, rateCents: 9000 })
    expect(entry).toMatchObject({ note: CANARY, amountCents: 13_500, currency: 'USD' })
    expect(JSON.stringify((await state(entry.id)).sealed_note.toString('latin1'))).not.toContain(CANARY)
    const found = await post(tech, '/time-entries/search', { ticketId })
    expect(found.body.items.map((e: { id: string }) => e.id)).toContain(entry.id)
    expect((await post(outside, '/time-entries/search', { ticketId })).body.items).toEqual([])
    expect((await post(outside, `/tickets/${ticketId}/time`, { date: today, minutes: 1 })).status).toBe(404)
    expect((await post(peer, '/time-entries/search', { userId: tech.id })).status).toBe(403)
    const { rows } = await s.owner.query("select leaf from audit_events where action = 'time.create'")
    expect(rows.length).toBeGreaterThan(0)
    for (const r of rows) expect(r.leaf).not.toContain(CANARY)
  })
  it('survives a new key of its ticket', async () => {
    const ticket = (await post(tech, '/tickets', { subject: 'Fax' })).body.id
    const entry = await worked({ note: CANARY }, tech, ticket)
    const said = await post(tech, `/tickets/${ticket}/messages`, {
      kind: 'internal',
      body: 'Her number is 536-22-8145, born 03/14/1961',
    })
    const key = () => s.owner.query('select wrapped from deks where subject_id = $1', [ticket])
    const before = (await key()).rows
    const purged = await post(tech, `/tickets/${ticket}/messages/${said.body.id}/purge`, {
      reason: 'Wrong place',
    })
    expect(purged.status, JSON.stringify(purged.body)).toBe(200)
    expect((await key()).rows).not.toEqual(before)
    const found = await post(tech, '/time-entries/search', { ticketId: ticket })
    expect(found.body.items.find((e: { id: string }) => e.id === entry.id).note).toBe(CANARY)
  })
  it('is changed by who worked it until it is handed in, and again when it was rejected', async () => {
    const entry = await worked()
    const patch = (who: Person, body: object, version = 1) =>
      s.call(who.token, 'PATCH', `/time-entries/${entry.id}`, body, { 'if-match': `"${version}"` })
    expect((await patch(peer, { minutes: 5 })).status).toBe(403)
    expect((await patch(tech, { minutes: 60, billable: false })).body).toMatchObject({
      minutes: 60,
      amountCents: null,
    })
    expect((await patch(tech, { minutes: 61 })).status).toBe(412)
    expect((await post(peer, '/time-entries/submit', { ids: [entry.id] })).status).toBe(422)
    expect((await post(tech, '/time-entries/submit', { ids: [entry.id] })).body.submitted).toBe(1)
    expect((await patch(tech, { minutes: 5 }, 3)).status).toBe(409)
    const decide = (who: Person, body: object) =>
      post(who, '/time-entries/decide', { ids: [entry.id], ...body })
    expect((await decide(tech, { decision: 'approve' })).status).toBe(403)
    expect(field(await decide(lead, { decision: 'reject' }))).toBe('reason')
    expect((await decide(lead, { decision: 'reject', reason: CANARY })).status).toBe(200)
    const found = await post(tech, '/time-entries/search', { state: 'rejected' })
    expect(found.body.items[0]).toMatchObject({ id: entry.id, reason: CANARY, decidedBy: lead.id })
    const again = await patch(tech, { minutes: 30 }, 4)
    expect(again.body).toMatchObject({ state: 'draft', reason: null, decidedBy: null })
    await post(tech, '/time-entries/submit', { ids: [entry.id] })
    expect((await decide(lead, { decision: 'approve' })).status).toBe(200)
    expect((await s.call(tech.token, 'DELETE', `/time-entries/${entry.id}`)).status).toBe(409)
    await expect(
      s.owner.query('update time_entries set minutes = 999 where id = $1', [entry.id]),
    ).rejects.toThrow(/approved time does not change/)
  })
  it('is never approved by who worked it, not even by SQL', async () => {
    const entry = await worked({}, lead)
    await post(lead, '/time-entries/submit', { ids: [entry.id] })
    expect((await post(lead, '/time-entries/decide', { ids: [entry.id], decision: 'approve' })).status).toBe(
      403,
    )
    await expect(
      s.owner.query(
        "update time_entries set state = 'approved', decided_by = user_id, decided_at = now() where id = $1",
        [entry.id],
      ),
    ).rejects.toThrow(/check constraint/)
  })
  it('refuses what can not be', async () => {
    const bad = (over: object) =>
      post(tech, `/tickets/${ticketId}/time`, { date: today, minutes: 5, ...over })
    expect(field(await bad({ minutes: 0 }))).toBe('minutes')
    expect(field(await bad({ minutes: 1441 }))).toBe('minutes')
    expect(field(await bad({ date: '2026-02-30' }))).toBe('date')
    expect(field(await bad({ rateCents: 1.5 }))).toBe('rateCents')
    expect(field(await bad({ currency: 'usd' }))).toBe('currency')
    expect(field(await bad({ contractId: clientId }))).toBe('contractId')
    const future = await contract({ startsOn: '2999-01-01' })
    expect(field(await bad({ contractId: future.body.id }))).toBe('contractId')
  })
  it('waits, by person and week, for whoever else may approve it', async () => {
    const own = await s.world.person('technician')
    const ids = [
      (await worked({ minutes: 30, date: '2026-07-06' }, own)).id,
      (await worked({ minutes: 45, date: '2026-07-12' }, own)).id,
      (await worked({ minutes: 15, date: '2026-07-13' }, own)).id,
    ]
    await worked({ minutes: 99, date: '2026-07-07' }, own)
    await post(own, '/time-entries/submit', { ids })
    const mine = await worked({ minutes: 10, date: '2026-07-06' }, lead)
    await post(lead, '/time-entries/submit', { ids: [mine.id] })
    const waiting = async (who: Person) => (await s.call(who.token, 'GET', '/timesheets/waiting')).body.items
    const all = await waiting(lead)
    expect(all.filter((w: { userId: string }) => w.userId === own.id)).toEqual([
      { userId: own.id, userName: 'technician', week: '2026-07-06', minutes: 75, entries: 2 },
      { userId: own.id, userName: 'technician', week: '2026-07-13', minutes: 15, entries: 1 },
    ])
    expect(all.filter((w: { userId: string }) => w.userId === lead.id)).toEqual([])
    expect(await waiting(await s.world.custom(LEAD, {}, 'outside'))).toEqual([])
    expect((await s.call(own.token, 'GET', '/timesheets/waiting')).status).toBe(403)
  })
  it('adds up to a week', async () => {
    const own = await s.world.person('technician')
    await worked({ minutes: 30, date: '2026-06-01' }, own)
    await worked({ minutes: 45, date: '2026-06-07', billable: false }, own)
    await worked({ minutes: 45, date: '2026-06-08' }, own)
    const sheet = await post(own, '/timesheet', { week: '2026-06-03' })
    expect(sheet.body).toMatchObject({ from: '2026-06-01', to: '2026-06-07' })
    expect(sheet.body.days.map((d: { minutes: number }) => d.minutes)).toEqual([30, 0, 0, 0, 0, 0, 45])
    expect(sheet.body.days[6].billableMinutes).toBe(0)
    expect((await post(peer, '/timesheet', { week: '2026-06-03', userId: own.id })).status).toBe(403)
    expect((await post(lead, '/timesheet', { week: '2026-06-03', userId: own.id })).body.items).toHaveLength(
      2,
    )
  })
})

describe('a contract', () => {
  it('brings its rate to an entry that is counted to it later, unless another is said', async () => {
    const made = (await contract({ rateCents: 8000, currency: 'EUR' })).body
    const entry = await worked()
    const patch = (version: number, body: object) =>
      s.call(tech.token, 'PATCH', `/time-entries/${entry.id}`, body, { 'if-match': `"${version}"` })
    const counted = { contractId: made.id, rateCents: 8000, currency: 'EUR' }
    expect((await patch(1, { contractId: made.id })).body).toMatchObject(counted)
    expect((await patch(2, { rateCents: 7000 })).body.rateCents).toBe(7000)
    expect((await patch(3, { note: 'x', contractId: made.id })).body.rateCents).toBe(7000)
    expect((await patch(4, { contractId: null })).body).toMatchObject({ rateCents: null, currency: 'USD' })
  })
  it('is listed with its use, and with its client’s name for who may see it', async () => {
    const { id } = (await contract()).body
    await worked({ contractId: id, minutes: 20 })
    const listed = async (who: Person) =>
      (await s.call(who.token, 'GET', '/contracts')).body.items.find((c: { id: string }) => c.id === id)
    expect(await listed(lead)).toMatchObject({
      clientName: '=Ada Winterbourne',
      waitingMinutes: 20,
      current: { included: 600, used: 0, left: 600 },
    })
    const admin = await s.world.person('administrator', 'nowhere')
    expect(await listed(admin)).toMatchObject({ clientName: null, waitingMinutes: 20 })
  })
  const approve = async (entry: { id: string }) => {
    await post(tech, '/time-entries/submit', { ids: [entry.id] })
    expect((await post(lead, '/time-entries/decide', { ids: [entry.id], decision: 'approve' })).status).toBe(
      200,
    )
  }
  it('gives its rate, and counts approved time, also for who sees no ticket', async () => {
    const made = await contract()
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const id = made.body.id
    expect(
      (await s.call(tech.token, 'GET', `/tickets/${ticketId}/contracts`)).body.items.length,
    ).toBeGreaterThan(0)
    const entry = await worked({ contractId: id, minutes: 90 })
    expect(entry).toMatchObject({ rateCents: 12_050, amountCents: 18_075 })
    const admin = await s.world.person('administrator', 'nowhere')
    const use = async () => (await s.call(admin.token, 'GET', `/contracts/${id}/use`)).body
    expect(await use()).toMatchObject({ waitingMinutes: 90 })
    await approve(entry)
    const used = await use()
    expect(used.waitingMinutes).toBe(0)
    expect(used.periods.at(-1)).toMatchObject({ used: 90, left: 510 })
    expect((await s.call(lead.token, 'DELETE', `/contracts/${id}`)).status).toBe(409)
    expect(field(await contract({ clientId: ticketId }))).toBe('clientId')
    expect(field(await contract({ endsOn: '2019-01-01' }))).toBe('endsOn')
    const changed = await s.call(
      lead.token,
      'PATCH',
      `/contracts/${id}`,
      { rateCents: 1 },
      { 'if-match': '"1"' },
    )
    expect(changed.body).toMatchObject({ rateCents: 1, version: 2 })
    // What was agreed when it was worked stays.
    expect((await state(entry.id)).rate_cents).toBe(12_050)
  })
  it('is invoiced from a list that no spreadsheet runs, behind the walls, with a purpose', async () => {
    const day = '2026-05-04'
    const named = await contract({ name: '=HYPERLINK("x")' })
    await approve(await worked({ date: day, contractId: named.body.id, note: CANARY }))
    await approve(await worked({ date: day, billable: false }))
    const ask = (who: Person, over: object = {}) =>
      post(who, '/time-entries/export', { from: day, to: day, purpose: 'Invoices of May', ...over })
    const csv = await ask(lead)
    expect(csv.status).toBe(200)
    const lines = csv.body.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect((await ask(lead, { contractId: named.body.id })).body.trim().split('\r\n')).toHaveLength(2)
    const other = (await contract()).body.id
    expect((await ask(lead, { contractId: other })).body.trim().split('\r\n')).toHaveLength(1)
    expect(lines[1]).toContain('"\'=HYPERLINK(""x"")"')
    expect(lines[1]).toContain("'=Ada Winterbourne")
    // 600 minutes are included.
    expect(lines[1]).toContain(',90,90,90,0,120.50,0.00,USD')
    expect(csv.body).not.toContain(CANARY)
    expect((await ask(lead, { notes: true })).body).toContain(CANARY)
    const admin = await s.world.person('administrator', 'nowhere')
    expect((await ask(admin)).body.trim().split('\r\n')).toHaveLength(1)
    expect((await ask(lead, { purpose: undefined })).status).toBe(422)
    const { rows } = await s.owner.query(
      "select leaf from audit_events where action = 'time.export' order by at",
    )
    expect(rows).toHaveLength(5)
    expect(rows[0].leaf).not.toContain('Invoices of May')
  })
})

describe('an invoice', () => {
  const day = '2026-06-10'
  const approved = async (over: object) => {
    const entry = await worked({ date: day, ...over })
    await post(tech, '/time-entries/submit', { ids: [entry.id] })
    const done = await post(lead, '/time-entries/decide', { ids: [entry.id], decision: 'approve' })
    expect(done.status).toBe(200)
    return entry.id as string
  }
  const ask = (over: object = {}) =>
    post(lead, '/time-entries/export', { from: day, to: day, purpose: 'Invoices of June', ...over })
  const figures = (csv: string) =>
    csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((l) => l.split(',').slice(7, 13).join(' '))

  it('charges what goes beyond the included hours, once, and leaves what was invoiced as it was', async () => {
    const { id: contractId } = (await contract({ period: 'month', includedMinutes: 100, rateCents: 6000 }))
      .body
    const first = await approved({ contractId, minutes: 80 })
    const second = await approved({ contractId, minutes: 50 })
    expect(figures((await ask({ contractId })).body)).toEqual([
      '80 80 80 0 60.00 0.00',
      '50 50 20 30 60.00 30.00',
    ])
    const marked = await ask({ contractId, mark: true })
    expect(marked.body).toContain(',USD,')
    const [run] = (await s.call(lead.token, 'GET', '/invoice-runs')).body.items
    expect(run).toMatchObject({ entries: 2, from: day, to: day, undoneAt: null })
    expect(figures((await ask({ contractId })).body)).toEqual([])
    expect((await ask({ contractId, mark: true })).status).toBe(422)
    // Approved later, though worked earlier: what was given out is gone.
    await approved({ contractId, minutes: 10, date: '2026-06-01' })
    expect(figures((await ask({ contractId, from: '2026-06-01' })).body)).toEqual(['10 10 0 10 60.00 10.00'])
    const again = await ask({ runId: run.id, from: undefined, to: undefined })
    expect(figures(again.body)).toEqual(['80 80 80 0 60.00 0.00', '50 50 20 30 60.00 30.00'])
    // Invoiced time is not taken back, and nothing changes it.
    const reopen = await post(lead, '/time-entries/decide', {
      ids: [first],
      decision: 'reopen',
      reason: 'Wrong ticket',
    })
    expect(reopen.body.type).toContain('time-invoiced')
    await expect(
      s.owner.query('update time_entries set minutes = 81 where id = $1', [first]),
    ).rejects.toMatchObject({ code: 'WK010' })
    const undo = () => post(lead, `/invoice-runs/${run.id}/undo`, { reason: 'Wrong client' })
    expect((await undo()).status).toBe(204)
    expect((await undo()).status).toBe(404)
    expect(figures((await ask({ contractId })).body)).toHaveLength(2)
    expect((await state(second)).invoice_id).toBe(null)
    const admin = await s.world.custom(['time:write', 'tickets:read'], {})
    expect((await s.call(admin.token, 'GET', '/invoice-runs')).status).toBe(403)
  })

  it('is made once of the same time by two at once, and of none without a rate', async () => {
    const { id: contractId } = (await contract({ includedMinutes: 0, rateCents: 6000 })).body
    await approved({ contractId, minutes: 30 })
    const both = await Promise.all([ask({ contractId, mark: true }), ask({ contractId, mark: true })])
    const statuses = both.map((x) => x.status).sort()
    expect(statuses[0]).toBe(200)
    expect([409, 422]).toContain(statuses[1])
    const free = (await contract({ includedMinutes: 0, rateCents: null })).body.id
    await approved({ contractId: free, minutes: 30 })
    expect((await ask({ contractId: free, mark: true })).body.errors).toMatchObject([{ field: 'mark' }])
  })

  it('is marked by a run alone: not by SQL, not without the permission', async () => {
    const { id: contractId } = (await contract()).body
    const id = await approved({ contractId, minutes: 5 })
    const as = (who: Person, text: string, values: unknown[]) =>
      s.services.db.withContext({ orgId: s.world.orgId, userId: who.id }, (tx) =>
        tx.run({ name: text.slice(0, 30), text }, values),
      )
    const mark = 'update time_entries set charged_minutes = 0, invoice_id = $1 where id = $2'
    await expect(as(lead, mark, [id, id])).rejects.toMatchObject({ code: '42501' })
    await expect(as(tech, 'select wk_billed_to($1)', [[contractId]])).rejects.toMatchObject({ code: '42501' })
    await expect(as(tech, 'select wk_undo_invoice($1)', [id])).rejects.toMatchObject({ code: '42501' })
    await expect(as(lead, 'select wk_invoice_time($1, $2, $3)', [id, [id], [0]])).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('what was handed in or approved by mistake', () => {
  it('is taken back: by its author while nobody has decided, by another approver until it is invoiced', async () => {
    const entry = await worked()
    const ids = [entry.id]
    await post(tech, '/time-entries/submit', { ids })
    expect((await post(peer, '/time-entries/recall', { ids })).status).toBe(422)
    expect((await post(tech, '/time-entries/recall', { ids })).body).toEqual({ recalled: 1 })
    expect((await state(entry.id)).state).toBe('draft')
    await post(tech, '/time-entries/submit', { ids })
    await post(lead, '/time-entries/decide', { ids, decision: 'approve' })
    expect((await post(tech, '/time-entries/recall', { ids })).status).toBe(422)
    const reopen = (who: Person, reason?: string) =>
      post(who, '/time-entries/decide', { ids, decision: 'reopen', ...(reason && { reason }) })
    expect(field(await reopen(lead))).toBe('reason')
    expect((await reopen(tech, 'Mine')).status).toBe(403)
    expect((await reopen(lead, 'Approved the wrong week')).status).toBe(200)
    expect(await state(entry.id)).toMatchObject({ state: 'submitted', decided_by: null })
    const bare = "update time_entries set state = 'submitted', decided_by = null where id = $1"
    await post(lead, '/time-entries/decide', { ids, decision: 'approve' })
    const by = s.services.db.withContext({ orgId: s.world.orgId, userId: tech.id }, (tx) =>
      tx.run({ name: 'reopen', text: bare }, [entry.id]),
    )
    await expect(by).rejects.toMatchObject({ code: 'WK010' })
  })
})

describe('reports', () => {
  it('add up as a plain sum does, within the walls', async () => {
    const all =
      await s.owner.query(`select e.*, t.client_id, t.group_id from time_entries e join tickets t on t.id = e.ticket_id
      where e.state <> 'rejected'`)
    const ask = (who: Person, groupBy: string) =>
      post(who, '/reports/time', { from: '2020-01-01', to: today, groupBy, bucket: 'month' })
    const { body } = await ask(lead, 'client')
    const sum = (list: { minutes: number }[]) => list.reduce((n, e) => n + e.minutes, 0)
    expect(body.total.minutes).toBe(sum(all.rows))
    const of = body.groups.find((g: { key: string }) => g.key === clientId)
    expect(of).toMatchObject({
      name: '=Ada Winterbourne',
      minutes: sum(all.rows.filter((e) => e.client_id === clientId)),
    })
    const cents = all.rows
      .filter((e) => e.client_id === clientId && e.billable && e.rate_cents !== null)
      .reduce((n, e) => n + Math.floor((e.minutes * e.rate_cents + 30) / 60), 0)
    expect(of.amounts).toEqual([{ currency: 'USD', cents }])
    expect(sum(body.series)).toBe(body.total.minutes)
    const byTech = (await ask(lead, 'technician')).body.groups
    expect(byTech.find((g: { key: string }) => g.key === tech.id).minutes).toBe(
      sum(all.rows.filter((e) => e.user_id === tech.id)),
    )
    expect((await ask(outside, 'client')).body.total.minutes).toBe(0)
  })
})

describe('a note that is written while its ticket gets another key', () => {
  it('waits for the key, so that it opens afterwards and the next purge goes through', async () => {
    const purger = await s.world.custom(['tickets:read', 'tickets:write', 'files:purge'], {})
    const id = (await post(tech, '/tickets', { subject: 'Re-keyed', body: 'one' })).body.id
    const say = async () =>
      (await post(tech, `/tickets/${id}/messages`, { kind: 'internal', body: 'two' })).body.id
    const purge = async () =>
      (await post(purger, `/tickets/${id}/messages/${await say()}/purge`, { reason: 'Not ours' })).status
    for (let i = 0; i < 6; i++) {
      const message = await say()
      const [purged, made] = await Promise.all([
        post(purger, `/tickets/${id}/messages/${message}/purge`, { reason: 'Not ours to keep' }),
        post(tech, `/tickets/${id}/time`, { date: today, minutes: 5, note: `Note ${i}` }),
        post(tech, `/tickets/${id}/time`, { date: today, minutes: 5, note: `More ${i}` }),
      ])
      expect([purged.status, made.status]).toEqual([200, 201])
    }
    const list = await post(tech, '/time-entries/search', { ticketId: id })
    expect(list.status).toBe(200)
    expect(list.body.items).toHaveLength(12)
    expect(await purge()).toBe(200)
  })

  it('is sealed under no key that goes while it is written', async () => {
    const id = (await post(tech, '/tickets', { subject: 'Held', body: 'one' })).body.id
    const other = new pg.Client({ connectionString: s.ownerUrl })
    await other.connect()
    await other.query('begin')
    await other.query('select 1 from tickets where id = $1 for no key update', [id])
    const writing = post(tech, `/tickets/${id}/time`, { date: today, minutes: 5, note: 'Late' })
    const first = await Promise.race([writing.then(() => 'written'), setTimeout(700, 'waits')])
    await other.query('commit')
    await other.end()
    expect((await writing).status).toBe(201)
    expect(first).toBe('waits')
  })
})
