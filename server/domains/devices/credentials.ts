import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { secretHash } from '../../platform/http/authenticate.ts'
import { API } from '../../platform/http/server.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { type DataKey, openBytes, type Sealed, sealBytes } from '../../platform/keys/sealed.ts'
import type { Services } from '../../platform/services.ts'
import type { Access } from './api.ts'

/** 256 random bits, in letters that need no quoting in a shell or a URL. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

const place = (orgId: string, deviceId: string) => ({
  orgId,
  table: 'devices',
  column: 'sealed_password',
  row: deviceId,
})
export const sealPassword = (key: DataKey, orgId: string, deviceId: string, password: string): Sealed =>
  sealBytes(key, place(orgId, deviceId), Buffer.from(password))
export const openPassword = (key: DataKey, orgId: string, deviceId: string, sealed: Buffer): string =>
  openBytes(key, place(orgId, deviceId), sealed).toString()

/** Makes a secret of a device; answered once, kept as a hash. */
export async function addCredential(
  tx: Tx,
  deviceId: string,
  access: 'append' | 'read',
  expiresAt: Date | null = null,
): Promise<{ id: string; secret: string }> {
  const secret = randomSecret()
  const id = uuidv7()
  await tx.db
    .insertInto('device_credentials')
    .values({
      org_id: tx.context.orgId,
      id,
      device_id: deviceId,
      secret_hash: secretHash(secret),
      access,
      created_by: tx.context.userId,
      expires_at: expiresAt,
    })
    .execute()
  return { id, secret }
}

/** From this commit on, what the device signed in with opens nothing. */
export async function revokeCredentials(tx: Tx, deviceId: string, access?: 'append' | 'read'): Promise<void> {
  let query = tx.db
    .updateTable('device_credentials')
    .set({ revoked_at: new Date() })
    .where('org_id', '=', tx.context.orgId)
    .where('device_id', '=', deviceId)
    .where('revoked_at', 'is', null)
  if (access) query = query.where('access', '=', access)
  await query.execute()
}

/** Where restic finds the repository of a device. */
export const repositoryPath = (deviceId: string): string => `${API}/devices/${deviceId}/repository/`

export const accessAnswer = (
  services: Services,
  deviceId: string,
  secret: string,
  password: string | null,
  expiresAt: Date | null = null,
): z.input<typeof Access> => ({
  url: services.publicUrl + repositoryPath(deviceId),
  user: deviceId,
  secret,
  password,
  authority: services.authority ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
})
