import { setTimeout as sleep } from 'node:timers/promises'

/** How often what lost against another transaction is tried. */
const TRIES = 4

/**
 * Whether PostgreSQL ended this transaction so that others could go on: two held what the other wanted (40P01), or
 * could not have run one after the other (40001). Nothing of it has happened, and it may be done anew.
 */
export function gaveWay(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code
  return code === '40P01' || code === '40001'
}

/** Runs a whole transaction, anew as long as it has to give way; `before` each new try, what the last one left is undone. */
export async function again<T>(transaction: () => Promise<T>, before: () => void = () => {}): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await transaction()
    } catch (error) {
      if (!gaveWay(error) || tries === TRIES) throw error
      before()
      // Of two that gave way to each other, one comes first.
      await sleep(Math.random() * 40 * tries)
    }
}
