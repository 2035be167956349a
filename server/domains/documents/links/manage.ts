import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, forbidden, invalid, Problem } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { classesOf } from '../access.ts'
import { ById, Id } from '../api.ts'
import { previewOf } from '../present.ts'
import { type DocumentRow, readDocument } from '../records.ts'
import { DocumentSeal } from '../seal.ts'
import { versionByN } from '../versions.ts'
import { mayLeave } from './gate.ts'
import { type LinkRow, linksOf, readLink } from './records.ts'
import { codeHash, hashOf, newCode, newSecret } from './secrets.ts'

const LONGEST_DAYS = 90
const DAY_MS = 86_400_000

const LinkAnswer = z.object({
  id: Id,
  mode: z.enum(['view', 'download']),
  entry: z.enum(['sign-in', 'code']),
  /** For whom. */
  label: z.string().nullable(),
  expiresAt: z.string(),
  maxOpens: z.number().nullable(),
  opens: z.number(),
  /** `code-used`: it opens again with another code. `locked`: after five wrong ones. */
  state: z.enum(['open', 'code-used', 'used-up', 'expired', 'locked', 'revoked']),
  createdBy: Id,
  createdByName: z.string(),
  createdAt: z.string(),
})
const Label = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, 'must not hold characters that can’t be seen')
const LinkBody = z.strictObject({
  mode: z.enum(['view', 'download']).default('view'),
  entry: z.enum(['sign-in', 'code']).default('sign-in'),
  label: Label.optional(),
  expiresAt: z.iso.datetime(),
  maxOpens: z.number().int().min(1).max(1000).nullable().default(null),
  /** Where the outbound gate asks: why it may leave, by somebody who may decide so. */
  reason: z.string().trim().min(3).max(500).optional(),
})
const ByLink = z.object({ id: Id, linkId: Id })

/** Making links, seeing them, and taking them back. */
export function linkRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/documents/:id/links',
    tag: 'documents',
    needs: 'documents:share',
    summary: 'The links that a document was shared by, newest first',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(LinkAnswer), nextCursor: z.null() }) },
    async handler(ctx, { params }) {
      const { doc, items } = await ctx.withContext(async (tx) => {
        const doc = await readDocument(tx, ctx.principal, params.id)
        const seal = await DocumentSeal.of(keys, tx.context.orgId, doc)
        return { doc, items: (await linksOf(tx, doc.id)).map((l) => presentLink(seal, l)) }
      })
      await ctx.recordRead({
        action: 'document.link-list',
        object: { type: 'document', id: doc.id },
        ...classesOf(doc),
        facts: { count: items.length },
      })
      return { items, nextCursor: null }
    },
  })

  const create = route({
    method: 'POST',
    path: '/documents/:id/links',
    tag: 'documents',
    needs: 'documents:share',
    summary:
      'Share the published version by a link; its secret, and the code where there is one, are told once',
    params: ById,
    body: LinkBody,
    answer: {
      status: 201,
      schema: LinkAnswer.extend({ secret: z.string(), code: z.string().nullable() }),
    },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { orgId, userId } = tx.context
        const doc = await readDocument(tx, ctx.principal, params.id)
        const until = Date.parse(body.expiresAt)
        if (until <= Date.now() || until > Date.now() + LONGEST_DAYS * DAY_MS)
          throw invalid([{ field: 'expiresAt', message: `must lie ahead, at most ${LONGEST_DAYS} days` }])
        if (body.entry === 'code' && !body.label)
          throw invalid([{ field: 'label', message: 'is required: whose name stands across the pages' }])
        const released = await letOut(ctx, tx, doc, body)
        const id = uuidv7()
        const secret = newSecret()
        const code = body.entry === 'code' ? newCode() : null
        const seal = await DocumentSeal.of(keys, orgId, doc)
        await tx.db
          .insertInto('document_links')
          .values({
            org_id: orgId,
            id,
            document_id: doc.id,
            secret_hash: hashOf(secret),
            mode: body.mode,
            entry: body.entry,
            code_hash: code ? await codeHash(keys, orgId, code) : null,
            sealed_label: body.label ? seal.seal('document_links.sealed_label', id, body.label) : null,
            expires_at: body.expiresAt,
            max_opens: body.maxOpens,
            released_by: released ? userId : null,
            created_by: userId!,
          })
          .execute()
        await ctx.record(tx, {
          action: 'document.share',
          object: { type: 'document', id: doc.id },
          ...classesOf(doc),
          facts: { link: id, mode: body.mode, entry: body.entry, released },
          ...(body.reason !== undefined && { reason: body.reason }),
        })
        return { ...presentLink(seal, await readLink(tx, doc.id, id)), secret, code }
      }),
  })

  const renew = route({
    method: 'POST',
    path: '/documents/:id/links/:linkId/code',
    tag: 'documents',
    needs: 'documents:share',
    summary: 'Another one-time code for a link; the one before works no more',
    params: ByLink,
    body: NoBody,
    answer: { status: 200, schema: z.object({ code: z.string() }) },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const doc = await readDocument(tx, ctx.principal, params.id)
        const link = await readLink(tx, doc.id, params.linkId)
        if (link.entry !== 'code') throw conflict('no-code', 'This link opens by signing in')
        const code = newCode()
        await tx.db
          .updateTable('document_links')
          .set({
            code_hash: await codeHash(keys, tx.context.orgId, code),
            code_tries: 0,
            code_used_at: null,
          })
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', link.id)
          .execute()
        await ctx.record(tx, {
          action: 'document.link-code',
          object: { type: 'document', id: doc.id },
          ...classesOf(doc),
          facts: { link: link.id },
        })
        return { code }
      }),
  })

  const revoke = route({
    method: 'DELETE',
    path: '/documents/:id/links/:linkId',
    tag: 'documents',
    needs: 'documents:share',
    summary: 'Take a link back; whoever is looking by it sees nothing more',
    params: ByLink,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const doc = await readDocument(tx, ctx.principal, params.id)
        const link = await readLink(tx, doc.id, params.linkId)
        await tx.db
          .updateTable('document_links')
          .set({ revoked_by: tx.context.userId, revoked_at: new Date() })
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', link.id)
          .where('revoked_at', 'is', null)
          .execute()
        await ctx.record(tx, {
          action: 'document.unshare',
          object: { type: 'document', id: doc.id },
          ...classesOf(doc),
          facts: { link: link.id },
        })
      }),
  })
  return [list, create, renew, revoke]
}

/** Asks the outbound gate; answers whether somebody who may let it out did. */
async function letOut(
  ctx: RequestContext,
  tx: Tx,
  doc: DocumentRow,
  body: z.output<typeof LinkBody>,
): Promise<boolean> {
  if (doc.state !== 'published' || doc.expired || doc.published === null)
    throw conflict('not-published', 'Only a published document is shared')
  const { file } = await versionByN(tx, doc.id, doc.published)
  const preview = previewOf({ ...file, has_tiny: file.sealed_preview !== null })
  if (body.mode === 'view' && preview !== 'pages')
    throw invalid([{ field: 'mode', message: 'must be download: it can’t be shown as pages' }])
  const what = { private: doc.client_id !== null, state: file.state, mode: body.mode, entry: body.entry }
  const verdict = await mayLeave(tx, what, false)
  if (verdict === 'open') return false
  if (verdict === 'closed')
    throw conflict(
      'gate-closed',
      'The outbound gate does not let this leave',
      'Share it for viewing by somebody who signs in.',
    )
  if (body.reason === undefined)
    throw new Problem(409, 'gate-asks', 'The outbound gate asks before this leaves', {
      errors: [{ field: 'reason', message: 'is required: why it may leave' }],
    })
  if (!ctx.principal.permissions.has('mail:release'))
    throw forbidden('This needs the permission mail:release.')
  return true
}

function stateOf(l: LinkRow): z.output<typeof LinkAnswer>['state'] {
  if (l.revoked_at) return 'revoked'
  if (l.expires_at <= new Date()) return 'expired'
  if (l.code_tries >= 5) return 'locked'
  if (l.max_opens !== null && l.opens >= l.max_opens) return 'used-up'
  return l.code_used_at ? 'code-used' : 'open'
}

const presentLink = (seal: DocumentSeal, l: LinkRow): z.output<typeof LinkAnswer> => ({
  id: l.id,
  mode: l.mode,
  entry: l.entry,
  label: l.sealed_label ? seal.open<string>('document_links.sealed_label', l.id, l.sealed_label) : null,
  expiresAt: l.expires_at.toISOString(),
  maxOpens: l.max_opens,
  opens: l.opens,
  state: stateOf(l),
  createdBy: l.created_by,
  createdByName: l.created_name,
  createdAt: l.created_at.toISOString(),
})
