import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../../platform/ids.ts'
import { type TestDesk, testDesk } from './testing/desk.ts'

const MIN = 60_000
const HOUR = 60 * MIN
const START = Date.now() - 60 * 24 * HOUR
let d: TestDesk
interface Seeded {
  group: 'in' | 'out'
  priority: number
  assignee: string | null
  state: 'met' | 'breached' | 'stopped' | 'running'
  minutes: number
  decided: number | null
  stopped: boolean
}
const seeded: Seeded[] = []

beforeAll(async () => {
  d = await testDesk()
  const first = await d.open()
  const queueOut = uuidv7()
  await d.s.owner.query(
    "insert into queues (org_id, id, name, group_id, type_id) values ($1, $2, 'South desk', $3, $4)",
    [d.s.world.orgId, queueOut, d.s.world.otherGroupId, d.s.world.typeId],
  )
  await d.s.owner.query('delete from ticket_slas')
  const states = ['met', 'met', 'breached', 'met', 'running', 'breached', 'stopped'] as const
  for (let i = 0; i < 120; i++) {
    const state = states[(i * 5) % states.length]!
    const decides = state === 'met' || state === 'breached'
    const t: Seeded = {
      group: i % 4 === 0 ? 'out' : 'in',
      priority: 1 + (i % 4),
      assignee: i % 3 === 0 ? d.tech.id : null,
      state,
      minutes: ((i * 7919) % 900) + 0.5,
      decided: decides ? START + ((i * 104_729) % (59 * 24 * 60)) * MIN : null,
      stopped: state === 'met' || (state === 'breached' && i % 2 === 0),
    }
    seeded.push(t)
    await seed(first, t, i, queueOut)
  }
})
afterAll(() => d.s.stop())

/** A ticket beside the one made over the API, with clocks as told: the same for both. */
async function seed(first: string, t: Seeded, i: number, queueOut: string): Promise<void> {
  const id = uuidv7()
  await d.s.owner.query(
    `insert into tickets (org_id, id, number, group_id, queue_id, type_id, status, status_category, impact, urgency, priority, assignee_id,
       sealed_subject, channel) select org_id, $2, $3, $4, $5, type_id, status, status_category, 1, 1, $6, $7, sealed_subject, channel
     from tickets where id = $1`,
    [
      first,
      id,
      1000 + i,
      t.group === 'in' ? d.s.world.groupId : d.s.world.otherGroupId,
      t.group === 'in' ? d.s.world.queueId : queueOut,
      t.priority,
      t.assignee,
    ],
  )
  const decided = t.decided === null ? null : new Date(t.decided)
  await d.s.owner.query(
    `insert into ticket_slas (org_id, ticket_id, evaluated_at, response_state, response_elapsed, response_decided_at, response_stopped_at,
       resolution_state, resolution_elapsed, resolution_decided_at, resolution_stopped_at)
     values ($1, $2, now(), $3, $4, $5, $6, $3, $4, $5, $6)`,
    [d.s.world.orgId, id, t.state, t.minutes * MIN, decided, t.stopped ? decided : null],
  )
}

/** The same figures, plainly. */
function naive(of: Seeded[], from: number, to: number) {
  const within = of.filter((t) => t.decided !== null && t.decided >= from && t.decided < to)
  const met = within.filter((t) => t.state === 'met').length
  const breached = within.filter((t) => t.state === 'breached').length
  const times = within
    .filter((t) => t.stopped)
    .map((t) => t.minutes)
    .toSorted((a, b) => a - b)
  const share = (p: number) => {
    if (!times.length) return null
    const at = p * (times.length - 1)
    const low = times[Math.floor(at)]!
    return low + (times[Math.ceil(at)]! - low) * (at - Math.floor(at))
  }
  return {
    met,
    breached,
    attainment: met + breached ? met / (met + breached) : null,
    medianMinutes: share(0.5) === null ? null : expect.closeTo(share(0.5)!, 6),
    p90Minutes: share(0.9) === null ? null : expect.closeTo(share(0.9)!, 6),
  }
}
const inside = () => seeded.filter((t) => t.group === 'in')
const ask = (who: { token: string }, over: object = {}) =>
  d.s.call(who.token, 'POST', '/reports/sla', {
    from: new Date(START + 5 * 24 * HOUR).toISOString(),
    to: new Date(START + 50 * 24 * HOUR).toISOString(),
    groupBy: 'priority',
    timeZone: 'UTC',
    ...over,
  })
const period: [number, number] = [START + 5 * 24 * HOUR, START + 50 * 24 * HOUR]

describe('the report of service levels', () => {
  it('counts what a plain count finds, within the walls', async () => {
    const answer = await ask(d.tech)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const all = naive(inside(), ...period)
    expect(answer.body.total).toEqual({ response: all, resolution: all })
    expect(all.met).toBeGreaterThan(10)
    expect(answer.body.groups.map((g: { key: string }) => g.key)).toEqual(['1', '2', '3', '4'].slice(1, 4))
    for (const g of answer.body.groups)
      expect(g.resolution).toEqual(
        naive(
          inside().filter((t) => String(t.priority) === g.key),
          ...period,
        ),
      )
  })
  it('shows each technician, queue and group that the asker may see, and nobody else’s', async () => {
    const people = (await ask(d.tech, { groupBy: 'technician' })).body.groups
    expect(people.map((g: { key: string | null }) => g.key)).toEqual([d.tech.id, null])
    expect(people[0]).toMatchObject({ name: 'technician' })
    expect(people[0].response).toEqual(
      naive(
        inside().filter((t) => t.assignee === d.tech.id),
        ...period,
      ),
    )
    const queues = (await ask(d.tech, { groupBy: 'queue' })).body.groups
    expect(queues).toMatchObject([{ key: d.s.world.queueId, name: 'Service desk' }])
    const beyond = await ask(d.outside, { groupBy: 'clientGroup' })
    expect(beyond.body.groups).toMatchObject([{ name: 'South clinic' }])
    expect(beyond.body.total.response.met).toBe(
      naive(
        seeded.filter((t) => t.group === 'out'),
        ...period,
      ).met,
    )
    const auditor = await d.s.world.person('auditor', 'nowhere')
    expect((await ask(auditor)).body.total.response).toMatchObject({ met: 0, breached: 0, attainment: null })
  })
  it('puts them in buckets of local days', async () => {
    for (const timeZone of ['UTC', 'Pacific/Auckland']) {
      const { series } = (await ask(d.tech, { bucket: 'day', timeZone })).body
      expect(series.length).toBeGreaterThan(10)
      for (const b of series) {
        const start = Temporal.PlainDate.from(b.start)
        const at = (p: Temporal.PlainDate) => p.toZonedDateTime(timeZone).epochMilliseconds
        const [from, to] = [Math.max(at(start), period[0]), Math.min(at(start.add({ days: 1 })), period[1])]
        expect(b.response).toEqual(naive(inside(), from, to))
      }
    }
  })
  it('is recorded, and refuses periods that are none', async () => {
    const { rows } = await d.s.owner.query("select leaf from audit_events where action = 'report.read'")
    expect(rows.length).toBeGreaterThan(3)
    const now = new Date().toISOString()
    expect((await ask(d.tech, { from: now, to: now })).body.errors[0].field).toBe('to')
    expect((await ask(d.tech, { timeZone: 'Mars' })).body.errors[0].field).toBe('timeZone')
    const long = { from: '2000-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' }
    expect((await ask(d.tech, long)).status).toBe(422)
    expect((await ask(await d.s.world.person('receptionist'))).status).toBe(403)
  })
})
