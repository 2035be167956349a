/**
 * Writes server/platform/db/schema.gen.ts from a migrated database, so that Kysely's types are the schema's.
 * Usage: node scripts/generate-db-types.ts OWNER_URL
 */
import { writeFile } from 'node:fs/promises'
import pg from 'pg'

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  inet: 'string',
  cidr: 'string',
  xid8: 'string',
  bool: 'boolean',
  bytea: 'Buffer',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  jsonb: 'Json',
  timestamptz: 'Timestamp',
  date: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  _cidr: 'string[]',
}

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  nullable: boolean
  has_default: boolean
}

function columnType(c: Column): string {
  const base = TYPES[c.udt_name]
  if (!base) throw new Error(`no TypeScript type for ${c.udt_name} (${c.table_name}.${c.column_name})`)
  let type = base
  if (c.nullable && base === 'Timestamp')
    type = 'ColumnType<Date | null, Date | string | null, Date | string | null>'
  else if (c.nullable && base === 'Json') type = 'ColumnType<unknown, string | null, string | null>'
  else if (c.nullable) type = `${base} | null`
  return c.has_default ? `Generated<${type}>` : type
}

/** The source text of the types of every table that `ownerUrl` holds. */
export async function generateDbTypes(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<Column>(`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable = 'YES' as nullable,
           c.column_default is not null or c.is_identity = 'YES' as has_default
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`)
  await client.end()
  const tables = [...Map.groupBy(rows, (r) => r.table_name)].map(([table, columns]) => ({
    table,
    type: table
      .split('_')
      .map((p) => p[0]!.toUpperCase() + p.slice(1))
      .join(''),
    columns,
  }))
  const head = `// Generated from the migrated database by scripts/generate-db-types.ts; do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Timestamp = ColumnType<Date, Date | string, Date | string>
/** Selected as parsed JSON; inserted as JSON text. */
type Json = ColumnType<unknown, string, string>
`
  const bodies = tables.map(
    (t) =>
      `\nexport interface ${t.type} {\n${t.columns.map((c) => `  ${c.column_name}: ${columnType(c)}\n`).join('')}}\n`,
  )
  return `${head}${bodies.join('')}\nexport interface DB {\n${tables.map((t) => `  ${t.table}: ${t.type}\n`).join('')}}\n`
}

if (import.meta.main) {
  await writeFile(
    new URL('../server/platform/db/schema.gen.ts', import.meta.url),
    await generateDbTypes(process.argv[2]!),
  )
}
