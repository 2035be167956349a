import { KeyMissing, type KeyProvider } from '../../platform/keys/provider.ts'
import type { Services } from '../../platform/services.ts'

/**
 * Before anything is served: every root key that the data needs is in the keyring, and is the one that wrapped
 * the data. Throws `KeyMissing`, which names the key and where it was looked for.
 */
export async function checkKeys({
  db,
  keys,
  provider,
}: Pick<Services, 'db' | 'keys'> & { provider: KeyProvider }): Promise<void> {
  const needed = await db.query<{ root_key_id: string }>(
    { name: 'roots', text: 'select root_key_id from wk_root_keys_needed()' },
    [],
    'worker',
  )
  const held = new Set((await provider.list()).map((k) => k.id))
  const missing = needed.map((n) => n.root_key_id).filter((id) => !held.has(id))
  if (missing.length)
    throw new KeyMissing(
      `the data needs root key ${missing.join(', ')}; the keyring holds ${[...held].join(', ') || 'none'}`,
    )
  const orgs = await db.query<{ org: string }>(
    { name: 'orgs', text: 'select wk_organizations() as org' },
    [],
    'worker',
  )
  for (const { org } of orgs) await keys.load(org)
}
