import { DEFAULT_MIN_CONFIDENCE, detect, Enough, scan } from '#phi'

export const MIB = 1 << 20

export const grown = (pattern: string, units: number) =>
  pattern.repeat(Math.ceil(units / pattern.length)).slice(0, units)

/** Seconds of this thread's own processor time, so that neighbours on the machine count little. */
function seconds(run: () => void): number {
  const began = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1e6
}

/** Texts of files reach the detector in pieces of this size. */
const PIECE = 256 * 1024

/** As the server asks: what is not sure enough is nobody's business. */
const minConfidence = DEFAULT_MIN_CONFIDENCE

/** Ways to go over a text. */
const WAYS = { judge, findAll }
export type Way = keyof typeof WAYS

/** Judges a text as the server does: until more would change nothing. */
function judge(text: string): void {
  const enough = new Enough()
  for (let at = 0; at < text.length && !enough.reached; at += PIECE)
    enough.add(scan(text.slice(at, at + PIECE), { minConfidence }))
}

/** Makes every finding, however many there are. */
function findAll(text: string): void {
  for (let at = 0; at < text.length; at += PIECE) detect(text.slice(at, at + PIECE))
}

/** The best of some runs, in MB of text per second. */
export function rate(text: string, runs: number, how: Way): number {
  let best = 0
  for (let i = 0; i < runs; i++) best = Math.max(best, text.length / MIB / seconds(() => WAYS[how](text)))
  return best
}
