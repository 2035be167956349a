import type { Server } from 'node:tls'
import type { Certificate } from './certificate.ts'

const TWICE_A_DAY = 12 * 3_600_000

/**
 * Looks for a newer certificate from time to time (`ensure` renews a local one, and reads one's own again) and
 * gives it to a server that goes on serving. `onError` hears of a look that failed; the old one then stays.
 * Returns what ends this, and waits for a look under way.
 */
export function keepCertificateFresh(
  server: Pick<Server, 'setSecureContext'>,
  current: Certificate,
  ensure: () => Promise<Certificate>,
  onError: (error: unknown) => void,
  every = TWICE_A_DAY,
): () => Promise<void> {
  let { fingerprint } = current
  let timer: NodeJS.Timeout
  let ended = false
  let looking: Promise<void> | undefined
  const look = async () => {
    try {
      const next = await ensure()
      if (next.fingerprint !== fingerprint) server.setSecureContext({ key: next.key, cert: next.cert })
      fingerprint = next.fingerprint
    } catch (error) {
      onError(error)
    }
    if (!ended) wait()
  }
  const wait = () => {
    timer = setTimeout(() => {
      looking = look()
    }, every).unref()
  }
  wait()
  return async () => {
    ended = true
    clearTimeout(timer)
    await looking
  }
}
