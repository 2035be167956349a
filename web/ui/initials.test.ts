import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it.each([
  ['Donya Mikaela Yundt', 'DY'],
  ['Dr. Ana Ruiz', 'AR'],
  ['Cher', 'C'],
  ['Élodie Ørsted', 'ÉØ'],
  ['  ', '?'],
])('%s is %s', (name, expected) => expect(initials(name)).toBe(expected))
