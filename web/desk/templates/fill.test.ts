import { expect, it } from 'vitest'
import { type Filled, fillIn, type TicketTemplate } from './fill.ts'

const EMPTY: Filled = {
  subject: '',
  body: '',
  queueId: null,
  typeId: null,
  impact: null,
  urgency: null,
  tags: [],
}
const template = (parts: Partial<TicketTemplate>) => parts as TicketTemplate
const laptop = template({ subject: 'A laptop', body: 'Which?', impact: 3, queueId: 'q1', tags: ['hardware'] })
const phone = template({ subject: 'A phone', urgency: 1, tags: ['hardware', 'phone'] })

it('fills in what is empty', () => {
  expect(fillIn(EMPTY, laptop, undefined)).toEqual({
    values: {
      subject: 'A laptop',
      body: 'Which?',
      impact: '3',
      queueId: 'q1',
      typeId: null,
      urgency: null,
      tags: ['hardware'],
    },
    asked: [],
  })
})
it('overwrites nothing that somebody typed, and asks where the template says something else', () => {
  const typed = { ...EMPTY, subject: 'Mine', body: 'Which?', queueId: 'q2', tags: ['vip'] }
  const { values, asked } = fillIn(typed, laptop, undefined)
  expect(values).toEqual({ impact: '3', typeId: null, urgency: null, tags: ['vip', 'hardware'] })
  expect(asked).toEqual(['subject', 'queueId'])
})
it('takes back what the template before it filled in, and what was changed of that stays', () => {
  const after = {
    ...EMPTY,
    ...fillIn(EMPTY, laptop, undefined).values,
    body: 'A red one',
    tags: ['hardware', 'vip'],
  }
  const { values, asked } = fillIn(after, phone, laptop)
  expect(values).toEqual({
    subject: 'A phone',
    queueId: null,
    typeId: null,
    impact: null,
    urgency: '1',
    tags: ['vip', 'hardware', 'phone'],
  })
  expect(asked).toEqual([])
  expect(fillIn({ ...after, ...values }, undefined, phone).values).toMatchObject({
    subject: '',
    tags: ['vip'],
  })
})
