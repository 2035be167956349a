import type { EventInput } from '../../platform/audit/event.ts'
import type { Tx } from '../../platform/db/database.ts'
import { forbidden, notFound, stale } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import type { Services } from '../../platform/services.ts'
import { recordTokens } from './index-tokens.ts'
import { type ClientRow, openClasses, RECORD_CLASSES, readClient, sealClass } from './records.ts'
import type { RecordClass, RecordClasses } from './schema.ts'
import { type ClientChange, sealChanges, updateClient } from './write.ts'

/** The classes whose fields are searched: a change of another leaves the index alone. */
const SEARCHED: readonly RecordClass[] = ['contact', 'demographic', 'identifier']
export const isSearched = (cls: RecordClass): boolean => SEARCHED.includes(cls)

/** What a change of these classes needs of the record as it is: for the log, and for the tokens. */
export const neededFor = (classes: readonly RecordClass[]): RecordClass[] => {
  const retoken = classes.some(isSearched)
  return RECORD_CLASSES.filter((c) => classes.includes(c) || (retoken && isSearched(c)))
}

/** A change of classes of a record, each whole, with the event that tells of it: fields by name, values sealed. */
export async function changeOf(
  keys: OrgKeys,
  key: DataKey,
  orgId: string,
  row: Pick<ClientRow, 'id' | 'version'>,
  old: Partial<RecordClasses>,
  changed: Partial<RecordClasses>,
): Promise<{ change: ClientChange; event: EventInput & { id: string } }> {
  const classes = Object.keys(changed) as RecordClass[]
  const record = { ...old, ...changed } as RecordClasses
  const id = uuidv7()
  return {
    change: {
      id: row.id,
      version: row.version,
      sealed: Object.fromEntries(
        classes.map((c) => [c, sealClass(key, orgId, row.id, c, changed[c] as never)]),
      ),
      tokens: classes.some(isSearched) ? recordTokens(await tokenizer(keys, orgId), record) : undefined,
    },
    event: {
      id,
      action: 'client.change',
      object: { type: 'client', id: row.id },
      classes,
      changes: classes.flatMap((c) => changedFields(c, old[c], changed[c])),
      sealed: sealChanges(
        key,
        orgId,
        id,
        Object.fromEntries(classes.map((c) => [c, { from: old[c] ?? null, to: changed[c] }])),
      ),
    },
  }
}

/** Changes classes of a record in a transaction of another domain's, if it has the version that was seen. */
export async function changeRecord(
  { keys }: Pick<Services, 'keys'>,
  ctx: RequestContext,
  tx: Tx,
  id: string,
  version: number,
  changed: Partial<RecordClasses>,
): Promise<void> {
  const { orgId } = tx.context
  const row = await readClient(tx, id)
  if (!row || row.shredded_at) throw notFound('The client')
  if (!row.writable) throw forbidden('The walls open this client for reading only.')
  if (row.version !== version) throw stale()
  const key = await keys.openDek(orgId, row.id, row)
  const old = openClasses(key, orgId, row, neededFor(Object.keys(changed) as RecordClass[]))
  const { change, event } = await changeOf(keys, key, orgId, row, old, changed)
  await updateClient(tx, change)
  await ctx.record(tx, event)
}

/** Names of the fields of a class whose values differ; values stay out. */
function changedFields(cls: RecordClass, from: object | undefined, to: object | undefined): string[] {
  const a = (from ?? {}) as Record<string, unknown>
  const b = (to ?? {}) as Record<string, unknown>
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((k) => JSON.stringify(a[k] ?? null) !== JSON.stringify(b[k] ?? null))
    .map((k) => `${cls}.${k}`)
}
