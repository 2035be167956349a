import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectDelimiter } from './delimiter.ts'
import { type CsvRow, MAX_RECORD_BYTES, readCsv } from './reader.ts'

async function* once(text: string | Buffer) {
  yield Buffer.from(text)
}
async function rows(text: string, delimiter = ','): Promise<CsvRow[]> {
  return Array.fromAsync(readCsv(once(text), { delimiter }))
}
/** All rows before the failure, and the failure. */
async function until(chunks: AsyncIterable<Buffer>) {
  const seen: number[] = []
  try {
    for await (const { row } of readCsv(chunks, { delimiter: ',' })) seen.push(row)
  } catch (error) {
    return { seen, error }
  }
  return { seen }
}

describe('reading', () => {
  test('rows are numbered as a spreadsheet numbers them', async () => {
    expect(await rows('a,b\r\n\r\n1,"x\r\ny"\r\n2,"say ""hi"""\r\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: [''] },
      { row: 3, cells: ['1', 'x\r\ny'] },
      { row: 4, cells: ['2', 'say "hi"'] },
    ])
  })

  test('stray quotes stay text and the next row is whole', async () => {
    expect((await rows('"x"y,3\n4 "b" c,5\n6,7\n')).map((r) => r.cells)).toEqual([
      ['"x"y', '3'],
      ['4 "b" c', '5'],
      ['6', '7'],
    ])
  })

  test('whatever RFC 4180 can write is read back', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '🙂') })
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const quote = (c: string) => `"${c.replaceAll('"', '""')}"`
        const text = `h,h\n${cells.map((r) => r.map(quote).join(',')).join('\n')}\n`
        expect((await rows(text)).slice(1).map((r) => r.cells)).toEqual(cells)
      }),
    )
  })
})

describe('files that break', () => {
  test('a quote that is never closed names its row, and the rows before it are kept', async () => {
    expect(await until(once('a,b\n1,2\n3,"4\n5,6\n7,8\n'))).toEqual({
      seen: [1, 2],
      error: expect.objectContaining({ code: 'malformed-csv', row: 3 }),
    })
  })

  test('a line of a gigabyte fails after a megabyte', async () => {
    let sent = 0
    async function* giant() {
      yield Buffer.from('a,b\n1,2\n3,')
      const chunk = Buffer.alloc(1 << 20, 0x78)
      for (; sent < 1024; sent++) yield chunk
    }
    expect(await until(giant())).toEqual({
      seen: [1, 2],
      error: expect.objectContaining({ code: 'record-too-large', row: 3 }),
    })
    expect(sent).toBeLessThan(8)
  })

  test('rows after an over-long one in the same chunk are not taken for good', async () => {
    const text = `a,b\n1,${'x'.repeat(MAX_RECORD_BYTES + 10)}\n5,6\n`
    expect((await until(once(text))).seen).toEqual([1])
  })

  test('an error of the source comes through', async () => {
    async function* broken() {
      yield Buffer.from('a,b\n1,2\n')
      throw new Error('gone')
    }
    expect(await until(broken())).toMatchObject({ error: { message: 'gone' } })
  })
})

describe('delimiter', () => {
  test.each([
    [',', 'Last,First,DOB\nDoe,"Jo; Ann",1980-01-01\n'],
    [';', 'Last;First;Note\nDoe;Jo;a, b, c\nRoe;Al;d\n'],
    ['\t', 'Last\tFirst\nDoe, Jr\tJo\n'],
    ['|', 'Last|First\nDoe|Jo\n'],
    [';', 'sep=;\nLast;First\n'],
    [',', 'Name\nDoe\n'],
  ])('%j', (delimiter, text) => {
    expect(detectDelimiter(Buffer.from(text))).toBe(delimiter)
  })
})
