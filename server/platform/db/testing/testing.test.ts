import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './index.ts'

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('each call gives a migrated database of its own', async () => {
  const [a, b] = await Promise.all([testDatabase(), testDatabase()])
  await query(a.ownerUrl, 'create table mark (x int)')
  const marks =
    "select to_regclass('mark') is not null as mark, to_regclass('organizations') is not null as migrated"
  expect(await query(a.ownerUrl, marks)).toEqual([{ mark: true, migrated: true }])
  expect(await query(b.ownerUrl, marks)).toEqual([{ mark: false, migrated: true }])
  await Promise.all([a.drop(), b.drop()])
  await expect(query(a.ownerUrl, 'select 1')).rejects.toThrow('does not exist')
})
