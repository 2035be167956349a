import type { Tx } from '../../../platform/db/database.ts'
import type { Issue } from '../problem.ts'

export interface Counts {
  rowsRead: number
  created: number
  unchanged: number
  updated: number
  failed: number
  /** Kept resources. */
  others: number
  contacts: number
}

/** The import was cancelled, or another process has taken it over: stop where you are. */
export class ImportStopped extends Error {}

const SAVE = {
  name: 'import-save',
  text: `update imports set pass = $3, position = $4, bytes_done = greatest(bytes_done, $5), rows_read = rows_read + $6,
      created = created + $7, unchanged = unchanged + $8, updated = updated + $9, failed = failed + $10, others = others + $11,
      contacts = contacts + $12, unassigned = $13, attempts = 0
    where org_id = $1 and id = $2 and status = 'running' and lease_id = $14 returning cancel`,
}
const ISSUES = {
  name: 'import-issues',
  text: `insert into import_issues (org_id, import_id, file, row_number, field, reason, severity)
    select $1, $2, * from unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[])`,
}

/** So many remarks are stored; all are counted. */
const MAX_ISSUES = 10_000

const zero = (): Counts => ({
  rowsRead: 0,
  created: 0,
  unchanged: 0,
  updated: 0,
  failed: 0,
  others: 0,
  contacts: 0,
})

/**
 * How far an import is. What has happened since the last save waits here and is written in the transaction of the
 * batch it belongs to, so that a restarted import goes on exactly behind what is in the database.
 */
export class Progress {
  readonly #orgId: string
  readonly #importId: string
  readonly #leaseId: string
  readonly #listen: ((progress: Progress) => void) | undefined
  #pending = zero()
  #issues: (Issue & { file?: string })[] = []
  #stored = 0
  readonly total: Counts
  unassigned: Record<string, number>
  pass: number
  position: number
  bytesDone = 0
  bytesTotal = 0

  constructor(
    ids: { orgId: string; importId: string; leaseId: string },
    from: {
      total?: Counts
      unassigned?: Record<string, number>
      pass?: number
      position?: number
      issues?: number
    } = {},
    listen?: (progress: Progress) => void,
  ) {
    this.#orgId = ids.orgId
    this.#importId = ids.importId
    this.#leaseId = ids.leaseId
    this.#listen = listen
    this.total = from.total ?? zero()
    this.unassigned = from.unassigned ?? {}
    this.pass = from.pass ?? 0
    this.position = from.position ?? 0
    this.#stored = from.issues ?? 0
  }

  add(counts: Partial<Counts>): void {
    for (const [name, n] of Object.entries(counts) as [keyof Counts, number][]) {
      this.#pending[name] += n
      this.total[name] += n
    }
  }

  note(issue: Issue, file?: string): void {
    if (this.#stored + this.#issues.length < MAX_ISSUES) this.#issues.push(file ? { ...issue, file } : issue)
  }

  addUnassigned(type: string): void {
    this.unassigned[type] = (this.unassigned[type] ?? 0) + 1
  }

  get issues(): readonly (Issue & { file?: string })[] {
    return this.#issues
  }

  /**
   * Writes what is pending, in the transaction of the batch; `last` when the import ends with it anyhow.
   * @throws ImportStopped when the import was cancelled or is not this process's to go on with
   */
  async save(tx: Tx, last = false): Promise<void> {
    const p = this.#pending
    const issues = this.#issues
    if (issues.length > 0) {
      await tx.run(ISSUES, [
        this.#orgId,
        this.#importId,
        issues.map((i) => i.file ?? null),
        issues.map((i) => i.row),
        issues.map((i) => i.field ?? null),
        issues.map((i) => i.reason),
        issues.map((i) => i.severity),
      ])
    }
    const [saved] = await tx.run<{ cancel: boolean }>(SAVE, [
      this.#orgId,
      this.#importId,
      this.pass,
      this.position,
      this.bytesDone,
      p.rowsRead,
      p.created,
      p.unchanged,
      p.updated,
      p.failed,
      p.others,
      p.contacts,
      JSON.stringify(this.unassigned),
      this.#leaseId,
    ])
    if (!saved || (saved.cancel && !last)) throw new ImportStopped('the import was stopped')
    this.#pending = zero()
    this.#stored += issues.length
    this.#issues = []
    this.#listen?.(this)
  }

  /** Forgets what was pending in a transaction that was rolled back; the failures and remarks stay, if asked for. */
  rolledBack(keepFailures: boolean): void {
    const { failed, rowsRead } = this.#pending
    for (const [name, n] of Object.entries(this.#pending) as [keyof Counts, number][]) this.total[name] -= n
    this.#pending = zero()
    if (keepFailures) this.add({ failed, rowsRead })
    else this.#issues = []
  }

  /** Tells whoever watches, without writing. */
  show(): void {
    this.#listen?.(this)
  }
}
