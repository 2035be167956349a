import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { emailAddress } from '../addresses.ts'

export const Id = z.uuid()
export const Reason = z.string().trim().min(3).max(500)
export const Address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .refine((v) => emailAddress(v) !== undefined, 'must be an e-mail address')

const HOST =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$|^[0-9a-f:.]{2,45}$/i
export const Host = z.string().trim().regex(HOST, 'must be a host name or an IP address')
export const Port = z.number().int().min(1).max(65_535)
/** `none` is for a server on this machine alone. */
export const Security = z.enum(['tls', 'starttls', 'none'])

/** Written, never read: answers say only whether there is one. */
export const Login = z.strictObject({
  user: z.string().min(1).max(320),
  password: z.string().min(1).max(1000),
})

const isCertificate = (pem: string): boolean => {
  try {
    return Boolean(new X509Certificate(pem))
  } catch {
    return false
  }
}
export const Ca = z.string().trim().max(20_000).refine(isCertificate, 'must be a certificate in PEM form')

/** One line, as it stands in a header. */
export const HeaderText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((v) => !/[\p{Cc}\u2028\u2029]/u.test(v), 'must be one line')

/** A folder's name as IMAP has it, such as `Archive/Wellkeep`. */
export const Folder = z
  .string()
  .min(1)
  .max(200)
  .refine((v) => !/\p{Cc}/u.test(v), 'must be one line')

export const Tried = z.object({
  ok: z.boolean(),
  /** What went wrong, as a code such as ECONNREFUSED or LOGIN_REFUSED; never a server's words. */
  code: z.string().nullable(),
})
