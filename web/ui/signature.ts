/** What somebody signs with: their name as they typed it, or a small PNG of what they drew, in base64. */
export type SignatureValue = { kind: 'typed'; text: string } | { kind: 'drawn'; png: string }

/** The server takes no larger picture. */
export const MOST_PNG_BYTES = 50 * 1024
const WIDEST = 600
const HIGHEST = 240

interface Stroke {
  points: readonly { x: number; y: number }[]
}

/** Cuts a canvas to its ink, small enough for the server. Null where nothing was drawn. */
export function inkOf(
  canvas: HTMLCanvasElement,
  strokes: readonly Stroke[],
  /** Pixels of the canvas to one of its points. */
  ratio: number,
): string | null {
  const points = strokes.flatMap((s) => s.points)
  if (points.length === 0) return null
  const margin = 6
  const left = Math.max(0, Math.min(...points.map((p) => p.x)) - margin) * ratio
  const top = Math.max(0, Math.min(...points.map((p) => p.y)) - margin) * ratio
  const width = Math.min(canvas.width, (Math.max(...points.map((p) => p.x)) + margin) * ratio) - left
  const height = Math.min(canvas.height, (Math.max(...points.map((p) => p.y)) + margin) * ratio) - top
  if (width < 1 || height < 1) return null
  for (let scale = Math.min(1, WIDEST / width, HIGHEST / height); ; scale /= 1.5) {
    const small = document.createElement('canvas')
    small.width = Math.max(1, Math.round(width * scale))
    small.height = Math.max(1, Math.round(height * scale))
    small.getContext('2d')!.drawImage(canvas, left, top, width, height, 0, 0, small.width, small.height)
    const png = small.toDataURL('image/png').split(',')[1]!
    if (png.length * 0.75 <= MOST_PNG_BYTES || small.width <= 60) return png
  }
}
