import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import { type Office, openOffice } from '../testing/office.ts'

let s: TestServer
let sink: Sink
let office: Office
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  office = await openOffice(s, sink)
})
afterAll(async () => {
  await sink.stop()
  await s.stop()
})

const jobs = async () =>
  (
    await s.owner.query(
      "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'mail.take'",
    )
  ).rows[0].n

it('makes no job of a reply while mail is off, and one when it is on again', async () => {
  await s.owner.query('update mail_settings set enabled = false')
  const { ticketId } = await office.reply('Kept here')
  expect(await jobs()).toBe(0)
  await s.owner.query('update mail_settings set enabled = true')
  await office.run()
  expect((await office.mailOf(ticketId)).deliveries).toEqual([])
  const sent = await office.reply('Sent')
  expect(await jobs()).toBe(1)
  await office.run()
  expect(sink.mails).toHaveLength(1)
  expect((await office.mailOf(sent.ticketId)).deliveries).toMatchObject([{ state: 'sent' }])
})
