import type { Tx } from '../../../platform/db/database.ts'
import { copiesFor, type OutgoingMessage } from '../../desk/index.ts'
import { emailAddress, subaddress } from '../addresses.ts'
import { mailboxes } from '../mailboxes.ts'

/** Whom a message goes to. */
export interface Recipients {
  to: string
  cc: string[]
  bcc: string[]
}

/** Addresses that mail comes in by or goes out from: what went there would come back. */
export async function ownAddresses(tx: Tx, fromAddress: string | null): Promise<Set<string>> {
  const own = (await mailboxes(tx)).map((m) => m.address)
  return new Set(fromAddress ? [...own, fromAddress.toLowerCase()] : own)
}

/** The requester, else the first in copy; nobody twice, and none of our own addresses. */
export function recipientsOf(
  { requester, copies }: Pick<OutgoingMessage, 'requester' | 'copies'>,
  own: ReadonlySet<string>,
): Recipients | undefined {
  const usable = (people: readonly { email: string }[]) =>
    people.flatMap(({ email }) => {
      const address = emailAddress(email)
      return address && !isOwn(address, own) ? [address] : []
    })
  const cc = usable(copies?.cc ?? [])
  const to = usable(requester?.email ? [{ email: requester.email }] : [])[0] ?? cc[0]
  if (!to) return undefined
  const as = (addresses: string[]) => addresses.map((email) => ({ email }))
  const rest = copiesFor(as(cc), as(usable(copies?.bcc ?? [])), [to])
  return { to, cc: rest?.cc.map((a) => a.email) ?? [], bcc: rest?.bcc.map((a) => a.email) ?? [] }
}

/** Also with a tag, such as a signed reply address. */
export const isOwn = (address: string, own: ReadonlySet<string>): boolean =>
  own.has(address) || own.has(subaddress(address).base)
