import { expect, test } from 'vitest'
import { foundByRules as found } from './quality/found-by-rules.ts'

test.each([
  [
    'Rows that fail:\n"0033081","Oduya","Tamara","1971-03-09","ZQX330817"',
    ['mrn 0033081', 'birth-date 1971-03-09'],
  ],
  ['Rows that fail:\nK33081;Whitlock;Tamara;1971-03-09;closed', ['mrn K33081', 'birth-date 1971-03-09']],
  [
    'patients called by the robot\n\nappt,pt,cell\nQ3308177,Tamara Whitlock,614.555.0133',
    ['other-id Q3308177'],
  ],
])('reads a row: %s', (text, expected) => expect(found(text)).toEqual(expect.arrayContaining(expected)))

test('numbers written alike with letters are of one kind', () => {
  const ids = found(
    'asthma of the patient. Accession no. QF-33081 is lost and the plan paid. Member shows QF-77402 as well',
  )
  expect(ids).toEqual(['other-id QF-33081', 'other-id QF-77402'])
})

test.each([
  'patient data\n\n  pid  | usename  | state\n 33081 | tableau  | active\n 30442 | etl  | idle',
  'Trial of the patient:\n\nkit    type  expiry   temp\n33081  A/B   2026-01  ok\n44720  A/B   2026-02  ok',
  'Nurses of the clinic\n\nemp    name       in     out    dept\n33081  Okafor T.  05:31  14:02  Dialysis',
  'PID-3 holds the patient, e.g. 12345^^^FAC^MR, and for the test 1234567',
  'Vendors of the clinic for the 1099: Tamara Biohazard;33-0817742;$9,412.75',
])('passes over: %s', (text) => {
  const kinds = /^(mrn|other-id|member-id|account)/
  expect(found(text).filter((f) => kinds.test(f))).toEqual([])
})
