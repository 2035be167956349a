import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { gzipHead, storedRest } from './half-gzip.ts'

it.each([0, 1, 65_535, 65_536, 200_000])(
  'makes a gzip file whose rest of %d bytes stands as it is',
  (length) => {
    const head = 'The same for everybody. '.repeat(100)
    const rest = 'é'.repeat(length % 7) + 'x'.repeat(length)
    const start = gzipHead(head)
    const end = storedRest(start, rest)
    expect(start.bytes.length).toBeLessThan(200)
    expect(end.length).toBeGreaterThanOrEqual(Buffer.byteLength(rest))
    expect(gunzipSync(Buffer.concat([start.bytes, end])).toString()).toBe(head + rest)
  },
)
