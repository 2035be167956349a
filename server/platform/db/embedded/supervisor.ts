import { setTimeout as sleep } from 'node:timers/promises'

/** Something that runs until it ends. */
export interface Running {
  /** Resolves with words for the log when it has ended. */
  ended: Promise<string>
}

export interface SupervisorOptions<R extends Running> {
  start: () => Promise<R>
  /** Told of each end that nobody asked for, of each restart, and of each one that failed. */
  onEnd: (reason: string) => void
  onRestart: (running: R) => void
  onFailure: (error: unknown, nextTry: number) => void
}

/** Milliseconds before try number `n` (from 0): at once, then doubling to five seconds. */
export const backoff = (n: number) => (n === 0 ? 0 : Math.min(5_000, 100 * 2 ** (n - 1)))

/** One that lived this long is sound: when it ends, the next start is not delayed. */
const SOUND_AFTER = 30_000

export interface Supervisor {
  /** No more restarts. Waits for one that is under way. */
  stop(): Promise<void>
}

/** Starts `running` again whenever it ends, with a growing pause between starts that do not last. */
export function supervise<R extends Running>(first: R, options: SupervisorOptions<R>): Supervisor {
  const stopped = new AbortController()
  const over = () => stopped.signal.aborted

  async function restart(tries: number): Promise<R | undefined> {
    for (let n = tries; !over(); n++) {
      await sleep(backoff(n), undefined, { signal: stopped.signal }).catch(() => {})
      if (over()) return undefined
      try {
        const running = await options.start()
        options.onRestart(running)
        return running
      } catch (error) {
        options.onFailure(error, backoff(n + 1))
      }
    }
    return undefined
  }

  async function watch(): Promise<void> {
    let tries = 0
    for (let running: R | undefined = first; running; ) {
      const since = performance.now()
      const reason: string | undefined = await Promise.race([running.ended, aborted(stopped.signal)])
      if (reason === undefined || over()) return
      options.onEnd(reason)
      tries = performance.now() - since > SOUND_AFTER ? 0 : tries
      running = await restart(tries)
      tries++
    }
  }

  const watching = watch()
  return {
    async stop() {
      stopped.abort()
      await watching
    },
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}
