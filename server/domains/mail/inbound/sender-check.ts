import type { Resolver } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { PassThrough } from 'node:stream'
import type { AuthenticateResult } from 'mailauth'

/**
 * Whether the address that a mail names as its sender's is. `verified`: its domain says so (DMARC, or an aligned DKIM or
 * SPF pass). `failed`: its domain says that it is not. `unverified`: nobody says anything. `unknown`: could not be asked.
 */
export const SENDER_CHECKS = ['verified', 'failed', 'unverified', 'unknown'] as const
export type SenderCheck = (typeof SENDER_CHECKS)[number]

/** Who handed the mail over, where that is known. */
export interface Client {
  ip: string
  helo: string | undefined
  /** '' for the null sender. */
  from: string
}

const PATIENCE_MS = 10_000
const MOST_LOOKUPS = 60
/** Each signature may hash the whole mail again. */
const MOST_SIGNATURES = 8
const MOST_HEAD = 1024 * 1024

/**
 * Looks at a mail as it streams by (RFC 7208, 6376, 9989), in constant memory, and holds it up no longer than it asks the
 * domain name system.
 */
export class SenderProbe {
  readonly result: Promise<SenderCheck>
  readonly #copy = new PassThrough()
  #head: Buffer | undefined = Buffer.alloc(0)
  #giveUp!: () => void

  constructor(dns: Pick<Resolver, 'resolve'>, client: Client | undefined) {
    const givenUp = new Promise<SenderCheck>((resolve) => {
      this.#giveUp = () => resolve('unknown')
    })
    this.result = Promise.race([
      givenUp,
      check(this.#copy, dns, client && isPublic(client.ip) ? client : undefined),
    ]).catch(() => 'unknown' as const)
  }

  /** The mail's bytes as they come. */
  async *through(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let whole = false
    try {
      for await (const chunk of source) {
        yield chunk
        await this.#take(Buffer.from(chunk))
      }
      whole = true
      if (this.#head) await this.#begin(this.#head)
      this.#copy.end()
      setTimeout(this.#giveUp, PATIENCE_MS).unref()
    } finally {
      if (!whole) this.#stop()
    }
  }

  async #take(chunk: Buffer): Promise<void> {
    if (!this.#head) return this.#write(chunk)
    this.#head = Buffer.concat([this.#head, chunk])
    if (this.#head.length > MOST_HEAD) return this.#stop()
    if (/\r?\n\r?\n/.test(this.#head.toString('latin1'))) await this.#begin(this.#head)
  }

  async #begin(head: Buffer): Promise<void> {
    this.#head = undefined
    const signatures = head.toString('latin1').match(/^dkim-signature\s*:/gim)?.length ?? 0
    if (signatures > MOST_SIGNATURES) this.#stop()
    else await this.#write(head)
  }

  async #write(chunk: Buffer): Promise<void> {
    if (this.#copy.destroyed || this.#copy.write(chunk)) return
    await new Promise<void>((resolve) => {
      const on = () => {
        this.#copy.off('drain', on).off('close', on)
        resolve()
      }
      this.#copy.on('drain', on).on('close', on)
    })
  }

  #stop(): void {
    this.#head = undefined
    this.#giveUp()
    this.#copy.destroy()
  }
}

async function check(
  mail: PassThrough,
  dns: Pick<Resolver, 'resolve'>,
  client: Client | undefined,
): Promise<SenderCheck> {
  const { authenticate } = (await import('mailauth')).default
  let lookups = 0
  const result = await authenticate(mail, {
    ...(client && { ip: client.ip, sender: client.from, ...(client.helo && { helo: client.helo }) }),
    disableArc: true,
    disableBimi: true,
    resolver: (name, type) => {
      if (++lookups > MOST_LOOKUPS) throw Object.assign(new Error('too many lookups'), { code: 'ETIMEOUT' })
      return dns.resolve(name, type) as Promise<string[]>
    },
  })
  return verdictOf(result, client !== undefined)
}

/** What the three say together. Without a client SPF could not be asked, so that a policy proves nothing against a mail. */
function verdictOf({ dkim, spf, dmarc }: AuthenticateResult, knowsClient: boolean): SenderCheck {
  const policy = dmarc ? dmarc.status.result : 'none'
  const spfResult = spf ? spf.status.result : 'none'
  const from = dkim.headerFrom?.[0]?.split('@').pop()?.toLowerCase()
  const own = (domain: string | undefined) => sameDomain(domain?.toLowerCase(), from)
  const signed = dkim.results.some((r) => r.status.result === 'pass' && r.status.aligned)
  if (policy === 'pass') return 'verified'
  if (policy === 'fail') return knowsClient ? 'failed' : 'unverified'
  if (signed || (spf && spfResult === 'pass' && own(spf.domain))) return 'verified'
  if (spf && spfResult === 'fail' && own(spf.domain)) return 'failed'
  const away = [policy, spfResult, ...dkim.results.map((r) => r.status.result)].includes('temperror')
  return away ? 'unknown' : 'unverified'
}

/** The same, or one below the other. */
const sameDomain = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`))

const inside = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** A server within one's own network hands on what came from elsewhere: its address says nothing about the sender. */
const isPublic = (ip: string): boolean => {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(plain) !== 0 && !inside.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}
