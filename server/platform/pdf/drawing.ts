import { inflateSync } from 'node:zlib'

const HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** More than anybody signs on, and little to unpack. */
const MOST_PIXELS = 1_500_000
/** What browsers write beside a picture, each its own (Safari: eXIf and iDOT): nothing that draws it needs. */
const BESIDE = /^[a-z][A-Za-z][A-Z][A-Za-z]$/
/** Colour types of a canvas: three samples a pixel, or four with how opaque it is. */
const SAMPLES: Record<number, number> = { 2: 3, 6: 4 }

/**
 * Whether this is a PNG as a canvas makes one, whole to its last row, with nothing after it. What draws it later, in a PDF,
 * may then rely on it: a picture that breaks off in the middle would break whatever reads it.
 */
export function isDrawing(png: Buffer): boolean {
  if (!png.subarray(0, 8).equals(HEAD)) return false
  const data: Buffer[] = []
  let size: { width: number; height: number; samples: number } | undefined
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (body.length !== length) return false
    if (at === 8) size = type === 'IHDR' ? sizeOf(body) : undefined
    if (!size) return false
    if (type === 'IDAT') data.push(body)
    else if (type !== 'IHDR' && type !== 'IEND' && !BESIDE.test(type)) return false
    if (type === 'IEND') return at + 12 === png.length && isWhole(Buffer.concat(data), size)
    at += 12 + length
  }
  return false
}

function sizeOf(head: Buffer) {
  if (head.length !== 13) return undefined
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const samples = SAMPLES[head[9]!]
  // Eight bits a sample, and no interlacing.
  if (!samples || head[8] !== 8 || head[10] || head[11] || head[12]) return undefined
  return width > 0 && height > 0 && width * height <= MOST_PIXELS ? { width, height, samples } : undefined
}

function isWhole(
  data: Buffer,
  { width, height, samples }: { width: number; height: number; samples: number },
): boolean {
  const expected = (width * samples + 1) * height
  try {
    return inflateSync(data, { maxOutputLength: expected + 1 }).length === expected
  } catch {
    return false
  }
}
