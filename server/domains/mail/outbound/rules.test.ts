import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import { ticketFiles } from '../../desk/index.ts'
import { fileOwners } from '../../files/index.ts'
import { receiveMail } from '../inbound/receive.ts'
import { mailboxes } from '../mailboxes.ts'
import { headersOf, type Office, openOffice, RECIPIENT } from '../testing/office.ts'

// What rules of the desk answer by mail: persons, once, marked as nobody's words; machines, never.

let s: TestServer
let sink: Sink
let office: Office
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  office = await openOffice(s, sink)
  const lead = await s.world.person('service-desk-lead')
  for (const on of ['made', 'requester-reply']) {
    const actions = { kind: 'public', body: `Thank you (${on})`, addTags: ['seen'] }
    const made = await s.call(lead.token, 'POST', '/ticket-rules', { name: on, on, actions })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
  }
})
afterAll(async () => {
  await sink.stop()
  await s.stop()
})
beforeEach(() => {
  sink.mails.length = 0
})

let n = 0
/** Takes a mail in and does what follows; answers the ticket that it is on. */
async function arrive(headers: string[] = [], from = `Rowan Hale <${RECIPIENT}>`) {
  const raw = [
    `From: ${from}`,
    'To: desk@clinic.example',
    'Subject: Printer',
    `Message-ID: <${++n}@home.example>`,
    ...headers,
    '',
    'It jams.',
    '',
  ].join('\r\n')
  const context = { orgId: s.world.orgId, userId: null }
  const [box] = await s.services.db.withContext(context, (tx) => mailboxes(tx), 'worker')
  const source = (async function* () {
    yield Buffer.from(raw)
  })()
  const taken = await receiveMail(s.services, fileOwners([ticketFiles]), s.world.orgId, box!, source)
  await office.run()
  return { ticketId: taken.ticketId!, id: `${n}@home.example` }
}
const read = async (id: string) => (await s.call(office.tech.token, 'GET', `/tickets/${id}`)).body
const refused = async (id: string) =>
  (
    await s.owner.query(
      "select leaf from audit_events where object_id = $1 and action = 'ticket.rule-refused'",
      [id],
    )
  ).rows.map((r) => JSON.parse(r.leaf).event.facts.why)

it('answer a person, once for each thing that happened, marked as automatic', async () => {
  const { ticketId, id } = await arrive()
  expect(sink.mails).toHaveLength(1)
  const { raw, to } = sink.mails[0]!
  expect(to).toEqual([RECIPIENT])
  expect(raw).toContain('Thank you (made)')
  expect(headersOf(raw).get('auto-submitted')).toBe('auto-generated')
  const again = await arrive([`In-Reply-To: <${id}>`])
  expect(again.ticketId).toBe(ticketId)
  expect(sink.mails.map((m) => m.raw.includes('Thank you (requester-reply)'))).toEqual([false, true])
  await office.run()
  expect(sink.mails).toHaveLength(2)
})

it('answer no machine, but do the rest for it, and say why not', async () => {
  for (const header of [
    'Auto-Submitted: auto-generated',
    'Precedence: bulk',
    'X-Auto-Response-Suppress: All',
  ]) {
    const { ticketId } = await arrive([header])
    expect(sink.mails, header).toHaveLength(0)
    expect((await read(ticketId)).tags).toEqual(['seen'])
    expect(await refused(ticketId)).toEqual(['a-machine-wrote'])
  }
})

it('take what a machine answered for somebody for no reply', async () => {
  const { ticketId, id } = await arrive()
  sink.mails.length = 0
  await arrive([`In-Reply-To: <${id}>`, 'Auto-Submitted: auto-replied'])
  expect(sink.mails).toHaveLength(0)
  const { thread } = await read(ticketId)
  expect(thread.items.map((m: { kind: string }) => m.kind)).toEqual(['public', 'public', 'internal'])
})
