import { hash } from 'node:crypto'
import type { Database, Statement } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { SealBroken } from '../../platform/keys/sealed.ts'
import { presentThread } from './present.ts'
import { type OpenedRow, openTicket, THREAD_FORMAT, THREAD_PAGE } from './records.ts'
import type { TicketSeal } from './seal.ts'

/** Threads shorter than this are opened message by message: a copy would save little. */
const WORTH_KEEPING = 6

const KEEP: Statement = {
  name: 'ticket-thread-keep',
  text: 'select wk_keep_thread($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
}

/** A page of a thread as the API gives it, in JSON, and how many messages it shows. */
export interface ShownThread {
  json: string
  items: number
}

/**
 * The newest page of a thread, in one ciphertext: what one reader was shown is kept under the ticket's key for the next.
 * The database gives it in place of the messages only while they say the same (0140_ticket_threads.sql).
 * It is the same for every reader: who may see the ticket sees its thread, with what is suspected covered.
 */
export class KeptThreads {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async open(ctx: RequestContext, seal: TicketSeal, row: OpenedRow): Promise<ShownThread> {
    const { id } = row.ticket
    if (row.kept) {
      try {
        const json = seal.openText('ticket_threads.sealed_page', id, row.kept.sealed)
        return { json, items: row.kept.items }
      } catch (error) {
        // The copy alone is damaged: the messages say what it said.
        if (!(error instanceof SealBroken)) throw error
        const again = await ctx.withContext((tx) => openTicket(tx, id))
        if (!again) throw notFound('The ticket')
        row = again
      }
    }
    const thread = presentThread(seal, row.messages)
    const shown = { json: JSON.stringify(thread), items: thread.items.length }
    if (shown.items >= WORTH_KEEPING && row.shown) this.#keep(ctx, seal, row, shown)
    return shown
  }

  /** Beside the answer, which does not wait for it: without a copy the next reader opens the messages. */
  #keep(ctx: RequestContext, seal: TicketSeal, row: OpenedRow, page: ShownThread): void {
    const { orgId, userId } = ctx.principal
    const { id, wrapped } = row.ticket
    const sealed = seal.sealText('ticket_threads.sealed_page', id, page.json).toString('base64')
    const shown = hash('sha256', row.shown!, 'buffer')
    const authors = [...new Set(row.messages.flatMap((m) => m.author_id ?? []))]
    const of = [orgId, userId, id, wrapped, THREAD_PAGE + 1, shown]
    this.#db
      .query(KEEP, [...of, THREAD_FORMAT, page.items, `{${authors.join(',')}}`, sealed], 'write')
      .catch(() => {})
  }
}
