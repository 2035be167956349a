import { z } from 'zod'

/** A drawn signature is a small picture. */
const MOST_PNG_BYTES = 50 * 1024
const MOST_PIXELS = { width: 1600, height: 800 }
/** What a canvas writes; anything else would be something that nobody drew. */
const CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'pHYs', 'sBIT', 'cHRM', 'IDAT', 'IEND'])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Whether bytes are a PNG of a signature's size, whole and with nothing hidden in it or after it. */
export function isSmallPng(bytes: Buffer): boolean {
  if (bytes.length > MOST_PNG_BYTES || !bytes.subarray(0, 8).equals(PNG)) return false
  let at = 8
  for (let n = 0; at + 12 <= bytes.length; n++) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!CHUNKS.has(type) || (n === 0) !== (type === 'IHDR')) return false
    if (type === 'IHDR') {
      if (length !== 13) return false
      const [width, height] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]
      if (!width || !height || width > MOST_PIXELS.width || height > MOST_PIXELS.height) return false
    }
    at += 12 + length
    if (type === 'IEND') return at === bytes.length
  }
  return false
}

/**
 * What somebody signs with: their name as they typed it, or a small PNG of what they drew, in base64. It is sealed as it
 * comes; nothing of it is kept in the clear.
 */
export const SignatureMark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('typed'),
    text: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, 'must not hold characters that can’t be seen'),
  }),
  z.strictObject({
    kind: z.literal('drawn'),
    png: z
      .base64()
      .max(Math.ceil(MOST_PNG_BYTES / 3) * 4)
      .refine(
        (text) => isSmallPng(Buffer.from(text, 'base64')),
        'must be a small PNG picture, 50 KB at most',
      ),
  }),
])
export type SignatureMark = z.output<typeof SignatureMark>
