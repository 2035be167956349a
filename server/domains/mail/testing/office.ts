import { expect } from 'vitest'
import type { TestServer } from '../../../testing/harness.ts'
import { runJobs } from '../../../testing/jobs.ts'
import { SINK_LOGIN, type Sink } from '../../../testing/sink.ts'
import type { Person } from '../../../testing/world.ts'
import type { GatePolicy } from '../outbound/gate.ts'

export const RECIPIENT = 'rowan.hale@home.example'

/** An organization that sends through a sink and takes in by a mailbox, and the people for it. */
export interface Office {
  admin: Person
  tech: Person
  officer: Person
  mailboxId: string
  setGate(policy: GatePolicy): Promise<void>
  /** A ticket of the recipient with an answer to it, nothing sent yet. */
  reply(body: string, subject?: string): Promise<{ ticketId: string; number: number; messageId: string }>
  /** As the detector would, whatever it thinks of the text. */
  suspect(messageId: string): Promise<void>
  mailOf(ticketId: string): Promise<{
    deliveries: {
      id: string
      state: string
      reasons: string[]
      errorCode: string | null
      recipients: { email: string; state: string; errorCode: string | null }[]
    }[]
  }>
  /** What the system wrote on the ticket. */
  said(ticketId: string): Promise<string[]>
  run(): Promise<void>
}

export async function openOffice(s: TestServer, sink: Sink): Promise<Office> {
  const admin = await s.world.person('administrator')
  const tech = await s.world.person('technician')
  const officer = await s.world.person('privacy-officer')
  const set = await s.call(
    admin.token,
    'PUT',
    '/mail/outbound',
    {
      enabled: true,
      host: 'localhost',
      port: sink.port,
      security: 'starttls',
      ca: sink.ca,
      fromAddress: 'desk@clinic.example',
      fromName: 'Maple Grove desk',
      login: SINK_LOGIN,
    },
    { 'if-match': '"0"' },
  )
  expect(set.status, JSON.stringify(set.body)).toBe(200)
  const box = await s.call(admin.token, 'POST', '/mail/mailboxes', {
    address: 'desk@clinic.example',
    kind: 'smtp',
    queueId: s.world.queueId,
  })
  expect(box.status, JSON.stringify(box.body)).toBe(201)
  return {
    admin,
    tech,
    officer,
    mailboxId: box.body.id,
    async setGate(policy) {
      const now = await s.call(admin.token, 'GET', '/mail/gate')
      const done = await s.call(
        admin.token,
        'PUT',
        '/mail/gate',
        { policy, reason: 'as the test needs it' },
        { 'if-match': String(now.headers.etag) },
      )
      expect(done.status, JSON.stringify(done.body)).toBe(200)
    },
    async reply(body, subject = 'Printer jams') {
      const ticket = await s.call(tech.token, 'POST', '/tickets', {
        subject,
        requester: { name: 'Rowan Hale', email: RECIPIENT },
      })
      expect(ticket.status, JSON.stringify(ticket.body)).toBe(201)
      const message = await s.call(tech.token, 'POST', `/tickets/${ticket.body.id}/messages`, {
        kind: 'public',
        body,
      })
      expect(message.status, JSON.stringify(message.body)).toBe(201)
      return { ticketId: ticket.body.id, number: ticket.body.number, messageId: message.body.id }
    },
    async suspect(messageId) {
      await s.owner.query("update ticket_messages set phi_state = 'suspected' where id = $1", [messageId])
    },
    mailOf: async (ticketId) => (await s.call(tech.token, 'GET', `/tickets/${ticketId}/mail`)).body,
    async said(ticketId) {
      const { body } = await s.call(tech.token, 'GET', `/tickets/${ticketId}`)
      return body.thread.items
        .filter((m: { kind: string }) => m.kind === 'system')
        .map((m: { body: string }) => m.body)
    },
    run: () => runJobs(s),
  }
}

/** The mail's header, unfolded, by lower-case name. */
export function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}
