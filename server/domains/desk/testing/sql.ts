import pg from 'pg'
import { roleUrl } from '../../../platform/db/migrate.ts'
import type { Desk, Person } from './desk.ts'

/** Speaks SQL as the server's own roles do, past the application. */
export interface AsServer {
  /** One statement in a transaction of its own, of a user's or, for nobody, of the worker's: the error's code, or how many rows it changed. */
  sql(who: Person | null, text: string, values: unknown[]): Promise<string | number>
  end(): Promise<void>
}

export async function asServer(d: Desk): Promise<AsServer> {
  const connect = async (role: 'wellkeep_app' | 'wellkeep_worker') => {
    const client = new pg.Client({ connectionString: roleUrl(d.s.ownerUrl, role) })
    await client.connect()
    return client
  }
  const [app, worker] = await Promise.all([connect('wellkeep_app'), connect('wellkeep_worker')])
  return {
    async sql(who, text, values) {
      const client = who ? app : worker
      try {
        await client.query('begin')
        await client.query('select wk_enter($1, $2)', [d.s.world.orgId, who?.id ?? null])
        const { rowCount } = await client.query(text, values)
        await client.query('commit')
        return rowCount ?? 0
      } catch (error) {
        await client.query('rollback')
        return (error as { code: string }).code
      }
    },
    async end() {
      await Promise.all([app.end(), worker.end()])
    },
  }
}
