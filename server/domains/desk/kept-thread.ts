import { hash } from 'node:crypto'
import type { Database, Statement } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { SealBroken } from '../../platform/keys/sealed.ts'
import { type Page, presentThread } from './present.ts'
import { type OpenedRow, openTicket, THREAD_FORMAT, THREAD_PAGE } from './records.ts'
import type { TicketSeal } from './seal.ts'

/** Threads shorter than this are opened message by message: a copy would save little. */
const WORTH_KEEPING = 6

const KEEP: Statement = {
  name: 'ticket-thread-keep',
  text: 'select wk_keep_thread($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
}
const EXTEND: Statement = {
  name: 'ticket-thread-extend',
  text: 'select wk_extend_thread($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
}

/** A page of a thread as the API gives it, in JSON, and how many messages it shows. */
export interface ShownThread {
  json: string
  items: number
}

/**
 * The newest page of a thread, in one ciphertext: what one reader was shown is kept under the ticket's key for the next.
 * The database gives it in place of the messages only while they say the same, with the few that came after it
 * (0140_ticket_threads.sql, 0295_thread_goes_on.sql). It is the same for every reader: who may see the ticket sees its
 * thread, with what is suspected covered.
 */
export class KeptThreads {
  readonly #db: Database
  /** Tickets whose page is on its way to be kept: of many who read at once, one keeps it. */
  readonly #keeping = new Set<string>()

  constructor(db: Database) {
    this.#db = db
  }

  async open(ctx: RequestContext, seal: TicketSeal, row: OpenedRow): Promise<ShownThread> {
    const { id } = row.ticket
    if (row.kept) {
      try {
        const json = seal.openText('ticket_threads.sealed_page', id, row.kept.sealed)
        if (!row.messages.length) return { json, items: row.kept.items }
        const shown = shownAs(goesOn(JSON.parse(json), presentThread(seal, row.messages)))
        const base = row.ticket.message_count - row.messages.length
        this.#keep(EXTEND, ctx, seal, row, shown, base)
        return shown
      } catch (error) {
        // The copy alone is damaged: the messages say what it said.
        if (!(error instanceof SealBroken)) throw error
        const again = await ctx.withContext((tx) => openTicket(tx, id))
        if (!again) throw notFound('The ticket')
        row = again
      }
    }
    const shown = shownAs(presentThread(seal, row.messages))
    if (shown.items >= WORTH_KEEPING && row.shown) this.#keep(KEEP, ctx, seal, row, shown, THREAD_PAGE + 1)
    return shown
  }

  /**
   * Beside the answer, which does not wait for it: without a copy the next reader opens the messages. `of`: of a whole page
   * how many messages were asked for, of one that goes on how many were there before.
   */
  #keep(
    how: Statement,
    ctx: RequestContext,
    seal: TicketSeal,
    row: OpenedRow,
    page: ShownThread,
    of: number,
  ): void {
    const { orgId, userId } = ctx.principal
    const { id, wrapped } = row.ticket
    if (this.#keeping.has(id)) return
    this.#keeping.add(id)
    const sealed = seal.sealText('ticket_threads.sealed_page', id, page.json).toString('base64')
    const shown = hash('sha256', row.shown!, 'buffer')
    const authors = [...new Set(row.messages.flatMap((m) => m.author_id ?? []))]
    this.#db
      .query(
        how,
        [orgId, userId, id, wrapped, of, shown, THREAD_FORMAT, page.items, `{${authors.join(',')}}`, sealed],
        'write',
      )
      .catch(() => {})
      .finally(() => this.#keeping.delete(id))
  }
}

const shownAs = (page: Page): ShownThread => ({ json: JSON.stringify(page), items: page.items.length })

/** A page with the messages after it: the oldest make room for them. */
function goesOn(page: Page, after: Page): Page {
  const all = [...page.items, ...after.items]
  const items = all.slice(-THREAD_PAGE)
  return { items, earlier: items.length < all.length ? items[0]!.id : page.earlier }
}
