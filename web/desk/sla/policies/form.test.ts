import { expect, it } from 'vitest'
import type { Policy } from '../queries.ts'
import { renamed, toBody, toForm } from './form.ts'
import { minutesOf, minutesText } from './minutes.ts'

const policy: Policy = {
  id: 'p',
  name: 'Standard',
  active: true,
  position: 0,
  calendarId: 'c',
  calendarName: 'Office',
  clientIds: [],
  groupIds: ['g'],
  priorities: [1, 2],
  typeIds: [],
  targets: [
    { priority: 1, responseMinutes: 30, resolutionMinutes: 240, aroundTheClock: true },
    { priority: 3, responseMinutes: null, resolutionMinutes: 600, aroundTheClock: false },
  ],
  pauseStatuses: null,
  warnPercents: [75],
  actions: [
    {
      on: 'warning',
      clock: 'both',
      percent: 75,
      notify: { assignee: true, team: false, userIds: [] },
      raisePriority: false,
      reassignTeamId: null,
    },
  ],
  version: 1,
}

it('comes back from the form as it went in', () => {
  const { id: _, position: _p, calendarName: _c, version: _v, ...body } = policy
  expect(toBody(toForm(policy, null))).toEqual(body)
  const never = { ...policy, pauseStatuses: [] }
  expect(toBody(toForm(never, null)).pauseStatuses).toEqual([])
})

it('puts what the server says of a target at its priority', () => {
  expect(renamed(toForm(policy, null))).toMatchObject({
    'targets.0.responseMinutes': 'targets.0.response',
    'targets.1.resolutionMinutes': 'targets.2.resolution',
  })
})

it.each([
  ['4 h', 240],
  ['1h 30min', 90],
  ['90 min', 90],
  ['45', 45],
  ['', null],
  ['soon', undefined],
  ['2 days', undefined],
])('reads %s as %s minutes', (typed, minutes) => expect(minutesOf(typed)).toBe(minutes))

it('writes lengths as it reads them', () => {
  for (const minutes of [1, 60, 95, 3000]) expect(minutesOf(minutesText(minutes))).toBe(minutes)
})
