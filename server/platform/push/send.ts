import { request } from 'node:https'
import { checkedLookup, refusePrivate } from '../outbound/checked-lookup.ts'

export interface Outgoing {
  endpoint: string
  authorization: string
  body: Buffer
  /** What came before under the same topic and was not fetched is replaced. */
  topic: string
}

/** `gone`: the browser or its owner took the subscription back. `later`: the service asks to come again. */
export type Sent = 'sent' | 'gone' | 'later' | 'refused'

/** As long as the service keeps it for a device that is off, in seconds. */
const KEPT = 24 * 3600
const TIMEOUT = 15_000

/**
 * Hands a message to a push service. The browser named the address, so it may lead anywhere: only over TLS, and only to
 * public addresses, or those in networks that the operator allowed.
 */
export async function sendPush(what: Outgoing, allowed: readonly string[]): Promise<Sent> {
  const url = new URL(what.endpoint)
  if (url.protocol !== 'https:') return 'refused'
  refusePrivate(url, allowed)
  const status = await new Promise<number>((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT),
      lookup: checkedLookup(allowed),
      headers: {
        authorization: what.authorization,
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': what.body.length,
        ttl: KEPT,
        topic: what.topic,
        urgency: 'normal',
      },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      resolve(response.statusCode ?? 0)
      // What it says after that is of no interest.
      response.destroy()
    })
    outgoing.end(what.body)
  })
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}
