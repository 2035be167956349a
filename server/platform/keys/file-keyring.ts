import { argon2, createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { whileLocked } from '../kernel-lock.ts'
import { KeyMissing, type KeyProvider, type RootKeyInfo } from './provider.ts'

const argon2Async = promisify(argon2)

const KeyringFile = z.object({
  format: z.literal('wellkeep-keyring'),
  version: z.literal(1),
  active: z.string(),
  /** Present when a passphrase seals the keys: Argon2id (RFC 9106) parameters. */
  passphrase: z
    .object({ salt: z.string(), memory: z.number(), passes: z.number(), parallelism: z.number() })
    .optional(),
  keys: z.array(z.object({ id: z.string(), createdAt: z.string(), material: z.string() })).min(1),
})
type KeyringFile = z.infer<typeof KeyringFile>

const newSalt = () => ({ salt: randomBytes(16).toString('base64'), ...ARGON2 })
const ARGON2 = { memory: 65_536, passes: 3, parallelism: 4 }

/** A keyring that can't be used: missing, damaged, of another make, or sealed by another passphrase. */
export class KeyringError extends Error {}

/** The passphrase that was given does not open it, or it has one and none was given. */
export class WrongPassphrase extends KeyringError {}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** AES-256-GCM as `nonce(12) | tag(16) | ciphertext`. */
function encrypt(key: Buffer, label: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(12)
  const c = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(label))
  const body = Buffer.concat([c.update(plain), c.final()])
  return Buffer.concat([iv, c.getAuthTag(), body])
}
function decrypt(key: Buffer, label: string, bytes: Buffer): Buffer {
  const d = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
  d.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([d.update(bytes.subarray(28)), d.final()])
}

/**
 * Root keys in one file of mode 0600, in a folder apart from the database. With a passphrase the keys inside
 * are sealed by Argon2id and AES-256-GCM; without one, the file itself is the secret.
 */
export class FileKeyring implements KeyProvider {
  readonly kind = 'file'
  readonly path: string
  #passphrase: string | undefined
  #file: KeyringFile
  #keys = new Map<string, Buffer>()
  #readAt = 0

  private constructor(path: string, passphrase: string | undefined, file: KeyringFile) {
    this.path = path
    this.#passphrase = passphrase
    this.#file = file
  }

  /** Opens the keyring in `folder`; `create` makes one where none is (the first start on an empty database). */
  static async open(
    folder: string,
    options: { passphrase?: string | undefined; create: boolean },
  ): Promise<FileKeyring> {
    const path = join(folder, 'keyring.json')
    const made = await stat(path).then(
      () => true,
      () => false,
    )
    if (!made) {
      if (!options.create) throw new KeyringError(`there is no keyring at ${path}`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await chmod(folder, 0o700)
    }
    const ring = new FileKeyring(path, options.passphrase, {
      format: 'wellkeep-keyring',
      version: 1,
      active: '',
      keys: [],
    })
    if (made) await ring.#load()
    else await ring.rotate()
    return ring
  }

  async #sealingKey(p: NonNullable<KeyringFile['passphrase']>): Promise<Buffer> {
    return argon2Async('argon2id', {
      message: Buffer.from(this.#passphrase ?? ''),
      nonce: Buffer.from(p.salt, 'base64'),
      memory: p.memory,
      passes: p.passes,
      parallelism: p.parallelism,
      tagLength: 32,
    }) as Promise<Buffer>
  }

  async #load(): Promise<void> {
    const info = await stat(this.path)
    if (process.platform !== 'win32' && (info.mode & 0o077) !== 0)
      throw new KeyringError(
        `${this.path} can be read by others (mode ${(info.mode & 0o777).toString(8)}); set it to 600`,
      )
    let file: KeyringFile
    try {
      file = KeyringFile.parse(JSON.parse(await readFile(this.path, 'utf8')))
    } catch {
      throw new KeyringError(`${this.path} is not a Wellkeep keyring, or it is damaged`)
    }
    if (file.passphrase && !this.#passphrase)
      throw new WrongPassphrase(
        `${this.path} is sealed by a passphrase: set WELLKEEP_KEYS_PASSPHRASE or WELLKEEP_KEYS_PASSPHRASE_FILE`,
      )
    const sealing = file.passphrase ? await this.#sealingKey(file.passphrase) : undefined
    const keys = new Map<string, Buffer>()
    for (const k of file.keys) {
      const raw = Buffer.from(k.material, 'base64')
      try {
        keys.set(k.id, sealing ? decrypt(sealing, `root ${k.id}`, raw) : raw)
      } catch {
        throw new WrongPassphrase(`the passphrase does not open ${this.path}`)
      }
    }
    this.#file = file
    this.#keys = keys
    this.#readAt = info.mtimeMs
  }

  /** Another process may have rotated: the file is read again when it has changed. */
  async #refresh(): Promise<void> {
    const { mtimeMs } = await stat(this.path).catch(() => ({ mtimeMs: this.#readAt }))
    if (mtimeMs === this.#readAt) return
    // Sealed anew by a passphrase that this process was not given: it goes on with the keys that it holds.
    await this.#load().catch((error: unknown) => {
      if (!(error instanceof WrongPassphrase) || !this.#keys.size) throw error
    })
  }

  async #save(file: KeyringFile, keys: Map<string, Buffer>): Promise<void> {
    const sealing = file.passphrase ? await this.#sealingKey(file.passphrase) : undefined
    const out = {
      ...file,
      keys: file.keys.map((k) => {
        const plain = keys.get(k.id)!
        return {
          ...k,
          material: (sealing ? encrypt(sealing, `root ${k.id}`, plain) : plain).toString('base64'),
        }
      }),
    }
    // Written whole and synced before it takes the old one's place: a crash leaves one or the other.
    const temporary = `${this.path}.${randomBytes(6).toString('hex')}.tmp`
    try {
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(`${JSON.stringify(out, null, 2)}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, this.path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    const folder = await open(join(this.path, '..'), 'r')
    await folder.sync().catch(() => {})
    await folder.close()
    await this.#load()
  }

  async list(): Promise<RootKeyInfo[]> {
    await this.#refresh()
    return this.#file.keys.map((k) => ({
      id: k.id,
      createdAt: k.createdAt,
      active: k.id === this.#file.active,
    }))
  }

  /** One change at a time, in whichever process: each reads what the one before has written. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    return whileLocked(`${this.path}.lock`, async () => {
      await this.#removeLeftovers()
      return work()
    })
  }

  /** What a process left behind that died while it wrote: it may hold keys under a passphrase that is given up. */
  async #removeLeftovers(): Promise<void> {
    const folder = dirname(this.path)
    const names = await readdir(folder).catch(() => [])
    for (const name of names)
      if (/^keyring\.json\.[0-9a-f]{12}\.tmp$/.test(name)) await rm(join(folder, name), { force: true })
  }

  /** Whether the keys in the file are sealed by a passphrase. */
  get sealed(): boolean {
    return this.#file.passphrase !== undefined
  }

  /**
   * Seals the keys by another passphrase, or by none. The keyring was opened, so the present one is known to be
   * right; it is asked of the file again, in case another process has changed it. A crash leaves the old file or the
   * new one. Processes that run keep the keys they hold, and must be started with the new passphrase next time.
   */
  changePassphrase(next: string | undefined): Promise<void> {
    return this.#alone(async () => {
      await this.#load()
      const before = this.#passphrase
      const { passphrase: _old, ...rest } = this.#file
      this.#passphrase = next
      try {
        await this.#save(next === undefined ? rest : { ...rest, passphrase: newSalt() }, this.#keys)
      } catch (error) {
        this.#passphrase = before
        throw error
      }
    })
  }

  rotate(): Promise<RootKeyInfo> {
    return this.#alone(() => this.#rotate())
  }

  async #rotate(): Promise<RootKeyInfo> {
    // Another process may have made the first keyring while this one waited.
    if (await exists(this.path)) await this.#load()
    const id = `rk-${randomBytes(6).toString('hex')}`
    const createdAt = new Date().toISOString()
    const keys = new Map(this.#keys).set(id, randomBytes(32))
    const passphrase = this.#passphrase ? newSalt() : undefined
    const { passphrase: _old, ...rest } = this.#file
    await this.#save(
      {
        ...rest,
        ...(passphrase && { passphrase }),
        active: id,
        keys: [...this.#file.keys, { id, createdAt, material: '' }],
      },
      keys,
    )
    return { id, createdAt, active: true }
  }

  retire(id: string): Promise<void> {
    return this.#alone(() => this.#retire(id))
  }

  async #retire(id: string): Promise<void> {
    await this.#load()
    if (id === this.#file.active) throw new KeyringError(`${id} is the active root key`)
    const keys = new Map(this.#keys)
    keys.delete(id)
    await this.#save({ ...this.#file, keys: this.#file.keys.filter((k) => k.id !== id) }, keys)
  }

  async wrap(plain: Uint8Array, label: string) {
    await this.#refresh()
    const rootKeyId = this.#file.active
    return { rootKeyId, wrapped: encrypt(this.#wrappingKey(rootKeyId)!, label, plain) }
  }

  async unwrap(rootKeyId: string, wrapped: Uint8Array, label: string): Promise<Buffer> {
    if (!this.#keys.has(rootKeyId)) await this.#refresh()
    const key = this.#wrappingKey(rootKeyId)
    if (!key) {
      const held = [...this.#keys.keys()].join(', ') || 'none'
      throw new KeyMissing(`the data needs root key ${rootKeyId}; the keyring at ${this.path} holds ${held}`)
    }
    try {
      return decrypt(key, label, Buffer.from(wrapped))
    } catch {
      throw new KeyMissing(`root key ${rootKeyId} in ${this.path} is not the one the data was wrapped with`)
    }
  }

  /** The root material is never used directly (NIST SP 800-108): a key is derived for wrapping. */
  #wrappingKey(id: string): Buffer | undefined {
    const material = this.#keys.get(id)
    return material && Buffer.from(hkdfSync('sha256', material, Buffer.alloc(0), 'wellkeep wrap', 32))
  }
}
