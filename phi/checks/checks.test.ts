import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detect, type Kind } from '../index.ts'
import { synthetic } from '../quality/synthetic.ts'
import { isDea } from './dea.ts'
import { isIcd10 } from './icd.ts'
import { passesLuhn } from './luhn.ts'
import { isHicnSuffix, isMbi } from './mbi.ts'
import { isNpi } from './npi.ts'
import { isItin, isSsn } from './ssn.ts'
import { isVin } from './vin.ts'

const kindsIn = (text: string): Kind[] => detect(text).map((f) => f.kind)
const seed = fc.integer({ min: 0, max: 1_000_000 }).map(String)

/** Another digit in one of the places where `text` has one. */
function withWrongDigit(text: string, place: number, step: number): string {
  const digits = [...text].flatMap((c, i) => (c >= '0' && c <= '9' ? [i] : []))
  const at = digits[place % digits.length]!
  return text.slice(0, at) + ((Number(text[at]) + step) % 10) + text.slice(at + 1)
}

test('the published samples pass', () => {
  expect(isNpi('1993999998')).toBe(true)
  expect(passesLuhn('4111111111111111')).toBe(true)
  expect(isMbi('1EG4TE5MK73')).toBe(true)
  expect(isVin('1M8GDM9AXKP042788')).toBe(true)
  expect(isDea('AP5836727')).toBe(true)
})

test.each([
  ['npi', (v: string) => `NPI: ${v}`],
  ['npi', (v: string) => `The patient Maria Lopez saw Dr. Reed for asthma, his NPI is ${v}`],
  ['dea', (v: string) => `DEA # ${v}`],
  ['dea', (v: string) => `The patient Maria Lopez saw Dr. Reed (DEA ${v}) for asthma`],
] as const)('a valid %s is found, and with one wrong digit it is nobody’s', (what, sentence) => {
  fc.assert(
    fc.property(seed, fc.nat(20), fc.integer({ min: 1, max: 9 }), (s, place, step) => {
      const valid = synthetic(what, s)
      expect(kindsIn(sentence(valid))).toContain(what)
      const wrong = withWrongDigit(valid, place, step)
      const passes = { npi: isNpi, dea: isDea }[what](wrong)
      // A DEA number counts every second digit twice, modulo 10: five more or less does not show there.
      if (what === 'npi' || step !== 5) expect(passes).toBe(false)
      if (passes) return
      const text = sentence(wrong)
      const from = text.indexOf(wrong)
      expect(detect(text).filter((f) => f.start < from + wrong.length && from < f.end)).toEqual([])
    }),
  )
})

test('a vehicle number is sure with its check digit, and without it only where it is called one', () => {
  fc.assert(
    fc.property(seed, fc.nat(20), fc.integer({ min: 1, max: 9 }), (s, place, step) => {
      const valid = synthetic('vin', s)
      const wrong = withWrongDigit(valid, place, step)
      expect(isVin(wrong)).toBe(false)
      const sureness = (text: string) => detect(text).find((f) => f.kind === 'vehicle')?.confidence ?? 0
      expect(sureness(`her car, VIN ${valid}, was towed`)).toBeGreaterThanOrEqual(0.95)
      expect(sureness(`her car, VIN ${wrong}, was towed`)).toBeLessThan(0.95)
      expect(sureness(`her car, VIN ${wrong}, was towed`)).toBeGreaterThan(0.6)
      expect(sureness(`the car is ${valid}`)).toBeGreaterThan(0.8)
      expect(sureness(`the order is ${wrong}`)).toBe(0)
    }),
  )
})

test('an MBI is found with and without dashes, and none with a letter that CMS leaves out', () => {
  fc.assert(
    fc.property(seed, fc.constantFrom(...'SLOIBZ'), fc.constantFrom(1, 4, 7, 8), (s, letter, place) => {
      const valid = synthetic('mbi', s)
      expect(kindsIn(`card reads ${valid}`)).toContain('member-id')
      expect(kindsIn(`card reads ${synthetic('mbi-', s)}`)).toContain('member-id')
      const wrong = valid.slice(0, place) + letter + valid.slice(place + 1)
      expect(isMbi(wrong)).toBe(false)
    }),
  )
  // Whose first blocks look like misread labels: "IMEI", "SETS".
  for (const mbi of ['1ME1-H86-YC26', '5ET5-T92-KJ65', '1ME1 H86 YC26'])
    expect(kindsIn(`card reads ${mbi}`)).toContain('member-id')
})

test('Social Security numbers that are never given out are none', () => {
  for (const no of ['000123456', '666123456', '900123456', '123006789', '123450000'])
    expect(isSsn(no)).toBe(false)
  expect(isSsn('219099999')).toBe(true)
  expect(isItin('912701234')).toBe(true)
  expect(kindsIn('reference 000-12-3456')).not.toContain('ssn')
  expect(kindsIn('reference 666-12-3456')).not.toContain('ssn')
})

test('diagnosis codes and beneficiary codes have their shapes', () => {
  for (const code of ['E11.9', 'I10', 'C50.911', 'S72.001A', 'U07.1']) expect(isIcd10(code)).toBe(true)
  for (const code of ['E1', '11.9', 'EE1.9', 'E11.', 'E11.99999']) expect(isIcd10(code)).toBe(false)
  for (const code of ['A', 'B1', 'C2', 'D', 'W', 'T']) expect(isHicnSuffix(code)).toBe(true)
  for (const code of ['Q', 'AB', 'Z9']) expect(isHicnSuffix(code)).toBe(false)
})
