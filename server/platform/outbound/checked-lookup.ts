import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { mayReach } from './addresses.ts'

/** The address is one that nobody outside may send this server to. */
export class PrivateAddress extends Error {}

/** Of an address in a URL no name is resolved, so that the lookup is not asked. */
export function refusePrivate(url: URL, allowed: readonly string[]): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !mayReach(host, allowed)) throw new PrivateAddress()
}

/**
 * Resolves a name once, checks every address of it, and has the connection made to what was checked: a name that answers
 * otherwise the second time leads nowhere else.
 */
export const checkedLookup =
  (allowed: readonly string[]): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      if (addresses.some(({ address }) => !mayReach(address, allowed))) return done(new PrivateAddress(), '')
      const [first] = addresses
      if (options.all) (done as (e: null, all: typeof addresses) => void)(null, addresses)
      else done(null, first!.address, first!.family)
    })
  }
