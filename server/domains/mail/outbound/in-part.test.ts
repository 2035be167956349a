import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { roleUrl } from '../../../platform/db/migrate.ts'
import { ensureCertificate } from '../../../platform/http/tls/index.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import { ticketFiles } from '../../desk/index.ts'
import { fileOwners } from '../../files/index.ts'
import { type Listener, startListener } from '../inbound/listener.ts'
import { headersOf, type Office, openOffice, RECIPIENT } from '../testing/office.ts'
import { handOver } from '../testing/send.ts'

// A mail server that takes a reply for some and not for others: for now, or for good.

let s: TestServer
let sink: Sink
let office: Office
let listener: Listener
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  office = await openOffice(s, sink)
  const tls = await ensureCertificate(join(s.dataDir, 'smtp-tls'), { hosts: ['localhost'] })
  listener = await startListener(s.services, fileOwners([ticketFiles]), { host: '127.0.0.1', port: 0, tls })
})
afterAll(async () => {
  await listener.stop()
  await sink.stop()
  await s.stop()
})
beforeEach(async () => {
  sink.mails.length = 0
  sink.unknown.clear()
  sink.busy.clear()
  await office.setGate('notice')
})

const [FRONT, LAB, BOSS] = ['front@clinic-two.example', 'lab@clinic-two.example', 'boss@msp.example'] as const

async function send(copies: object): Promise<{ id: string; messageId: string }> {
  const requester = { name: 'Rowan Hale', email: RECIPIENT }
  const made = await s.call(office.tech.token, 'POST', '/tickets', { subject: 'Printer jams', requester })
  const body = { kind: 'public', body: 'Open the tray.', ...copies }
  const said = await s.call(office.tech.token, 'POST', `/tickets/${made.body.id}/messages`, body)
  expect(said.status, JSON.stringify(said.body)).toBe(201)
  await office.run()
  return { id: made.body.id, messageId: said.body.id }
}
/** What was put off is due now. */
async function later(id: string) {
  await s.owner.query('update mail_deliveries set next_at = now() where ticket_id = $1', [id])
  await s.owner.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts')
  await office.run()
}
const mailOf = async (id: string) => (await office.mailOf(id)).deliveries[0]!
const handed = () => sink.mails.map((m) => m.to)
const events = async (action: string, id: string) =>
  (
    await s.owner.query('select leaf from audit_events where action = $1 and object_id = $2 order by id', [
      action,
      id,
    ])
  ).rows.map((r) => JSON.parse(r.leaf).event.facts)

it('asks again for its own recipient alone, when those in copy have it', async () => {
  sink.busy.add(RECIPIENT)
  const { id } = await send({ cc: [FRONT], bcc: [BOSS] })
  expect(handed()).toEqual([[FRONT, BOSS]])
  expect(await mailOf(id)).toMatchObject({
    state: 'waiting',
    errorCode: '450 4.2.1',
    sentAt: null,
    recipients: [
      { email: RECIPIENT, state: 'waiting', errorCode: '450 4.2.1' },
      { email: FRONT, state: 'sent', errorCode: null },
      { email: BOSS, state: 'sent', errorCode: null },
    ],
  })
  await later(id)
  expect(handed()).toHaveLength(1)
  sink.busy.clear()
  await later(id)
  expect(handed()).toEqual([[FRONT, BOSS], [RECIPIENT]])
  // The same mail, as everybody got it.
  const [first, second] = sink.mails.map(({ raw }) => headersOf(raw))
  for (const name of ['message-id', 'to', 'cc']) expect(second!.get(name)).toBe(first!.get(name))
  expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 3, errorCode: null })
  expect(await office.said(id)).toEqual([])
  expect(await events('mail.send', id)).toMatchObject([
    { recipients: 2, attempts: 1 },
    { recipients: 1, attempts: 3 },
  ])
  await later(id)
  expect(handed()).toHaveLength(2)
})

it('shows to nobody beyond the wall how recipients fared', async () => {
  sink.busy.add(LAB)
  const { id } = await send({ cc: [LAB] })
  const app = new pg.Client({ connectionString: roleUrl(s.ownerUrl, 'wellkeep_app') })
  await app.connect()
  const seenBy = async (who: { id: string }) => {
    await app.query('begin')
    await app.query('select wk_enter($1, $2)', [s.world.orgId, who.id])
    const { rowCount } = await app.query(
      'select 1 from mail_recipients r join mail_deliveries d on d.id = r.delivery_id where d.ticket_id = $1',
      [id],
    )
    const all = (await app.query('select 1 from mail_recipients')).rowCount
    await app.query('rollback')
    return { rowCount, any: all! > 0 }
  }
  try {
    const outside = await s.world.person('technician', 'outside')
    expect(await seenBy(outside)).toEqual({ rowCount: 0, any: false })
    expect(await seenBy(office.tech)).toEqual({ rowCount: 2, any: true })
  } finally {
    await app.end()
  }
  const { rows } = await s.owner.query('select r::text as row from mail_recipients r')
  expect(rows.some((r) => r.row.includes('clinic-two') || r.row.includes('home.example'))).toBe(false)
})

it('asks again for a copy alone', async () => {
  sink.busy.add(LAB)
  const { id } = await send({ cc: [FRONT, LAB] })
  expect(await mailOf(id)).toMatchObject({ state: 'waiting', sentAt: expect.any(String) })
  sink.busy.clear()
  await later(id)
  expect(handed()).toEqual([[RECIPIENT, FRONT], [LAB]])
  expect((await mailOf(id)).state).toBe('sent')
  expect(await office.said(id)).toEqual([])
})

it('tells at once of who was refused for good, and goes on for who was not', async () => {
  sink.unknown.add(RECIPIENT).add(BOSS)
  sink.busy.add(LAB)
  const { id } = await send({ cc: [FRONT, LAB, BOSS] })
  expect(await office.said(id)).toEqual([
    expect.stringContaining('could not be delivered (550 5.1.1)'),
    expect.stringContaining('One of those in copy did not get the reply'),
  ])
  expect(await events('mail.fail', id)).toMatchObject([{ code: '550:5.1.1', recipients: 2 }])
  const told = "select user_id from notifications where kind = 'mail' and ticket_id = $1"
  expect((await s.owner.query(told, [id])).rows).toEqual([{ user_id: office.tech.id }])
  sink.busy.clear()
  await later(id)
  expect(handed()).toEqual([[FRONT], [LAB]])
  expect(await mailOf(id)).toMatchObject({
    state: 'failed',
    errorCode: '550 5.1.1',
    recipients: [
      { email: RECIPIENT, state: 'failed', errorCode: '550 5.1.1' },
      { email: FRONT, state: 'sent' },
      { email: LAB, state: 'sent', errorCode: null },
      { email: BOSS, state: 'failed', errorCode: '550 5.1.1' },
    ],
  })
  expect(await office.said(id)).toHaveLength(2)
})

it('gives a copy up after two days, and the reply is sent all the same', async () => {
  sink.busy.add(LAB)
  const { id } = await send({ cc: [LAB] })
  await s.owner.query('update mail_deliveries set attempts = 8 where ticket_id = $1', [id])
  await later(id)
  expect(await mailOf(id)).toMatchObject({
    state: 'sent',
    errorCode: null,
    recipients: [{ state: 'sent' }, { email: LAB, state: 'failed', errorCode: '450 4.2.1' }],
  })
  expect(await office.said(id)).toEqual([expect.stringContaining('One of those in copy')])
})

it('sends no more of what is suspected meanwhile, and takes nothing back', async () => {
  sink.busy.add(LAB)
  const { id, messageId } = await send({ cc: [LAB] })
  await office.suspect(messageId)
  sink.busy.clear()
  await later(id)
  expect(handed()).toEqual([[RECIPIENT]])
  expect(await mailOf(id)).toMatchObject({
    state: 'sent',
    recipients: [{ state: 'sent' }, { state: 'failed', errorCode: 'WITHHELD' }],
  })
  expect(await office.said(id)).toEqual([expect.stringContaining('Not every recipient got the reply')])
  // Its own recipient still gets a notice, and those in copy nothing.
  sink.busy.add(RECIPIENT).add(LAB)
  const other = await send({ cc: [FRONT, LAB] })
  await office.suspect(other.messageId)
  sink.busy.clear()
  await later(other.id)
  expect(handed()).toEqual([[RECIPIENT], [FRONT], [RECIPIENT]])
  expect(sink.mails.at(-1)!.raw).not.toContain('tray')
  expect(await mailOf(other.id)).toMatchObject({
    state: 'notice-sent',
    recipients: [{ state: 'sent' }, { state: 'sent' }, { email: LAB, state: 'failed' }],
  })
})

it('takes a report that comes while others are still asked for', async () => {
  sink.busy.add(LAB)
  const { id } = await send({ cc: [LAB] })
  const report = [
    'From: mailer-daemon@home.example',
    'To: desk@clinic.example',
    'Subject: Undeliverable',
    'Message-ID: <bounce-1@home.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.home.example',
    '',
    `Final-Recipient: rfc822; ${RECIPIENT}`,
    'Action: failed',
    'Status: 5.2.2',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${headersOf(sink.mails[0]!.raw).get('message-id')}`,
    '',
    '--b--',
    '',
  ].join('\r\n')
  await handOver(listener.port, { from: '', to: 'desk@clinic.example', raw: report })
  expect(await office.said(id)).toEqual([expect.stringContaining('could not be delivered (5.2.2)')])
  sink.busy.clear()
  await later(id)
  expect(handed()).toEqual([[RECIPIENT], [LAB]])
  expect(await mailOf(id)).toMatchObject({ state: 'failed', errorCode: '5.2.2' })
})
