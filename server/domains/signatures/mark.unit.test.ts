import { createCanvas } from '@napi-rs/canvas'
import { expect, it } from 'vitest'
import { isSmallPng, SignatureMark } from './mark.ts'

function drawn(width = 300, height = 100): Buffer {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.moveTo(5, 5)
  pen.bezierCurveTo(100, 90, 200, 0, width - 5, height - 5)
  pen.stroke()
  return canvas.toBuffer('image/png')
}

it('takes what a canvas draws, and nothing that hides something else', () => {
  const png = drawn()
  expect(isSmallPng(png)).toBe(true)
  expect(isSmallPng(Buffer.concat([png, Buffer.from('more')]))).toBe(false)
  expect(isSmallPng(png.subarray(0, -6))).toBe(false)
  expect(isSmallPng(drawn(1700, 20))).toBe(false)
  expect(isSmallPng(Buffer.from('GIF89a'))).toBe(false)
  const text = Buffer.from('0000000474455874aaaaaaaa00000000', 'hex')
  expect(isSmallPng(Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]))).toBe(false)
})

it('is a name or a picture, and one of them', () => {
  const ok = (value: unknown) => SignatureMark.safeParse(value).success
  expect(ok({ kind: 'typed', text: '  Zoë Quill ' })).toBe(true)
  expect(ok({ kind: 'typed', text: '   ' })).toBe(false)
  expect(ok({ kind: 'typed', text: 'Zoë\u202eQuill' })).toBe(false)
  expect(ok({ kind: 'typed', text: 'x'.repeat(121) })).toBe(false)
  expect(ok({ kind: 'drawn', png: drawn().toString('base64') })).toBe(true)
  expect(ok({ kind: 'drawn', png: Buffer.alloc(60_000).toString('base64') })).toBe(false)
  expect(ok({ kind: 'drawn', png: '<script>' })).toBe(false)
})
