import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../../../platform/audit/event.ts'
import type { Context, Tx } from '../../../platform/db/database.ts'
import { conflict, notFound, Problem } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { NoPicture } from '../../../platform/reading/index.ts'
import type { Services } from '../../../platform/services.ts'
import { contentDisposition, fileBytes, type OpenedFile, openFile } from '../../files/index.ts'
import { downloadable, previewOf } from '../present.ts'
import { type DocumentRow, readPublished } from '../records.ts'
import { DocumentSeal } from '../seal.ts'
import { versionByN } from '../versions.ts'
import { mayLeave } from './gate.ts'
import { type LinkRow, readLink } from './records.ts'
import { codeHash, hashOf, newSecret } from './secrets.ts'

const Secret = z
  .string()
  .min(40)
  .max(64)
  .regex(/^[\w-]+$/, 'is not one of a link')
const Opened = z.object({
  /** What it takes to open; null where it is open. */
  needs: z.enum(['sign-in', 'code', 'new-code']).nullable(),
  /** The code was wrong. */
  wrong: z.boolean(),
  /** The secret of this view, good for an hour. */
  ticket: z.string().nullable(),
  document: z
    .object({
      name: z.string(),
      contentType: z.string().nullable(),
      pages: z.number().nullable(),
      size: z.number(),
      preview: z.enum(['none', 'tiny', 'pages', 'text']),
      mode: z.enum(['view', 'download']),
      viewer: z.string(),
    })
    .nullable(),
})
const OPEN = { name: 'link-open', text: 'select wk_open_link($1, $2, $3, $4, $5) as found' }
const VIEW = { name: 'link-view', text: 'select wk_link_view($1) as found' }
/** Guesses from one place, in a minute. */
const GUESSES = { hits: 20, window: 60, per: 'address' as const }
const LOOKS = { hits: 600, window: 60, per: 'address' as const }

interface Found {
  needs?: 'sign-in' | 'code' | 'new-code'
  wrong?: boolean
  org: string
  link: string
  document: string
  maker: string
  viewer?: string | null
}

/** What is seen by a link, as its maker sees it. */
interface Seen {
  doc: DocumentRow
  link: LinkRow
  name: string
  label: string | null
  file: OpenedFile
}

const gone = () => new Problem(404, 'no-such-link', 'This link does not open, or not any more')

/** Looking at a document by a link: nothing is told of links that are over, taken back, or never were. */
export function sharedRoutes(services: Services): Route[] {
  const { db, keys } = services

  const open = route({
    method: 'POST',
    path: '/shared/open',
    tag: 'shared',
    needs: 'public',
    summary: 'Open a document by a link’s secret, with its code where it asks for one',
    limit: GUESSES,
    unaudited: 'A link that opens, and a wrong code, are recorded; what never was is nobody’s.',
    body: z.strictObject({ secret: Secret, code: z.string().min(1).max(20).optional() }),
    answer: { status: 200, schema: Opened },
    handler: (ctx, { body }) => opened(ctx, body, undefined),
  })

  const openAsMe = route({
    method: 'POST',
    path: '/shared/open-as-me',
    tag: 'shared',
    needs: 'signed-in',
    summary: 'Open a document by a link for those who sign in',
    limit: GUESSES,
    unaudited: 'A link that opens is recorded; what never was is nobody’s.',
    body: z.strictObject({ secret: Secret }),
    answer: { status: 200, schema: Opened },
    handler: (ctx, { body }) => opened(ctx, body, ctx.principal),
  })

  const page = route({
    method: 'POST',
    path: '/shared/page',
    tag: 'shared',
    needs: 'public',
    summary: 'A page of a shared document as a picture, with the viewer’s name and the time across it',
    limit: LOOKS,
    body: z.strictObject({
      ticket: Secret,
      page: z.number().int().min(1).max(3000).default(1),
      size: z.number().int().min(200).max(2048).default(1400),
    }),
    answer: { status: 200, schema: { stream: 'image/webp' } },
    async handler(ctx, { body }) {
      const { found, seen } = await viewed(ctx, body.ticket, 'document.link-page', { page: body.page })
      const watermark = `${viewerOf(found, seen)} · ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`
      const bytes = fileBytes(services, found.org, seen.file.seal.key, seen.file.parts)
      const picture = await services.readers
        .picture(bytes, body.page, body.size, watermark)
        .catch((error: unknown) => {
          throw error instanceof NoPicture ? notFound('A picture of the page') : error
        })
      ctx.reply
        .header('content-type', picture.type)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
      return picture.bytes
    },
  })

  const download = route({
    method: 'POST',
    path: '/shared/download',
    tag: 'shared',
    needs: 'public',
    summary: 'A shared document itself, where the link and the outbound gate let it leave',
    limit: LOOKS,
    body: z.strictObject({ ticket: Secret }),
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { body }) {
      const { found, seen } = await viewed(ctx, body.ticket, 'document.link-download', {})
      const { row, seal, parts } = seen.file
      ctx.reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', contentDisposition('attachment', seen.name))
        .header('content-length', String(row.size))
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
      return Readable.from(fileBytes(services, found.org, seal.key, parts), { objectMode: false })
    },
  })
  return [open, openAsMe, page, download]

  async function opened(
    ctx: RequestContext,
    body: { secret: string; code?: string | undefined },
    me: { orgId: string; userId: string; displayName: string } | undefined,
  ): Promise<z.output<typeof Opened>> {
    const ticket = newSecret()
    const secret = hashOf(body.secret)
    const orgId = body.code === undefined ? undefined : await orgOf(secret)
    const code = orgId && body.code !== undefined ? await codeHash(keys, orgId, body.code) : null
    const [answer] = await db.query<{ found: Found | null }>(OPEN, [
      secret,
      code,
      hashOf(ticket),
      me?.orgId ?? null,
      me?.userId ?? null,
    ])
    const found = answer?.found
    if (!found) throw gone()
    if (found.needs) {
      if (found.wrong) await recordWrong(ctx, found)
      return { needs: found.needs, wrong: found.wrong ?? false, ticket: null, document: null }
    }
    return db.withContext(makerOf(found), async (tx) => {
      const seen = await see(tx, found)
      await ctx.recordAs(tx, me ? { kind: 'person', userId: me.userId } : NOBODY, {
        action: 'document.link-open',
        object: { type: 'document', id: seen.doc.id },
        facts: { link: found.link },
      })
      const { row } = seen.file
      return {
        needs: null,
        wrong: false,
        ticket,
        document: {
          name: seen.name,
          contentType: row.content_type,
          pages: row.pages,
          size: row.size,
          preview: previewOf({ ...row, has_tiny: row.sealed_preview !== null }),
          mode: seen.link.mode,
          viewer: me?.displayName ?? seen.label ?? '',
        },
      }
    })
  }

  /** The view that a ticket is of, still allowed by everything, and recorded before anything is shown. */
  async function viewed(
    ctx: RequestContext,
    ticket: string,
    action: 'document.link-page' | 'document.link-download',
    facts: Record<string, number>,
  ): Promise<{ found: Found; seen: Seen }> {
    const [answer] = await db.query<{ found: Found | null }>(VIEW, [hashOf(ticket)])
    const found = answer?.found
    if (!found) throw gone()
    return db.withContext(makerOf(found), async (tx) => {
      const seen = await see(tx, found)
      const leaves = action === 'document.link-download'
      if (leaves && seen.link.mode !== 'download')
        throw conflict('view-only', 'This link is for looking only')
      const { mode, entry, released_by } = seen.link
      const what = { private: seen.doc.client_id !== null, state: seen.file.row.state, mode, entry }
      if ((await mayLeave(tx, what, released_by !== null)) !== 'open')
        throw conflict('gate-closed', 'The outbound gate does not let this leave any more')
      await ctx.recordAs(tx, NOBODY, {
        action,
        object: { type: 'document', id: seen.doc.id },
        objects: [seen.file.row.id],
        facts: { link: found.link, ...facts },
      })
      return { found, seen }
    })
  }

  /** Behind the walls of whoever made the link: what they see no longer, nobody sees by it. */
  async function see(tx: Tx, found: Found): Promise<Seen> {
    const doc = await readPublished(tx, found.document)
    if (!doc) throw gone()
    const link = await readLink(tx, doc.id, found.link)
    const { file } = await versionByN(tx, doc.id, doc.published!)
    if (!file.sealed_name || !downloadable(file)) throw gone()
    const seal = await DocumentSeal.of(keys, tx.context.orgId, doc)
    return {
      doc,
      link,
      name: seal.open<string>('documents.sealed_name', doc.id, doc.sealed_name),
      label: link.sealed_label
        ? seal.open<string>('document_links.sealed_label', link.id, link.sealed_label)
        : null,
      file: await openFile(services, tx, file),
    }
  }

  async function orgOf(secret: Buffer): Promise<string | undefined> {
    const [row] = await db.query<{ org: string | null }>(
      { name: 'link-org', text: 'select wk_link_org($1) as org' },
      [secret],
    )
    return row?.org ?? undefined
  }

  function recordWrong(ctx: RequestContext, found: Found): Promise<void> {
    return db.withContext({ orgId: found.org, userId: null }, (tx) =>
      ctx.recordAs(tx, NOBODY, {
        action: 'document.link-refused',
        outcome: 'refused',
        reason: 'wrong-code',
        object: { type: 'document', id: found.document },
        facts: { link: found.link },
      }),
    )
  }
}

const NOBODY: Actor = { kind: 'nobody', userId: null }
const makerOf = (found: Found): Context => ({ orgId: found.org, userId: found.maker })
const viewerOf = (found: Found, seen: Seen): string => found.viewer ?? seen.label ?? ''
