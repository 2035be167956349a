import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { forbidden, invalid } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Services } from '../../platform/services.ts'
import { Code, Password } from './fields.ts'
import { isShown } from './passkeys/assert.ts'
import { Assertion } from './passkeys/schema.ts'
import { verifyPassword } from './password/hash.ts'
import { spendRecoveryCode } from './recovery-codes.ts'
import { endSession } from './sessions.ts'
import { countFailure, isLocked, readPolicy } from './sign-in.ts'
import { spendTotp } from './totp.ts'

/** What shows that the owner of the account sits at the screen: the password, and the second factor if enrolled. */
export const Proof = z.strictObject({
  password: Password,
  code: Code.optional(),
  recoveryCode: z.string().min(8).max(40).optional(),
})
export type Proof = z.infer<typeof Proof>

/** The same, or a passkey, which is both factors (its challenge: `POST /me/confirm/passkey/options`). */
export const Confirmation = z.union([Proof, z.strictObject({ passkey: Assertion })])
export type Confirmation = z.infer<typeof Confirmation>

/**
 * Does `work` for whoever proves to be the account's owner, in the same transaction. A failure is recorded and
 * counted as one at sign-in is: too many lock the account and end this session. Throws 422 naming the field, and
 * 403 for a token, which nobody sits behind.
 */
export const whenProven = <T>(
  keys: OrgKeys,
  ctx: RequestContext,
  proof: Proof,
  work: (tx: Tx, account: { enrolled: boolean }) => Promise<T>,
): Promise<T> => when(ctx, (tx, user) => whatIsWrong(keys, tx, user, proof), work)

/** The same with a passkey in place of password and code, where there is one: for what is done in one's own name. */
export const whenConfirmed = <T>(
  services: Services,
  ctx: RequestContext,
  proof: Confirmation,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  when(
    ctx,
    async (tx, user) => {
      if (!('passkey' in proof)) return whatIsWrong(services.keys, tx, user, proof)
      const shown = !isLocked(user) && (await isShown(services, tx, user.id, proof.passkey, 'confirm'))
      return shown ? undefined : 'passkey'
    },
    work,
  )

async function when<T>(
  ctx: RequestContext,
  wrongOf: (tx: Tx, user: Account) => Promise<keyof typeof MESSAGES | undefined>,
  work: (tx: Tx, account: { enrolled: boolean }) => Promise<T>,
): Promise<T> {
  const { userId, sessionId } = ctx.principal
  if (!sessionId) throw forbidden('A token can’t prove that its owner is there.')
  const done = await ctx.withContext(async (tx) => {
    const user = await tx.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    const wrong = await wrongOf(tx, user)
    if (!wrong)
      return { wrong: undefined, value: await work(tx, { enrolled: user.totp_confirmed_at !== null }) }
    await ctx.record(tx, {
      action: 'user.mfa-proof',
      outcome: 'refused',
      object: { type: 'user', id: userId },
      reason: wrong === 'recoveryCode' ? 'recovery-code' : wrong,
    })
    if (!isLocked(user) && (await countFailure(tx, userId, await readPolicy(tx)))) {
      await ctx.record(tx, { action: 'user.locked', object: { type: 'user', id: userId } })
      await endSession(tx, sessionId, 'locked')
    }
    return { wrong, value: undefined }
  })
  if (done.wrong) throw invalid([{ field: done.wrong, message: MESSAGES[done.wrong] }])
  return done.value as T
}

const MESSAGES = {
  password: 'is not your password',
  code: 'is not the code that your present app shows now',
  recoveryCode: 'is not one of your unused recovery codes',
  passkey: 'is not one of your passkeys',
} as const

interface Account {
  id: string
  password_hash: string | null
  totp_confirmed_at: Date | null
  locked_until: Date | null
}

/** The field that does not prove it; undefined when all do. A locked account is told nothing else. */
async function whatIsWrong(
  keys: OrgKeys,
  tx: Tx,
  user: Account,
  proof: Proof,
): Promise<keyof typeof MESSAGES | undefined> {
  if (isLocked(user) || !(await verifyPassword(proof.password, user.password_hash))) return 'password'
  if (!user.totp_confirmed_at) return undefined
  if (proof.recoveryCode)
    return (await spendRecoveryCode(tx, user.id, proof.recoveryCode)) ? undefined : 'recoveryCode'
  return proof.code && (await spendTotp(keys, tx, user.id, proof.code)) ? undefined : 'code'
}
