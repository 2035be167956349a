import type { Tx } from '../../platform/db/database.ts'
import { invalid } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { DeviceBody } from './api.ts'
import { addCredential, randomSecret, sealPassword } from './credentials.ts'
import { type DeviceRow, named } from './records.ts'

/** Adds a device with a key of its own. Its secrets are answered here and nowhere else. */
export async function enrol(
  keys: OrgKeys,
  tx: Tx,
  body: DeviceBody,
): Promise<{ row: DeviceRow; secret: string; password: string | null }> {
  if (body.retention && !body.managed)
    throw invalid([{ field: 'retention', message: 'takes a managed device' }])
  const { orgId } = tx.context
  const id = uuidv7()
  const made = await keys.newDek(orgId, id)
  const password = body.managed ? randomSecret() : null
  const row = await named(
    tx.db
      .insertInto('devices')
      .values({
        org_id: orgId,
        id,
        name: body.name,
        facility_id: body.facilityId,
        managed: body.managed,
        quota_bytes: body.quotaBytes,
        silent_hours: body.silentHours,
        retention: body.retention && JSON.stringify(body.retention),
        sealed_password: password && sealPassword(made.key, orgId, id, password),
        created_by: tx.context.userId,
      } as never)
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  // The device's row stands first: the key's policy looks at it.
  await tx.db
    .insertInto('deks')
    .values({
      org_id: orgId,
      subject_id: id,
      subject_type: 'device',
      kek_id: made.kekId,
      wrapped: made.wrapped,
    })
    .execute()
  const { secret } = await addCredential(tx, id, 'append')
  return { row, secret, password }
}
