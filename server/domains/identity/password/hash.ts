import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Argon2id (RFC 9106) at OWASP's second recommended setting: 19 MiB, 2 passes, 1 lane. */
const MEMORY = 19_456
const PASSES = 2
const TAG = 32
/** More at once would only queue in the thread pool and take memory. */
const MOST_AT_ONCE = 4

let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    queue.shift()?.()
  }
}

const tag = (password: string, nonce: Buffer, memory: number, passes: number) =>
  inTurn(() =>
    derive('argon2id', {
      message: Buffer.from(password.normalize('NFC')),
      nonce,
      memory,
      passes,
      parallelism: 1,
      tagLength: TAG,
    }),
  ) as Promise<Buffer>

const unpadded = (b: Buffer) => b.toString('base64').replace(/=+$/, '')

/** A PHC string: `$argon2id$v=19$m=...,t=...,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=1$${unpadded(nonce)}$${unpadded(await tag(password, nonce, MEMORY, PASSES))}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Hash of a password that nobody has: verified where there is no account, so that the work is the same. */
const NOBODY = hashPassword(randomBytes(32).toString('base64'))

/** True when the password is right. Without a stored hash the same work is done, and the answer is no. */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const parts = PHC.exec(stored ?? (await NOBODY))
  if (!parts) return false
  const expected = Buffer.from(parts[4]!, 'base64')
  const actual = await tag(password, Buffer.from(parts[3]!, 'base64'), Number(parts[1]), Number(parts[2]))
  return expected.length === actual.length && timingSafeEqual(expected, actual) && Boolean(stored)
}
