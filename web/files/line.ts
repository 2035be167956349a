/** How long to wait after the n-th failure in a row, in ms. */
const WAITS = [1000, 2000, 5000, 10_000, 20_000]

/** Waits before a next try; no longer than until the device says that it has a network again. */
export function pause(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = (then: () => void) => {
      clearTimeout(timer)
      removeEventListener('online', goOn)
      signal.removeEventListener('abort', stop)
      then()
    }
    const goOn = () => over(resolve)
    const stop = () => over(() => reject(stopped()))
    const timer = setTimeout(goOn, WAITS[Math.min(failures, WAITS.length - 1)])
    addEventListener('online', goOn)
    signal.addEventListener('abort', stop)
  })
}

export const stopped = () => new DOMException('Stopped', 'AbortError')

const SMALLEST = 1024 * 1024
const LARGEST = 64 * 1024 * 1024
/** A piece should take about this long, in ms: small enough to be sent again on a bad line. */
const SHORT = 4000
const LONG = 20_000

/** How much is sent in one request: it grows on a good line, and shrinks on a bad one. */
export class PieceSize {
  bytes = 4 * 1024 * 1024

  took(ms: number): void {
    if (ms < SHORT) this.bytes = Math.min(LARGEST, this.bytes * 2)
    else if (ms > LONG) this.failed()
  }

  failed(): void {
    this.bytes = Math.max(SMALLEST, this.bytes / 2)
  }
}
