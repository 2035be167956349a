import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureCertificate } from '../../platform/http/tls/index.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { type Sink, startSink } from '../../testing/sink.ts'
import { ticketFiles } from '../desk/index.ts'
import { fileOwners } from '../files/index.ts'
import { type Listener, startListener } from './inbound/listener.ts'
import { headersOf, type Office, openOffice, RECIPIENT } from './testing/office.ts'
import { handOver } from './testing/send.ts'

// Who is in copy: of replies, openly or not; and of mail that comes in, so that an answer can go to all.

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
  await office.setGate('notice')
})

const [FRONT, LAB, BOSS] = ['front@clinic-two.example', 'lab@clinic-two.example', 'boss@msp.example'] as const
const mailOf = async (ticketId: string) =>
  (await s.call(office.tech.token, 'GET', `/tickets/${ticketId}/mail`)).body
const newTicket = async () =>
  (
    await s.call(office.tech.token, 'POST', '/tickets', {
      subject: 'Printer jams',
      requester: { name: 'Rowan Hale', email: RECIPIENT },
    })
  ).body.id as string
const reply = (ticketId: string, more: object) =>
  s.call(office.tech.token, 'POST', `/tickets/${ticketId}/messages`, {
    kind: 'public',
    body: 'Open the tray.',
    ...more,
  })

it('a reply goes to those in copy; blind copies stand in no header', async () => {
  const id = await newTicket()
  const sent = await reply(id, { cc: [FRONT, RECIPIENT, FRONT], bcc: [BOSS, FRONT, 'desk@clinic.example'] })
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  await office.run()
  expect(sink.mails).toHaveLength(1)
  const { to, raw } = sink.mails[0]!
  expect(to).toEqual([RECIPIENT, FRONT, BOSS])
  expect(headersOf(raw).get('to')).toBe(RECIPIENT)
  expect(headersOf(raw).get('cc')).toBe(FRONT)
  expect(raw).not.toContain(BOSS)
  expect(await mailOf(id)).toMatchObject({
    deliveries: [{ to: RECIPIENT, state: 'sent' }],
    copies: [
      {
        messageId: sent.body.id,
        cc: [{ email: FRONT }],
        bcc: [{ email: BOSS }, { email: 'desk@clinic.example' }],
      },
    ],
    participants: [{ email: FRONT }],
  })
})

it('a note goes to nobody, and what is no address is refused by its field', async () => {
  const id = await newTicket()
  expect((await reply(id, { kind: 'internal', cc: [FRONT] })).body.errors).toMatchObject([{ field: 'cc' }])
  expect((await reply(id, { cc: ['front desk'] })).body.errors).toMatchObject([{ field: 'cc.0' }])
})

it('a notice goes to the requester alone, and nobody else learns of it', async () => {
  const id = await newTicket()
  await reply(id, { body: 'Her number is 536-22-8145, born 03/14/1961', cc: [FRONT], bcc: [BOSS] })
  await office.run()
  expect(sink.mails.map((m) => m.to)).toEqual([[RECIPIENT]])
  expect(sink.mails[0]!.raw).not.toMatch(/clinic-two|8145/)
})

it('an address that is refused keeps the others from nothing, and the ticket says so', async () => {
  const id = await newTicket()
  sink.unknown.add(LAB)
  await reply(id, { cc: [FRONT, LAB] })
  await office.run()
  expect(sink.mails.map((m) => m.to)).toEqual([[RECIPIENT, FRONT]])
  expect((await mailOf(id)).deliveries).toMatchObject([{ state: 'sent' }])
  expect(await office.said(id)).toEqual([
    expect.stringContaining('One of those in copy did not get the reply'),
  ])
  // Its own recipient is another matter.
  sink.unknown.add(RECIPIENT)
  await reply(id, { cc: [FRONT] })
  await office.run()
  expect((await mailOf(id)).deliveries.at(-1)).toMatchObject({
    state: 'failed',
    errorCode: '550 5.1.1',
  })
})

it('who was in copy of a mail takes part in its ticket, without us and its sender', async () => {
  const raw = [
    `From: Rowan Hale <${RECIPIENT}>`,
    `To: Desk <desk@clinic.example>, "Front desk" <${FRONT}>`,
    `Cc: ${RECIPIENT}, Wanda Quellenbrunn SSN 536-22-8145 <${LAB}>, desk+t7-aaaa@clinic.example`,
    'Subject: Printer',
    'Message-ID: <copies-1@home.example>',
    '',
    'It jams.',
    '',
  ].join('\r\n')
  await handOver(listener.port, { from: RECIPIENT, to: 'desk@clinic.example', raw })
  const { rows } = await s.owner.query('select ticket_id from mail_received order by id desc limit 1')
  const id = rows[0].ticket_id
  const people = [{ name: 'Front desk', email: FRONT }, { email: LAB }]
  expect(await mailOf(id)).toMatchObject({ participants: people, copies: [{ cc: people, bcc: [] }] })
  // They stay where the ticket goes, and go with its client.
  const into = await newTicket()
  const merger = await s.world.custom(['tickets:read', 'tickets:write', 'tickets:merge'], {})
  expect((await s.call(merger.token, 'POST', `/tickets/${id}/merge`, { into })).status).toBe(200)
  expect((await mailOf(into)).participants).toEqual(people)
  expect((await mailOf(id)).participants).toEqual([])
})

it('a report about a copy is no failure of the reply', async () => {
  const id = await newTicket()
  await reply(id, { cc: [FRONT] })
  await office.run()
  const ours = headersOf(sink.mails[0]!.raw).get('message-id')!
  const report = [
    'From: mailer-daemon@clinic-two.example',
    'To: desk@clinic.example',
    'Subject: Undeliverable',
    'Message-ID: <bounce-1@clinic-two.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.clinic-two.example',
    '',
    `Final-Recipient: rfc822; ${FRONT}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${ours}`,
    '',
    '--b--',
    '',
  ].join('\r\n')
  await handOver(listener.port, { from: '', to: 'desk@clinic.example', raw: report })
  expect((await mailOf(id)).deliveries).toMatchObject([{ state: 'sent' }])
  expect(await office.said(id)).toEqual([expect.stringContaining('The copy for one of the recipients')])
})
