import { expect, it } from 'vitest'
import { matching } from './matching.ts'

const commands = [
  { label: 'Users', words: 'people invite accounts' },
  { label: 'Invite a user', words: 'add' },
  { label: 'Keys', words: 'encryption' },
]

it('finds by the beginnings of words, in any order', () => {
  expect(matching(commands, 'inv').map((c) => c.label)).toEqual(['Users', 'Invite a user'])
  expect(matching(commands, 'user inv').map((c) => c.label)).toEqual(['Users', 'Invite a user'])
  expect(matching(commands, 'crypt')).toEqual([])
  expect(matching(commands, ' ')).toHaveLength(3)
})
