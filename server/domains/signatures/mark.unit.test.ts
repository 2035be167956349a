import { createCanvas } from '@napi-rs/canvas'
import { expect, it } from 'vitest'
import { SignatureMark } from './mark.ts'

it('is a name or a picture, and one of them', () => {
  const ok = (value: unknown) => SignatureMark.safeParse(value).success
  expect(ok({ kind: 'typed', text: '  Zoë Quill ' })).toBe(true)
  expect(ok({ kind: 'typed', text: '   ' })).toBe(false)
  expect(ok({ kind: 'typed', text: 'Zoë\u202eQuill' })).toBe(false)
  expect(ok({ kind: 'typed', text: 'x'.repeat(121) })).toBe(false)
  const canvas = createCanvas(300, 100)
  canvas.getContext('2d').fillRect(10, 40, 280, 4)
  expect(ok({ kind: 'drawn', png: canvas.toBuffer('image/png').toString('base64') })).toBe(true)
  expect(ok({ kind: 'drawn', png: Buffer.alloc(60_000).toString('base64') })).toBe(false)
  expect(ok({ kind: 'drawn', png: '<script>' })).toBe(false)
})
