import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { byteaArray, intArray, uuidArray } from './arrays.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase({ empty: true })
  client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const back = async (type: string, values: Buffer) =>
  (await client.query(`select $1::${type}[] as values`, [values])).rows[0].values

it('come as they were meant', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.from(b))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(bytes)),
      fc.array(fc.option(fc.uuid())),
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      async (byteas, uuids, ints) => {
        expect(await back('bytea', byteaArray(byteas))).toEqual(byteas)
        expect(await client.query('select $1::uuid[]::text[] as v', [uuidArray(uuids)])).toMatchObject({
          rows: [{ v: uuids }],
        })
        expect(await back('int', intArray(ints))).toEqual(ints)
      },
    ),
    { numRuns: 50 },
  )
})

it.each(['', 'x'.repeat(36), '0198c0de-0000-7000-8000-00000000000g', '0198c0de00007000800000000000000'])(
  'holds no %j for a UUID',
  (text) => expect(() => uuidArray([text])).toThrow(TypeError),
)
