import { createTransport } from 'nodemailer'
import type { Page } from 'playwright-core'
import { picture } from '../server/platform/reading/testing/pictures.ts'
import { SINK_LOGIN, type Sink } from '../server/testing/sink.ts'

export const DESK_ADDRESS = 'desk@maplegrove.example'
export const SENDER = 'frontdesk.hills@maplegrove.example'

/** A mail with a screenshot of a chart, of a person that there is none of. */
export async function mailChart(port: number, subject: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false } })
  const chart = picture([
    'Patient: Wanda Quellenbrunn',
    'Date of birth: 07/29/1931',
    'SSN: 536-22-8145',
    'MRN: 00482913',
  ])
  await transport.sendMail({
    from: SENDER,
    to: DESK_ADDRESS,
    subject,
    text: 'The window opens with this instead of the schedule. Screenshot attached.',
    attachments: [{ filename: 'screenshot.png', content: chart }],
  })
  transport.close()
}

/** One request of whoever is signed in on a page, past its screens. */
export async function callAs(page: Page, method: string, path: string, data: object, version?: string) {
  const at = `${new URL(page.url()).origin}/api/v1`
  const { csrfToken } = await (await page.request.get(`${at}/session`)).json()
  const headers = {
    'X-CSRF-Token': csrfToken as string,
    'Idempotency-Key': crypto.randomUUID(),
    ...(version && { 'If-Match': version }),
  }
  const reply = await page.request.fetch(`${at}${path}`, { method, data, headers })
  if (!reply.ok()) throw new Error(`${method} ${path} answered ${reply.status()}: ${await reply.text()}`)
  return reply.json()
}

/** Takes in mail by the listener, and sends by the sink. */
export async function setUpMail(admin: Page, queueId: string, sink: Sink): Promise<void> {
  await callAs(
    admin,
    'PUT',
    '/mail/outbound',
    {
      enabled: true,
      host: 'localhost',
      port: sink.port,
      security: 'starttls',
      ca: sink.ca,
      fromAddress: DESK_ADDRESS,
      fromName: 'Maple Grove desk',
      login: SINK_LOGIN,
    },
    '"0"',
  )
  await callAs(admin, 'POST', '/mail/mailboxes', { address: DESK_ADDRESS, kind: 'smtp', queueId })
}
