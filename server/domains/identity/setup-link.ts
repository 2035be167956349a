import { randomBytes } from 'node:crypto'
import { secretHash } from '../../platform/http/authenticate.ts'
import type { Services } from '../../platform/services.ts'

/**
 * The one-time link to make the first account, as long as there is none. The secret stands in the fragment, which
 * browsers do not send: it reaches no log. A new link replaces the one before.
 */
export async function makeSetupLink({
  db,
  publicUrl,
}: Pick<Services, 'db' | 'publicUrl'>): Promise<string | undefined> {
  const [row] = await db.query<{ needed: boolean }>(
    { name: 'setup-needed', text: 'select wk_setup_needed() as needed' },
    [],
    'worker',
  )
  if (!row?.needed) return undefined
  const token = randomBytes(32).toString('base64url')
  await db.query({ name: 'setup-token', text: 'select wk_setup_token($1)' }, [secretHash(token)], 'worker')
  return `${publicUrl}/setup#${token}`
}
