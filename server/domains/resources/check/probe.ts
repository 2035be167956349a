import http from 'node:http'
import https from 'node:https'
import { checkedLookup, PrivateAddress, refusePrivate } from '../../../platform/outbound/checked-lookup.ts'

/** What a look at a link found. A reason is one of a few words, never what the other side wrote. */
export type Found =
  | { state: 'works' | 'private' }
  | { state: 'moved'; to: string }
  | { state: 'broken'; reason: Reason }
export type Reason = 'name' | 'no-answer' | 'refused' | 'certificate' | 'status' | 'redirects' | 'not-web'

export interface ProbeOptions {
  /** Networks of one's own that may be reached. */
  allowed: readonly string[]
  /** For the whole look, in ms. */
  timeout?: number
  signal?: AbortSignal | undefined
}

const MOST_REDIRECTS = 5
const TIMEOUT = 15_000
/** It answers, and asks who one is, or to come more slowly: that is a link that works. */
const ALIVE = new Set([401, 403, 407, 429])
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

/**
 * Looks whether a link leads somewhere: HEAD, then GET where that is refused, along a few redirects. Each address on the
 * way is resolved once, checked, and connected to as it was checked, so that a name which answers otherwise the second
 * time leads nowhere else.
 */
export async function probe(url: string, options: ProbeOptions): Promise<Found> {
  const time = AbortSignal.timeout(options.timeout ?? TIMEOUT)
  const signal = options.signal ? AbortSignal.any([time, options.signal]) : time
  try {
    return await follow(new URL(url), options.allowed, signal)
  } catch (error) {
    options.signal?.throwIfAborted()
    return error instanceof PrivateAddress
      ? { state: 'private' }
      : { state: 'broken', reason: reasonOf(error) }
  }
}

async function follow(start: URL, allowed: readonly string[], signal: AbortSignal): Promise<Found> {
  let at = start
  let forGood = true
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (!/^https?:$/.test(at.protocol)) return { state: 'broken', reason: 'not-web' }
    const { status, location } = await look(at, allowed, signal)
    if (REDIRECTS.has(status) && location && URL.canParse(location, at)) {
      forGood &&= FOR_GOOD.has(status)
      at = new URL(location, at)
    } else if (status >= 400 && !ALIVE.has(status)) return { state: 'broken', reason: 'status' }
    else return hop > 0 && forGood ? { state: 'moved', to: at.href } : { state: 'works' }
  }
  return { state: 'broken', reason: 'redirects' }
}

interface Head {
  status: number
  location: string | undefined
}

/** Some servers know no HEAD, and say so in many ways, or hang up. */
async function look(url: URL, allowed: readonly string[], signal: AbortSignal): Promise<Head> {
  const head = await ask('HEAD', url, allowed, signal).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ECONNRESET') return undefined
    throw error
  })
  return head && (head.status < 400 || ALIVE.has(head.status)) ? head : ask('GET', url, allowed, signal)
}

function ask(method: string, url: URL, allowed: readonly string[], signal: AbortSignal): Promise<Head> {
  refusePrivate(url, allowed)
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      agent: false,
      signal,
      lookup: checkedLookup(allowed),
      headers: { 'user-agent': 'Wellkeep link check', accept: '*/*' },
    })
    request.on('error', reject)
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location })
      // What it says after that is of no interest.
      response.destroy()
    })
    request.end()
  })
}

function reasonOf(error: unknown): Reason {
  const { name, code = '' } = error as { name?: string; code?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT' || code === 'ABORT_ERR')
    return 'no-answer'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/.test(code)) return 'certificate'
  return 'refused'
}
