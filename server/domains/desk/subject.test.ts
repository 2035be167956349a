import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, startDesk } from './testing/desk.ts'

const TELLING = 'Chart of Wanda Quellenbrunn, SSN 536-22-8145'
let d: Desk
beforeAll(async () => {
  d = await startDesk()
})
afterAll(() => d.s.stop())

it('a subject that tells about a patient is refused wherever one is typed, and not repeated', async () => {
  const id = await d.open({ subject: 'Printer', body: 'x' })
  const tries = [
    await d.call(d.tech, 'POST', '/tickets', { subject: TELLING }),
    await d.patch(id, { subject: TELLING }),
  ]
  for (const { status, body } of tries) {
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ field: 'subject' }])
    expect(JSON.stringify(body)).not.toMatch(/Wanda|8145/)
  }
  expect((await d.call(d.tech, 'GET', `/tickets/${id}`)).body.subject).toBe('Printer')
  const fine = ['Label printer 7.14.3 fails at 10.20.4.11', 'Theo Brandt can’t sign in', 'Invoice 2026-00419']
  for (const subject of fine)
    expect((await d.call(d.tech, 'POST', '/tickets', { subject })).status, subject).toBe(201)
})
