import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Argon2id (RFC 9106) at the OWASP Password Storage Cheat Sheet's setting of 19 MiB, 2 passes, 1 lane. */
const MEMORY = 19_456
const PASSES = 2
const TAG = 32
/**
 * Argon2 runs in libuv's pool of four threads: one at least stays free for files and names, and more than there
 * are cores would only take memory.
 */
const MOST_AT_ONCE = Math.min(3, availableParallelism())

let running = 0
const queue: (() => void)[] = []
let work = 0

/** Argon2 work done so far in this process, in KiB x passes: equal work for unequal sign-ins can be shown. */
export const hashWork = (): number => work

async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (running < MOST_AT_ONCE) running++
  else await new Promise<void>((resolve) => queue.push(resolve))
  try {
    return await task()
  } finally {
    // The place is handed on rather than given up, so that nobody slips in between.
    const next = queue.shift()
    if (next) next()
    else running--
  }
}

/** Passwords are NFKC, as NIST SP 800-63B asks: the same keys on another keyboard give the same password. */
function tag(password: string, nonce: Buffer, memory: number, passes: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'))
  return inTurn(async () => {
    const out = await derive('argon2id', { message, nonce, memory, passes, parallelism: 1, tagLength: TAG })
    work += memory * passes
    return out as Buffer
  })
}

const unpadded = (b: Buffer) => b.toString('base64').replace(/=+$/, '')

/** A PHC string: `$argon2id$v=19$m=...,t=...,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await tag(password, nonce, MEMORY, PASSES)
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=1$${unpadded(nonce)}$${unpadded(hash)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Parameters of a hash that nobody has: verified where there is no account, so that the work is the same. */
const NOBODY = `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=1$${unpadded(randomBytes(16))}$${unpadded(randomBytes(TAG))}`

/** True when the password is right. Without a stored hash the same work is done, and the answer is no. */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const parts = PHC.exec(stored ?? NOBODY)
  if (!parts) throw new Error('a stored password is no Argon2id hash')
  const expected = Buffer.from(parts[4]!, 'base64')
  const actual = await tag(password, Buffer.from(parts[3]!, 'base64'), Number(parts[1]), Number(parts[2]))
  return expected.length === actual.length && timingSafeEqual(expected, actual) && Boolean(stored)
}
