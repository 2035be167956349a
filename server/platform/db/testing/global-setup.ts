import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/index.ts'
import { migrate } from '../migrate.ts'
import { databaseUrl, TEMPLATE } from './urls.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's URL of the one PostgreSQL of this test run. */
    ownerUrl: string
  }
}

const quiet = { info() {}, warn() {}, error() {} }

/**
 * One real PostgreSQL for the whole run, with a migrated template that each test's database is copied from.
 * It need not survive a power cut, so it does not wait for the disk; all else is as in production.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-test-'))
  const db = await startEmbedded({
    dataDir,
    log: quiet,
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const stop = async () => {
    await db.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const client = new pg.Client({ connectionString: db.ownerUrl })
    await client.connect()
    await client.query(`create database ${TEMPLATE}`)
    await client.end()
    await migrate(databaseUrl(db.ownerUrl, TEMPLATE))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('ownerUrl', db.ownerUrl)
  return stop
}
