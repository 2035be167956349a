import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import { openOffice } from '../testing/office.ts'
import { mailNotice } from './notice.ts'
import { NotPosted } from './post.ts'

// Notices of Wellkeep's own to its users, through a real SMTP server.

const words = {
  subject: 'A device has sent no copy',
  text: 'See which one:\n\nhttps://localhost/devices/1\n',
}
let s: TestServer
let sink: Sink
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
})
afterAll(async () => {
  await sink.stop()
  await s.stop()
})

const notice = (userId: string) => mailNotice(s.services, s.world.orgId, userId, words)

it('goes to the user’s address in fixed words, as a machine’s mail; only while mail is on and they may sign in', async () => {
  const who = await s.world.person('administrator')
  await notice(who.id)
  expect(sink.mails).toHaveLength(0)

  await openOffice(s, sink)
  await notice(who.id)
  expect(sink.mails).toHaveLength(1)
  expect(sink.mails[0]!.to).toEqual([who.email])
  expect(sink.mails[0]!.raw).toContain('Subject: A device has sent no copy')
  expect(sink.mails[0]!.raw).toContain('Auto-Submitted: auto-generated')

  // What may pass is tried again by the job; what was refused for good is not.
  sink.answers.push(451, 550)
  await expect(notice(who.id)).rejects.toThrow(NotPosted)
  await notice(who.id)
  expect(sink.mails).toHaveLength(1)

  await s.owner.query("update users set status = 'suspended' where id = $1", [who.id])
  await notice(who.id)
  expect(sink.mails).toHaveLength(1)
})
