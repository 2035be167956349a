import pg from 'pg'
import type { Statement } from './statement.ts'

/**
 * A connection that many callers share for single statements, each a transaction of its own. Statements are
 * pipelined. Where a lane gathers, those of one turn of the event loop leave in one write: under load a system call
 * serves many requests; where it does not, because what it carries was gathered before, they leave at once.
 * A statement that fails fails alone; when the connection breaks, all that wait on it fail.
 */
export class Lane {
  readonly #config: pg.ClientConfig
  #client: Promise<pg.Client> | undefined
  #ready: pg.Client | undefined
  readonly #gathers: boolean
  #corked = false
  /** Statements sent and not yet answered. */
  load = 0

  constructor(config: pg.ClientConfig, gathers: boolean) {
    this.#config = config
    this.#gathers = gathers
  }

  async query<Row>(statement: Statement, values: unknown[]): Promise<Row[]> {
    this.load++
    try {
      this.#client ??= this.#connect()
      const client = this.#ready ?? (await this.#client)
      if (this.#gathers) this.#cork(client)
      return (await client.query({ name: statement.name, text: statement.text, values })).rows as Row[]
    } finally {
      this.load--
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#config, pipeline: true } as pg.ClientConfig)
    const drop = () => {
      this.#ready = undefined
      this.#client = undefined
    }
    client.on('error', drop)
    client.on('end', drop)
    try {
      await client.connect()
    } catch (error) {
      drop()
      throw error
    }
    this.#ready = client
    return client
  }

  #cork(client: pg.Client): void {
    if (this.#corked) return
    const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
      .connection
    this.#corked = true
    stream.cork()
    setImmediate(() => {
      this.#corked = false
      stream.uncork()
    })
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    await client?.end()
  }
}

/** Sends each statement down the lane that has the least under way. */
export class Lanes {
  readonly #lanes: Lane[]

  constructor(config: pg.ClientConfig, count: number, gathers = true) {
    this.#lanes = Array.from({ length: count }, () => new Lane(config, gathers))
  }

  query<Row>(statement: Statement, values: unknown[]): Promise<Row[]> {
    let best = this.#lanes[0]!
    for (const lane of this.#lanes) if (lane.load < best.load) best = lane
    return best.query<Row>(statement, values)
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((l) => l.close()))
  }
}
