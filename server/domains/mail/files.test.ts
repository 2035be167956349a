import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureCertificate } from '../../platform/http/tls/index.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { type Sink, startSink } from '../../testing/sink.ts'
import { ticketFiles } from '../desk/index.ts'
import { fileOwners } from '../files/index.ts'
import { type Listener, startListener } from './inbound/listener.ts'
import { deliver } from './outbound/deliver.ts'
import { takeFromOutbox } from './outbound/take.ts'
import { headersOf, type Office, openOffice, RECIPIENT } from './testing/office.ts'
import { handOver, refusal } from './testing/send.ts'

/** Synthetic; the detector suspects it. */
const PHI = 'Patient Wanda Quellenbrunn, SSN 536-22-8145, born 07/29/1931'
const HARMLESS = 'The printer on the second floor is out of toner.'

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

const base64 = (text: string) => Buffer.from(text).toString('base64')
const part = (name: string, text: string) =>
  `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}\r\n`
const mail = (id: string, ...parts: string[]) => ({
  from: RECIPIENT,
  to: 'desk@clinic.example',
  raw: `From: Rowan <${RECIPIENT}>\r\nTo: desk@clinic.example\r\nSubject: Files\r\nMessage-ID: <${id}@home.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n${parts.join('')}--b--\r\n`,
})
const latest = async () =>
  (await s.owner.query('select ticket_id, message_id from mail_received order by id desc limit 1')).rows[0]
const filesOn = async (ticketId: string) =>
  (
    await s.owner.query(
      'select id, state, size, message_id, received from files where owner_id = $1 order by id',
      [ticketId],
    )
  ).rows
const blobs = async (): Promise<number> =>
  (await readdir(join(s.dataDir, 'blobs', 'files', s.world.orgId)).catch(() => [])).length

describe('files of a mail that comes in', () => {
  it('become files of its message, are read and judged, and hold the ticket open when suspected', async () => {
    await handOver(listener.port, mail('one', part('note.txt', HARMLESS), part('letter.txt', PHI)))
    const { ticket_id, message_id } = await latest()
    expect(await filesOn(ticket_id)).toMatchObject([
      { state: 'waiting', size: HARMLESS.length, message_id },
      { state: 'waiting', size: PHI.length, message_id },
    ])
    await office.run()
    const states = await filesOn(ticket_id)
    expect(states.map((f) => f.state)).toEqual(['clean', 'suspected'])
    const got = await s.app.inject({
      url: `/api/v1/files/${states[0].id}/content`,
      headers: { authorization: `Bearer ${office.tech.token}` },
    })
    expect(got.payload).toBe(HARMLESS)
    expect(got.headers['content-disposition']).toContain('note.txt')
    const ticket = await s.call(office.tech.token, 'GET', `/tickets/${ticket_id}`)
    expect(ticket.body.phiState).toBe('suspected')
    const closed = await s.call(
      office.tech.token,
      'PATCH',
      `/tickets/${ticket_id}`,
      { status: 'closed' },
      { 'if-match': `"${ticket.body.version}"` },
    )
    expect(closed.status).toBe(409)
    expect(closed.body.type).toContain('ticket-not-closable')
  })

  it('are there once, and nowhere when the mail is not taken', async () => {
    const twice = mail('twice', part('a.txt', 'first'))
    await handOver(listener.port, twice)
    const before = await blobs()
    await handOver(listener.port, twice)
    expect(await blobs()).toBe(before)
    await handOver(listener.port, {
      ...mail('auto', part('a.txt', 'first')),
      raw: mail('auto', part('a.txt', 'x')).raw.replace(
        'Subject:',
        'Auto-Submitted: auto-replied\r\nSubject:',
      ),
    })
    expect(await blobs()).toBe(before)
    const tooMany = Array.from({ length: 101 }, (_, i) => part(`${i}.txt`, 'x'))
    expect(await refusal(listener.port, mail('many', ...tooMany))).toBe(554)
    expect(await blobs()).toBe(before)
    const { withContext } = s.services.db
    s.services.db.withContext = async (context, work, pool) => {
      await withContext(context, work, pool).catch(() => {})
      throw new Error('broke off at the end')
    }
    expect(await refusal(listener.port, mail('broken', part('a.txt', 'x')))).toBe(451)
    s.services.db.withContext = withContext
  })

  it('lie nowhere in the clear', async () => {
    await handOver(listener.port, mail('canary', part('Zyxwin-Qortavel.txt', 'Zyxwin-Qortavel')))
    const { ticket_id } = await latest()
    const { rows } = await s.owner.query('select f::text as row from files f where owner_id = $1', [
      ticket_id,
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toContain('Zyxwin')
    expect(rows[0].row).not.toContain(Buffer.from('Zyxwin').toString('hex'))
  })
})

describe('files of a reply', () => {
  async function upload(ticketId: string, name: string, content: string): Promise<string> {
    const made = await s.call(office.tech.token, 'POST', '/files', {
      ownerType: 'ticket',
      ownerId: ticketId,
      name,
      size: content.length,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const put = await s.call(
      office.tech.token,
      'PUT',
      `/files/${made.body.id}/content`,
      Buffer.from(content),
      {
        'upload-offset': '0',
        'content-type': 'application/octet-stream',
      },
    )
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    return made.body.id
  }
  async function replyWith(...files: [string, string][]) {
    const ticket = await s.call(office.tech.token, 'POST', '/tickets', {
      subject: 'Files',
      requester: { email: RECIPIENT },
    })
    const ids: string[] = []
    for (const [name, content] of files) ids.push(await upload(ticket.body.id, name, content))
    const message = await s.call(office.tech.token, 'POST', `/tickets/${ticket.body.id}/messages`, {
      kind: 'public',
      body: 'Here it is.',
      fileIds: ids,
    })
    expect(message.status, JSON.stringify(message.body)).toBe(201)
    sink.mails.length = 0
    return { ticketId: ticket.body.id as string, ids }
  }
  const job = (payload: object) => ({
    orgId: s.world.orgId,
    payload: payload as never,
    attempt: 1,
    lastAttempt: false,
    signal: undefined,
  })
  const flat = (raw: string) => raw.replace(/\r\n/g, '')

  it('leave with it when nothing is found in them', async () => {
    await office.setGate('notice')
    const { ticketId } = await replyWith(['toner.txt', HARMLESS])
    await office.run()
    expect(flat(sink.mails[0]!.raw)).toContain(base64(HARMLESS))
    expect(sink.mails[0]!.raw).toContain('filename=toner.txt')
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'sent' }])
  })

  it('stay under every policy but “allow” when something is found, the good ones too', async () => {
    for (const [policy, state, mails] of [
      ['notice', 'notice-sent', 1],
      ['block', 'blocked', 0],
      ['ask', 'held', 0],
      ['allow', 'sent', 1],
    ] as const) {
      await office.setGate(policy)
      const { ticketId } = await replyWith(['toner.txt', HARMLESS], ['letter.txt', PHI])
      await office.run()
      expect((await office.mailOf(ticketId)).deliveries, policy).toMatchObject([
        { state, reasons: ['file-suspected'] },
      ])
      expect(sink.mails, policy).toHaveLength(mails)
      for (const { raw } of sink.mails) {
        expect(flat(raw).includes(base64(PHI)), policy).toBe(policy === 'allow')
        if (policy !== 'allow') {
          expect(raw).not.toMatch(/toner|letter|Here it is|Quellenbrunn|8145/)
          expect(headersOf(raw).get('content-type')).toMatch(/^text\/plain/)
        }
      }
    }
  })

  it('leave once somebody cleared them', async () => {
    await office.setGate('ask')
    const { ticketId, ids } = await replyWith(['letter.txt', PHI])
    await office.run()
    const cleared = await s.call(office.tech.token, 'POST', `/files/${ids[0]}/clear`, {
      reason: 'made up for training',
    })
    expect(cleared.status, JSON.stringify(cleared.body)).toBe(200)
    const id = (await office.mailOf(ticketId)).deliveries[0]!.id
    await s.call(office.officer.token, 'POST', `/mail/held/${id}/decide`, {
      decision: 'send',
      reason: 'it was cleared',
    })
    await office.run()
    expect(flat(sink.mails[0]!.raw)).toContain(base64(PHI))
  })

  it('are waited for until they are read, and count as suspected when nobody can', async () => {
    await office.setGate('notice')
    const { ticketId } = await replyWith(['toner.txt', HARMLESS])
    const { rows } = await s.owner.query('select id from ticket_outbox where ticket_id = $1', [ticketId])
    await takeFromOutbox(s.services, job({ outboxId: rows[0].id }))
    const id = (await office.mailOf(ticketId)).deliveries[0]!.id
    await deliver(s.services, job({ deliveryId: id }))
    expect(sink.mails).toEqual([])
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'waiting' }])
    await s.owner.query(
      "update mail_deliveries set next_at = now(), created_at = now() - interval '11 minutes' where id = $1",
      [id],
    )
    await deliver(s.services, job({ deliveryId: id }))
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
      { state: 'notice-sent', reasons: ['file-unread'] },
    ])
    expect(sink.mails[0]!.raw).not.toContain('toner')
  })

  it('do not leave unread though somebody let the mail go, and are asked about again when something is found', async () => {
    await office.setGate('ask')
    const { ticketId, ids } = await replyWith(['letter.txt', PHI], ['toner.txt', HARMLESS])
    const { rows } = await s.owner.query('select id from ticket_outbox where ticket_id = $1', [ticketId])
    await takeFromOutbox(s.services, job({ outboxId: rows[0].id }))
    const id = (await office.mailOf(ticketId)).deliveries[0]!.id
    const dueNow = () =>
      s.owner.query(
        "update mail_deliveries set next_at = now(), created_at = now() - interval '11 minutes' where id = $1",
        [id],
      )
    const state = async () => (await office.mailOf(ticketId)).deliveries[0]
    const letGo = () =>
      s.call(office.officer.token, 'POST', `/mail/held/${id}/decide`, {
        decision: 'send',
        reason: 'looked at it',
      })
    await dueNow()
    await deliver(s.services, job({ deliveryId: id }))
    expect(await state()).toMatchObject({ state: 'held', reasons: ['file-unread'] })
    expect((await letGo()).status).toBe(200)
    await deliver(s.services, job({ deliveryId: id }))
    expect(await state()).toMatchObject({ state: 'waiting' })
    expect(sink.mails).toEqual([])
    // Read now, by the jobs that wait; then the mail's own turn.
    await office.run()
    expect((await s.call(office.tech.token, 'GET', `/files/${ids[0]}`)).body.state).toBe('suspected')
    await dueNow()
    await deliver(s.services, job({ deliveryId: id }))
    expect(await state()).toMatchObject({ state: 'held', reasons: ['file-suspected'] })
    expect(sink.mails).toEqual([])
    await letGo()
    await deliver(s.services, job({ deliveryId: id }))
    expect(flat(sink.mails[0]!.raw)).toContain(base64(PHI))
  })

  it('must be files of that ticket, and go with one message', async () => {
    const { ticketId, ids } = await replyWith(['toner.txt', HARMLESS])
    const again = (id: string) =>
      s.call(office.tech.token, 'POST', `/tickets/${id}/messages`, {
        kind: 'public',
        body: 'x',
        fileIds: ids,
      })
    const twice = await again(ticketId)
    expect(twice.body, JSON.stringify(twice.body)).toMatchObject({
      status: 422,
      errors: [{ field: 'fileIds' }],
    })
    const other = await s.call(office.tech.token, 'POST', '/tickets', { subject: 'Other' })
    expect((await again(other.body.id)).status).toBe(422)
  })
})
