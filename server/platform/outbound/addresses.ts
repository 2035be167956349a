import ipaddr from 'ipaddr.js'

/**
 * Whether this server may reach an address that somebody else named: public ones, and those in networks that were allowed.
 * Loopback, link-local, private, carrier's and every other special range are closed: what answers there may trust
 * whoever is inside, and this server is.
 */
export function mayReach(address: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address in IPv6's clothes is what it is.
  const ip = ipaddr.process(address)
  return isPublic(ip) || allowed.some((network) => within(ip, network))
}

type Address = ReturnType<typeof ipaddr.process>

/** Of IPv6, what is given out is in 2000::/3; what stands elsewhere is special or not in use. */
function isPublic(ip: Address): boolean {
  if (ip.range() !== 'unicast') return false
  return ip.kind() === 'ipv4' || ((ip as ipaddr.IPv6).parts[0]! & 0xe000) === 0x2000
}

function within(ip: Address, network: string): boolean {
  const [base, bits] = network.includes('/')
    ? ipaddr.parseCIDR(network)
    : ([ipaddr.parse(network), ipaddr.parse(network).kind() === 'ipv4' ? 32 : 128] as const)
  if (base.kind() !== ip.kind()) return false
  return ip.kind() === 'ipv4'
    ? (ip as ipaddr.IPv4).match(base as ipaddr.IPv4, bits)
    : (ip as ipaddr.IPv6).match(base as ipaddr.IPv6, bits)
}
