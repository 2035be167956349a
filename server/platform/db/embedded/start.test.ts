import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDataFolder } from './data-lock.ts'
import { memoryLog, startChild, temporaryFolder, until } from './fixtures/index.ts'
import { postgresIdentity } from './identity.ts'
import { processInfo } from './process-info.ts'
import { type EmbeddedDb, startEmbedded } from './start.ts'

let folder: ReturnType<typeof temporaryFolder>
let memory: ReturnType<typeof memoryLog>
let open: EmbeddedDb[]

beforeEach(() => {
  folder = temporaryFolder()
  memory = memoryLog()
  open = []
})
afterEach(async () => {
  for (const db of open.reverse()) await db.stop()
  folder.remove()
})

async function start(options: Partial<Parameters<typeof startEmbedded>[0]> = {}) {
  const db = await startEmbedded({ dataDir: folder.path, log: memory.log, ...options })
  open.push(db)
  return db
}

async function query(db: EmbeddedDb, sql: string) {
  const client = new pg.Client({ connectionString: db.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const alive = (pid: number) => processInfo(pid) !== undefined

test('a new folder gets a cluster as we promise it, and a second start keeps what is in it', async () => {
  const first = await start()
  expect(first.adopted).toBe(false)
  await query(first, "create table kept as select 'Grüße' as words")
  const asked = `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync, current_setting('listen_addresses') as tcp,
    (select datlocale from pg_database where datname = current_database()) as locale`
  expect(await query(first, asked)).toEqual([
    { encoding: 'UTF8', checksums: 'on', fsync: 'on', sync: 'on', tcp: '', locale: 'C.UTF-8' },
  ])
  await first.stop()
  expect(alive(first.pid())).toBe(false)

  const second = await start()
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await query(second, 'select words from kept')).toEqual([{ words: 'Grüße' }])
})

test('the password is in one private file outside the database, and wanted at the socket', async () => {
  const db = await start()
  const file = join(folder.path, 'db.password')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8').trim()).toBe(db.connection.password)
  expect(statSync(db.socketDir).mode & 0o777).toBe(0o700)
  const client = new pg.Client({ ...db.connection, password: 'wrong' })
  await expect(client.connect()).rejects.toThrow('password authentication failed')
})

test("PostgreSQL is given nothing of the server's environment", async () => {
  process.env.WELLKEEP_KEYS_PASSPHRASE = 'canary-in-the-environment'
  const db = await start()
  delete process.env.WELLKEEP_KEYS_PASSPHRASE
  if (process.platform === 'linux')
    expect(readFileSync(`/proc/${db.pid()}/environ`, 'latin1')).not.toContain('canary-in-the-environment')
  expect(db.pid()).not.toBe(process.pid)
})

test('a killed database is started again, under the same address, with all that was committed', async () => {
  const db = await start()
  await query(db, 'create table kept (x int); insert into kept values (1)')
  for (let round = 1; round <= 3; round++) {
    const before = db.pid()
    process.kill(before, 'SIGKILL')
    await until(
      async () => db.pid() !== before && (await query(db, 'insert into kept values (1) returning x')).length,
    )
    expect(await query(db, 'select count(*)::int as n from kept')).toEqual([{ n: round + 1 }])
  }
  expect(memory.lines.filter((l) => l.startsWith('the database ended unexpectedly'))).toHaveLength(3)
  await db.stop()
  expect(alive(db.pid())).toBe(false)
})

test('a database that outlives a killed server is taken over, watched and stopped', async () => {
  const server = await startChild<{ pid: number }>('child.ts', [folder.path])
  await server.kill()
  const db = await start()
  expect(db).toMatchObject({ adopted: true })
  expect(db.pid()).toBe(server.said.pid)

  process.kill(db.pid(), 'SIGKILL')
  await until(() => db.pid() !== server.said.pid)
  await until(() => query(db, 'select 1'))
  await db.stop()
  expect(alive(db.pid())).toBe(false)
})

test('two processes share it; the last one out stops it', async () => {
  const db = await start()
  const command = await startChild<{ pid: number; adopted: boolean }>('child.ts', [folder.path])
  expect(command.said).toMatchObject({ pid: db.pid(), adopted: true })
  expect(await command.stop()).toBe(0)
  expect(await query(db, 'select 1 as x')).toEqual([{ x: 1 }])

  const other = await startChild<{ pid: number }>('child.ts', [folder.path])
  await db.stop()
  expect(alive(other.said.pid)).toBe(true)
  expect(await other.stop()).toBe(0)
  expect(alive(other.said.pid)).toBe(false)
})

test('one that was started otherwise is replaced when nobody uses it, and left alone when somebody does', async () => {
  const old = await startChild<{ pid: number }>('child.ts', [folder.path])
  const beside = await start({ settings: { work_mem: '9MB' } })
  expect(beside.pid()).toBe(old.said.pid)
  await beside.stop()
  await old.kill()
  const alone = await start({ settings: { work_mem: '9MB' } })
  expect(alone.adopted).toBe(false)
  expect(await query(alone, 'show work_mem')).toEqual([{ work_mem: '9MB' }])
})

test('left-over lock files whose number now belongs to another program are no obstacle', async () => {
  const first = await start()
  const files = [join(folder.path, 'db', 'postmaster.pid'), join(first.socketDir, '.s.PGSQL.5432.lock')]
  const contents = files.map((f) => readFileSync(f, 'utf8'))
  await first.stop()
  // Of PostgreSQL's own account, or it would not mind: it knows that such a process can't be a PostgreSQL of its.
  const other = spawn('sleep', ['60'], { stdio: 'ignore', ...postgresIdentity() })
  for (const [i, file] of files.entries())
    writeFileSync(file, contents[i]!.replace(/^\d+/, String(other.pid)))
  const second = await start().finally(() => other.kill())
  expect(second.adopted).toBe(false)
})

test('no statement and no value reaches the database log, whatever fails', async () => {
  const db = await start()
  await query(db, 'create table people (ssn text primary key, born date)')
  await query(db, "insert into people values ('canary-ssn')")
  await expect(query(db, "insert into people values ('canary-ssn')")).rejects.toThrow('duplicate key')
  await expect(query(db, "select 'canary-date'::date")).rejects.toThrow('invalid input syntax')
  await expect(query(db, "select 'canary-syntax' fro m x y")).rejects.toThrow('syntax error')
  await expect(
    query(db, "do $$ begin raise warning 'canary-warning'; raise exception 'canary-raise'; end $$"),
  ).rejects.toThrow()

  // A backend that dies takes the others with it; PostgreSQL would log what each was running.
  const victim = new pg.Client({ connectionString: db.ownerUrl })
  victim.on('error', () => {})
  await victim.connect()
  const pid = (await victim.query('select pg_backend_pid() as pid')).rows[0].pid
  const died = expect(victim.query("select pg_sleep(60), 'canary-running'")).rejects.toThrow()
  await until(
    async () =>
      (
        await query(
          db,
          "select 1 from pg_stat_activity where query like '%canary-running%' and wait_event = 'PgSleep'",
        )
      )[0],
  )
  process.kill(pid, 'SIGKILL')
  await died
  await until(() => query(db, 'select 1'))

  const logs = readdirSync(join(folder.path, 'logs'))
    .map((f) => readFileSync(join(folder.path, 'logs', f), 'utf8'))
    .join('')
  expect(logs).toContain('was terminated by signal 9')
  expect(logs).not.toContain('canary')
})

test('a data folder with a long path has its socket elsewhere', async () => {
  const dataDir = join(folder.path, 'a-folder-with-a-long-name'.repeat(5))
  chmodSync(folder.path, 0o711)
  const db = await start({ dataDir })
  expect(db.socketDir.startsWith(dataDir)).toBe(false)
  expect(await query(db, 'select 1 as x')).toEqual([{ x: 1 }])
  const before = db.pid()
  process.kill(before, 'SIGKILL')
  await until(async () => db.pid() !== before && (await query(db, 'select 1'))[0])
  await db.stop()
  expect(() => statSync(db.socketDir)).toThrow('ENOENT')
})

test('an ordinary account runs all of it by itself', async () => {
  const root = process.getuid!() === 0
  const uid = root ? 65_534 : process.getuid!()
  const dataDir = join(folder.path, 'theirs')
  mkdirSync(dataDir)
  if (root) {
    chmodSync(folder.path, 0o711)
    chownSync(dataDir, uid, uid)
  }
  const args = root ? [dataDir, String(uid)] : [dataDir]
  const first = await startChild<{ adopted: boolean; who: string }>('child.ts', args)
  expect(first.said).toMatchObject({ adopted: false, who: 'wellkeep' })
  expect(statSync(join(dataDir, 'db')).uid).toBe(uid)
  await first.kill()
  const second = await startChild<{ adopted: boolean; pid: number }>('child.ts', args)
  expect(second.said.adopted).toBe(true)
  expect(await second.stop()).toBe(0)
  expect(alive(second.said.pid)).toBe(false)
})

test('a data folder whose parents are missing is made, under any umask and after the lock on it', async () => {
  const dataDir = join(folder.path, 'not', 'there')
  chmodSync(folder.path, 0o711)
  const before = process.umask(0o077)
  try {
    const lock = lockDataFolder(dataDir)
    expect(await query(await start({ dataDir }), 'select 1 as x')).toEqual([{ x: 1 }])
    lock.release()
  } finally {
    process.umask(before)
  }
  expect(statSync(dataDir).mode & 0o066).toBe(0)
})

test('what can not work is said plainly', async () => {
  const first = await start()
  await first.stop()
  const version = join(folder.path, 'db', 'PG_VERSION')
  writeFileSync(version, '17\n')
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 17; .* brings PostgreSQL 18/)
  writeFileSync(version, '18\n')
  rmSync(join(folder.path, 'db.password'))
  await expect(start()).rejects.toThrow('db.password is missing')
})

test('a database that does not start tells why, and an interrupted first start leaves nothing in the way', async () => {
  mkdirSync(join(folder.path, 'db.unfinished', 'base'), { recursive: true })
  const first = await start()
  await first.stop()
  writeFileSync(join(folder.path, 'db', 'postgresql.auto.conf'), "shared_buffers = 'many'\n")
  await expect(start()).rejects.toThrow(/did not start.*\n.*shared_buffers/s)
})
