import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runJobs } from '../../testing/jobs.ts'
import { SINK_LOGIN, type Sink, startSink } from '../../testing/sink.ts'
import { type Signer, type Signing, startSigning } from './testing/signing.ts'

// Who is told of what, by which way, and who is not.

let o: Signing
let sink: Sink
let stranger: Signer
beforeAll(async () => {
  o = await startSigning()
  sink = await startSink()
  const admin = await o.s.world.person('administrator', 'nowhere')
  const { port, ca } = sink
  await o.good(
    o.s.call(
      admin.token,
      'PUT',
      '/mail/outbound',
      {
        ...{ enabled: true, host: 'localhost', security: 'starttls', port, ca, login: SINK_LOGIN },
        ...{ fromAddress: 'desk@clinic.example', fromName: 'The desk' },
      },
      { 'if-match': '"0"' },
    ),
  )
  stranger = await o.portal('Somebody else', { clients: [] })
})
afterAll(async () => {
  await sink.stop()
  await o.stop()
})
beforeEach(async () => {
  await o.settle()
  await waiting()
  sink.mails.length = 0
})

/** Whose devices are told of what; then none is any more. */
async function waiting(): Promise<string[]> {
  const { rows } = await o.s.owner.query(
    `with gone as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier in ('push.tell', 'portal.notice') returning t.identifier, j.payload)
    select payload -> 'payload' ->> 'userId' || ' ' || (payload -> 'payload' ->> 'kind') as told from gone where identifier = 'push.tell'`,
  )
  return rows.map((r) => r.told).sort()
}
async function told(): Promise<string[]> {
  await runJobs(o.s)
  return waiting()
}
const each = (kind: string, ...people: { id: string }[]) => people.map((p) => `${p.id} ${kind}`).sort()
/** Mail that waits to be gathered is written now. */
async function mailed(): Promise<string[]> {
  await o.s.owner.query(
    "update graphile_worker._private_jobs set run_at = now() where task_id in (select id from graphile_worker._private_tasks where identifier = 'staff.notice')",
  )
  await runJobs(o.s)
  return sink.mails.flatMap((m) => m.to)
}

describe('a document', () => {
  test('of a client is told to the client’s people when it is published, and to nobody else', async () => {
    await o.published('Your plan', 'Letter.txt')
    expect(await told()).toEqual(each('document', o.patient, o.guardian))
    expect(await told()).not.toContain(`${stranger.id} document`)
  })

  test('for all is told to those who are asked to read it, once they have not; whoever sees it', async () => {
    const id = await o.published('Wash your hands', 'Policy.txt', o.shared)
    expect(await told()).toEqual([])
    const audience = { everybody: false, teamIds: [], roleIds: [], portal: false, dueOn: null }
    const ask = (userIds: string[], more = {}) =>
      o.good(o.call(o.writer, 'PUT', `/documents/${id}/reading`, { ...audience, userIds, ...more }))
    await ask([o.reader.id, o.writer.id])
    // Not to whoever published it.
    expect(await told()).toEqual(each('to-read', o.reader))
    expect(await mailed()).toEqual([o.reader.email])
    expect(sink.mails[0]!.raw).not.toMatch(/Policy|Nora|Wash/)
    await o.good(o.call(o.reader, 'POST', `/documents/${id}/acknowledge`, { n: 1 }))
    await ask([o.reader.id, o.writer.id], { portal: true })
    expect(await told()).toEqual(each('document', o.patient, o.guardian, stranger))
  })

  test('that was taken back before it is told, is told to nobody', async () => {
    const id = await o.add(o.own, 'Short.txt', 'Soon gone')
    await o.good(o.step(id, 'publish'))
    await o.good(o.step(id, 'withdraw'))
    expect(await told()).toEqual([])
  })
})

describe('e-mail', () => {
  test('goes to nobody who wants none of it; their devices are told all the same', async () => {
    const set = (email: boolean) => o.s.call(o.reader.token, 'PUT', '/me/notices', { email })
    const mine = await o.as(o.nurse, 'GET', '/me/notices')
    expect(mine.body).toEqual({ email: true })
    expect((await o.as(o.nurse, 'PUT', '/me/notices', { email: 'no' })).status).toBe(422)
    expect((await o.as(o.nurse, 'PUT', '/me/notices', { email: false })).body).toEqual({ email: false })
    const documentId = await o.published(await o.plan())
    await waiting()
    await o.good(o.ask(documentId, [o.nurse]))
    await o.settle()
    expect(await waiting()).toContain(`${o.nurse.id} to-sign`)
    expect(sink.mails).toEqual([])
    await o.as(o.nurse, 'PUT', '/me/notices', { email: true })
    expect((await set(true)).status).toBeGreaterThanOrEqual(200)
  })
})

describe('signatures', () => {
  const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString()
  async function asked(signers: Signer[], dueAt: string | null) {
    const documentId = await o.published(await o.plan())
    const { id } = await o.good(o.ask(documentId, signers, { dueAt }))
    await o.settle()
    await waiting()
    sink.mails.length = 0
    return { id: id as string, documentId }
  }
  /** The job that looks at days, as it comes around. */
  async function look(): Promise<string[]> {
    await o.s.services.db.withContext(
      { orgId: o.s.world.orgId, userId: null },
      (tx) =>
        tx.run(
          { name: 'look', text: "select wk_add_job('signature.days', '{}', 'signature.days', null)" },
          [],
        ),
      'worker',
    )
    await o.settle()
    return waiting()
  }

  test('are reminded of before their day, once for each day; whoever’s turn it is', async () => {
    const { id } = await asked([o.patient, o.nurse], days(7))
    expect(await look()).toEqual([])
    await o.s.owner.query(
      "update signature_requests set due_at = now() + interval '40 hours' where id = $1",
      [id],
    )
    // Asked just now: not yet, though the day is near.
    expect(await look()).toEqual([])
    await o.s.owner.query(
      "update signature_steps set asked_at = now() - interval '3 days' where request_id = $1 and state = 'waiting' and asked_at is not null",
      [id],
    )
    expect(await look()).toEqual(each('signature', o.patient))
    expect(await look()).toEqual([])
    expect(await o.events('signature.remind', id)).toHaveLength(1)
    await o.s.owner.query(
      "update signature_requests set due_at = now() + interval '41 hours' where id = $1",
      [id],
    )
    expect(await look()).toEqual(each('signature', o.patient))
    await o.good(o.sign(o.patient, id))
    await o.settle()
    await waiting()
    sink.mails.length = 0
    await o.s.owner.query(
      "update signature_steps set asked_at = now() - interval '3 days' where request_id = $1 and state = 'waiting'",
      [id],
    )
    expect(await look()).toEqual(each('to-sign', o.nurse))
    expect(sink.mails.flatMap((m) => m.to)).toEqual([o.reader.email])
    await o.good(o.sign(o.nurse, id))
    expect(await look()).toEqual([])
  })

  test('that wait for somebody who was suspended or untied are told to whoever asked, and say so', async () => {
    for (const gone of [
      (p: Signer) => o.s.owner.query("update users set status = 'suspended' where id = $1", [p.id]),
      (p: Signer) => o.s.owner.query('delete from portal_clients where user_id = $1', [p.id]),
    ]) {
      const person = await o.portal('Gone Soon', { clients: [o.clientId] })
      const { id, documentId } = await asked([o.nurse, person], null)
      expect((await o.read(id)).steps.map((s: { blocked: boolean }) => s.blocked)).toEqual([false, false])
      await gone(person)
      await o.settle()
      expect(sink.mails.map((m) => m.to)).toEqual([[o.writer.email]])
      expect(sink.mails[0]!.raw.replace(/=\r\n/g, '')).toContain(`https://localhost/documents/${documentId}`)
      expect(sink.mails[0]!.raw).not.toMatch(/Gone|Plan/)
      expect((await o.read(id)).steps.map((s: { blocked: boolean }) => s.blocked)).toEqual([false, true])
      // Asked anew without them.
      await o.good(o.call(o.writer, 'POST', `/signatures/${id}/cancel`, {}))
      await o.good(o.ask(documentId, [o.nurse]))
    }
  })
})
