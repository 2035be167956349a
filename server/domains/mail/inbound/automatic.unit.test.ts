import { describe, expect, it } from 'vitest'
import { type MailFacts, recognize } from './automatic.ts'
import { deliveryReport } from './delivery-report.ts'

const OURS = { mark: 'wellkeep-k3j4', mailboxes: ['desk@clinic.example'] }
function kind(headers: Record<string, string | undefined>, more: Partial<MailFacts> = {}) {
  return recognize(
    {
      header: (name) => headers[name],
      from: 'ada@home.example',
      envelopeFrom: 'ada@home.example',
      contentType: 'text/plain',
      reportType: undefined,
      ...more,
    },
    OURS,
  )
}

describe('recognizing what no person wrote', () => {
  it('takes an ordinary mail for a person’s', () => {
    expect(kind({ subject: 'Printer' })).toEqual({ kind: 'person', mayAnswer: true })
    expect(kind({ 'auto-submitted': 'no' })).toEqual({ kind: 'person', mayAnswer: true })
    expect(kind({ subject: 'Automatic reply does not work in Outlook' }).kind).toBe('person')
  })
  it('knows its own mail when it comes back', () => {
    expect(kind({ 'x-loop': 'other, wellkeep-k3j4' }).kind).toBe('loop')
    expect(kind({ 'x-loop': 'somebody-else' }).kind).toBe('person')
    expect(kind({}, { from: 'desk@clinic.example' }).kind).toBe('loop')
  })
  it('knows automatic answers', () => {
    for (const headers of [
      { 'auto-submitted': 'auto-replied (vacation)' },
      { 'auto-submitted': 'auto-replied; owner-email="x@y"' },
      { 'x-autoreply': 'yes' },
      { precedence: 'auto_reply' },
      { subject: 'Out of Office: Printer', 'in-reply-to': '<a@b>' },
      { subject: 'Abwesenheitsnotiz: Drucker', references: '<a@b>' },
      { subject: 'Réponse automatique : x', references: '<a@b>' },
    ])
      expect(kind(headers), JSON.stringify(headers)).toEqual({
        kind: 'auto-reply',
        mayAnswer: false,
      })
    expect(kind({}, { contentType: 'multipart/report', reportType: 'disposition-notification' }).kind).toBe(
      'auto-reply',
    )
  })
  it('lets alerts and lists in, and answers them nothing', () => {
    for (const headers of [
      { 'auto-submitted': 'auto-generated' },
      { precedence: 'Bulk' },
      { 'list-id': '<l.example>' },
    ])
      expect(kind(headers)).toEqual({ kind: 'machine', mayAnswer: false })
    expect(kind({}, { from: 'no-reply@shop.example' }).kind).toBe('machine')
    expect(kind({}, { envelopeFrom: '' }).kind).toBe('machine')
    expect(kind({ 'return-path': '<>' }, { envelopeFrom: undefined }).kind).toBe('machine')
  })
  it('believes the envelope before a header', () => {
    expect(kind({ 'return-path': '<>' }).kind).toBe('person')
  })
  it('answers nothing where Exchange says so', () => {
    expect(kind({ 'x-auto-response-suppress': 'DR, OOF, AutoReply' })).toEqual({
      kind: 'person',
      mayAnswer: false,
    })
  })
  it('knows bounces', () => {
    expect(kind({}, { contentType: 'multipart/report', reportType: 'delivery-status' }).kind).toBe('bounce')
    expect(kind({}, { from: 'mailer-daemon@mx.example', envelopeFrom: '' }).kind).toBe('bounce')
    expect(kind({ 'x-failed-recipients': 'a@b.example' }).kind).toBe('bounce')
  })
})

const STATUS = `Reporting-MTA: dns; mx.example
Arrival-Date: Tue, 3 Mar 2026 09:00:00 +0000

Original-Recipient: rfc822;Ada@Home.Example
Final-Recipient: rfc822; ada.l@home.example
Action: failed
Status: 5.1.1 (no such user)
Diagnostic-Code: smtp; 550 5.1.1 <ada@home.example>:
  Recipient unknown

Final-Recipient: rfc822; grace@home.example
Action: delayed
Status: 4.4.1

Final-Recipient: rfc822; ok@home.example
Action: relayed
Status: 2.0.0
`

describe('a delivery report', () => {
  it('names who was not reached, by the address that we wrote to', () => {
    expect(
      deliveryReport(
        STATUS,
        'From: desk@clinic.example\r\nMessage-ID:\r\n <abc.1@clinic.example>\r\n\r\nbody',
      ),
    ).toEqual({
      recipients: [
        { address: 'ada@home.example', action: 'failed', status: '5.1.1' },
        { address: 'grace@home.example', action: 'delayed', status: '4.4.1' },
      ],
      originalId: 'abc.1@clinic.example',
    })
  })
  it('takes nothing from a part that is none, or from the body of the mail that came back', () => {
    expect(deliveryReport('', undefined)).toEqual({ recipients: [], originalId: undefined })
    expect(
      deliveryReport('\0\xff: x\n\n:::\n', 'Subject: x\n\nMessage-ID: <no@body>').originalId,
    ).toBeUndefined()
  })
})
