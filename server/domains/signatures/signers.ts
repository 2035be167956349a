import type { Statement, Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { openPerson } from '../identity/index.ts'

export interface PossibleSigner {
  userId: string
  name: string
  kind: 'person' | 'portal'
}

/** People at work here, and people of the portal whom the caller's walls open, that may see the document. */
const POSSIBLE: Statement = {
  name: 'possible-signers',
  text: `select u.id as "userId", u.display_name as name, u.kind, p.sealed_person as sealed from users u
    left join portal_people p on p.org_id = u.org_id and p.user_id = u.id
    where u.org_id = $1 and u.status = 'active' and (u.kind = 'person' or (u.kind = 'portal' and p.user_id is not null))
      and ($3::uuid[] is null or u.id = any ($3)) and wk_can_sign($2, u.id)
    order by u.kind desc, u.display_name, u.id limit 2000`,
}

/** Who could sign a document, by name; `among` asks about some people only. */
export async function possibleSigners(
  keys: OrgKeys,
  tx: Tx,
  principal: Principal,
  documentId: string,
  among: readonly string[] | null = null,
): Promise<PossibleSigner[]> {
  const rows = await tx.run<PossibleSigner & { sealed: Buffer | null }>(POSSIBLE, [
    tx.context.orgId,
    documentId,
    among,
  ])
  // Who somebody of the portal is, is of the class `contact`.
  const known = rows.filter((r) => r.kind === 'person' || principal.fieldClasses.contact !== undefined)
  return Promise.all(
    known.map(async ({ sealed, ...person }) => ({
      ...person,
      ...(sealed && { name: (await openPerson(keys, tx, person.userId, sealed)).name }),
    })),
  )
}
