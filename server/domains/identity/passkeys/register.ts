import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid } from '../../../platform/http/problem.ts'
import type { RequestContext } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { myName } from '../my-name.ts'
import { giveChallenge, spendChallenge } from './challenges.ts'
import { idBytes, idText, passkeysOf, sealName } from './records.ts'
import { type Registration, relyingParty } from './schema.ts'

const MOST = 20

/** What the browser needs to make a passkey for whoever asks. */
export async function beginRegistration(services: Services, ctx: RequestContext) {
  const { userId, organization } = ctx.principal
  const { rpID } = relyingParty(services)
  const { held, called } = await ctx.withContext(async (tx) => ({
    held: await passkeysOf(tx, userId),
    called: await myName(services.keys, ctx, tx),
  }))
  if (held.length >= MOST) throw conflict('too-many-passkeys', `There are ${MOST} passkeys already`)
  const options = await generateRegistrationOptions({
    rpName: `Wellkeep (${organization})`,
    rpID,
    userID: new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex')),
    userName: called.email,
    userDisplayName: called.displayName,
    attestationType: 'none',
    excludeCredentials: held.map((k) => ({ id: idText(k.credential_id), transports: k.transports })),
    // Verified by the device (a finger, a face, a PIN), so that it counts as both factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await giveChallenge(services.db, options.challenge, 'register', userId)
  return options
}

/** Keeps the passkey that the browser made. Throws 422 where it is not an answer to what was asked. */
export async function finishRegistration(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  response: Registration,
  name: string,
): Promise<string> {
  const { userId } = ctx.principal
  const { rpID, origin } = relyingParty(services)
  const verified = await verifyRegistrationResponse({
    response: response as never,
    expectedChallenge: (challenge) => spendChallenge(services.db, challenge, 'register', userId),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified)
    throw invalid([{ field: 'response', message: 'is not the answer to what was asked; begin anew' }])
  const { credential, credentialBackedUp } = verified.registrationInfo
  const id = uuidv7()
  const made = await tx.db
    .insertInto('passkeys')
    .values({
      org_id: tx.context.orgId,
      id,
      user_id: userId,
      credential_id: idBytes(credential.id),
      public_key: Buffer.from(credential.publicKey),
      sign_count: credential.counter,
      transports: credential.transports ?? [],
      synced: credentialBackedUp,
      sealed_name: await sealName(services.keys, tx, userId, id, name),
    })
    .onConflict((c) => c.column('credential_id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw conflict('passkey-known', 'This passkey is in use already')
  return id
}
