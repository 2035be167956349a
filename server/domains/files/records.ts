import type { Statement, Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import {
  type DataKey,
  openBytes,
  openJson,
  type Place,
  type Sealed,
  sealBytes,
  sealJson,
} from '../../platform/keys/sealed.ts'
import type { Place as PlaceInFile } from '../../platform/reading/index.ts'

export type OwnerType = 'ticket' | 'client' | 'document' | 'thread' | 'form-response'

export const FILE_STATES = [
  'uploading',
  'waiting',
  'reading',
  'clean',
  'suspected',
  'cleared',
  'infected',
  'moved',
  'purged',
] as const
export type FileState = (typeof FILE_STATES)[number]
/** Nobody has settled these: until a file is read it counts as suspected. */
export const UNSETTLED: readonly FileState[] = ['waiting', 'reading', 'suspected', 'infected']

/** Where something was found in a file, and why; never what. */
export interface FileFinding {
  kind: string
  place: PlaceInFile
  confidence: number
  reason: string
  /** Of a person; of staff or a machine; or a word of health. */
  level: 'identifier' | 'weak' | 'health'
}

/** What is sealed of the detector's verdict. */
export interface SealedFindings {
  why: string
  findings: FileFinding[]
}

export interface FileRow {
  id: string
  owner_type: OwnerType
  owner_id: string
  /** Null only for a document that is shared. */
  group_id: string | null
  client_id: string | null
  message_id: string | null
  state: FileState
  sealed_name: Buffer | null
  name_suspected: boolean
  size: number
  received: number
  content_type: string | null
  mislabelled: boolean
  also_type: string | null
  pages: number | null
  read_error: string | null
  waits_for: 'scanner' | 'store' | null
  scan: 'none' | 'clean' | 'infected' | 'too-large'
  sealed_findings: Buffer | null
  finding_count: number
  sealed_preview: Buffer | null
  sealed_digest: Buffer | null
  /** Of an upload that is not whole: what it is of. */
  sealed_fingerprint: Buffer | null
  /** It lies where health information belongs: being suspected covers nothing. */
  at_home: boolean
  sealed_hash: Buffer | null
  lease_id: string | null
  leased: boolean
  moved_from: string | null
  moved_to: string | null
  created_by: string | null
  created_at: Date
  completed_at: Date | null
  cleared_by: string | null
  cleared_at: Date | null
  moved_by: string | null
  moved_at: Date | null
  purged_by: string | null
  purged_at: Date | null
  version: number
  kek_id: string
  wrapped: Buffer | null
  /** Until when this user may look into it. */
  revealed_until: Date | null
  writable: boolean
}

export interface PartRow {
  n: number
  blob_id: string
  plain_bytes: number
  sealed_bytes: number
  sha256: Buffer
}

const COLUMNS = `f.*, d.kek_id, d.wrapped, f.lease_id is not null and f.lease_until > now() as leased,
  case when r.expires_at > now() then r.expires_at end as revealed_until,
  coalesce(f.group_id = any (wk_groups('write')), true) as writable`
const FROM = `from files f join deks d on d.org_id = f.org_id and d.subject_id = f.id
  left join file_reveals r on r.org_id = f.org_id and r.file_id = f.id and r.user_id = wk_user()`

const ONE: Statement = {
  name: 'file-one',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.id = $2`,
}
const LOCK: Statement = { name: 'file-lock', text: `${ONE.text} for no key update of f` }
const OF: Statement = {
  name: 'files-of',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.owner_type = $2 and f.owner_id = $3 order by f.id`,
}
const PARTS: Statement = {
  name: 'file-parts',
  text: 'select n, blob_id, plain_bytes, sealed_bytes, sha256 from file_parts where org_id = $1 and file_id = $2 order by n',
}

/** One file behind the walls of the transaction, or undefined. */
export async function readFileRow(tx: Tx, id: string): Promise<FileRow | undefined> {
  const [row] = await tx.run<FileRow>(ONE, [tx.context.orgId, id])
  return row
}

/** The same, locked until the transaction ends: whoever changes a file's state holds this lock. */
export async function lockFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  const [row] = await tx.run<FileRow>(LOCK, [tx.context.orgId, id])
  return row
}

/** All files of an owner, tombstones too, in the order in which they came. */
export function filesOf(tx: Tx, owner: { type: OwnerType; id: string }): Promise<FileRow[]> {
  return tx.run<FileRow>(OF, [tx.context.orgId, owner.type, owner.id])
}

export function partsOf(tx: Tx, fileId: string): Promise<PartRow[]> {
  return tx.run<PartRow>(PARTS, [tx.context.orgId, fileId])
}

type SealedColumn =
  | 'sealed_name'
  | 'sealed_findings'
  | 'sealed_preview'
  | 'sealed_digest'
  | 'sealed_fingerprint'

/** Seals and opens what one file's row holds. */
export class FileSeal {
  readonly key: DataKey
  readonly #place: (column: SealedColumn) => Place

  constructor(orgId: string, fileId: string, key: DataKey) {
    this.key = key
    this.#place = (column) => ({ orgId, table: 'files', column, row: fileId })
  }

  static async of(keys: OrgKeys, tx: Tx, row: FileRow): Promise<FileSeal> {
    const { orgId } = tx.context
    return new FileSeal(orgId, row.id, await keys.openDek(orgId, row.id, row))
  }

  seal(column: SealedColumn, value: unknown): Sealed {
    return sealJson(this.key, this.#place(column), value)
  }

  open<T>(column: SealedColumn, sealed: Buffer): T {
    return openJson<T>(this.key, this.#place(column), sealed)
  }

  sealPicture(bytes: Buffer): Sealed {
    return sealBytes(this.key, this.#place('sealed_preview'), bytes)
  }

  openPicture(sealed: Buffer): Buffer {
    return openBytes(this.key, this.#place('sealed_preview'), sealed)
  }

  name(row: FileRow): string {
    return this.open<string>('sealed_name', row.sealed_name!)
  }

  /** SHA-256 of the file's own bytes in hex, once it was read. */
  digest(row: Pick<FileRow, 'sealed_digest'>): string | null {
    return row.sealed_digest ? this.open<string>('sealed_digest', row.sealed_digest) : null
  }

  /** Whether an upload that is not whole is of this file. */
  isOf(
    row: Pick<FileRow, 'size' | 'sealed_fingerprint'>,
    file: { size: number; fingerprint: string },
  ): boolean {
    return (
      row.size === file.size &&
      row.sealed_fingerprint !== null &&
      this.open<string>('sealed_fingerprint', row.sealed_fingerprint) === file.fingerprint
    )
  }

  findings(row: FileRow): SealedFindings | undefined {
    return row.sealed_findings ? this.open<SealedFindings>('sealed_findings', row.sealed_findings) : undefined
  }
}
