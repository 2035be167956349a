import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { type Change, distinct } from './changes.ts'
import { Follower, type News } from './follow.ts'

const HEARTBEAT = 25_000
/** Between two looks into the log, in ms: what comes meanwhile is told together. */
const PAUSE = 150
/** A stream ends after this, in ms; the browser opens another under its session as it is then. */
const LASTS = 10 * 60_000
/** A reader that takes nothing while this much waits for it is let go, in bytes; it comes back and is told the rest. */
const MOST_WAITING = 1 << 20

export interface Listener {
  /** Whether the session or token still counts. */
  still?: () => Promise<boolean>
  /** What of a change this listener may hear: the change, less of it, or nothing. */
  hears?: (change: Change) => Change | undefined
}

/** The open screens of one organization at this process, and where they are in its log. */
export class Audience {
  readonly #streams = new Map<PassThrough, Listener>()
  readonly #follower: Follower
  readonly #kinds = new Set<string>()
  #place: Promise<number>
  /** The first look, which only finds the place, is under way from the beginning. */
  #looking = true
  #again = false

  constructor(db: Database, orgId: string) {
    this.#follower = new Follower(db, orgId)
    this.#place = this.#begin()
    this.#place.catch(() => {})
  }

  get empty(): boolean {
    return this.#streams.size === 0
  }

  /** The place up to which everybody here has been told. */
  place(): Promise<number> {
    return this.#place
  }

  join(listener: Listener): PassThrough {
    const stream = new PassThrough()
    this.#streams.set(stream, listener)
    stream.write('retry: 2000\n\n')
    const beat = setInterval(() => void this.#ifStill(stream, ': still here\n\n'), HEARTBEAT).unref()
    const end = setTimeout(() => stream.end(), LASTS).unref()
    stream.on('close', () => {
      clearInterval(beat)
      clearTimeout(end)
      this.#streams.delete(stream)
    })
    return stream
  }

  /** Somebody says that a kind of thing changed: told with what the log says of it. */
  heard(kind: string, accounts: boolean): void {
    this.#kinds.add(kind)
    this.look()
    if (accounts) for (const stream of this.#streams.keys()) void this.#endUnlessStill(stream)
  }

  /** Looks into the log and tells what is new; a call while a look is under way makes one more after it. */
  look(): void {
    this.#again = true
    if (!this.#looking) void this.#lookOn()
  }

  async #begin(): Promise<number> {
    try {
      return (await this.#follower.look())?.at ?? 0
    } finally {
      this.#looking = false
      if (this.#again) void this.#lookOn()
    }
  }

  async #lookOn(): Promise<void> {
    this.#looking = true
    while (this.#again) {
      this.#again = false
      const kinds = [...this.#kinds].map((type) => ({ type }))
      this.#kinds.clear()
      // While the database is away nothing is lost: the next look, a moment later, finds what this one would have.
      const news = await this.#follower.look().catch(() => undefined)
      if (news) this.#place = Promise.resolve(news.at)
      if (news || kinds.length)
        this.#tell({
          at: news?.at,
          changes: news?.changes === null ? null : [...kinds, ...(news?.changes ?? [])],
        })
      await sleep(PAUSE, undefined, { ref: false })
    }
    this.#looking = false
  }

  #tell(news: Told): void {
    const frames = new Frames(news)
    for (const [stream, listener] of this.#streams) this.#write(stream, frames.for(listener))
  }

  tellOne(stream: PassThrough, news: News): void {
    this.#write(stream, new Frames(news).for(this.#streams.get(stream) ?? {}))
  }

  end(): void {
    for (const stream of this.#streams.keys()) stream.end()
  }

  #write(stream: PassThrough, frame: string): void {
    if (!frame || stream.writableEnded) return
    if (stream.writableLength > MOST_WAITING) stream.destroy()
    else stream.write(frame)
  }

  /** Writes to a stream whose session still counts, and ends one whose does not. */
  async #ifStill(stream: PassThrough, frame: string): Promise<void> {
    await this.#endUnlessStill(stream)
    this.#write(stream, frame)
  }

  async #endUnlessStill(stream: PassThrough): Promise<void> {
    const { still } = this.#streams.get(stream) ?? {}
    if (still && !(await still().catch(() => false))) stream.end()
  }
}

/** What is told: without a place when the log could not be asked. */
type Told = { at: number | undefined; changes: Change[] | null }

/** News as server-sent events (WHATWG HTML, section 9.2), made once for all who hear the same. */
class Frames {
  readonly #news: Told
  readonly #made = new Map<Listener['hears'], string>()

  constructor(news: Told) {
    this.#news = news
  }

  for({ hears }: Listener): string {
    const made = this.#made.get(hears) ?? this.#make(hears)
    this.#made.set(hears, made)
    return made
  }

  #make(hears: Listener['hears']): string {
    const { at, changes } = this.#news
    const id = at === undefined ? '' : `id: ${at}\n`
    if (changes === null) return `${id}event: anew\ndata: {}\n\n`
    const heard = hears ? distinct(changes.flatMap((c) => hears(c) ?? [])) : changes
    if (heard.length) return `${id}event: change\ndata: ${JSON.stringify({ changes: heard })}\n\n`
    // Without data, it only moves the place from which the browser goes on.
    return id && `${id}\n`
  }
}
