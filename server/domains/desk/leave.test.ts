import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, type Person, startDesk } from './testing/desk.ts'

let d: Desk
let both: Person
beforeAll(async () => {
  d = await startDesk()
  both = await d.s.world.custom(
    ['tickets:read', 'tickets:write', 'tickets:create', 'clients:read', 'clients:write', 'desk:settings'],
    { contact: 'write' },
  )
  await d.s.owner.query('insert into team_members (org_id, team_id, user_id) values ($1, $2, $3)', [
    d.s.world.orgId,
    d.s.world.outsideTeamId,
    both.id,
  ])
})
afterAll(() => d.s.stop())

const given = (id: string, person: Person) =>
  d.s.owner.query('update tickets set assignee_id = $2 where id = $1', [id, person.id])

it('a client that moves behind another wall takes its tickets out of the hands of whom that shuts out', async () => {
  const clientId = await d.client()
  const [shut, kept] = [await d.open({ clientId }), await d.open({ clientId })]
  await given(shut, d.tech)
  await given(kept, both)
  const move = (groupId: string, version: number) =>
    d.call(both, 'PATCH', `/clients/${clientId}`, { groupId }, { 'if-match': `"${version}"` })
  expect((await move(d.s.world.otherGroupId, 1)).status).toBe(200)
  expect(await d.row(shut)).toMatchObject({ group_id: d.s.world.otherGroupId, assignee_id: null })
  expect((await d.row(kept)).assignee_id).toBe(both.id)
  expect(await d.events('ticket.change', shut)).toMatchObject([
    { actor: { userId: both.id }, changes: ['ticket.assigneeId'] },
  ])
  expect(await d.events('ticket.change', kept)).toEqual([])
  // Nothing of it stays where the move itself does not.
  await given(shut, d.tech)
  expect((await move(d.s.world.groupId, 1)).status).toBe(412)
  expect((await d.row(shut)).assignee_id).toBe(d.tech.id)
})

it('so does a queue, which moves with its tickets for whom the walls let write behind both', async () => {
  const made = await d.call(both, 'POST', '/queues', { name: 'Moves', groupId: d.s.world.groupId })
  const { id: queueId, version, ...queue } = made.body
  const id = await d.open({ queueId })
  await given(id, d.tech)
  const move = (who: Person) =>
    d.call(
      who,
      'PUT',
      `/queues/${queueId}`,
      { ...queue, groupId: d.s.world.otherGroupId },
      { 'if-match': `"${version}"` },
    )
  const outsider = await d.s.world.custom(['tickets:read', 'tickets:write', 'desk:settings'], {}, 'outside')
  const refused = await move(outsider)
  expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, 'groupId'])
  expect((await d.row(id)).group_id).toBe(d.s.world.groupId)
  expect((await move(both)).status).toBe(200)
  expect(await d.row(id)).toMatchObject({ group_id: d.s.world.otherGroupId, assignee_id: null })
  expect(await d.events('ticket.change', id)).toHaveLength(1)
})
