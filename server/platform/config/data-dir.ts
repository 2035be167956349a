import { join } from 'node:path'
import { postgresIdentity, reachableBy } from '../db/embedded/index.ts'

const REPOSITORY = join(import.meta.dirname, '..', '..', '..')
/** As root, when the account that runs PostgreSQL can't reach the repository (a clone below root's home). */
const SYSTEM_DATA = '/var/lib/wellkeep'

/** The data folder when none is set: `data` beside the code, or the system's place for such data. */
export function defaultDataDir(repository = REPOSITORY, wanted?: number): string {
  const local = join(repository, 'data')
  try {
    const who = postgresIdentity({ wanted, dbDir: join(local, 'db') })
    return who && !reachableBy(repository, who) ? SYSTEM_DATA : local
  } catch {
    // No account for PostgreSQL: the start says so, if a PostgreSQL is to be started at all.
    return local
  }
}
