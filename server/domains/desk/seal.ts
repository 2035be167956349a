import {
  type DataKey,
  openBytes,
  openJson,
  type Place,
  type Sealed,
  sealBytes,
  sealJson,
} from '../../platform/keys/sealed.ts'

/** Columns of the desk that hold ciphertexts, all under the ticket's own data key. */
export type SealedColumn =
  | 'tickets.sealed_subject'
  | 'tickets.sealed_tags'
  | 'tickets.sealed_requester'
  | 'ticket_messages.sealed_body'
  | 'ticket_messages.sealed_from'
  | 'ticket_messages.sealed_findings'
  | 'ticket_messages.sealed_copies'
  | 'ticket_steps.sealed_note'
  | 'ticket_threads.sealed_page'

export const placeOf = (orgId: string, where: SealedColumn, row: string): Place => {
  const [table, column] = where.split('.') as [string, string]
  return { orgId, table, column, row }
}

/** Seals and opens what one ticket holds. */
export class TicketSeal {
  readonly #orgId: string
  readonly key: DataKey

  constructor(orgId: string, key: DataKey) {
    this.#orgId = orgId
    this.key = key
  }

  seal(where: SealedColumn, row: string, value: unknown): Sealed {
    return sealJson(this.key, placeOf(this.#orgId, where, row), value)
  }

  open<T>(where: SealedColumn, row: string, sealed: Uint8Array): T {
    return openJson<T>(this.key, placeOf(this.#orgId, where, row), sealed)
  }

  /** The same for what is JSON text already, and stays so. */
  sealText(where: SealedColumn, row: string, json: string): Sealed {
    return sealBytes(this.key, placeOf(this.#orgId, where, row), Buffer.from(json))
  }

  openText(where: SealedColumn, row: string, sealed: Uint8Array): string {
    return openBytes(this.key, placeOf(this.#orgId, where, row), sealed).toString('utf8')
  }

  /** Old and new values for the log; they go with the ticket's key, on purpose. */
  forLog(eventId: string, changes: Record<string, { from: unknown; to: unknown }>): string {
    const from = Object.fromEntries(Object.entries(changes).map(([k, v]) => [k, v.from]))
    const to = Object.fromEntries(Object.entries(changes).map(([k, v]) => [k, v.to]))
    return sealJson(this.key, logPlace(this.#orgId, eventId), { from, to }).toString('base64')
  }
}

export const logPlace = (orgId: string, eventId: string): Place => ({
  orgId,
  table: 'audit_events',
  column: 'ticket',
  row: eventId,
})
