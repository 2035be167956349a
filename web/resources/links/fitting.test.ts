import { expect, it } from 'vitest'
import { fitting } from './fitting.ts'

const link = (title: string, ...facilityIds: string[]) => ({
  id: title,
  title,
  note: '',
  url: 'https://example.test/',
  icon: 'link' as const,
  facilityIds,
})
const groups = [
  { id: 'a', name: 'Clínica', links: [link('Everywhere'), link('North only', 'n'), link('Both', 'n', 's')] },
  { id: 'b', name: 'South', links: [link('South only', 's')] },
]
const titles = (facility: string, word: string) =>
  fitting(groups, { facility, word }).flatMap((g) => g.links.map((l) => l.title))

it('shows a facility its own links and those for all', () => {
  expect(titles('n', '')).toEqual(['Everywhere', 'North only', 'Both'])
  expect(titles('s', '')).toEqual(['Everywhere', 'Both', 'South only'])
  expect(fitting(groups, { facility: 'n', word: '' })).toHaveLength(1)
})
it('finds a word in title and group, without regard to accents and case', () => {
  expect(titles('', 'clinica')).toHaveLength(3)
  expect(titles('', ' SOUTH ')).toEqual(['South only'])
})
