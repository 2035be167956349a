import { createCanvas } from '@napi-rs/canvas'
import { expect, it } from 'vitest'
import { isDrawing } from './drawing.ts'

function drawn(width = 300, height = 100): Buffer {
  const pen = createCanvas(width, height).getContext('2d')
  pen.moveTo(5, 5)
  pen.bezierCurveTo(100, 90, 200, 0, width - 5, height - 5)
  pen.stroke()
  return pen.canvas.toBuffer('image/png')
}
/** A chunk; nobody here looks at its checksum. */
function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body, Buffer.alloc(4)])
}
const AFTER_HEAD = 33

it('takes what a canvas draws, in any browser, and nothing that is not whole', () => {
  const png = drawn()
  const beside = (type: string) =>
    Buffer.concat([png.subarray(0, AFTER_HEAD), chunk(type, Buffer.from('x')), png.subarray(AFTER_HEAD)])
  expect(isDrawing(png)).toBe(true)
  expect(['eXIf', 'iDOT', 'sRGB'].map((t) => isDrawing(beside(t)))).toEqual([true, true, true])
  expect(['PLTE', 'IDAT', 'ABCD'].map((t) => isDrawing(beside(t)))).toEqual([false, false, false])
  expect(isDrawing(Buffer.concat([png, Buffer.from('more')]))).toBe(false)
  expect(isDrawing(png.subarray(0, -6))).toBe(false)
  expect(isDrawing(drawn(4000, 4000))).toBe(false)
  expect(isDrawing(Buffer.from('GIF89a'))).toBe(false)
  const broken = Buffer.from(png)
  broken.fill(0, AFTER_HEAD + 12, AFTER_HEAD + 40)
  expect(isDrawing(broken)).toBe(false)
})
