/**
 * A reader: one process for one file, then it ends, and its memory with it. It gets the file's bytes on standard
 * input and may neither write a file nor reach the network nor start a program (see `../spawn.ts`).
 */
import type { ReadTask } from '../protocol.ts'
import { readAs } from './extract.ts'
import { tell, tellCertified, tellPicture } from './frames.ts'
import { identify } from './identify.ts'
import { isMislabelled } from './labels.ts'
import { MAX_INPUT, Unread } from './limits.ts'
import { Reading } from './reading.ts'

const SECONDS = Number(process.argv[2])

async function input(): Promise<{ task: ReadTask; bytes: Buffer; complete: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (length > MAX_INPUT) continue
    chunks.push(chunk)
    length += chunk.length
  }
  const all = Buffer.concat(chunks, length)
  const line = all.indexOf(10)
  const bytes = all.subarray(line + 1)
  return {
    task: JSON.parse(all.toString('utf8', 0, line)) as ReadTask,
    bytes: bytes.subarray(0, MAX_INPUT),
    complete: bytes.length <= MAX_INPUT,
  }
}

async function read(task: Extract<ReadTask, { task: 'read' }>, bytes: Buffer, complete: boolean) {
  const out = task.answer === 'findings' ? (await import('./detect.ts')).detecting(tell) : tell
  const index = task.wordKey
    ? (await import('./words.ts')).indexing(out, Buffer.from(task.wordKey, 'hex'))
    : undefined
  const reading = new Reading(index?.tell ?? out, { seconds: SECONDS, ocr: task.ocr })
  const { type, also } = await identify(bytes)
  const note = (error: unknown) => {
    const code = error instanceof Unread ? error.code : 'unreadable'
    if (!reading.errors.includes(code)) reading.errors.push(code)
  }
  if (also) note(new Unread('polyglot'))
  if (!complete) note(new Unread('too-large'))
  await Promise.resolve()
    .then(() => reading.text({ in: 'name' }, task.name))
    .then(() => readAs(reading, bytes, type, {}))
    .catch(note)
  index?.end()
  if (complete && canBeDrawn(type)) await tellTiny(bytes, type).catch(() => {})
  tell({
    kind: 'report',
    type,
    mislabelled: isMislabelled(task.name, type),
    also,
    pages: reading.pages,
    errors: reading.errors,
  })
}

const canBeDrawn = (type: string) => type === 'application/pdf' || type.startsWith('image/')

async function tellTiny(bytes: Buffer, type: string): Promise<void> {
  const { drawTiny } = await import('./picture.ts')
  tellPicture('tiny', await drawTiny(bytes, type))
}

async function main(): Promise<void> {
  const { task, bytes, complete } = await input()
  if (task.task === 'read') await read(task, bytes, complete)
  else if (task.task === 'certify') {
    if (!complete) throw new Unread('too-large')
    const { type } = await identify(bytes)
    const { certify } = await import('./certify.ts')
    tellCertified(await certify(bytes, type, task))
  } else {
    const { type } = await identify(bytes)
    if (!canBeDrawn(type)) throw new Unread('unsupported')
    const { drawPage } = await import('./picture.ts')
    tellPicture('page', await drawPage(bytes, type, task))
  }
}

// A fault in a library's own thread or promise must not pass for a file that was read.
const crashed = (error: unknown) => {
  const memory = error instanceof RangeError && /allocation|memory/i.test(error.message)
  tell({ kind: 'failed', error: error instanceof Unread ? error.code : memory ? 'memory' : 'crashed' })
  process.exit(1)
}
process.on('uncaughtException', crashed)
process.on('unhandledRejection', crashed)

main().then(() => process.exit(0), crashed)
