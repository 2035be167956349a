import type { FactValue } from '../../platform/audit/event.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { FieldClass } from '../../platform/policy/field-classes.ts'
import type { Services } from '../../platform/services.ts'
import type { Owners } from './owners.ts'
import type { FileRow, FileState } from './records.ts'

/** What an event about a file names: its owner as the object, so that it stands in the owner's history. */
export function aboutFile(
  owners: Owners,
  row: Pick<FileRow, 'id' | 'owner_type' | 'owner_id'>,
  facts: Record<string, FactValue> = {},
): {
  object: { type: string; id: string }
  objects: string[]
  classes: readonly FieldClass[]
  facts: Record<string, FactValue>
} {
  return {
    object: { type: row.owner_type, id: row.owner_id },
    objects: [row.id],
    classes: owners.of(row.owner_type).classes,
    facts: { file: row.id, ...facts },
  }
}

/**
 * Changes a locked file's state with the columns that go with it, and lets its owner follow in the same transaction:
 * a ticket opens again for what is suspected, and settles with the last that is settled.
 */
export async function setState(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  row: FileRow,
  state: FileState,
  columns: Record<string, unknown> = {},
): Promise<void> {
  const owner = owners.of(row.owner_type)
  await owner.beforeState?.(tx, services, by, row, state)
  await tx.db
    .updateTable('files')
    .set((e) => ({ ...columns, state, version: e('version', '+', 1) }))
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', row.id)
    .execute()
  await owner.afterState?.(tx, services, by, row, state)
}
