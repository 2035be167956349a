import { join } from 'node:path'
import { DEFAULT_MIN_CONFIDENCE, detect, detectStream, Enough, scan } from '#phi'
import { loadItems } from '../phi/quality/items.ts'
import type { Row } from './load.ts'
import { HOSTILE } from './phi-hostile.ts'

const MIB = 1 << 20
/** Ordinary text of a service desk, in which identifiers stand as they do in mails: a few to the page. */
const PROSE = `Good morning. Since the update last night the label printer at the front desk prints each label twice, and the second
one is cut off at the left. We restarted it and the computer, and checked the cable and the paper, but it stays the same. The other
printers in the hall work as before, so I think it is only this one. It would be good if somebody could look at it before the
afternoon, because then the waiting room is full and we need the labels for the samples. If it has to be replaced we can use
the spare one from the store until the new one is here. Thank you very much for your help, and please call me when you come, so that
I can let you in through the side door.

The technician looked at the queue on the server and found two entries for the same device. After the second one was removed the
labels came out once again, but still with the wrong margin. The template was changed by the update; the old one is restored from
the backup of the day before. We will watch it until tomorrow and then close this ticket. The same change may have reached the
other sites, therefore a note was written to the people who look after them, with the steps in the order in which they were done.
`

const grown = (pattern: string, units: number) =>
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
function rate(text: string, runs: number, run: (text: string) => void): number {
  let best = 0
  for (let i = 0; i < runs; i++) best = Math.max(best, text.length / MIB / seconds(() => run(text)))
  return best
}

/** The slowest of the hostile patterns. */
function worstOf(run: (text: string) => void): { name: string; rate: number } {
  let worst = { name: '', rate: Number.POSITIVE_INFINITY }
  for (const [name, pattern] of Object.entries(HOSTILE)) {
    const reached = rate(grown(pattern, 4 * MIB), 4, run)
    if (reached < worst.rate) worst = { name, rate: reached }
  }
  return worst
}

/** A mail thread: prose with a labelled text of the quality set between. */
function realistic(units: number): string {
  const items = loadItems(join(import.meta.dirname, '../phi/quality/items')).map((i) => i.text)
  return grown(items.map((text) => `${PROSE}\n${text}\n`).join('\n'), units)
}

async function streamed(text: string): Promise<number> {
  function* pieces() {
    for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
  }
  const began = process.threadCpuUsage()
  for await (const _ of detectStream(pieces()));
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1e6
}

/** Speed of the detector on one core, on ordinary and on hostile text, and how its time grows with length. */
export async function benchPhi(): Promise<Row[]> {
  const text = realistic(64 * MIB)
  const small = text.slice(0, 8 * MIB)
  rate(small, 2, findAll)
  const ordinary = rate(small, 4, findAll)
  const all = worstOf(findAll)
  const judged = worstOf(judge)
  const eight = Math.min(await streamed(small), await streamed(small))
  const growth = (await streamed(text)) / eight
  const row = (what: string, ours: string, target: string, met: boolean): Row => ({
    what,
    ours,
    reference: '-',
    ratio: '-',
    target,
    met,
  })
  return [
    row(
      'PHI detection, mails and tickets, one core',
      `${ordinary.toFixed(1)} MB/s`,
      '>= 20 MB/s',
      ordinary >= 20,
    ),
    row(
      `PHI detection, hostile files (worst: ${judged.name})`,
      `${judged.rate.toFixed(1)} MB/s`,
      '>= 20 MB/s',
      judged.rate >= 20,
    ),
    row(
      `PHI detection, hostile text, every finding made (worst: ${all.name})`,
      `${all.rate.toFixed(1)} MB/s`,
      '>= 20 MB/s',
      all.rate >= 20,
    ),
    row('PHI detection, time for 64 MB against 8 MB', `${growth.toFixed(2)} x`, '<= 9 x', growth <= 9),
  ]
}
