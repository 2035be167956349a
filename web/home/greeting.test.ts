import { expect, it } from 'vitest'
import { greeting } from './greeting.ts'

it.each([
  [4, 'Good evening'],
  [5, 'Good morning'],
  [11, 'Good morning'],
  [12, 'Good afternoon'],
  [18, 'Good evening'],
])('at %i one says %s', (hour, said) => expect(greeting(hour)).toBe(said))
