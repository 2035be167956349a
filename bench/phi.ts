import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { detectStream } from '#phi'
import { loadItems } from '../phi/quality/items.ts'
import { READING_FLAGS } from '../server/platform/reading/engine.ts'
import type { Row } from './load.ts'
import { HOSTILE } from './phi-hostile.ts'
import { grown, MIB, rate, type Way } from './phi-rate.ts'

/** MB of text per second. */
const TARGET = 20
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

/** How fast one hostile pattern passes, in a thread that has read nothing else: each file has a process of its own. */
function hostile(name: string, how: Way): Promise<number> {
  const worker = new Worker(join(import.meta.dirname, 'phi-worker.ts'), { workerData: { name, how } })
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
}

/** The slowest of the hostile patterns, and how many are fast enough. */
async function allHostile(how: Way): Promise<{ worst: string; rate: number; met: string }> {
  let [worst, least, fast] = ['', Number.POSITIVE_INFINITY, 0]
  const names = Object.keys(HOSTILE)
  for (const name of names) {
    const reached = await hostile(name, how)
    if (reached >= TARGET) fast++
    if (reached < least) [worst, least] = [name, reached]
  }
  return { worst, rate: least, met: `${fast} of ${names.length}` }
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
  // As programs that read files run it; threads take them over.
  for (const flag of READING_FLAGS) setFlagsFromString(flag)
  const text = realistic(64 * MIB)
  const small = text.slice(0, 8 * MIB)
  rate(small, 2, 'findAll')
  const ordinary = rate(small, 4, 'findAll')
  const judged = await allHostile('judge')
  const all = await allHostile('findAll')
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
      ordinary >= TARGET,
    ),
    row(
      `PHI detection, hostile files (${judged.met} are; worst: ${judged.worst})`,
      `${judged.rate.toFixed(1)} MB/s`,
      '>= 20 MB/s',
      judged.rate >= TARGET,
    ),
    row(
      `PHI detection, hostile text, every finding made (${all.met} are; worst: ${all.worst})`,
      `${all.rate.toFixed(1)} MB/s`,
      '>= 20 MB/s',
      all.rate >= TARGET,
    ),
    row('PHI detection, time for 64 MB against 8 MB', `${growth.toFixed(2)} x`, '<= 9 x', growth <= 9),
  ]
}
