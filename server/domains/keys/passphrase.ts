import type { AuditEvent } from '../../platform/audit/event.ts'
import { recordInTransaction } from '../../platform/audit/record.ts'
import { FileKeyring, KeyringError } from '../../platform/keys/file-keyring.ts'
import type { Services } from '../../platform/services.ts'
import { organizations } from './rotate.ts'

export type PassphraseChange = 'set' | 'changed' | 'removed'

/** A passphrase guards all keys, and its file can be tried out of reach: it has to be long. */
const SHORTEST = 12

/**
 * Sets, changes or removes the passphrase of the keyring, with an event in every organization's log. The keyring was
 * opened with the present passphrase, or it would not be here. Throws KeyringError, and nothing is changed.
 * @param events makes the event of each organization
 */
export async function changePassphrase(
  { db, provider }: Pick<Services, 'db' | 'provider'>,
  next: string | undefined,
  present: string | undefined,
  events: (orgId: string, change: PassphraseChange) => AuditEvent,
): Promise<PassphraseChange> {
  if (!(provider instanceof FileKeyring))
    throw new KeyringError('only a keyring that is a file has a passphrase')
  if (next === undefined && !provider.sealed) throw new KeyringError('the keyring has no passphrase')
  if (next !== undefined && next.length < SHORTEST)
    throw new KeyringError(`a passphrase has at least ${SHORTEST} characters`)
  const change = next === undefined ? 'removed' : provider.sealed ? 'changed' : 'set'
  const orgs = await organizations({ db })
  const [first] = orgs
  if (!first) {
    await provider.changePassphrase(next)
    return change
  }
  let written = false
  try {
    // One transaction for the logs of all: the events are in the database before the file changes, or it doesn't.
    await db.withContext(
      { orgId: first, userId: null },
      async (tx) => {
        await recordInTransaction(tx, ...orgs.map((org) => events(org, change)))
        await provider.changePassphrase(next)
        written = true
      },
      'worker',
    )
  } catch (error) {
    if (written) await provider.changePassphrase(present)
    throw error
  }
  return change
}
