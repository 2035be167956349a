import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { Lanes } from './lane.ts'
import type { DB } from './schema.gen.ts'
import type { Statement } from './statement.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, (v) => Number(v))
// A date is a day on a calendar, not an instant: it stays as it is written.
pg.types.setTypeParser(pg.types.builtins.DATE, (v) => v)

/** Who a transaction acts for: the row-security context. `userId` null is for work of the system itself. */
export interface Context {
  orgId: string
  userId: string | null
}

export type { Statement } from './statement.ts'

/** One transaction under a row-security context. */
export interface Tx {
  readonly context: Context
  readonly db: Kysely<DB>
  /** Runs a prepared statement; rows as they come from the driver. */
  run<Row = Record<string, unknown>>(statement: Statement, values: unknown[]): Promise<Row[]>
  readonly client: pg.PoolClient
}

export type PoolName = 'app' | 'worker'
/**
 * The others are the role of `app` on connections of their own, so that no read waits behind a commit or a search.
 * `read`, `audit` and `write` carry what was gathered before: they send at once.
 */
export type LaneName = PoolName | 'read' | 'audit' | 'write' | 'search'

export interface Database {
  readonly app: pg.Pool
  readonly worker: pg.Pool
  /** Runs `work` in one transaction behind the walls of `context`; commits, or rolls all back on a throw. */
  withContext<T>(context: Context, work: (tx: Tx) => Promise<T>, pool?: PoolName): Promise<T>
  /** A single statement, a transaction of its own, outside any context: only functions that enter one answer anything. */
  query<Row = Record<string, unknown>>(
    statement: Statement,
    values: unknown[],
    lane?: LaneName,
  ): Promise<Row[]>
  close(): Promise<void>
}

/** Thrown when the database can't be reached; answered as 503, the request may be tried again. */
export class DatabaseUnavailable extends Error {}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function contextSql({ orgId, userId }: Context): string {
  if (!UUID.test(orgId) || (userId !== null && !UUID.test(userId)))
    throw new Error('context ids must be UUIDs')
  return `begin; select wk_enter('${orgId}', ${userId ? `'${userId}'` : 'null'})`
}

export function openDatabase(urls: { app: string; worker: string; max?: number }): Database {
  const make = (connectionString: string, max: number) => {
    const pool = new pg.Pool({
      connectionString,
      max,
      pipeline: true,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
    } as pg.PoolConfig)
    // A connection that breaks while idle is dropped by the pool; the next use opens another.
    pool.on('error', () => {})
    return pool
  }
  const pools = { app: make(urls.app, urls.max ?? 12), worker: make(urls.worker, 4) }

  const lanes = {
    app: new Lanes({ connectionString: urls.app }, 2),
    read: new Lanes({ connectionString: urls.app }, 2, false),
    audit: new Lanes({ connectionString: urls.app }, 2, false),
    write: new Lanes({ connectionString: urls.app }, 2, false),
    search: new Lanes({ connectionString: urls.app }, 4),
    worker: new Lanes({ connectionString: urls.worker }, 1),
  }

  const connect = async (pool: PoolName) => {
    try {
      return await pools[pool].connect()
    } catch (error) {
      throw new DatabaseUnavailable('the database can not be reached', { cause: error })
    }
  }

  return {
    ...pools,
    async withContext(context, work, pool = 'app') {
      const client = await connect(pool)
      let broken: Error | boolean = false
      const onError = (e: Error) => {
        broken = e
      }
      client.on('error', onError)
      // Not awaited: pipelined with the first query of `work`.
      const begun = client.query(contextSql(context))
      begun.catch(() => {})
      try {
        const result = await work(transaction(context, client))
        await begun
        const done = await client.query('commit')
        // A transaction in which a statement failed answers COMMIT with ROLLBACK.
        if (done.command === 'ROLLBACK') throw new Error('the transaction was rolled back')
        return result
      } catch (error) {
        await client.query('rollback').catch((e: Error) => {
          broken = e
        })
        throw asUnavailable(error)
      } finally {
        client.off('error', onError)
        client.release(broken)
      }
    },
    async query(statement, values, lane = 'app') {
      try {
        return await lanes[lane].query(statement, values)
      } catch (error) {
        throw asUnavailable(error)
      }
    },
    async close() {
      await Promise.all([pools.app.end(), pools.worker.end(), ...Object.values(lanes).map((l) => l.close())])
    },
  }
}

/** Connection failures (SQLSTATE class 08, 57P0x) become one error that callers can answer as "try again". */
function asUnavailable(error: unknown): unknown {
  const code = (error as { code?: string } | null)?.code ?? ''
  const text = error instanceof Error ? error.message : ''
  const lost =
    /^(08|53300|57P0|ECONN|ENOENT|EPIPE)/.test(code) ||
    /Connection terminated|not queryable|connection error/i.test(text)
  return lost && !(error instanceof DatabaseUnavailable)
    ? new DatabaseUnavailable('the database went away', { cause: error })
    : error
}

function transaction(context: Context, client: pg.PoolClient): Tx {
  let db: Kysely<DB> | undefined
  return {
    context,
    client,
    get db() {
      db ??= kyselyOn(client)
      return db
    },
    async run(statement, values) {
      return (await client.query({ ...statement, values })).rows as never
    },
  }
}

/** Kysely on one connection that is already in a transaction; it neither opens nor ends it. */
function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query(query.sql, [...query.parameters])
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: streaming is done with cursors where it is needed
    async *streamQuery() {
      throw new Error('use a cursor')
    },
  }
  const nested = async () => {
    throw new Error('already in a transaction')
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: nested,
    commitTransaction: nested,
    rollbackTransaction: nested,
    destroy: async () => {},
  }
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (k) => new PostgresIntrospector(k),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
