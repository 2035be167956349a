import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { type Frame, frames } from './frames.ts'
import type { CertifyTask, Message, ReadError, ReadReport, ReadTask, Scanned, TextFound } from './protocol.ts'
import { spawnReader } from './spawn.ts'
import { watchOver } from './watch.ts'

export interface ReadersOptions {
  /** How many readers at the same time. */
  most: number
  /** Wall clock for one file. */
  seconds?: number
  /** Resident memory of one reader. */
  memoryMiB?: number
}

export interface DrawnPicture {
  bytes: Buffer
  type: string
}

export interface ReadOptions {
  ocr?: boolean
  signal?: AbortSignal | undefined
  /** Search tokens of the words are made with this key too, in the reader. */
  wordKey?: Buffer | undefined
}

export interface ReadResult {
  /** Undefined when the reader ended before it could say. */
  report: ReadReport | undefined
  tiny: DrawnPicture | undefined
  /** The first 48 bits of the keyed hash of each different word, where a key was given. */
  words: number[] | undefined
  /** Why not all was read; undefined when it was. */
  error: ReadError | undefined
}

/** What a document gets so that it holds its own certificate. */
export interface Certificate {
  /** After the document's own bytes, or a PDF that holds them. */
  how: 'after' | 'around'
  bytes: Buffer[]
}

/** Nothing can be added to this file. */
export class NotCertifiable extends Error {
  readonly code: ReadError

  constructor(code: ReadError) {
    super(`not certifiable: ${code}`)
    this.name = 'NotCertifiable'
    this.code = code
  }
}

/** A picture can't be drawn of this file. */
export class NoPicture extends Error {
  readonly code: ReadError

  constructor(code: ReadError) {
    super(`no picture: ${code}`)
    this.name = 'NoPicture'
    this.code = code
  }
}

const SECONDS = 300
const MEMORY_MIB = 1024
/** The reader stops by itself before it is stopped, so that it can still tell what it found. */
const SOFT = 0.8

/**
 * Reads files of any kind in processes of their own, a bounded number at a time: whatever a file does to its reader,
 * the server goes on, and the reader's memory ends with it.
 */
export class Readers {
  readonly #options: Required<ReadersOptions>
  readonly #waiting: (() => void)[] = []
  readonly #running = new Set<() => void>()
  #busy = 0
  #ended = false

  constructor(options: ReadersOptions) {
    this.#options = { seconds: SECONDS, memoryMiB: MEMORY_MIB, ...options }
  }

  /**
   * Tells each piece of text to `found`, in order. Never throws for what the file is or does: that is in the answer.
   * @throws what `bytes` throws, so that a store that went away does not count as a file that can't be read
   */
  read(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    found: (text: TextFound) => void,
    options: ReadOptions = {},
  ): Promise<ReadResult> {
    return this.#read({ name, answer: 'text' }, bytes, options, (message) => {
      if (message.kind === 'text') found(message)
    })
  }

  /** The same, with the detector in the reader: what was seen in the text is told, and the text is not. */
  detect(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    seen: (scanned: Scanned) => void,
    options: ReadOptions = {},
  ): Promise<ReadResult> {
    return this.#read({ name, answer: 'findings' }, bytes, options, (message) => {
      if (message.kind === 'scanned') seen(message)
    })
  }

  async #read(
    task: { name: string; answer: 'text' | 'findings' },
    bytes: AsyncIterable<Uint8Array>,
    options: ReadOptions,
    told: (message: Message) => void,
  ): Promise<ReadResult> {
    let report: ReadReport | undefined
    let tiny: DrawnPicture | undefined
    let type: string | undefined
    let words: number[] | undefined
    const wordKey = options.wordKey?.toString('hex')
    const error = await this.#run(
      { task: 'read', ocr: options.ocr ?? true, ...task, ...(wordKey && { wordKey }) },
      bytes,
      (frame) => {
        if ('bytes' in frame) {
          if (type) tiny = { bytes: frame.bytes, type }
        } else if (frame.message.kind === 'picture') type = frame.message.type
        else if (frame.message.kind === 'report') report = frame.message
        else if (frame.message.kind === 'words') words = frame.message.values
        else told(frame.message)
      },
      options.signal,
    )
    return { report, tiny, words, error: error ?? report?.errors[0] ?? (report ? undefined : 'crashed') }
  }

  /**
   * A picture of one page, drawn anew.
   * @throws NoPicture
   */
  async picture(
    bytes: AsyncIterable<Uint8Array>,
    page: number,
    size: number,
    watermark?: string,
  ): Promise<DrawnPicture> {
    let type = ''
    let drawn: DrawnPicture | undefined
    const error = await this.#run({ task: 'picture', page, size, watermark }, bytes, (frame) => {
      if ('bytes' in frame) drawn = { bytes: frame.bytes, type }
      else if (frame.message.kind === 'picture') type = frame.message.type
    })
    if (!drawn) throw new NoPicture(error ?? 'crashed')
    return drawn
  }

  /**
   * What goes with a document so that it carries pages of ours and evidence. A PDF's own bytes stay as they are.
   * @throws NotCertifiable
   */
  async certify(bytes: AsyncIterable<Uint8Array>, task: Omit<CertifyTask, 'task'>): Promise<Certificate> {
    let how: Certificate['how'] | undefined
    const made: Buffer[] = []
    const error = await this.#run({ task: 'certify', ...task }, bytes, (frame) => {
      if ('bytes' in frame) made.push(frame.bytes)
      else if (frame.message.kind === 'certified') how = frame.message.how
    })
    if (error || !how) throw new NotCertifiable(error ?? 'crashed')
    return { how, bytes: made }
  }

  /** Ends all readers; what they read counts as not read. */
  close(): void {
    this.#ended = true
    for (const kill of this.#running) kill()
  }

  async #run(
    task: ReadTask,
    bytes: AsyncIterable<Uint8Array>,
    take: (frame: Frame) => void,
    signal?: AbortSignal,
  ): Promise<ReadError | undefined> {
    await this.#turn()
    try {
      signal?.throwIfAborted()
      if (this.#ended) throw new Error('the readers are closed')
      return await this.#inReader(task, bytes, take, signal)
    } finally {
      this.#busy--
      this.#waiting.shift()?.()
    }
  }

  async #turn(): Promise<void> {
    if (this.#busy >= this.#options.most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#busy++
  }

  async #inReader(
    task: ReadTask,
    bytes: AsyncIterable<Uint8Array>,
    take: (frame: Frame) => void,
    signal: AbortSignal | undefined,
  ): Promise<ReadError | undefined> {
    const { seconds, memoryMiB } = this.#options
    const child = spawnReader({ seconds: seconds * SOFT, memoryMiB })
    const kill = () => child.kill('SIGKILL')
    const exited = once(child, 'exit').catch(() => [1, null])
    const stopWatching = watchOver(child, { seconds, memoryMiB })
    this.#running.add(kill)
    signal?.addEventListener('abort', kill)
    let said: ReadError | undefined
    try {
      const sent = feed(child.stdin!, task, bytes)
      sent.catch(kill)
      for await (const frame of frames(child.stdio[3] as Readable as AsyncIterable<Buffer>)) {
        if ('message' in frame && frame.message.kind === 'failed') said = frame.message.error
        else take(frame)
      }
      const [code] = await exited
      await sent
      // It was not the file that ended this reader.
      signal?.throwIfAborted()
      if (this.#ended) throw new Error('the readers are closed')
      return stopWatching() ?? said ?? (code === 0 ? undefined : 'crashed')
    } finally {
      stopWatching()
      kill()
      this.#running.delete(kill)
      signal?.removeEventListener('abort', kill)
    }
  }
}

/** Sends the request and the bytes. A reader that ends early is no error here: it says why itself. */
async function feed(stdin: Writable, task: ReadTask, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  let gone = false
  let goOn = () => {}
  const end = () => {
    gone = true
    goOn()
  }
  stdin
    .on('error', end)
    .on('close', end)
    .on('drain', () => goOn())
  stdin.write(`${JSON.stringify(task)}\n`)
  for await (const chunk of bytes) {
    if (gone) return
    if (!stdin.write(chunk))
      await new Promise<void>((resolve) => {
        goOn = resolve
        if (gone) resolve()
      })
  }
  stdin.end()
}
