interface Waiting<In, Out> {
  item: In
  resolve(out: Out | PromiseLike<Out>): void
  reject(error: unknown): void
}

/** What became of a batch: an answer for each of its items, or one failure of all. */
type Outcome<Out> =
  | { results: (Out | PromiseLike<Out>)[]; error?: undefined }
  | { results?: undefined; error: unknown }

export interface BatchRules {
  /** Batches under way side by side: more shorten the wait a little, and only split the batches under load. */
  parallel: number
  /** Items in one batch, at most. */
  most: number
  /** Whether a batch that failed so may hold items that would not: it is then halved and sent again. */
  divides(error: unknown): boolean
}

/**
 * Gathers what is asked at about the same time into one statement. An idle system sends each item at once; while
 * batches are under way, what comes meanwhile shares the next: one statement, snapshot and commit for many.
 */
export class Batcher<In, Out> {
  readonly #send: (items: In[]) => Promise<(Out | PromiseLike<Out>)[]>
  readonly #rules: BatchRules
  #waiting: Waiting<In, Out>[] = []
  #underWay = 0

  /**
   * `send` answers one result for each item, in their order, or rejects for all of them. A result may be a promise:
   * of an item that must go its own way, while the next batch leaves.
   */
  constructor(send: (items: In[]) => Promise<(Out | PromiseLike<Out>)[]>, rules: BatchRules) {
    this.#send = send
    this.#rules = rules
  }

  ask(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (this.#underWay < this.#rules.parallel) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#underWay++
    // What comes in the same turn of the event loop joins the batch.
    await new Promise((r) => setImmediate(r))
    let now = this.#next()
    while (now) {
      const outcome = await now.outcome
      // The next batch leaves before the answers of this one are worked on: the database never waits for that.
      const next = this.#next()
      await this.#settle(now.batch, outcome)
      now = next
    }
    this.#underWay--
  }

  #next(): { batch: Waiting<In, Out>[]; outcome: Promise<Outcome<Out>> } | undefined {
    const batch = this.#waiting.splice(0, this.#rules.most)
    return batch.length ? { batch, outcome: this.#try(batch) } : undefined
  }

  async #try(batch: Waiting<In, Out>[]): Promise<Outcome<Out>> {
    try {
      const results = await this.#send(batch.map((w) => w.item))
      if (results.length !== batch.length) throw new Error('a batch was answered in part')
      return { results }
    } catch (error) {
      return { error }
    }
  }

  async #settle(batch: Waiting<In, Out>[], outcome: Outcome<Out>): Promise<void> {
    if (outcome.results) for (const [i, w] of batch.entries()) w.resolve(outcome.results[i]!)
    else if (batch.length > 1 && this.#rules.divides(outcome.error)) {
      const half = batch.length >> 1
      for (const part of [batch.slice(0, half), batch.slice(half)])
        await this.#settle(part, await this.#try(part))
    } else for (const w of batch) w.reject(outcome.error)
  }
}
