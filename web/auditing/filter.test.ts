import { expect, it } from 'vitest'
import { logQuery, NO_LOG_FILTER } from './filter.ts'

const id = '0198C0DE-0000-7000-8000-000000000001'

it('asks for nothing that is not set or not finished', () => {
  expect(logQuery(NO_LOG_FILTER)).toEqual({})
  expect(
    logQuery({ ...NO_LOG_FILTER, objectId: id.slice(0, 20), sessionId: 'x', from: '0002-01-01' }),
  ).toEqual({})
})
it('takes whole days where the person is', () => {
  const { from, to } = logQuery({ ...NO_LOG_FILTER, from: '2026-03-01', to: '2026-03-01' })
  expect(new Date(to!).getTime() - new Date(from!).getTime()).toBe(86_399_000)
  expect(new Date(from!).getHours()).toBe(0)
})
it('takes ids as people paste them', () => {
  expect(logQuery({ ...NO_LOG_FILTER, sessionId: ` ${id} ` })).toEqual({ sessionId: id.toLowerCase() })
})
