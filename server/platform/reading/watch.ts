import { readFileSync } from 'node:fs'

const PAGE_MIB = 4096 / 2 ** 20
const EVERY = 100

/**
 * Ends a process when it has run too long, or holds more resident memory than it may. Answers a function that stops
 * watching and tells why it was ended, if it was. Where the kernel has no /proc, only time is watched.
 */
export function watchOver(
  child: { pid?: number | undefined; kill(signal: 'SIGKILL'): boolean },
  limits: { seconds: number; memoryMiB: number },
): () => 'timeout' | 'memory' | undefined {
  let reason: 'timeout' | 'memory' | undefined
  const end = (why: 'timeout' | 'memory') => {
    reason ??= why
    child.kill('SIGKILL')
  }
  const clock = setTimeout(() => end('timeout'), limits.seconds * 1000)
  const meter = setInterval(() => {
    if (residentMiB(child.pid) > limits.memoryMiB) end('memory')
  }, EVERY)
  return () => {
    clearTimeout(clock)
    clearInterval(meter)
    return reason
  }
}

function residentMiB(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_MIB
  } catch {
    return 0
  }
}
