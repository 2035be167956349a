import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid, notFound, stale } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { connectImap, errorCode } from '../inbound/imap/session.ts'
import { MAILBOX_COLUMNS, type MailboxRow, mailbox, mailboxes } from '../mailboxes.ts'
import { type Login as LoginValue, opened, sealed } from '../seal.ts'
import { Address, Ca, Folder, Host, Id, Login, Port, Security, Tried } from './fields.ts'

const Fields = {
  address: Address,
  kind: z.enum(['imap', 'smtp']),
  enabled: z.boolean().default(true),
  subaddressing: z.boolean().default(true),
  queueId: Id,
  typeId: Id.nullable().default(null),
  host: Host.nullable().default(null),
  port: Port.nullable().default(null),
  security: Security.default('tls'),
  ca: Ca.nullable().default(null),
  folder: Folder.default('INBOX'),
  moveTo: Folder.nullable().default(null),
}
/** The login stays as it is when it is left out; null removes it. */
const MailboxBody = z.strictObject({ ...Fields, login: Login.nullish() })
type MailboxBody = z.output<typeof MailboxBody>

const MailboxAnswer = z.object({
  id: Id,
  address: z.string(),
  kind: z.enum(['imap', 'smtp']),
  enabled: z.boolean(),
  subaddressing: z.boolean(),
  queueId: Id,
  typeId: Id.nullable(),
  host: z.string().nullable(),
  port: z.number().nullable(),
  security: Security,
  hasLogin: z.boolean(),
  ca: z.string().nullable(),
  folder: z.string(),
  moveTo: z.string().nullable(),
  state: z.enum(['new', 'connected', 'failed']),
  errorCode: z.string().nullable(),
  stateAt: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
})
const MailboxId = z.object({ id: Id })

function present(row: MailboxRow): z.infer<typeof MailboxAnswer> {
  const { sealedLogin, stateAt, createdAt, ...rest } = row
  return {
    ...rest,
    hasLogin: sealedLogin !== null,
    stateAt: stateAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

const INSERT = {
  name: 'mailbox-insert',
  text: `insert into mailboxes (org_id, id, address, kind, enabled, subaddressing, queue_id, type_id, host, port, security, ca, folder, move_to,
      sealed_login) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning ${MAILBOX_COLUMNS}`,
}
/** A change starts the mailbox anew: whoever reads it lets go when it sees the new version. */
const UPDATE = {
  name: 'mailbox-update',
  text: `update mailboxes set address = $3, kind = $4, enabled = $5, subaddressing = $6, queue_id = $7, type_id = $8, host = $9, port = $10,
      security = $11, ca = $12, folder = $13, move_to = $14, sealed_login = case when $16 then sealed_login else $15 end,
      state = 'new', error_code = null, version = version + 1
    where org_id = $1 and id = $2 and version = $17 returning ${MAILBOX_COLUMNS}`,
}
const DELETE = {
  name: 'mailbox-delete',
  text: 'delete from mailboxes where org_id = $1 and id = $2 returning id',
}

function checked(body: MailboxBody, hasLogin: boolean): void {
  if (body.kind === 'smtp') return
  const missing = [
    ...(body.host ? [] : ['host']),
    ...(body.port ? [] : ['port']),
    ...(body.login || (hasLogin && body.login === undefined) ? [] : ['login']),
  ]
  if (missing.length)
    throw invalid(missing.map((field) => ({ field, message: 'is needed to read a mailbox by IMAP' })))
}

const values = (tx: Tx, id: string, b: MailboxBody, login: Buffer | null) => [
  tx.context.orgId,
  id,
  b.address,
  b.kind,
  b.enabled,
  b.subaddressing,
  b.queueId,
  b.typeId,
  b.host,
  b.port,
  b.security,
  b.ca,
  b.folder,
  b.moveTo,
  login,
]

/** What a constraint says, as a problem that names the field. */
async function saving<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string }
    if (code === '23505') throw conflict('address-taken', 'There is a mailbox with this address already')
    if (code === '23503')
      throw invalid([
        {
          field: constraint.includes('type') ? 'typeId' : 'queueId',
          message: 'names nothing that is in use',
        },
      ])
    throw error
  }
}

/** Mailboxes by which tickets come in. Passwords go in and never out. */
export function mailboxRoutes({ keys }: Services): Route[] {
  const sealLogin = (tx: Tx, id: string, login: LoginValue | null | undefined) =>
    login ? sealed(keys, tx, 'mailboxes.sealed_login', id, login) : null

  const list = route({
    method: 'GET',
    path: '/mail/mailboxes',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Mailboxes, and whether they can be read',
    answer: { status: 200, schema: z.object({ items: z.array(MailboxAnswer) }) },
    async handler(ctx) {
      const rows = await ctx.withContext(mailboxes)
      await ctx.recordRead({ action: 'mailbox.list', facts: { count: rows.length } })
      return { items: rows.map(present) }
    },
  })
  const add = route({
    method: 'POST',
    path: '/mail/mailboxes',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Add a mailbox',
    idempotent: {
      needs: 'mail:settings',
      async read(ctx, id) {
        const row = await ctx.withContext((tx) => mailbox(tx, id))
        if (!row) throw notFound('The mailbox')
        await ctx.recordRead({ action: 'mailbox.list', facts: { count: 1 } })
        return present(row)
      },
    },
    body: MailboxBody,
    answer: { status: 201, schema: MailboxAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        checked(body, false)
        const id = uuidv7()
        const [row] = await saving(
          tx.run<MailboxRow>(INSERT, values(tx, id, body, await sealLogin(tx, id, body.login))),
        )
        await ctx.record(tx, {
          action: 'mailbox.create',
          object: { type: 'mailbox', id },
          facts: { kind: body.kind },
        })
        return present(row!)
      }),
  })
  const change = route({
    method: 'PUT',
    path: '/mail/mailboxes/:id',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Change a mailbox (replaced whole; a login that is left out stays)',
    params: MailboxId,
    body: MailboxBody,
    answer: { status: 200, schema: MailboxAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await mailbox(tx, params.id)
        if (!before) throw notFound('The mailbox')
        // Another server would be given the old one's password.
        const moved =
          before.host !== body.host || before.port !== body.port || before.security !== body.security
        if (moved && before.sealedLogin && body.login === undefined && body.kind === 'imap')
          throw invalid([{ field: 'login', message: 'must be given anew for another server' }])
        checked(body, before.sealedLogin !== null)
        const login = await sealLogin(tx, params.id, body.login)
        const [row] = await saving(
          tx.run<MailboxRow>(UPDATE, [
            ...values(tx, params.id, body, login),
            body.login === undefined,
            ctx.ifMatch(),
          ]),
        )
        if (!row) throw stale()
        await ctx.record(tx, {
          action: 'mailbox.change',
          object: { type: 'mailbox', id: params.id },
          changes: changed(before, present(row), body.login !== undefined),
        })
        return present(row)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/mail/mailboxes/:id',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Remove a mailbox; its tickets stay',
    params: MailboxId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const [gone] = await tx.run(DELETE, [tx.context.orgId, params.id])
        if (!gone) throw notFound('The mailbox')
        await ctx.record(tx, { action: 'mailbox.remove', object: { type: 'mailbox', id: params.id } })
      }),
  })
  const test = route({
    method: 'POST',
    path: '/mail/mailboxes/:id/test',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'Sign in to the mailbox and open its folder, without reading anything',
    limit: { hits: 20, window: 600, per: 'principal' },
    params: MailboxId,
    body: z.strictObject({}),
    answer: { status: 200, schema: Tried },
    async handler(ctx, { params }) {
      const { row, login } = await ctx.withContext(async (tx) => {
        const row = await mailbox(tx, params.id)
        if (!row) throw notFound('The mailbox')
        if (row.kind !== 'imap' || !row.sealedLogin)
          throw conflict(
            'nothing-to-test',
            'Mail is handed over to this mailbox; there is nothing to sign in to',
          )
        return {
          row,
          login: await opened<LoginValue>(keys, tx, 'mailboxes.sealed_login', row.id, row.sealedLogin),
        }
      })
      const code = await tryMailbox(row, login)
      await recordTest(ctx, params.id, code)
      return { ok: code === null, code }
    },
  })
  return [list, add, change, remove, test]
}

async function tryMailbox(row: MailboxRow, login: LoginValue): Promise<string | null> {
  try {
    const { host, port, security, ca } = row
    const client = await connectImap({ host: host!, port: port!, security, login, ca: ca ?? undefined })
    try {
      await client.mailboxOpen(row.folder, { readOnly: true })
      if (row.moveTo) await client.status(row.moveTo, { messages: true })
    } finally {
      client.close()
    }
    return null
  } catch (error) {
    return errorCode(error)
  }
}

const recordTest = (ctx: RequestContext, id: string, code: string | null) =>
  ctx.withContext((tx) =>
    ctx.record(tx, {
      action: 'mailbox.test',
      object: { type: 'mailbox', id },
      facts: { code: code ?? 'ok' },
    }),
  )

function changed(before: MailboxRow, after: z.infer<typeof MailboxAnswer>, login: boolean): string[] {
  const old = present(before) as Record<string, unknown>
  const now = after as Record<string, unknown>
  return [...Object.keys(Fields).filter((f) => old[f] !== now[f]), ...(login ? ['login'] : [])]
}
