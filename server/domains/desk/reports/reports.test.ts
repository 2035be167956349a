import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../sla/testing/desk.ts'

let d: TestDesk
beforeAll(async () => {
  d = await testDesk()
})
afterAll(() => d.s.stop())

const post = (who: { token: string }, path: string, body: object = {}) =>
  d.s.call(who.token, 'POST', path, body)
const move = (id: string, status: string) =>
  post(d.tech, `/tickets/${id}/messages`, { kind: 'internal', body: 'Moved', status })

it('tells the load by queue and technician, and how old the backlog is, within the walls', async () => {
  const [a, b, c] = [await d.open({ assigneeId: d.tech.id }), await d.open(), await d.open()]
  await d.age(a, 4 * 1440 + 60)
  await d.age(b, 100 * 1440)
  await move(b, 'waiting-requester')
  await move(c, 'resolved')
  const { rows } = (await post(d.tech, '/reports/load')).body
  expect(rows).toMatchObject([
    { technicianId: d.tech.id, technicianName: 'technician', open: 1, fresh: 1, overdue: 1, waiting: 0 },
    { technicianId: null, open: 1, waiting: 1 },
  ])
  const backlog = (await post(d.tech, '/reports/backlog')).body
  expect(backlog.ages).toEqual([1, 3, 7, 14, 30, 90, null])
  expect(backlog.queues).toMatchObject([{ counts: [0, 0, 1, 0, 0, 0, 1], oldestDays: 100 }])
  expect((await post(d.outside, '/reports/load')).body.rows).toEqual([])
  expect((await post(d.outside, '/reports/backlog')).body.queues).toEqual([])
})

it('tells what was reopened of what was resolved', async () => {
  const period = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  }
  const before = (await post(d.tech, '/reports/reopened', period)).body.total
  const [a, b] = [await d.open(), await d.open()]
  await move(a, 'resolved')
  await move(b, 'resolved')
  await move(b, 'closed')
  await move(a, 'in-progress')
  const { total, groups, series } = (await post(d.tech, '/reports/reopened', period)).body
  expect(total).toEqual({ resolved: before.resolved + 2, reopened: 1, rate: 1 / (before.resolved + 2) })
  expect(groups).toMatchObject([{ name: 'Service desk', ...total }])
  expect(series).toHaveLength(1)
  await move(a, 'resolved')
  expect((await post(d.tech, '/reports/reopened', period)).body.total).toMatchObject({
    resolved: total.resolved + 1,
    reopened: 1,
  })
  const [twin, kept] = [await d.open(), await d.open()]
  const lead = await d.s.world.person('service-desk-lead')
  expect((await post(lead, `/tickets/${twin}/merge`, { into: kept })).status).toBe(200)
  expect((await post(d.tech, '/reports/reopened', period)).body.total.resolved).toBe(total.resolved + 1)
  expect((await post(d.outside, '/reports/reopened', period)).body.total).toEqual({
    resolved: 0,
    reopened: 0,
    rate: null,
  })
  expect((await post(d.tech, '/reports/reopened', { from: period.to, to: period.from })).status).toBe(422)
})
