import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import { type Sink, startSink } from '../../testing/sink.ts'
import type { Person } from '../../testing/world.ts'
import { openOffice } from './testing/office.ts'

let s: TestServer
let sink: Sink
let tech: Person
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  tech = await s.world.person('technician')
})
afterAll(async () => {
  await sink.stop()
  await s.stop()
})

const ticketOf = async (): Promise<string> =>
  (await s.call(tech.token, 'POST', '/tickets', { subject: 'Printer jams' })).body.id
const say = async (who: Person, ticket: string, kind: string): Promise<string> =>
  (await s.call(who.token, 'POST', `/tickets/${ticket}/messages`, { kind, body: 'x' })).body.id
const attach = async (ownerId: string, messageId: string, ownerType = 'ticket', who = tech) =>
  (await s.call(who.token, 'POST', '/files', { ownerType, ownerId, messageId, name: 'a.txt', size: 1 }))
    .status

it('a file goes with one’s own message of that ticket, and with none that was taken to be sent', async () => {
  const clinician = await s.world.person('clinician')
  const client = await s.call(clinician.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'], family: 'Quellenbrunn' }] },
  })
  const [ticket, other] = [await ticketOf(), await ticketOf()]
  const own = await say(tech, ticket, 'internal')
  expect(await attach(ticket, own)).toBe(201)
  expect(await attach(other, own)).toBe(422)
  expect(await attach(client.body.id, own, 'client', clinician)).toBe(422)
  const theirs = await say(await s.world.person('technician'), ticket, 'internal')
  expect(await attach(ticket, theirs)).toBe(422)
  const kept = await say(tech, ticket, 'public')
  await runJobs(s)
  expect(await attach(ticket, kept), 'nobody sends it while mail is off').toBe(201)
  await openOffice(s, sink)
  const sent = await say(tech, ticket, 'public')
  await runJobs(s)
  expect(await attach(ticket, sent)).toBe(422)
})
