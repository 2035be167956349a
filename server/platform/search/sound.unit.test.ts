import { describe, expect, it } from 'vitest'
import { askedPhoneKeys, phoneKeys, phoneTail } from './normalize.ts'
import { soundKeys, soundsAlike } from './sound.ts'

describe('words that sound alike', () => {
  it.each([
    ['smyth', 'smith'],
    ['smith', 'smythe'],
    ['meyer', 'mayr'],
    ['catherine', 'katherine'],
    ['catherine', 'kathryn'],
    ['jon', 'john'],
    ['meyer', 'maier'],
    ['mayr', 'meier'],
    ['philip', 'filip'],
    ['stephen', 'steven'],
    ['geoffrey', 'jeffrey'],
  ])('%s and %s', (a, b) => {
    expect(soundsAlike(a, b)).toBe(true)
    expect(soundsAlike(b, a)).toBe(true)
  })
  it.each([
    ['meyer', 'mary'],
    ['jon', 'ann'],
    ['lee', 'lou'],
    ['smith', 'jones'],
    ['山田', '山口'],
  ])('%s and %s are others', (a, b) => expect(soundsAlike(a, b)).toBe(false))
  it('has no code for what is not Latin or has a digit', () => {
    for (const word of ['иванов', 'x2', 'a', '']) expect(soundKeys(word)).toEqual([])
  })
})

describe('telephone numbers', () => {
  const found = (stored: string, asked: string) =>
    askedPhoneKeys(asked).some((k) => phoneKeys(stored).includes(k))
  it.each([
    ['+16205550123', '(620) 555-0123'],
    ['+16205550123', '1-620-555-0123'],
    ['+493012345678', '030 12345678'],
    ['+493012345678', '+49 30 12345678'],
    ['+442079460018', '020 7946 0018'],
    ['+33140205050', '01 40 20 50 50'],
    ['5550123', '555-0123'],
  ])('%s is found by %s', (stored, asked) => expect(found(stored, asked)).toBe(true))
  it('not by a part of another', () => {
    expect(found('+16205550123', '620-555-0124')).toBe(false)
    expect(found('+493012345678', '030 1234567')).toBe(false)
  })
  it('knows the last seven digits, without an extension', () => {
    expect(phoneTail('+16205550123;ext=77')).toBe('5550123')
  })
})
