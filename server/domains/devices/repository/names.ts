import { z } from 'zod'

/** The files of a repository by what they are; `config` is one file without a name. */
export const KINDS = ['data', 'index', 'keys', 'locks', 'snapshots'] as const
export type Kind = (typeof KINDS)[number] | 'config'

/** Names become part of no path: they are 32 bytes in a row. Anything else names nothing. */
export const ObjectName = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal')
export const ListPlace = z.object({ id: z.uuid(), kind: z.enum(KINDS) })
export const ObjectPlace = ListPlace.extend({ name: ObjectName })

/** One file: what it is, and the SHA-256 of its bytes. */
export interface ObjectRef {
  kind: Kind
  /** Empty for `config`. */
  name: Buffer
}
export const CONFIG: ObjectRef = { kind: 'config', name: Buffer.alloc(0) }
export const objectRef = (kind: Kind, name: string): ObjectRef => ({ kind, name: Buffer.from(name, 'hex') })
