import pg from 'pg'
import { type Database, DatabaseUnavailable } from '../db/database.ts'

/** Rows fetched at a time: the memory that a walk through a table of any size takes. */
const FETCH = 1000

type Way = 'nestloop' | 'hashjoin' | 'mergejoin' | 'sort'

export interface Snapshot {
  readonly orgId: string
  rows<Row>(sql: string, values: unknown[]): Promise<Row[]>
  /**
   * Walks through the rows of a query in constant memory. `without` names ways of joining and sorting that the
   * planner must not take, for queries over whole tables whose statistics may not be there yet.
   */
  walk<Row>(sql: string, values: unknown[], without?: Way[]): AsyncGenerator<Row>
  end(): Promise<void>
}

/**
 * One consistent view of an organization's data, for as long as a long read takes: a read-only transaction of
 * the worker's role at the isolation level `repeatable read`, on a connection of its own, so that neither a
 * slow reader nor its snapshot keeps the sequencer waiting.
 */
export async function openSnapshot(db: Database, orgId: string): Promise<Snapshot> {
  const { connectionString } = db.worker.options
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: 'wellkeep-export',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('begin isolation level repeatable read read only')
    await client.query('select wk_enter($1, null)', [orgId])
  } catch (error) {
    await client.end().catch(() => {})
    throw new DatabaseUnavailable('the database can not be reached', { cause: error })
  }
  let cursors = 0
  return {
    orgId,
    rows: async (sql, values) => (await client.query(sql, values)).rows,
    async *walk<Row>(sql: string, values: unknown[], without: Way[] = []): AsyncGenerator<Row> {
      const name = `walk_${cursors++}`
      for (const way of without) await client.query(`set local enable_${way} = off`)
      await client.query(`declare ${name} no scroll cursor for ${sql}`, values)
      for (const way of without) await client.query(`set local enable_${way} = on`)
      for (;;) {
        const { rows } = await client.query(`fetch ${FETCH} from ${name}`)
        yield* rows as Row[]
        if (rows.length < FETCH) break
      }
      await client.query(`close ${name}`)
    },
    async end() {
      await client.end().catch(() => {})
    },
  }
}
