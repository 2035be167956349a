import { isIP } from 'node:net'
import { z } from 'zod'

/** An address or a network in CIDR form, for allow lists. */
export const Cidr = z
  .string()
  .trim()
  .max(49)
  .refine((text) => {
    const [address, bits, ...rest] = text.split('/')
    const family = isIP(address ?? '')
    const most = family === 4 ? 32 : 128
    return (
      family > 0 &&
      // A zone, as in fe80::1%eth0, has a meaning on one machine only.
      !address!.includes('%') &&
      rest.length === 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    )
  }, 'must be an address or a network such as 10.0.0.0/8')
