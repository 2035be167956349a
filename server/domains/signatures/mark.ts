import { z } from 'zod'
import { isDrawing } from '../../platform/pdf/drawing.ts'

/** A drawn signature is a small picture. */
const MOST_PNG_BYTES = 50 * 1024
function isSmallPng(base64: string): boolean {
  const png = Buffer.from(base64, 'base64')
  return png.length <= MOST_PNG_BYTES && isDrawing(png)
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
      .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\u200c\u200d])*$/u, 'must not hold characters that can’t be seen'),
  }),
  z.strictObject({
    kind: z.literal('drawn'),
    png: z
      .base64()
      .max(Math.ceil(MOST_PNG_BYTES / 3) * 4)
      .refine((text) => isSmallPng(text), 'must be a small PNG picture, 50 KB at most'),
  }),
])
export type SignatureMark = z.output<typeof SignatureMark>
