import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { loopMark } from '../mailboxes.ts'
import { GATE_POLICIES } from '../outbound/gate.ts'
import { testLetter } from '../outbound/letter.ts'
import { NotPosted, postToOne } from '../outbound/post.ts'
import { sealed } from '../seal.ts'
import { type MailSettings, mailSettings, relayOf } from '../settings.ts'
import { Address, Ca, HeaderText, Host, Login, Port, Security, Tried } from './fields.ts'

const Fields = {
  enabled: z.boolean(),
  host: Host.nullable(),
  port: Port.nullable(),
  security: Security,
  ca: Ca.nullable().default(null),
  fromAddress: Address.nullable(),
  fromName: HeaderText.nullable().default(null),
}
const SettingsBody = z.strictObject({ ...Fields, login: Login.nullish() })
const SettingsAnswer = z.object({
  enabled: z.boolean(),
  host: z.string().nullable(),
  port: z.number().nullable(),
  security: Security,
  hasLogin: z.boolean(),
  ca: z.string().nullable(),
  fromAddress: z.string().nullable(),
  fromName: z.string().nullable(),
  version: z.number(),
})
const Policy = z.enum(GATE_POLICIES)
const GateAnswer = z.object({ policy: Policy, version: z.number() })

const SAVE = {
  name: 'mail-settings-save',
  text: `insert into mail_settings as s (org_id, enabled, host, port, security, ca, from_address, from_name, sealed_login)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (org_id) do update set enabled = $2, host = $3, port = $4, security = $5, ca = $6, from_address = $7, from_name = $8,
      sealed_login = case when $10 then s.sealed_login else $9 end, version = s.version + 1, updated_at = now()
    where s.version = $11 returning version`,
}
const GATE = {
  name: 'mail-gate-save',
  text: `insert into mail_settings as s (org_id, gate) values ($1, $2)
    on conflict (org_id) do update set gate = $2, version = s.version + 1, updated_at = now() where s.version = $3 returning version`,
}

const present = ({ sealedLogin, gate: _, ...s }: MailSettings) => ({ ...s, hasLogin: sealedLogin !== null })

/** How mail leaves, and the gate before it. */
export function outboundRoutes({ keys, log }: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/mail/outbound',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'How mail leaves',
    answer: { status: 200, schema: SettingsAnswer },
    async handler(ctx) {
      const settings = await ctx.withContext(mailSettings)
      await ctx.recordRead({ action: 'mail-settings.read' })
      ctx.reply.header('etag', `"${settings.version}"`)
      return present(settings)
    },
  })
  const change = route({
    method: 'PUT',
    path: '/mail/outbound',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Change how mail leaves (replaced whole; a login that is left out stays)',
    body: SettingsBody,
    answer: { status: 200, schema: SettingsAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        if (body.enabled) {
          const missing = (['host', 'port', 'fromAddress'] as const).filter((f) => !body[f])
          if (missing.length)
            throw invalid(missing.map((field) => ({ field, message: 'is needed to send mail' })))
        }
        const before = await mailSettings(tx)
        const moved =
          before.host !== body.host || before.port !== body.port || before.security !== body.security
        if (moved && before.sealedLogin && body.login === undefined)
          throw invalid([{ field: 'login', message: 'must be given anew for another server' }])
        const [saved] = await tx.run<{ version: number }>(SAVE, [
          tx.context.orgId,
          body.enabled,
          body.host,
          body.port,
          body.security,
          body.ca,
          body.fromAddress,
          body.fromName,
          body.login
            ? await sealed(keys, tx, 'mail_settings.sealed_login', tx.context.orgId, body.login)
            : null,
          body.login === undefined,
          ctx.ifMatch(),
        ])
        if (!saved) throw stale()
        const after = await mailSettings(tx)
        await ctx.record(tx, {
          action: 'mail-settings.change',
          changes: [
            ...(Object.keys(Fields) as (keyof typeof Fields)[]).filter((f) => before[f] !== after[f]),
            ...(body.login === undefined ? [] : ['login']),
          ],
        })
        ctx.reply.header('etag', `"${after.version}"`)
        return present(after)
      }),
  })
  const test = route({
    method: 'POST',
    path: '/mail/outbound/test',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Send a message of fixed words, to see whether mail leaves',
    limit: { hits: 10, window: 600, per: 'principal' },
    body: z.strictObject({ to: Address }),
    answer: { status: 200, schema: Tried },
    async handler(ctx, { body }) {
      const { orgId } = ctx.principal
      const relay = await ctx.withContext(async (tx) => relayOf(keys, tx, await mailSettings(tx)))
      if (!relay) throw conflict('mail-off', 'Mail is off', 'Set up and enable outbound mail first.')
      const id = `<wk.${uuidv7()}${relay.fromAddress.slice(relay.fromAddress.lastIndexOf('@'))}>`
      const code = await postToOne(relay, testLetter(body.to, id), loopMark(orgId)).then(
        () => null,
        (error: unknown) => (error instanceof NotPosted ? error.code : unknownFault(error)),
      )
      await ctx.withContext((tx) =>
        ctx.record(tx, { action: 'mail-settings.test', facts: { code: code?.replaceAll(' ', ':') ?? 'ok' } }),
      )
      return { ok: code === null, code }
    },
  })
  const unknownFault = (error: unknown): string => {
    log.error({ kind: (error as Error)?.name }, 'a test mail failed')
    return 'UNKNOWN'
  }

  const gate = route({
    method: 'GET',
    path: '/mail/gate',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'What becomes of mail that may hold health information',
    answer: { status: 200, schema: GateAnswer },
    async handler(ctx) {
      const settings = await ctx.withContext(mailSettings)
      await ctx.recordRead({ action: 'mail-gate.read' })
      ctx.reply.header('etag', `"${settings.version}"`)
      return { policy: settings.gate, version: settings.version }
    },
  })
  const setGate = route({
    method: 'PUT',
    path: '/mail/gate',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Decide what becomes of mail that may hold health information, with a reason',
    body: z.strictObject({ policy: Policy, reason: z.string().trim().min(3).max(500) }),
    answer: { status: 200, schema: GateAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const from = await gateOf(tx)
        const [saved] = await tx.run<{ version: number }>(GATE, [
          tx.context.orgId,
          body.policy,
          ctx.ifMatch(),
        ])
        if (!saved) throw stale()
        await ctx.record(tx, {
          action: 'mail-gate.change',
          changes: ['policy'],
          facts: { from, to: body.policy },
          reason: body.reason,
        })
        ctx.reply.header('etag', `"${saved.version}"`)
        return { policy: body.policy, version: saved.version }
      }),
  })
  return [get, change, test, gate, setGate]
}

const gateOf = async (tx: Tx): Promise<string> => (await mailSettings(tx)).gate
