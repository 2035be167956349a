import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { roleUrl } from '../../../platform/db/migrate.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import { headersOf, type Office, openOffice, RECIPIENT } from '../testing/office.ts'
import { deliver } from './deliver.ts'

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
beforeEach(async () => {
  sink.mails.length = 0
  sink.answers.length = 0
})

const CANARY = 'Zyxwin Qortavel'
const events = async (action: string, ticketId: string) =>
  (
    await s.owner.query('select leaf from audit_events where action = $1 and object_id = $2 order by at', [
      action,
      ticketId,
    ])
  ).rows.map((r) => JSON.parse(r.leaf).event)
/** As encoded as a mail may have it: in the clear, quoted-printable and base64. */
const holds = (raw: string, text: string) =>
  raw.includes(text) ||
  raw.replace(/=\r\n/g, '').includes(text) ||
  raw
    .split(/\r\n\r\n/)
    .some((part) => Buffer.from(part.replace(/\s/g, ''), 'base64').toString('utf8').includes(text))
const anyWord = (raw: string) =>
  CANARY.split(' ').some((w) => holds(raw, w) || raw.toLowerCase().includes(w.toLowerCase()))

describe('a reply', () => {
  it('leaves as a mail that finds its way back, and is recorded', async () => {
    const { ticketId, number } = await office.reply('It is the tray.\nOpen it — and close it.')
    await office.run()
    expect(sink.mails).toHaveLength(1)
    const { from, to, raw } = sink.mails[0]!
    const head = headersOf(raw)
    expect(to).toEqual([RECIPIENT])
    expect(from).toMatch(new RegExp(`^desk\\+t${number}-[a-z2-7]{16}@clinic\\.example$`))
    expect(head.get('reply-to')).toContain(from)
    expect(head.get('from')).toBe('Maple Grove desk <desk@clinic.example>')
    expect(head.get('subject')).toBe(`Printer jams [#${number}]`)
    expect(head.get('message-id')).toMatch(/^<wk\.[0-9a-f-]{36}@clinic\.example>$/)
    expect(head.get('x-loop')).toBe(`wellkeep-${s.world.orgId}`)
    expect(head.has('auto-submitted')).toBe(false)
    expect(holds(raw, 'Open it — and close it.') || raw.includes('Open it =E2=80=94 and close it.')).toBe(
      true,
    )
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
      { state: 'sent', to: RECIPIENT, attempts: 1, reasons: [] },
    ])
    expect(await events('mail.gate', ticketId)).toMatchObject([
      { facts: { verdict: 'send', policy: 'notice' } },
    ])
    expect(await events('mail.send', ticketId)).toMatchObject([{ facts: { form: 'whole' } }])
    await office.run()
    expect(sink.mails).toHaveLength(1)
  })

  it('leaves whether it is the first or a later one', async () => {
    const { ticketId } = await office.reply('first')
    await s.call(office.tech.token, 'POST', `/tickets/${ticketId}/messages`, {
      kind: 'public',
      body: 'second',
    })
    await office.run()
    expect(sink.mails.map((m) => m.raw.split('\r\n\r\n').at(-1)!.trim())).toEqual(['first', 'second'])
  })

  it('is no mail when it is an internal note, or nobody is known to get it', async () => {
    const { ticketId } = await office.reply('first')
    await s.call(office.tech.token, 'POST', `/tickets/${ticketId}/messages`, {
      kind: 'internal',
      body: 'secret note',
    })
    const bare = await s.call(office.tech.token, 'POST', '/tickets', { subject: 'x' })
    await s.call(office.tech.token, 'POST', `/tickets/${bare.body.id}/messages`, {
      kind: 'public',
      body: 'to nobody',
    })
    await office.run()
    expect(sink.mails.map((m) => m.raw.includes('secret note') || m.raw.includes('to nobody'))).toEqual([
      false,
    ])
  })

  it('can put nothing into the header by its subject', async () => {
    await office.reply('x', 'Hello\r\nBcc: evil@example.test\r\n\r\nbody')
    await office.run()
    const head = headersOf(sink.mails[0]!.raw)
    expect(head.has('bcc')).toBe(false)
    expect(sink.mails[0]!.to).toEqual([RECIPIENT])
    expect(head.get('subject')).toMatch(/^Hello Bcc: evil@example.test body/)
  })
})

describe('the gate', () => {
  const suspected = async () => {
    const made = await office.reply(`${CANARY} was seen here on Monday`)
    await office.suspect(made.messageId)
    return made
  }

  it('sends a notice that says nothing of the content, and nothing else', async () => {
    await office.setGate('notice')
    const { ticketId, number } = await suspected()
    await office.run()
    expect(sink.mails).toHaveLength(1)
    const { raw } = sink.mails[0]!
    expect(anyWord(raw)).toBe(false)
    expect(raw).not.toContain('Printer')
    expect(raw).not.toContain('Rowan')
    expect(headersOf(raw).get('subject')).toBe(`Message about ticket ${number}`)
    expect(headersOf(raw).get('auto-submitted')).toBe('auto-generated')
    expect(raw.replace(/=\r\n/g, '')).toContain(`${s.services.publicUrl}/tickets/${ticketId}`)
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
      { state: 'notice-sent', reasons: ['text-suspected'] },
    ])
    expect(await office.said(ticketId)).toEqual([expect.stringContaining('got a notice with a link')])
    expect(await events('mail.gate', ticketId)).toMatchObject([
      { facts: { verdict: 'notice', reasons: 'text-suspected' } },
    ])
  })

  it('blocks', async () => {
    await office.setGate('block')
    const { ticketId } = await suspected()
    await office.run()
    expect(sink.mails).toEqual([])
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'blocked' }])
    expect(await office.said(ticketId)).toHaveLength(1)
  })

  it('allows, where the organization says so', async () => {
    await office.setGate('allow')
    const { ticketId } = await suspected()
    await office.run()
    expect(sink.mails).toHaveLength(1)
    expect(anyWord(sink.mails[0]!.raw)).toBe(true)
    expect(await events('mail.gate', ticketId)).toMatchObject([
      { facts: { verdict: 'send', reasons: 'text-suspected', policy: 'allow' } },
    ])
  })

  it('asks: nothing leaves until somebody who may decides, with a reason', async () => {
    await office.setGate('ask')
    for (const [decision, state, mails] of [
      ['send', 'sent', 1],
      ['notice', 'notice-sent', 1],
      ['drop', 'dropped', 0],
    ] as const) {
      sink.mails.length = 0
      const { ticketId } = await suspected()
      await office.run()
      expect(sink.mails).toEqual([])
      const held = await s.call(office.officer.token, 'GET', '/mail/held')
      const mine = held.body.items.find((i: { ticketId: string }) => i.ticketId === ticketId)
      expect(mine).toMatchObject({ to: RECIPIENT, reasons: ['text-suspected'], authorName: 'technician' })
      const decide = (who: string, body: object) => s.call(who, 'POST', `/mail/held/${mine.id}/decide`, body)
      expect((await decide(office.tech.token, { decision, reason: 'I want to' })).status).toBe(403)
      expect((await decide(office.officer.token, { decision })).status).toBe(422)
      expect((await decide(office.officer.token, { decision, reason: `${CANARY} agreed` })).status).toBe(200)
      expect((await decide(office.officer.token, { decision, reason: 'twice' })).body.type).toContain(
        'not-held',
      )
      await office.run()
      expect(sink.mails, decision).toHaveLength(mails)
      if (mails) expect(anyWord(sink.mails[0]!.raw)).toBe(decision === 'send')
      expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
        { state, decidedBy: office.officer.id },
      ])
      const [event] = await events('mail.decide', ticketId)
      expect(event).toMatchObject({ actor: { userId: office.officer.id }, facts: { decision } })
      expect(JSON.stringify(event)).not.toContain(CANARY)
      expect(event.sealed.text).toBeTruthy()
    }
    const told = await s.owner.query(
      "select count(*)::int as n from notifications where kind = 'mail' and user_id = $1",
      [office.officer.id],
    )
    expect(told.rows[0].n).toBe(3)
  })

  it('still leaves when its ticket was merged into another meanwhile, and shows there', async () => {
    await office.setGate('ask')
    const { ticketId } = await suspected()
    await office.run()
    const into = await office.reply('Something else')
    await office.run()
    sink.mails.length = 0
    const merged = await s.call(office.tech.token, 'POST', `/tickets/${ticketId}/merge`, {
      into: into.ticketId,
    })
    expect(merged.status).toBe(200)
    const { items } = (await s.call(office.officer.token, 'GET', '/mail/held')).body
    const mine = items.find((i: { ticketId: string }) => i.ticketId === into.ticketId)
    const decided = await s.call(office.officer.token, 'POST', `/mail/held/${mine.id}/decide`, {
      decision: 'send',
      reason: 'It is right',
    })
    expect(decided.status).toBe(200)
    await office.run()
    expect(sink.mails).toHaveLength(1)
    expect((await office.mailOf(ticketId)).deliveries).toEqual([])
    expect((await office.mailOf(into.ticketId)).deliveries.map((x) => x.state).sort()).toEqual([
      'sent',
      'sent',
    ])
  })

  it('shows held mail and decides about it only behind the wall', async () => {
    await office.setGate('ask')
    const { ticketId } = await suspected()
    await office.run()
    const outside = await s.world.person('privacy-officer', 'outside')
    const list = await s.call(outside.token, 'GET', '/mail/held')
    expect(list.body.items).toEqual([])
    const id = (await office.mailOf(ticketId)).deliveries[0]!.id
    expect(
      (
        await s.call(outside.token, 'POST', `/mail/held/${id}/decide`, {
          decision: 'send',
          reason: 'not mine',
        })
      ).status,
    ).toBe(404)
    expect((await s.call(outside.token, 'GET', `/tickets/${ticketId}/mail`)).status).toBe(404)
  })

  it('stands behind the wall without the application, too', async () => {
    const app = new pg.Client({ connectionString: roleUrl(s.ownerUrl, 'wellkeep_app') })
    await app.connect()
    const as = async (user: string) => {
      await app.query('begin')
      await app.query('select wk_enter($1, $2)', [s.world.orgId, user])
      const seen = (await app.query('select id from mail_deliveries')).rowCount
      const changed = (await app.query("update mail_deliveries set decision = 'send', state = 'waiting'"))
        .rowCount
      await app.query('rollback')
      return { seen, changed }
    }
    try {
      const outside = await s.world.person('privacy-officer', 'outside')
      expect(await as(outside.id)).toEqual({ seen: 0, changed: 0 })
      expect((await as(office.officer.id)).seen).toBeGreaterThan(0)
    } finally {
      await app.end()
    }
  })

  it('judges for itself: an identifier in the text does not leave', async () => {
    await office.setGate('notice')
    const { ticketId } = await office.reply('Wanda Quellenbrunn, SSN 536-22-8145, born 07/29/1931.')
    await office.run()
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'notice-sent' }])
    expect(sink.mails[0]!.raw).not.toMatch(/8145|Quellenbrunn|1931/)
  })

  it('asks again before every attempt: what is suspected meanwhile stays', async () => {
    await office.setGate('notice')
    const { ticketId, messageId } = await office.reply(`${CANARY} again`)
    sink.answers.push(451)
    await office.run()
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
      { state: 'waiting', errorCode: '451 5.7.1' },
    ])
    await office.suspect(messageId)
    await now(ticketId)
    await office.run()
    expect(sink.mails).toHaveLength(1)
    expect(anyWord(sink.mails[0]!.raw)).toBe(false)
  })
})

/** Makes what was put off due. */
async function now(ticketId: string) {
  await s.owner.query('update mail_deliveries set next_at = now() where ticket_id = $1', [ticketId])
  await s.owner.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts')
}

describe('a mail server', () => {
  beforeAll(() => office.setGate('notice'))
  it('that refuses for now is tried again; for good, the ticket says so and its people are told', async () => {
    const { ticketId } = await office.reply('retry me')
    sink.answers.push(450, undefined)
    await office.run()
    expect(sink.mails).toEqual([])
    await now(ticketId)
    await office.run()
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
      { state: 'sent', attempts: 2, errorCode: null },
    ])

    const second = await office.reply('never')
    sink.answers.push(550)
    await office.run()
    expect((await office.mailOf(second.ticketId)).deliveries).toMatchObject([
      { state: 'failed', errorCode: '550 5.7.1' },
    ])
    expect(await office.said(second.ticketId)).toEqual([
      expect.stringContaining('could not be delivered (550 5.7.1)'),
    ])
    const told = await s.owner.query(
      "select user_id from notifications where kind = 'mail' and ticket_id = $1",
      [second.ticketId],
    )
    expect(told.rows.map((r) => r.user_id)).toEqual([office.tech.id])
  })

  it('that is switched off meanwhile is asked ever more seldom, and the log is not filled with it', async () => {
    const { ticketId } = await office.reply('later')
    sink.answers.push(451)
    await office.run()
    const wait = async () =>
      (
        await s.owner.query(
          'select extract(epoch from next_at - now())::int as s from mail_deliveries where ticket_id = $1',
          [ticketId],
        )
      ).rows[0].s / 60
    await s.owner.query('update mail_settings set enabled = false')
    try {
      await s.owner.query(
        "update mail_deliveries set created_at = created_at - interval '5 hours' where ticket_id = $1",
        [ticketId],
      )
      for (let n = 0; n < 3; n++) {
        await now(ticketId)
        await office.run()
      }
      expect((await office.mailOf(ticketId)).deliveries).toMatchObject([
        { state: 'waiting', errorCode: 'MAIL_OFF', attempts: 1 },
      ])
      expect(await wait()).toBeGreaterThan(60)
      expect(await events('mail.gate', ticketId)).toHaveLength(1)
    } finally {
      await s.owner.query('update mail_settings set enabled = true')
    }
    await now(ticketId)
    await office.run()
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('gets a mail again under the same id when we were killed before its answer was kept', async () => {
    const { ticketId } = await office.reply('twice at most')
    await office.run()
    const { rows } = await s.owner.query('select id from mail_deliveries where ticket_id = $1', [ticketId])
    const again = () =>
      deliver(s.services, {
        orgId: s.world.orgId,
        payload: { deliveryId: rows[0].id },
        attempt: 2,
        lastAttempt: false,
        signal: undefined,
      })
    const killed = (lease: string) =>
      s.owner.query(
        `update mail_deliveries set state = 'sending', lease_until = now() + interval '${lease}' where ticket_id = $1`,
        [ticketId],
      )
    await killed('1 minute')
    await again()
    expect(sink.mails).toHaveLength(1)
    await killed('-1 second')
    await again()
    expect(sink.mails).toHaveLength(2)
    const [first, second] = sink.mails.map((m) => headersOf(m.raw).get('message-id'))
    expect(second).toBe(first)
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'sent' }])
  })

  it('that never answers is given up after two days', async () => {
    const { ticketId } = await office.reply('too late')
    await office.run()
    sink.mails.length = 0
    await s.owner.query(
      "update mail_deliveries set state = 'waiting', attempts = 8, created_at = now() - interval '2 days' where ticket_id = $1",
      [ticketId],
    )
    const { rows } = await s.owner.query('select id from mail_deliveries where ticket_id = $1', [ticketId])
    sink.answers.push(450)
    await deliver(s.services, {
      orgId: s.world.orgId,
      payload: { deliveryId: rows[0].id },
      attempt: 1,
      lastAttempt: false,
      signal: undefined,
    })
    expect((await office.mailOf(ticketId)).deliveries).toMatchObject([{ state: 'failed' }])
  })

  it('whose certificate is not trusted gets nothing', async () => {
    await s.owner.query('update mail_settings set ca = null')
    const { ticketId } = await office.reply('not without TLS')
    await office.run()
    expect(sink.mails).toEqual([])
    const [d] = (await office.mailOf(ticketId)).deliveries
    expect(d).toMatchObject({ state: 'waiting' })
    expect(d!.errorCode).toMatch(/^[A-Z_]+$/)
    await s.owner.query('update mail_settings set ca = $1', [sink.ca])
  })

  it('is tried out by a mail of fixed words', async () => {
    const done = await s.call(office.admin.token, 'POST', '/mail/outbound/test', { to: 'me@clinic.example' })
    expect(done.body).toEqual({ ok: true, code: null })
    expect(sink.mails[0]!.to).toEqual(['me@clinic.example'])
    sink.answers.push(550)
    expect(
      (await s.call(office.admin.token, 'POST', '/mail/outbound/test', { to: 'me@clinic.example' })).body,
    ).toEqual({ ok: false, code: '550 5.7.1' })
  })
})

describe('settings', () => {
  it('give no password out, and are sealed', async () => {
    const got = await s.call(office.admin.token, 'GET', '/mail/outbound')
    expect(got.body).toMatchObject({ hasLogin: true, host: 'localhost' })
    expect(JSON.stringify(got.body)).not.toContain('sink password')
    const { rows } = await s.owner.query('select * from mail_settings')
    expect(rows[0].sealed_login.includes('sink password')).toBe(false)
  })
  it('hand a stored password to no other server', async () => {
    const { body, headers } = await s.call(office.admin.token, 'GET', '/mail/outbound')
    const { hasLogin: _, version: __, ...rest } = body
    const moved = await s.call(
      office.admin.token,
      'PUT',
      '/mail/outbound',
      { ...rest, host: 'evil.example' },
      { 'if-match': String(headers.etag) },
    )
    expect(moved.status).toBe(422)
    expect(moved.body.errors).toEqual([{ field: 'login', message: expect.any(String) }])
  })
  it('name what is wrong, without repeating it', async () => {
    const bad = await s.call(
      office.admin.token,
      'PUT',
      '/mail/outbound',
      {
        enabled: true,
        host: 'a b',
        port: 0,
        security: 'plain',
        fromAddress: 'canary',
        ca: 'canary',
        fromName: 'a\nb',
      },
      { 'if-match': '"1"' },
    )
    expect(bad.status).toBe(422)
    expect(bad.body.errors.map((e: { field: string }) => e.field).sort()).toEqual([
      'ca',
      'fromAddress',
      'fromName',
      'host',
      'port',
      'security',
    ])
    expect(JSON.stringify(bad.body)).not.toContain('canary')
  })
  it('are nobody’s but the administrator’s', async () => {
    for (const [method, path] of [
      ['GET', '/mail/outbound'],
      ['GET', '/mail/gate'],
      ['GET', '/mail/mailboxes'],
    ] as const)
      expect((await s.call(office.officer.token, method, path)).status).toBe(403)
  })
})
