import type { Tx } from '../../platform/db/database.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { CreateEntry } from './api.ts'
import { sealEntryText, termsOf } from './entries.ts'
import { standsAt } from './merged.ts'

/**
 * Adds a draft of the transaction's user, which stands where the ticket was merged into if it was; rate and currency are the contract's unless they are said.
 * Answers its id.
 */
export async function addEntry(
  tx: Tx,
  keys: OrgKeys,
  input: CreateEntry & { ticketId: string },
): Promise<string> {
  const id = uuidv7()
  const stands_at = await standsAt(tx, input.ticketId)
  const terms = await termsOf(tx, { ...input, ticketId: stands_at })
  await tx.db
    .insertInto('time_entries')
    .values({
      org_id: tx.context.orgId,
      id,
      ticket_id: input.ticketId,
      stands_at,
      user_id: tx.context.userId!,
      contract_id: input.contractId,
      work_date: input.date,
      minutes: input.minutes,
      billable: input.billable,
      rate_cents: input.rateCents === undefined ? terms.rateCents : input.rateCents,
      currency: input.currency ?? terms.currency,
      sealed_note: await sealEntryText(keys, tx, { id, ticketId: stands_at }, 'sealed_note', input.note),
    })
    .execute()
  return id
}
