import type { Tx } from '../../platform/db/database.ts'

/**
 * Does something within a transaction, or none of it: answers what `refusal` makes of what went wrong; what it makes nothing
 * of is thrown on.
 */
export async function savepoint<T>(
  tx: Tx,
  name: 'part' | 'rule',
  work: () => Promise<void>,
  refusal: (error: unknown) => T | undefined,
): Promise<T | undefined> {
  // Sent and not waited for: what follows on the connection comes after it, and fails where it does.
  const send = (text: string) => void tx.client.query(text).catch(() => {})
  send(`savepoint ${name}`)
  try {
    await work()
  } catch (error) {
    const code = refusal(error)
    if (code === undefined) throw error
    await tx.client.query(`rollback to savepoint ${name}`)
    return code
  }
  send(`release savepoint ${name}`)
  return undefined
}
