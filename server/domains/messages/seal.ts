import { type DataKey, openJson, type Place, type Sealed, sealJson } from '../../platform/keys/sealed.ts'

export type SealedColumn = 'message_threads.sealed_subject' | 'thread_messages.sealed_body'

/** Seals and opens what one thread holds, under its own data key. */
export class ThreadSeal {
  readonly #orgId: string
  readonly #key: DataKey

  constructor(orgId: string, key: DataKey) {
    this.#orgId = orgId
    this.#key = key
  }

  seal(where: SealedColumn, row: string, text: string): Sealed {
    return sealJson(this.#key, this.#place(where, row), text)
  }

  open(where: SealedColumn, row: string, sealed: Uint8Array): string {
    return openJson<string>(this.#key, this.#place(where, row), sealed)
  }

  #place(where: SealedColumn, row: string): Place {
    const [table, column] = where.split('.') as [string, string]
    return { orgId: this.#orgId, table, column, row }
  }
}
