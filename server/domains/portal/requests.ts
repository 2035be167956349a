import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import type { Services } from '../../platform/services.ts'
import { addMessage, createTicket, judge, rateTicket, TicketSeal } from '../desk/index.ts'
import { type AttachedFile, filesOf, presentAttached } from '../files/index.ts'

interface Row extends WrappedDek {
  id: string
  number: number
  client_id: string | null
  status_name: string
  category: 'new' | 'open' | 'waiting' | 'resolved' | 'closed'
  created_at: Date
  updated_at: Date | null
  unread: number
  sealed_subject: Buffer
}
interface MessageRow {
  id: string
  from_requester: boolean
  author: string | null
  sealed_body: Buffer | null
  created_at: Date
}
const REQUESTS = { name: 'portal-requests', text: 'select * from wk_portal_requests($1)' }
const THREAD = { name: 'portal-thread', text: 'select * from wk_portal_thread($1)' }
const READ = {
  name: 'portal-request-read',
  text: 'update portal_requests set read_at = now() where org_id = $1 and ticket_id = $2 and user_id = wk_user()',
}
interface RatingRow {
  score: 1 | 2 | 3 | null
  comment_id: string | null
  changeable: boolean
}
const RATING = { name: 'portal-rating', text: 'select * from wk_portal_rating($1)' }
const TIE = {
  name: 'portal-request-tie',
  text: 'insert into portal_requests (org_id, ticket_id, user_id, client_id) values ($1, $2, $3, $4)',
}

const sealOf = async (keys: OrgKeys, tx: Tx, row: Row) =>
  new TicketSeal(tx.context.orgId, await keys.openDek(tx.context.orgId, row.id, row))

const present = (row: Row, seal: TicketSeal) => ({
  id: row.id,
  number: row.number,
  subject: seal.open<string>('tickets.sealed_subject', row.id, row.sealed_subject),
  clientId: row.client_id,
  status: row.status_name,
  done: row.category === 'resolved' || row.category === 'closed',
  closed: row.category === 'closed',
  unread: row.unread,
  createdAt: row.created_at.toISOString(),
  updatedAt: (row.updated_at ?? row.created_at).toISOString(),
})

/** The requests of the portal person who asks, the newest first. */
export async function myRequests(keys: OrgKeys, tx: Tx) {
  const rows = await tx.run<Row>(REQUESTS, [null])
  return Promise.all(rows.map(async (row) => present(row, await sealOf(keys, tx, row))))
}

/** One of them with its public thread; what is shown counts as read. */
export async function myRequest(keys: OrgKeys, tx: Tx, id: string) {
  const [row] = await tx.run<Row>(REQUESTS, [id])
  if (!row) throw notFound('The request')
  const seal = await sealOf(keys, tx, row)
  const messages = await tx.run<MessageRow>(THREAD, [id])
  const files = await filesByMessage(keys, tx, id)
  const [rating] = await tx.run<RatingRow>(RATING, [id])
  await tx.run(READ, [tx.context.orgId, id])
  const comment = messages.find((m) => m.id === rating?.comment_id)?.sealed_body
  return {
    ...present(row, seal),
    rating: rating
      ? {
          score: rating.score,
          comment: comment
            ? seal.open<string>('ticket_messages.sealed_body', rating.comment_id!, comment)
            : null,
          changeable: rating.changeable,
        }
      : null,
    items: messages.map((m) => ({
      id: m.id,
      own: m.from_requester,
      author: m.author ?? '',
      /** Null where its text was destroyed. */
      body: m.sealed_body ? seal.open<string>('ticket_messages.sealed_body', m.id, m.sealed_body) : null,
      createdAt: m.created_at.toISOString(),
      files: files.get(m.id) ?? [],
    })),
  }
}

/** What goes with the messages of a request, as far as the walls let the portal see it. */
async function filesByMessage(keys: OrgKeys, tx: Tx, id: string): Promise<Map<string, AttachedFile[]>> {
  const out = new Map<string, AttachedFile[]>()
  for (const row of await filesOf(tx, { type: 'ticket', id }))
    if (row.message_id)
      out.set(row.message_id, [...(out.get(row.message_id) ?? []), await presentAttached(keys, tx, row)])
  return out
}

/** A portal person at the desk: nobody of its staff, so that no gate opens for them, and recorded as who they are. */
const byPortal = (ctx: RequestContext, name: string): By => ({
  userId: null,
  name,
  may: () => false,
  record: (tx, event) => ctx.record(tx, event),
})

/** The system does it for them: the desk's walls stay closed to people of the portal. */
const atDesk = <T>({ db }: Services, ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withContext({ orgId: ctx.principal.orgId, userId: null }, work, 'worker')

export interface NewRequest {
  subject: string
  body: string
  clientId: string | null
  facilityId: string | null
}

/** Opens a ticket for the portal person who asks; whom it is about was checked before. Answers its id. */
export function openRequest(
  services: Services,
  ctx: RequestContext,
  name: string,
  input: NewRequest,
): Promise<string> {
  const by = byPortal(ctx, name)
  // What may tell about a patient is no subject: it stands where it can be covered and purged.
  const telling = judge(input.subject).suspected
  return atDesk(services, ctx, async (tx) => {
    const made = await createTicket(tx, services, by, {
      subject: telling ? 'Request from the portal' : input.subject,
      body: telling ? `${input.subject}\n\n${input.body}` : input.body,
      channel: 'portal',
      clientId: input.clientId,
      facilityId: input.facilityId,
      // Without an address: answers are read in the portal and told by a notice.
      requester: { name },
      fromRequester: true,
    })
    await tx.run(TIE, [ctx.principal.orgId, made.id, ctx.principal.userId, input.clientId])
    return made.id
  })
}

/** Adds an answer to a request; one that is closed takes none. */
export async function answerRequest(
  services: Services,
  ctx: RequestContext,
  name: string,
  request: { id: string; closed: boolean },
  body: string,
): Promise<void> {
  if (request.closed) throw conflict('request-closed', 'This request is closed', 'Open a new one.')
  await atDesk(services, ctx, (tx) =>
    addMessage(tx, services, byPortal(ctx, name), request.id, {
      kind: 'public',
      body,
      from: { name },
      fromRequester: true,
    }),
  )
}

/** Keeps what the portal person says of a request of theirs that has ended. */
export const rateRequest = (
  services: Services,
  ctx: RequestContext,
  name: string,
  id: string,
  rating: { score: 1 | 2 | 3; comment?: string | undefined },
): Promise<void> =>
  atDesk(services, ctx, (tx) =>
    rateTicket(tx, services, byPortal(ctx, name), id, { ...rating, via: 'portal', from: { name } }),
  )
