import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Tx } from '../../../platform/db/database.ts'
import type { Services } from '../../../platform/services.ts'
import { giveChallenge, type Purpose, spendChallenge } from './challenges.ts'
import { idBytes, idText, type PasskeyRow, passkeysOf } from './records.ts'
import { type Assertion, relyingParty } from './schema.ts'

const FIND = { name: 'find-passkey', text: 'select org_id, user_id from wk_find_passkey($1)' }

/** Whose passkey this is, in whichever organization. */
export async function ownerOf(
  { db }: Pick<Services, 'db'>,
  response: Assertion,
): Promise<{ orgId: string; userId: string } | undefined> {
  const [row] = await db.query<{ org_id: string; user_id: string }>(FIND, [idBytes(response.id)])
  return row && { orgId: row.org_id, userId: row.user_id }
}

/** What the browser needs to show a passkey: any of this site's, or one of `of`. */
export async function askForPasskey(
  services: Services,
  purpose: Exclude<Purpose, 'register'>,
  of?: { userId: string; passkeys: PasskeyRow[] },
) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(services).rpID,
    userVerification: 'required',
    ...(of && {
      allowCredentials: of.passkeys.map((k) => ({
        id: idText(k.credential_id),
        transports: k.transports,
      })),
    }),
  })
  await giveChallenge(services.db, options.challenge, purpose, of?.userId ?? null)
  return options
}

/** Whether the answer comes from one of this user's passkeys, verified by its device; notes that it was used. */
export async function isShown(
  services: Services,
  tx: Tx,
  userId: string,
  response: Assertion,
  purpose: Exclude<Purpose, 'register'>,
): Promise<boolean> {
  const { rpID, origin } = relyingParty(services)
  const key = (await passkeysOf(tx, userId)).find((k) => idText(k.credential_id) === response.id)
  if (!key) return false
  const to = purpose === 'sign-in' ? null : userId
  const shown = await verifyAuthenticationResponse({
    response: response as never,
    expectedChallenge: (challenge) => spendChallenge(services.db, challenge, purpose, to),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(key.public_key),
      counter: key.sign_count,
      transports: key.transports as never,
    },
  }).catch(() => undefined)
  if (!shown?.verified) return false
  await tx.db
    .updateTable('passkeys')
    .set({
      sign_count: shown.authenticationInfo.newCounter,
      synced: shown.authenticationInfo.credentialBackedUp,
      last_used_at: new Date(),
    })
    .where('id', '=', key.id)
    .execute()
  return true
}
