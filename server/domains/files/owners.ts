import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { invalid } from '../../platform/http/problem.ts'
import type { FieldClass } from '../../platform/policy/field-classes.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import type { FileRow, FileState, OwnerType } from './records.ts'

export type { OwnerType } from './records.ts'

/** Where the owner stands: its files stand behind the same wall. */
export interface OwnerPlace {
  /** Null only for a document that is shared. */
  groupId: string | null
  clientId: string | null
  /** Health information belongs there: a file that is suspected is open to whoever may see it. */
  atHome?: boolean
}

/** A file, as far as its owner needs to know it. */
export type HungFile = Pick<FileRow, 'id' | 'owner_id' | 'at_home'>

/** What files may hang on, as its domain tells it. Files know no more of it. */
export interface FileOwner {
  type: OwnerType
  /** Of which class its files are, for the log; none where the owner has no field classes. */
  classes: readonly FieldClass[]
  /** The walls of the owner are closed to people of the portal who send files to it: that one is whole, the system says. */
  wholeBySystem?: boolean
  /** How many files one takes. */
  mostFiles?: number
  /**
   * The owner behind the walls of the transaction.
   * @throws Problem 403 or 404 where this principal may not read, or attach to, it
   */
  open(tx: Tx, principal: Principal, id: string, access: 'read' | 'write'): Promise<OwnerPlace>
  /** The same for the system's own work: mail that comes in. Undefined when there is none. */
  find(tx: Tx, id: string): Promise<OwnerPlace | undefined>
  /** Whether this user may still put a file to a message of the owner; no message takes one where it is not said. */
  takesFiles?(tx: Tx, id: string, messageId: string, userId: string): Promise<boolean>
  /** Called in the transaction that changes a file's state, before the row says so. */
  beforeState?(tx: Tx, services: Services, by: By, file: HungFile, state: FileState): Promise<void>
  /** The same, after it. */
  afterState?(tx: Tx, services: Services, by: By, file: HungFile, state: FileState): Promise<void>
  /** Under which key the reader makes search tokens of a file's words; none are made without. */
  wordField?: string
  /** Takes them, in the transaction that says what was found in the file. */
  keepWords?(tx: Tx, services: Services, file: HungFile, words: readonly number[]): Promise<void>
  /** Called when an upload is whole and committed: what it throws is what the sender is told. */
  afterUpload?(tx: Tx, services: Services, file: HungFile): Promise<void>
}

/** The kinds of owner that the server was composed with. */
export class Owners {
  readonly #all: ReadonlyMap<string, FileOwner>

  constructor(owners: readonly FileOwner[]) {
    this.#all = new Map(owners.map((o) => [o.type, o]))
  }

  of(type: string): FileOwner {
    const owner = this.#all.get(type)
    if (!owner) throw invalid([{ field: 'ownerType', message: 'takes no files here' }])
    return owner
  }
}
