import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '../org-policy.ts'
import { isCommon } from './common.ts'
import { isListed } from './listed.ts'
import { passwordErrors } from './rules.ts'

const lines = readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
  .trimEnd()
  .split('\n')

describe('the list of common passwords', () => {
  it('holds tens of thousands, and finds each of them and none between', () => {
    expect(lines.length).toBeGreaterThan(40_000)
    for (let i = 0; i < lines.length; i += 7) expect(isListed(lines[i]!), lines[i]).toBe(true)
    for (const end of [lines[0]!, lines.at(-1)!]) expect(isListed(end)).toBe(true)
    const set = new Set(lines)
    for (let i = 0; i < lines.length; i += 11)
      for (const near of [`${lines[i]}~`, lines[i]!.slice(0, -1)]) expect(isListed(near)).toBe(set.has(near))
    expect(['', '\n', '\u{10ffff}', '!'].some(isListed)).toBe(false)
  })
  it('is in the order of its bytes, on which the search relies', () => {
    const bytes = lines.map((l) => Buffer.from(l))
    for (let i = 1; i < bytes.length; i++) expect(Buffer.compare(bytes[i - 1]!, bytes[i]!)).toBe(-1)
  })
})

describe('isCommon', () => {
  it.each([
    'andrewjackie',
    'Mustang!2026',
    'trustno1trustno1',
    'B1gDaddy2025!',
    'jordan23jordan23',
    'Tr1n1ty-2026',
    'ＰＡＳＳＷＯＲＤ２０２６',
    'pässwörd2026',
    'Password2026!',
    'qwertyuiop123',
    'SummerSummer99',
    'l3tme1nplease',
    'aaaaaaaaaaaaaaa',
    '123456789012',
    'welcome1234567',
  ])('refuses %s', (password) => expect(isCommon(password)).toBe(true))
  it.each([
    'plum orchard tidewater 7',
    'quartz lantern 42 herring',
    'granite pillow 88 otter',
    'lantern meadow 4 otters',
    'correct horse battery staple wicket',
    'vR7#qu9_Lm2x',
    '7f3c-91ab-44e0-k',
    'dragon 84713 Weimar teapot',
  ])('takes %s', (password) => expect(isCommon(password)).toBe(false))
})

describe('one’s own words', () => {
  const about = {
    email: 'r.valentin@northgate.example',
    displayName: 'Renée Valentin-Ó Brien',
    organization: 'Maple Grove Family Care',
  }
  const errors = (password: string, who = about) =>
    passwordErrors(password, DEFAULT_POLICY.password, who).map((e) => e.message)
  it.each([
    'sunny renee harbour 12',
    'v4l3nt1n harbour kettle',
    'kettle V-a-l-e-n-t-i-n 12',
    'harbour northgate 77 kettle',
    'harbour Maple! kettle 91',
    'r.valentin@northgate.example',
    'maplegrovefamilycare 771',
  ])('refuses %s', (password) =>
    expect(errors(password)).toEqual([expect.stringContaining('must not contain your name')]),
  )
  it('lets words be that only look alike, and never repeats the password', () => {
    expect(errors('careful kettle harbour 12')).toEqual([])
    expect(errors('harbour family kettle 12')).toEqual([])
    expect(errors('sleepy kettle harbour', { ...about, displayName: 'Ann Lee' })).toEqual([])
    expect(errors('sunny renee harbour 12').join()).not.toContain('harbour')
  })
  it('knows names in any script', () => {
    const who = { ...about, displayName: 'Мария Иванова' }
    expect(errors('kettle иванова harbour 12', who)).toHaveLength(1)
    expect(errors('kettle harbour 12 ок', who)).toEqual([])
  })
})
