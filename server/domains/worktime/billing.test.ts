import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let tech: Person
let lead: Person
let clientId: string
let ticketId: string
const LEAD = [
  'tickets:read',
  'tickets:write',
  'time:write',
  'time:approve',
  'contracts:manage',
  'reports:read',
]

beforeAll(async () => {
  s = await startTestServer()
  tech = await s.world.person('technician')
  lead = await s.world.custom(LEAD, {})
  const clinician = await s.world.person('clinician')
  const contact = { names: [{ given: ['Ada'], family: 'Winterbourne' }] }
  clientId = (
    await s.call(clinician.token, 'POST', '/clients', { kind: 'person', groupId: s.world.groupId, contact })
  ).body.id
  ticketId = (await s.call(tech.token, 'POST', '/tickets', { subject: 'Printer jams', clientId })).body.id
})
afterAll(() => s.stop())

const post = (who: Person, path: string, body: object = {}) => s.call(who.token, 'POST', path, body)
const day = '2026-06-10'
const settings = async (stepMinutes: number, leastMinutes: number) => {
  const { version } = (await s.call(lead.token, 'GET', '/billing-settings')).body
  const body = { stepMinutes, leastMinutes }
  return s.call(lead.token, 'PUT', '/billing-settings', body, { 'if-match': `"${version}"` })
}
const contract = async (over: object = {}) => {
  const made = await post(lead, '/contracts', {
    clientId,
    name: `Care ${Math.random()}`,
    startsOn: '2026-01-01',
    period: 'month',
    includedMinutes: 0,
    rateCents: 6000,
    ...over,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const worked = async (over: object = {}) => {
  const made = await post(tech, `/tickets/${ticketId}/time`, {
    date: day,
    minutes: 7,
    rateCents: 6000,
    ...over,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const decide = (id: string, decision: string) =>
  post(lead, '/time-entries/decide', { ids: [id], decision, reason: 'As agreed' })
const approved = async (over: object = {}) => {
  const { id } = await worked(over)
  await post(tech, '/time-entries/submit', { ids: [id] })
  expect((await decide(id, 'approve')).status).toBe(200)
  return id as string
}
const entry = async (id: string) =>
  (await post(lead, '/time-entries/search', { ticketId })).body.items.find((e: { id: string }) => e.id === id)
const ask = (over: object = {}) =>
  post(lead, '/time-entries/export', { from: day, to: day, purpose: 'Invoices of June', ...over })
const figures = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((l) => l.split(',').slice(7, 13).join(' '))

describe('what is billed', () => {
  it('is the least whole number of steps that holds what was worked, and no less than the least', async () => {
    const cases = fc.sample(
      fc.record({
        m: fc.integer({ min: 1, max: 1440 }),
        step: fc.integer({ min: 1, max: 240 }),
        least: fc.integer({ min: 0, max: 480 }),
      }),
      5000,
    )
    const { rows } = await s.owner.query(
      `select wk_billed_minutes(m, step, least) as b from unnest($1::int[], $2::int[], $3::int[]) with ordinality as x (m, step, least, n)
       order by n`,
      [cases.map((c) => c.m), cases.map((c) => c.step), cases.map((c) => c.least)],
    )
    cases.forEach(({ m, step, least }, i) => {
      const { b } = rows[i]
      expect(b).toBeGreaterThanOrEqual(Math.max(m, least))
      if (b !== least) expect([b % step, b - m < step]).toEqual([0, true])
      else expect(m).toBeLessThanOrEqual(least)
    })
  })

  it('is as the organization says, unless the contract does, each for itself', async () => {
    expect((await entry((await worked()).id)).billedMinutes).toBe(7)
    expect((await settings(15, 0)).status).toBe(200)
    expect(await worked()).toMatchObject({ minutes: 7, billedMinutes: 15, amountCents: 1500 })
    expect(await worked({ billable: false })).toMatchObject({
      minutes: 7,
      billedMinutes: null,
      amountCents: null,
    })
    const own = await contract({ billStepMinutes: 6 })
    expect(await worked({ contractId: own.id })).toMatchObject({ minutes: 7, billedMinutes: 12 })
    const exact = await contract({ billStepMinutes: 1, billLeastMinutes: 10 })
    expect((await worked({ contractId: exact.id })).billedMinutes).toBe(10)
    expect((await worked({ contractId: exact.id, minutes: 11 })).billedMinutes).toBe(11)
    await settings(15, 30)
    // Its step is its own, its least time the organization's.
    expect((await worked({ contractId: own.id })).billedMinutes).toBe(30)
    expect((await worked({ contractId: own.id, minutes: 31 })).billedMinutes).toBe(36)
    await settings(1, 0)
  })

  it('is decided when it is approved: no later agreement changes it, until the approval is taken back', async () => {
    const { id: contractId, version } = await contract({ billStepMinutes: 15 })
    const id = await approved({ contractId })
    expect((await entry(id)).billedMinutes).toBe(15)
    const change = { billStepMinutes: 30, billLeastMinutes: 60 }
    const path = `/contracts/${contractId}`
    expect(
      (await s.call(lead.token, 'PATCH', path, change, { 'if-match': `"${version}"` })).body,
    ).toMatchObject(change)
    expect((await entry(id)).billedMinutes).toBe(15)
    const bare = 'update time_entries set billed_minutes = 60 where id = $1'
    await expect(s.owner.query(bare, [id])).rejects.toMatchObject({ code: 'WK010' })
    await decide(id, 'reopen')
    expect((await entry(id)).billedMinutes).toBe(60)
    await decide(id, 'approve')
    expect((await entry(id)).billedMinutes).toBe(60)
    await decide(id, 'reopen')
    await decide(id, 'reject')
    expect((await entry(id)).billedMinutes).toBe(60)
  })

  it('uses up what is included, is parted where that ends without being rounded anew, and stays as invoiced', async () => {
    const { id: contractId } = await contract({ includedMinutes: 40, billStepMinutes: 15 })
    await approved({ contractId, minutes: 31 })
    await approved({ contractId, minutes: 1 })
    const lines = ['31 45 40 5 60.00 5.00', '1 15 0 15 60.00 15.00']
    expect(figures((await ask({ contractId })).body)).toEqual(lines)
    const use = await s.call(lead.token, 'GET', `/contracts/${contractId}/use`)
    const june = use.body.periods.find((p: { startsOn: string }) => p.startsOn === '2026-06-01')
    expect(june).toMatchObject({ used: 60, worked: 32, over: 20, left: 0 })
    await ask({ contractId, mark: true })
    await settings(60, 60)
    const [run] = (await s.call(lead.token, 'GET', '/invoice-runs')).body.items
    expect(figures((await ask({ runId: run.id, from: undefined, to: undefined })).body)).toEqual(lines)
    await post(lead, `/invoice-runs/${run.id}/undo`, { reason: 'Wrong month' })
    expect(figures((await ask({ contractId })).body)).toEqual(lines)
    await settings(1, 0)
  })

  it('stands beside what was worked on timesheets and in reports', async () => {
    const { id: contractId } = await contract({ billStepMinutes: 60 })
    await approved({ contractId, date: '2026-03-02' })
    await worked({ contractId, date: '2026-03-02', minutes: 61 })
    await worked({ contractId, date: '2026-03-02', billable: false })
    expect((await post(tech, '/timesheet', { week: '2026-03-02' })).body.days[0]).toEqual({
      date: '2026-03-02',
      minutes: 75,
      billableMinutes: 68,
      billedMinutes: 180,
    })
    const report = { from: '2026-03-02', to: '2026-03-02', groupBy: 'contract' }
    expect((await post(lead, '/reports/time', report)).body.total).toEqual({
      minutes: 75,
      billableMinutes: 68,
      billedMinutes: 180,
      approvedMinutes: 7,
      amounts: [{ currency: 'USD', cents: 18_000 }],
    })
  })

  it('is agreed on by who keeps contracts, within what makes sense', async () => {
    expect((await s.call(tech.token, 'GET', '/billing-settings')).status).toBe(403)
    expect((await settings(0, 0)).body.errors[0].field).toBe('stepMinutes')
    expect((await settings(15, 481)).body.errors[0].field).toBe('leastMinutes')
    const late = await s.call(
      lead.token,
      'PUT',
      '/billing-settings',
      { stepMinutes: 5, leastMinutes: 0 },
      {
        'if-match': '"0"',
      },
    )
    expect(late.status).toBe(412)
    const told = await s.owner.query("select 1 from audit_events where action = 'billing-settings.change'")
    expect(told.rows.length).toBeGreaterThan(0)
  })
})
