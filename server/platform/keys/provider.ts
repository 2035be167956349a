/** What a root key is known by. The material stays with the provider. */
export interface RootKeyInfo {
  id: string
  createdAt: string
  active: boolean
}

/**
 * Wraps and unwraps the organization's keys under root keys that never enter the database or a data backup.
 * A file keyring is the default; an HSM or a cloud KMS stands behind the same four calls.
 */
export interface KeyProvider {
  readonly kind: string
  list(): Promise<RootKeyInfo[]>
  /** Makes a new root key and makes it the active one. */
  rotate(): Promise<RootKeyInfo>
  /** Forgets a root key that no longer wraps anything. */
  retire(id: string): Promise<void>
  /** Under the active root key. `label` is authenticated: what was wrapped for one purpose opens for no other. */
  wrap(plain: Uint8Array, label: string): Promise<{ rootKeyId: string; wrapped: Buffer }>
  unwrap(rootKeyId: string, wrapped: Uint8Array, label: string): Promise<Buffer>
}

/** A root key is wanted that this keyring does not hold, or it is not the one the data was wrapped with. */
export class KeyMissing extends Error {}
