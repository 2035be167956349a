import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessMapping } from '../csv/mapping.ts'
import { csvCell } from './csv.ts'
import { clientListCsv, type ListedClient } from './list.ts'

const client: ListedClient = {
  id: '0190',
  kind: 'person',
  group: '=cmd|calc',
  record: {
    contact: {
      names: [{ given: ['Jo', 'Ann'], family: 'Doe, "Jr"' }],
      phones: [{ value: '+15558107203' }],
      emails: [],
      addresses: [{ line: ['1 Main St\nApt 2'], city: 'Salem' }],
    },
    demographic: { birthDate: '1980-02-03', tags: ['a', 'b'] },
  },
}
const csv = async (classes: Parameters<typeof clientListCsv>[1]) =>
  (await Array.fromAsync(clientListCsv([client], classes))).join('')

test('a cell that a spreadsheet would run is disarmed', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    expect(csvCell(`${start}1+1`).replace(/^"/, '')).toMatch(/^'/)
  }
  expect(csvCell('1-2')).toBe('1-2')
})

test('any text comes back, and no cell begins with a formula', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('=', '＝', '+', '"', ',', ';', '\n', '\r', '\t', ' ', 'a', '🙂') }),
      (text) => {
        const [[cell = '']] = parse(`${csvCell(text)},x\r\n`, { record_delimiter: '\r\n' }) as [[string]]
        expect(cell).toBe(/^[=+\-@\t\r\n＝]/u.test(text) ? `'${text}` : text)
      },
    ),
  )
})

test('only disclosed classes have columns', async () => {
  const text = await csv(new Set(['contact']))
  const [head, row] = parse(text, { bom: true, record_delimiter: '\r\n' }) as [string[], string[]]
  expect(head).toContain('Last name')
  expect(head).not.toContain('Birth date')
  expect(row).toHaveLength(head.length)
  expect(row).toEqual(
    expect.arrayContaining(["'=cmd|calc", 'Doe, "Jr"', "'+15558107203", '1 Main St\nApt 2']),
  )
})

test('an exported list maps itself when it is imported', async () => {
  const text = await csv(new Set(['contact', 'demographic', 'identifier', 'financial']))
  const [head] = parse(text, { bom: true, record_delimiter: '\r\n', to: 1 }) as [string[]]
  const mapping = guessMapping(head)
  const unmapped = head.filter((_, i) => mapping[i] === null)
  expect(unmapped).toEqual(['Wellkeep ID', 'Client group', 'Facility'])
})
