import { expect, it } from 'vitest'
import { addressLines, ageOn, ageText, languageName, nameText, phoneText } from './format.ts'

it('counts whole years', () => {
  expect(ageOn('1980-06-15', new Date(2026, 5, 14))).toBe('45')
  expect(ageOn('1980-06-15', new Date(2026, 5, 15))).toBe('46')
  expect(ageOn('1980', new Date(2026, 0, 1))).toBe('46')
})
it('writes telephones as people read them', () => {
  expect(phoneText('+15559079875')).toBe('(555) 907-9875')
  expect(phoneText('+442071838750')).toBe('+442071838750')
  expect(phoneText(undefined)).toBe('')
})
it('puts names and addresses together', () => {
  expect(nameText({ prefix: 'Dr.', given: ['Ola', 'M'], family: 'Berg' })).toBe('Dr. Ola M Berg')
  expect(nameText({ given: [], text: 'Sister Ola' })).toBe('Sister Ola')
  expect(addressLines({ line: ['1 Elm Street'], city: 'Salina', state: 'KS', postalCode: '67401' })).toEqual([
    '1 Elm Street',
    'Salina KS 67401',
  ])
})
it('says how old somebody is', () => {
  const today = new Date(2026, 5, 15)
  expect(ageText('1980-06-15', today)).toBe('46 years')
  expect(ageText('2026-01-20', today)).toBe('4 months')
  expect(ageText('2025-05-15', today)).toBe('13 months')
  expect(ageText('2025', today)).toBe('1 year')
  expect(ageText('2030-01-01', today)).toBe('')
})
it('names languages, and leaves alone what is none', () => {
  expect(languageName('es')).toBe('Spanish')
  expect(languageName('no such thing')).toBe('no such thing')
})
