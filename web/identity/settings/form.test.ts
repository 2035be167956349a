import { expect, it } from 'vitest'
import { toBody, toForm } from './form.ts'

const organization = {
  id: 'x',
  name: 'Riverside',
  timeZone: 'America/New_York',
  policy: {
    password: {
      minLength: 12,
      requireUpper: false,
      requireLower: true,
      requireDigit: true,
      requireSymbol: false,
      history: 5,
      maxAgeDays: null,
    },
    session: { idleMinutes: 15, absoluteHours: 12 },
    lockout: { attempts: 5, windowMinutes: 15, lockMinutes: 30 },
    remember: { staffDays: 0, portalDays: 30 },
    mfaRequired: true,
    ipAllowList: [],
  },
}

it('comes back from the form as it went in, and numbers are numbers', () => {
  const { id: _, ...rest } = organization
  expect(toBody(toForm(organization))).toEqual(rest)
  const typed = toForm(organization)
  typed.policy.password.maxAgeDays = '90'
  typed.policy.session.idleMinutes = '5'
  expect(toBody(typed).policy.password.maxAgeDays).toBe(90)
  expect(toBody(typed).policy.session.idleMinutes).toBe(5)
})
