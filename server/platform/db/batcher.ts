interface Waiting<In, Out> {
  item: In
  resolve(out: Out | PromiseLike<Out>): void
  reject(error: unknown): void
}

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
    while (this.#waiting.length) await this.#deliver(this.#waiting.splice(0, this.#rules.most))
    this.#underWay--
  }

  async #deliver(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await this.#send(batch.map((w) => w.item))
      if (results.length !== batch.length) throw new Error('a batch was answered in part')
      for (const [i, w] of batch.entries()) w.resolve(results[i]!)
    } catch (error) {
      if (batch.length > 1 && this.#rules.divides(error)) {
        const half = batch.length >> 1
        await this.#deliver(batch.slice(0, half))
        await this.#deliver(batch.slice(half))
      } else for (const w of batch) w.reject(error)
    }
  }
}
