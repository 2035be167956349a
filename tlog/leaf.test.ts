import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeLeaf, leafTimeReader } from './leaf.ts'

const timeOf = (text: string | Buffer) => {
  const bytes = Buffer.from(text as string)
  return leafTimeReader()(bytes, 0, bytes.length)
}

describe('leaves', () => {
  it('are the time and the event in canonical JSON', () => {
    const leaf = encodeLeaf(new Date('2026-01-31T09:30:00.000Z'), { b: 1, a: '"time":"x"' })
    expect(leaf.toString()).toBe(
      String.raw`{"time":"2026-01-31T09:30:00.000Z","event":{"a":"\"time\":\"x\"","b":1}}`,
    )
    expect(() => encodeLeaf(new Date(Date.UTC(12000, 1)), {})).toThrow(RangeError)
  })

  it('give back their time, in any order of times', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    const minute = fc.date({
      min: new Date(1_767_000_000_000),
      max: new Date(1_767_000_120_000),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(day, minute), { minLength: 1 }), (times) => {
        const read = leafTimeReader()
        for (const time of times) {
          const leaf = Buffer.concat([Buffer.from('before'), encodeLeaf(time, null)])
          expect(read(leaf, 6, leaf.length)).toBe(time.getTime())
        }
      }),
    )
  })

  it.each([
    '',
    '{}',
    '{"time":"2026-01-31T09:30:00.000Z"}',
    '{"time":"2026-01-31T09:30:00.000Z" ,"event":1}',
    '{"time":"2026-01-31T09:30:00.000+","event":1}',
    '{"time":"2026-01-31 09:30:00.000Z","event":1}',
    '{"time":"2026-02-31T09:30:00.000Z","event":1}',
    '{"time":"2026-01-31T24:00:00.000Z","event":1}',
    '{"time":"2026-01-31T09:60:00.000Z","event":1}',
    '{"time":"2026-01-31T09:30:60.000Z","event":1}',
    '{"time":"2026-01-31T09:30:0x.000Z","event":1}',
    '{"event":{"time":"2026-01-31T09:30:00.000Z","x":1}}',
    ' {"time":"2026-01-31T09:30:00.000Z","event":1}',
  ])('%s has no time', (text) => expect(timeOf(text)).toBeNaN())

  it('checks the seconds also within a minute it knows', () => {
    const read = leafTimeReader()
    const [good, bad] = ['09:30:01.000', '09:30:xx.000'].map((t) =>
      Buffer.from(`{"time":"2026-01-31T${t}Z","event":1}`),
    )
    expect(read(good!, 0, good!.length)).toBe(Date.UTC(2026, 0, 31, 9, 30, 1))
    expect(read(bad!, 0, bad!.length)).toBeNaN()
    expect(read(good!, 0, 20)).toBeNaN()
  })
})
