import { isDea } from '../checks/dea.ts'
import { isNpi } from '../checks/npi.ts'
import { isVin } from '../checks/vin.ts'

/** A small generator of numbers from a seed (mulberry32), so that every run makes the same values. */
export function random(seed: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = (next: () => number, from: string) => from[Math.floor(next() * from.length)]!
const many = (next: () => number, n: number, from: string) =>
  Array.from({ length: n }, () => pick(next, from)).join('')
const DIGITS = '0123456789'

/** Draws until a check digit fits. */
function until(make: () => string, fits: (text: string) => boolean): string {
  for (;;) {
    const text = make()
    if (fits(text)) return text
  }
}

const MBI_LETTERS = 'ACDEFGHJKMNPQRTUVWXY'

function mbi(next: () => number): string {
  const places = 'CAXNAXNAANN'
  const from: Record<string, string> = { C: '123456789', A: MBI_LETTERS, X: MBI_LETTERS + DIGITS, N: DIGITS }
  return [...places].map((p) => pick(next, from[p]!)).join('')
}

/** A made-up value of a kind that has a form or a check digit to pass. */
export function synthetic(what: string, seed: string): string {
  const next = random(`${what} ${seed}`)
  switch (what) {
    case 'npi':
      return until(() => `1${many(next, 9, DIGITS)}`, isNpi)
    case 'dea':
      return until(
        () => `${pick(next, 'ABFGM')}${pick(next, 'ABCDEFGHJKLMNPRSTW')}${many(next, 7, DIGITS)}`,
        isDea,
      )
    case 'vin':
      return until(
        () =>
          `1HG${many(next, 5, 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789')}${many(next, 3, `${DIGITS}X`)}${many(next, 6, DIGITS)}`,
        isVin,
      )
    case 'mbi':
      return mbi(next)
    case 'mbi-':
      return mbi(next).replace(/^(.{4})(.{3})/, '$1-$2-')
    default:
      throw new Error(`no made-up values of ${what}`)
  }
}
