import { describe, expect, test } from 'vitest'
import { language, sex } from './codes.ts'
import { type DateOrder, date } from './date.ts'
import { isIssuableSsn, ssn } from './identifiers.ts'
import { phone } from './phone.ts'
import { clean } from './text.ts'

const today = new Date('2026-06-15T00:00:00Z')

describe('dates', () => {
  test.each<[string, DateOrder, string]>([
    ['1980-02-03', 'mdy', '1980-02-03'],
    ['02/03/1980', 'mdy', '1980-02-03'],
    ['02/03/1980', 'dmy', '1980-03-02'],
    ['2.3.1980', 'dmy', '1980-03-02'],
    ['1980/2/3', 'dmy', '1980-02-03'],
    ['19800203', 'mdy', '1980-02-03'],
    ['2/3/1980 12:00:00 AM', 'mdy', '1980-02-03'],
    ['1980-02-03T00:00:00Z', 'mdy', '1980-02-03'],
    ['3-Feb-1980', 'mdy', '1980-02-03'],
    ['03FEB1980', 'mdy', '1980-02-03'],
    ['February 3, 1980', 'mdy', '1980-02-03'],
    ['Feb 3rd 1980', 'mdy', '1980-02-03'],
    ['80/02/03', 'ymd', '1980-02-03'],
    ['02/03/80', 'mdy', '1980-02-03'],
    ['06/15/26', 'mdy', '2026-06-15'],
    ['06/18/26', 'mdy', '1926-06-18'],
    ['2/29/2000', 'mdy', '2000-02-29'],
  ])('%s (%s) is %s', (text, order, value) => {
    expect(date(text, order, today)).toEqual({ value })
  })

  test.each([
    ['02/30/1980', /does not exist/],
    ['2/29/1900', /does not exist/],
    ['1980-13-01', /does not exist/],
    ['13/02/1980', /month\/day\/year/],
    ['0/10/1980', /does not exist/],
    ['2027-01-01', /future/],
    ['1776-07-04', /years ago/],
    ['29254', /not a date/],
    ['yesterday', /not a date/],
    ['1/2/3/1980', /not a date/],
    ['1/2/198', /not a date/],
    ['Foo 3, 1980', /not a date/],
  ])('%s is refused', (text, reason) => {
    expect(date(text, 'mdy', today).problem).toMatch(reason)
  })
})

describe('telephones', () => {
  test.each([
    ['555-810-7203', '+15558107203'],
    ['(555) 810-7203', '+15558107203'],
    ['1.555.810.7203', '+15558107203'],
    ['5558107203', '+15558107203'],
    ['+15558107203', '+15558107203'],
    ['555-810-7203 x12', '+15558107203;ext=12'],
    ['+44 20 7946 0958', '+442079460958'],
    ['011 44 20 7946 0958', '+442079460958'],
  ])('%s', (text, value) => {
    expect(phone(text, 'US')).toEqual({ value })
  })
  test('another region reads its own numbers', () => {
    expect(phone('020 7946 0958', 'GB')).toEqual({ value: '+442079460958' })
  })
  test('an incomplete number stays as written, with a warning; other text is refused', () => {
    expect(phone('810-7203', 'US')).toMatchObject({ value: '810-7203', warning: expect.any(String) })
    expect(phone('call mum', 'US')).toEqual({ problem: 'is not a telephone number' })
    expect(phone('1'.repeat(41), 'US').problem).toMatch(/longer/)
  })
})

describe('Social Security numbers', () => {
  test('hyphens and blanks are no matter', () => {
    for (const text of ['212-34-5678', '212 34 5678', '212345678']) {
      expect(ssn(text)).toEqual({ value: '212345678' })
    }
  })
  test('numbers never issued are kept with a warning and never prove that two people are one', () => {
    for (const text of ['999-94-5397', '000-12-3456', '666-12-3456', '212-00-5678', '212-34-0000']) {
      expect(ssn(text)).toMatchObject({ value: text.replaceAll('-', ''), warning: expect.any(String) })
      expect(isIssuableSsn(text.replaceAll('-', ''))).toBe(false)
    }
    expect(isIssuableSsn('212345678')).toBe(true)
  })
  test('fillers are left out', () => {
    for (const text of ['000-00-0000', '111-11-1111', '123-45-6789', '999999999']) {
      expect(ssn(text)).toEqual({ warning: expect.any(String) })
    }
  })
  test('eight digits are not guessed at', () => {
    expect(ssn('12345678').problem).toMatch(/nine digits/)
  })
})

test('sex and language', () => {
  expect(sex('F')).toEqual({ value: 'female' })
  expect(sex('Non-Binary')).toEqual({ value: 'other' })
  expect(sex('prototype').problem).toBeDefined()
  expect(sex('constructor').problem).toBeDefined()
  expect(language('Spanish')).toEqual({ value: 'es' })
  expect(language('en_US')).toEqual({ value: 'en-US' })
  expect(language('Old Church Slavonic')).toMatchObject({
    value: 'Old Church Slavonic',
    warning: expect.any(String),
  })
})

test("the apostrophe before a formula goes, O'Brien's stays", () => {
  expect(clean(" '+15558107203 ")).toBe('+15558107203')
  expect(clean("'=SUM(A1)")).toBe('=SUM(A1)')
  expect(clean("'t Hooft")).toBe("'t Hooft")
})
