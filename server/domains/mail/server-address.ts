import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** The mail server's name leads to an address that no mail server has. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED'
}

/**
 * What a mail server may not be: link-local addresses and what clouds serve their machines' secrets on (SSRF), and what
 * is no host at all. Internal hosts are allowed: a clinic's mail server often is one (docs/threat-model.md).
 */
const refused = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  refused.addSubnet(network, bits, 'ipv4')
// Alibaba Cloud's metadata, and Azure's platform address.
for (const address of ['100.100.100.200', '168.63.129.16']) refused.addAddress(address, 'ipv4')
refused.addSubnet('fe80::', 10, 'ipv6')
refused.addSubnet('ff00::', 8, 'ipv6')
// Amazon's metadata.
refused.addAddress('fd00:ec2::254', 'ipv6')
refused.addAddress('::', 'ipv6')

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

export function addressAllowed(address: string): boolean {
  const plain = MAPPED.exec(address)?.[1] ?? address
  const family = isIP(plain)
  return family > 0 && !plain.includes('%') && !refused.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

export const isLoopback = (address: string): boolean =>
  /^127\./.test(MAPPED.exec(address)?.[1] ?? address) || address === '::1'

/** The name that a server's certificate is asked for; an address has none (RFC 6066), and is checked as what it is. */
export const certificateName = (host: string): { servername?: string } =>
  isIP(host) ? {} : { servername: host }

/**
 * The address that a mail server's name leads to now. Connect to it and to nothing else: a name that is looked up again
 * may lead elsewhere. Every address of the name must be allowed.
 *
 * @throws AddressRefused, or the resolver's error with its code
 */
export async function resolveServer(host: string, security: 'tls' | 'starttls' | 'none'): Promise<string> {
  const found = await lookup(host, { all: true, verbatim: false })
  if (found.length === 0 || !found.every(({ address }) => addressAllowed(address)))
    throw new AddressRefused('not a mail server')
  const { address } = found[0]!
  if (security === 'none' && !isLoopback(address))
    throw new AddressRefused('without TLS on this machine alone')
  return address
}
