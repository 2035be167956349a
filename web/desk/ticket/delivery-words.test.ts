import { expect, it } from 'vitest'
import { type Delivery, deliveryWords } from './delivery-words.ts'

const TO = 'rowan@home.example'
const said = (part: object) =>
  deliveryWords({ to: TO, recipients: [], ...part } as unknown as Delivery).map(
    ({ text, email, code }) => `${text} ${email}${code ? ` (${code})` : ''}`,
  )

it('says in one line what became of a reply whose recipients fared alike', () => {
  expect(said({ state: 'sent' })).toEqual([`sent to ${TO}`])
})

it('says of each how they fared where some have it and others do not', () => {
  const [lab, front] = ['lab@two.example', 'front@two.example']
  const recipients = [
    { email: TO, state: 'waiting', errorCode: '450 4.2.1' },
    { email: lab, state: 'sent', errorCode: null },
    { email: front, state: 'failed', errorCode: '550 5.1.1' },
  ]
  const rest = [`sent to ${lab}`, `could not be sent to ${front} (550 5.1.1)`]
  expect(said({ state: 'waiting', recipients })).toEqual([`on its way to ${TO} (450 4.2.1)`, ...rest])
  expect(said({ state: 'held', recipients })[0]).toContain('waits for a decision')
  const noticed = [
    { email: TO, state: 'sent', errorCode: null },
    { email: lab, state: 'sent', errorCode: null },
    { email: front, state: 'failed', errorCode: 'WITHHELD' },
  ]
  expect(said({ state: 'notice-sent', recipients: noticed })).toEqual([
    expect.stringContaining(`a notice with a link went to ${TO}`),
    `sent to ${lab}`,
    `not sent to ${front}`,
  ])
})
