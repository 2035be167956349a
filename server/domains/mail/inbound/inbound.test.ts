import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseUnavailable } from '../../../platform/db/database.ts'
import { ensureCertificate } from '../../../platform/http/tls/index.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import type { Person } from '../../../testing/world.ts'
import { ticketFiles } from '../../desk/index.ts'
import { fileOwners } from '../../files/index.ts'
import { headersOf, type Office, openOffice, RECIPIENT } from '../testing/office.ts'
import { handOver, refusal } from '../testing/send.ts'
import { type Listener, startListener } from './listener.ts'

let s: TestServer
let sink: Sink
let office: Office
let listener: Listener
let clinician: Person
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  office = await openOffice(s, sink)
  clinician = await s.world.person('clinician')
  const tls = await ensureCertificate(join(s.dataDir, 'smtp-tls'), { hosts: ['localhost'] })
  listener = await startListener(s.services, fileOwners([ticketFiles]), {
    host: '127.0.0.1',
    port: 0,
    tls,
    limits: { bytes: 2_000_000 },
  })
})
afterAll(async () => {
  await listener.stop()
  await sink.stop()
  await s.stop()
})

const CANARY = 'Zyxwin-Qortavel'
const lines = (...l: string[]) => l.join('\r\n')
interface Mail {
  from?: string
  to?: string | string[]
  subject?: string
  headers?: string[]
  body?: string
  id?: string
  envelope?: string
}
function mail({
  from = `Rowan Hale <${RECIPIENT}>`,
  to = 'desk@clinic.example',
  subject = 'Printer',
  headers = [],
  body = 'It jams.',
  id = `${randomUUID()}@home.example`,
  envelope,
}: Mail = {}) {
  const raw = lines(
    `From: ${from}`,
    `To: ${[to].flat().join(', ')}`,
    `Subject: ${subject}`,
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...headers,
    '',
    body,
    '',
  )
  return { from: envelope ?? /<(.+)>/.exec(from)?.[1] ?? from, to, raw, id }
}
const send = (m: ReturnType<typeof mail>) => handOver(listener.port, m)
const refuse = (m: { from: string; to: string | string[]; raw: string | Buffer }) => refusal(listener.port, m)
const latest = async () =>
  (
    await s.owner.query(
      'select outcome, error_code, ticket_id, message_id, quoted_from from mail_received order by id desc limit 1',
    )
  ).rows[0]
const tickets = async () => (await s.owner.query('select count(*)::int as n from tickets')).rows[0].n
const ticket = async (id: string) => (await s.call(office.tech.token, 'GET', `/tickets/${id}`)).body
/** Takes one mail in and answers the ticket that it is on. */
async function arrive(m: ReturnType<typeof mail>) {
  await send(m)
  const { ticket_id } = await latest()
  return ticket(ticket_id)
}

describe('a mail that comes in', () => {
  it('opens a ticket in the mailbox’s queue, for whoever it says it is from', async () => {
    const t = await arrive(
      mail({ subject: '=?utf-8?Q?Dr=C3=BCcker_klemmt?=', body: 'Hello,\r\n\r\nit jams.' }),
    )
    expect(t).toMatchObject({
      subject: 'Drücker klemmt',
      channel: 'email',
      queueId: s.world.queueId,
      clientId: null,
      requester: { name: 'Rowan Hale', email: RECIPIENT },
      status: 'new',
    })
    expect(t.thread.items).toMatchObject([
      { kind: 'public', fromRequester: true, from: { email: RECIPIENT }, body: 'Hello,\n\nit jams.' },
    ])
    const { rows } = await s.owner.query(
      "select leaf from audit_events where action = 'ticket.create' and object_id = $1",
      [t.id],
    )
    expect(JSON.parse(rows[0].leaf).event.actor).toMatchObject({ kind: 'system' })
  })

  it('is taken once, however often it is handed over', async () => {
    const m = mail()
    await send(m)
    const before = await tickets()
    await send(m)
    await Promise.all([send(m), send(m), send(m)])
    expect(await tickets()).toBe(before)
    const nameless = mail({ id: '', headers: ['Date: Tue, 3 Mar 2026 09:00:00 +0000'], body: 'no id' })
    await send(nameless)
    await send(nameless)
    expect(await tickets()).toBe(before + 1)
    const together = mail()
    await Promise.all([1, 2, 3, 4].map(() => send(together)))
    expect(await tickets()).toBe(before + 2)
  })

  it('answers by its signed address, whatever else it says', async () => {
    const { ticketId, number } = await office.reply('Have you tried another tray?')
    await office.run()
    const replyTo = sink.mails.at(-1)!.from
    const t = await arrive(
      mail({
        to: replyTo.toUpperCase(),
        subject: 'something else',
        body: 'Yes.\r\n\r\nOn Tue, 3 Mar 2026, Desk wrote:\r\n> Have you tried another tray?',
      }),
    )
    expect(t.id).toBe(ticketId)
    expect(t.thread.items.at(-1)).toMatchObject({
      fromRequester: true,
      body: expect.stringMatching(/^Yes\.\s+On Tue.*\s+> Have you tried/),
    })
    expect((await latest()).quoted_from).toBe('Yes.\n\n'.length)
    expect(t.number).toBe(number)
    const forged = replyTo.replace(/-[a-z2-7]{16}@/, '-aaaaaaaaaaaaaaaa@')
    expect((await arrive(mail({ to: forged }))).id).not.toBe(ticketId)
    const other = replyTo.replace(`+t${number}-`, `+t${number - 1}-`)
    expect((await arrive(mail({ to: other }))).id).not.toBe(ticketId)
  })

  it('answers by In-Reply-To or References, to our mail or to its own', async () => {
    const first = mail()
    const t = await arrive(first)
    expect((await arrive(mail({ headers: [`In-Reply-To: <${first.id}>`] }))).id).toBe(t.id)
    await s.call(office.tech.token, 'POST', `/tickets/${t.id}/messages`, {
      kind: 'public',
      body: 'Look again',
    })
    await office.run()
    const head = headersOf(sink.mails.at(-1)!.raw)
    expect(head.get('references')).toContain(`<${first.id}>`)
    expect((await arrive(mail({ headers: [`References: <x@y> ${head.get('message-id')}`] }))).id).toBe(t.id)
    expect((await arrive(mail({ headers: ['In-Reply-To: <nothing@known.example>'] }))).id).not.toBe(t.id)
  })

  it('wakes what waits when its requester answers, and not when somebody else does', async () => {
    const first = mail()
    const t = await arrive(first)
    const wait = await s.call(office.tech.token, 'POST', `/tickets/${t.id}/messages`, {
      kind: 'public',
      body: 'Which tray?',
      status: 'waiting-requester',
    })
    expect(wait.status, JSON.stringify(wait.body)).toBe(201)
    const answer = { headers: [`In-Reply-To: <${first.id}>`] }
    expect((await arrive(mail({ ...answer, from: 'Somebody <other@home.example>' }))).status).toBe(
      'waiting-requester',
    )
    expect(
      (await arrive(mail({ ...answer, headers: [...answer.headers, 'Auto-Submitted: auto-replied'] })))
        .status,
    ).toBe('waiting-requester')
    expect((await arrive(mail(answer))).status).toBe('in-progress')
  })

  it('opens another ticket when the one it answers is closed, and says which', async () => {
    const first = mail()
    const t = await arrive(first)
    const closed = await s.call(
      office.tech.token,
      'PATCH',
      `/tickets/${t.id}`,
      { status: 'closed' },
      { 'if-match': `"${t.version}"` },
    )
    expect(closed.status, JSON.stringify(closed.body)).toBe(200)
    const next = await arrive(mail({ headers: [`In-Reply-To: <${first.id}>`] }))
    expect(next.id).not.toBe(t.id)
    expect(next.thread.items.map((m: { body: string }) => m.body)).toContain(
      `This answers ticket ${t.number}, which is closed.`,
    )
  })

  it('has no text, only HTML, or too much text, and says so', async () => {
    expect((await arrive(mail({ body: '' }))).thread.items[0].body).toBe('[This e-mail has no text.]')
    expect(
      (
        await arrive(
          mail({
            headers: ['Content-Type: text/html'],
            body: '<p>Only <b>HTML</b></p><img src="https://x.example/p.gif">',
          }),
        )
      ).thread.items[0].body,
    ).toBe('Only HTML')
    const long = (await arrive(mail({ body: 'a line of text\r\n'.repeat(20_000) }))).thread.items[0].body
    expect(long.length).toBeLessThan(100_200)
    expect(long).toMatch(/was left out\.\]$/)
    expect((await arrive(mail({ subject: '' }))).subject).toBe('[no subject]')
  })

  it('goes where tickets go otherwise when its queue is out of use', async () => {
    await s.owner.query(
      'insert into queues (org_id, id, name, group_id, position) select org_id, gen_random_uuid(), $2, group_id, 9 from queues where id = $1',
      [s.world.queueId, 'Other'],
    )
    await s.owner.query('update queues set archived = true where id = $1', [s.world.queueId])
    try {
      await send(mail())
      const { ticket_id } = await latest()
      const { rows } = await s.owner.query(
        'select q.archived from tickets t join queues q on q.id = t.queue_id where t.id = $1',
        [ticket_id],
      )
      expect(rows).toEqual([{ archived: false }])
    } finally {
      await s.owner.query('update queues set archived = false where id = $1', [s.world.queueId])
    }
  })

  it('keeps nothing of anybody’s in the clear', async () => {
    await arrive(
      mail({
        from: `${CANARY} <${CANARY}@home.example>`,
        subject: CANARY,
        body: CANARY,
        id: `${CANARY}@home.example`,
      }),
    )
    for (const table of [
      'tickets',
      'ticket_messages',
      'mail_received',
      'mail_deliveries',
      'audit_events',
      'client_contact_emails',
    ]) {
      const { rows } = await s.owner.query(`select t::text as row from ${table} t`)
      for (const { row } of rows) {
        expect(row.toLowerCase(), table).not.toContain(CANARY.toLowerCase())
        expect(row.toLowerCase(), table).not.toContain(Buffer.from(CANARY).toString('hex'))
        expect(row.toLowerCase(), table).not.toContain(Buffer.from(CANARY.toLowerCase()).toString('hex'))
      }
    }
    const jobs = await s.owner.query('select t::text as row from graphile_worker._private_jobs t')
    for (const { row } of jobs.rows) expect(row).not.toContain(CANARY)
  })
})

describe('a sender', () => {
  const client = async (email: string, contactEmail?: string) => {
    const made = await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: {
        names: [{ given: ['Ada'], family: 'Winterbourne' }],
        emails: email ? [{ value: email }] : [],
      },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    if (!contactEmail) return { id: made.body.id, contactId: null }
    const contact = await s.call(clinician.token, 'POST', `/clients/${made.body.id}/contacts`, {
      name: { given: ['Guardian'] },
      emails: [{ value: contactEmail }],
    })
    return { id: made.body.id, contactId: contact.body.id }
  }
  it('is known by a client’s address, in any case, and the ticket stands behind that client’s wall', async () => {
    const { id } = await client('ada.w@home.example')
    const t = await arrive(mail({ from: 'Ada <ADA.W@Home.Example>' }))
    expect(t).toMatchObject({ clientId: id, contactId: null, groupId: s.world.groupId })
  })
  it('is known by a contact’s address, one that was added or changed meanwhile too', async () => {
    const { id, contactId } = await client('', 'guardian@home.example')
    expect(await arrive(mail({ from: 'G <guardian@home.example>' }))).toMatchObject({
      clientId: id,
      contactId,
    })
    const changed = await s.call(
      clinician.token,
      'PATCH',
      `/clients/${id}/contacts/${contactId}`,
      { name: { given: ['Guardian'] }, emails: [{ value: 'moved@home.example' }] },
      { 'if-match': '"1"' },
    )
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(await arrive(mail({ from: 'G <moved@home.example>' }))).toMatchObject({ clientId: id, contactId })
    expect(await arrive(mail({ from: 'G <guardian@home.example>' }))).toMatchObject({ clientId: null })
  })
  it('that several clients share is linked to none, and the ticket says so', async () => {
    await client('family@home.example')
    await client('', 'family@home.example')
    const t = await arrive(mail({ from: 'F <family@home.example>' }))
    expect(t.clientId).toBeNull()
    expect(t.thread.items.some((m: { body: string }) => m.body.includes('more than one client'))).toBe(true)
  })
})

describe('what no person wrote', () => {
  it('opens nothing when it left here, or answers by machine', async () => {
    const before = await tickets()
    await send(mail({ headers: [`X-Loop: wellkeep-${s.world.orgId}`] }))
    expect((await latest()).outcome).toBe('loop')
    await send(mail({ from: 'Desk <desk@clinic.example>' }))
    expect((await latest()).outcome).toBe('loop')
    await send(mail({ headers: ['Auto-Submitted: auto-replied'] }))
    expect((await latest()).outcome).toBe('auto-reply')
    expect(await tickets()).toBe(before)
  })
  it('is kept beside the thread when it answers a ticket', async () => {
    const first = mail()
    const t = await arrive(first)
    const after = await arrive(
      mail({
        headers: [`In-Reply-To: <${first.id}>`, 'Auto-Submitted: auto-replied'],
        body: 'Away until Friday',
      }),
    )
    expect(after.id).toBe(t.id)
    expect(after.thread.items.at(-1)).toMatchObject({
      kind: 'internal',
      fromRequester: false,
      body: 'Away until Friday',
    })
  })
  it('tells of a delivery that failed, to the ticket that it was for', async () => {
    const { ticketId } = await office.reply('bounces')
    await office.run()
    const id = headersOf(sink.mails.at(-1)!.raw).get('message-id')!
    const bounce = (to: string, original: string) =>
      mail({
        from: 'MAILER-DAEMON <mailer-daemon@mx.example>',
        envelope: '',
        to: sink.mails.at(-1)!.from,
        headers: [
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
        ],
        body: lines(
          '--r',
          '',
          'Sorry.',
          '--r',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.example',
          '',
          `Final-Recipient: rfc822; ${to}`,
          'Action: failed',
          'Status: 5.1.1',
          '--r',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: ${original}`,
          '',
          '--r--',
        ),
      })
    await send(bounce(RECIPIENT, '<forged@clinic.example>'))
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'sent' }])
    await send(bounce(RECIPIENT, id))
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
      { state: 'failed', errorCode: '5.1.1' },
    ])
    expect(await office.said(ticketId)).toEqual([expect.stringContaining('could not be delivered (5.1.1)')])
  })
  it('does not go round and round: a sender that sends without end is put off', async () => {
    const from = 'robot@loop.example'
    await s.services.limits.hit(`mail|${s.world.orgId}|${from}`, { hits: 120, window: 3600 }, 120)
    const before = await tickets()
    expect(await refuse(mail({ from }))).toBe(451)
    expect(await tickets()).toBe(before)
  })
})

describe('the listener', () => {
  it('is no relay', async () => {
    expect(await refuse(mail({ to: 'somebody@elsewhere.example' }))).toBe(550)
    expect(await refuse({ ...mail(), to: 'nobody@clinic.example' })).toBe(550)
    expect(await refuse({ ...mail(), to: 'desk@clinic.example@elsewhere.example' })).toBeGreaterThanOrEqual(
      500,
    )
  })
  it('refuses for good what is too large, too deep or broken, keeps a note, and goes on', async () => {
    const before = await tickets()
    expect(await refuse(mail({ body: 'x'.repeat(2_100_000) }))).toBe(552)
    let deep = lines('Content-Type: text/plain', '', 'inside', '')
    for (let i = 0; i < 1000; i++)
      deep = lines(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`, deep, `--b${i}--`, '')
    expect(
      await refuse({ from: 'a@b.example', to: 'desk@clinic.example', raw: lines('From: a@b.example', deep) }),
    ).toBe(554)
    expect(await latest()).toMatchObject({ outcome: 'refused', error_code: 'too-deep' })
    expect(await tickets()).toBe(before)
    await send(mail())
    expect(await tickets()).toBe(before + 1)
  })
  it('asks to come again while the database is away, and takes nothing', async () => {
    const { withContext } = s.services.db
    const before = await tickets()
    s.services.db.withContext = async () => {
      throw new DatabaseUnavailable('away')
    }
    try {
      expect(await refuse(mail())).toBe(451)
    } finally {
      s.services.db.withContext = withContext
    }
    expect(await tickets()).toBe(before)
    expect(await refuse(mail())).toBeUndefined()
  })
  it('takes nothing of a mail that breaks off', async () => {
    const before = await tickets()
    await new Promise<void>((resolve) => {
      const socket = connect(listener.port, '127.0.0.1')
      const say = [
        'EHLO x',
        'MAIL FROM:<a@b.example>',
        'RCPT TO:<desk@clinic.example>',
        'DATA',
        'From: a@b.example\r\n\r\nhalf a mail',
      ]
      socket.on('data', () => {
        const next = say.shift()
        if (next) socket.write(`${next}\r\n`)
        if (!say.length) setTimeout(() => socket.destroy(), 100)
      })
      socket.on('close', () => setTimeout(resolve, 300))
    })
    expect(await tickets()).toBe(before)
  })
  it('offers no login and speaks TLS', async () => {
    const told = await new Promise<string>((resolve) => {
      const socket = connect(listener.port, '127.0.0.1')
      let all = ''
      socket.on('data', (d) => {
        all += d
        if (/^220/.test(all) && !all.includes('250')) socket.write('EHLO x\r\n')
        if (/250 /.test(all) && socket.writable) socket.end('QUIT\r\n')
      })
      socket.on('close', () => resolve(all))
    })
    expect(told).toContain('STARTTLS')
    expect(told).not.toContain('AUTH')
    expect(told).toContain('SIZE 2000000')
  })
})
