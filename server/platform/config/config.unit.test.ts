import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError, defaultDataDir, describeConfig, loadConfig } from './index.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'wellkeep-config-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const load = (env: NodeJS.ProcessEnv = {}, options = {}) =>
  loadConfig({ WELLKEEP_DATA: data, ...env }, options)
const writeConfig = (content: unknown, path = join(data, 'wellkeep.json')) =>
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))

function refused(env: NodeJS.ProcessEnv = {}): ConfigError {
  try {
    load(env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return error as ConfigError
  }
  throw new Error('it was accepted')
}

test('with nothing set it serves this machine alone, from one folder', () => {
  expect(load()).toEqual({
    dataDir: data,
    keysDir: join(data, 'keys'),
    keysPassphrase: undefined,
    host: '127.0.0.1',
    port: 8443,
    publicUrl: 'https://localhost:8443',
    tlsCert: undefined,
    tlsKey: undefined,
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    logLevel: 'info',
    trustProxy: false,
    smtpPort: undefined,
    smtpHost: '127.0.0.1',
    workers: 2,
    s3: undefined,
    clamd: undefined,
    readers: Math.max(1, Math.floor(availableParallelism() / 2)),
    maxFileBytes: 2 * 1024 ** 3,
    pushNetworks: [],
    pgUid: undefined,
    configFile: join(data, 'wellkeep.json'),
    warnings: [],
  })
})

test('flags win over the environment, the environment over the file, the file over the defaults', () => {
  writeConfig({ port: 1001, workers: 5, host: '0.0.0.0', keys: 'elsewhere' })
  const config = load(
    { WELLKEEP_PORT: '1002', WELLKEEP_WORKERS: '', WELLKEEP_HOST: '::1' },
    { flags: { WELLKEEP_HOST: 'localhost' } },
  )
  expect(config).toMatchObject({
    port: 1002,
    workers: 5,
    host: 'localhost',
    keysDir: join(data, 'elsewhere'),
  })
})

test('all that is wrong is named at once, by the name it has where it stands, without its value', () => {
  writeConfig({ prot: 1, workers: 99, logLevel: 'canary', keysPassphrase: 'canary' })
  const error = refused({
    WELLKEEP_PORT: 'canary',
    WELLKEEP_HOST: 'canary canary',
    WELLKEEP_PUBLIC_URL: 'http://canary.example/path',
    DATABASE_URL: 'mysql://root:canary@db/x',
    WELLKEEP_TRUST_PROXY: 'true',
    WELLKEEP_PG_UID: '0',
    WELLKEEP_TLS_CERT: '/canary.crt',
  })
  const file = join(data, 'wellkeep.json')
  expect(error.issues.map((i) => i.key)).toEqual([
    `prot in ${file}`,
    `workers in ${file}`,
    `logLevel in ${file}`,
    `keysPassphrase in ${file}`,
    'WELLKEEP_HOST',
    'WELLKEEP_PORT',
    'WELLKEEP_PUBLIC_URL',
    'DATABASE_URL',
    'WELLKEEP_TRUST_PROXY',
    'WELLKEEP_PG_UID',
    'WELLKEEP_TLS_CERT',
  ])
  expect(error.message).not.toContain('canary')
  expect(error.message).toContain('did you mean port?')
  expect(error.message).toContain('WELLKEEP_PORT must be a whole number from 0 (any free port) to 65535')
})

test.each(['{', '[]', 'null', '"canary"', '{"port": canary}'])(
  'a file that holds %s is refused by its name',
  (content) => {
    writeConfig(content)
    const { message } = refused()
    expect(message).toContain('wellkeep.json')
    expect(message).not.toContain('canary')
  },
)

test.each(['8443.5', '-1', '65536', '0x10', '1e3', ' 80'])('port %j is refused', (port) => {
  expect(refused({ WELLKEEP_PORT: port }).issues).toHaveLength(1)
})

test('a file named by WELLKEEP_CONFIG must be there, and may say where the data is', () => {
  const path = join(data, 'other.json')
  expect(refused({ WELLKEEP_CONFIG: path }).issues[0]).toMatchObject({ key: 'WELLKEEP_CONFIG' })
  writeConfig({ data: 'deeper', port: 7 }, path)
  expect(loadConfig({ WELLKEEP_CONFIG: path })).toMatchObject({
    dataDir: join(data, 'deeper'),
    port: 7,
    configFile: path,
  })
  writeConfig({ data: 'deeper' })
  expect(refused().issues[0]!.key).toBe(`data in ${join(data, 'wellkeep.json')}`)
})

test('a misspelt variable is a warning that names the right one', () => {
  expect(load({ WELLKEEP_PROT: '1', WELLKEEP_TEST_X: '1', OTHER: '1' }).warnings).toEqual([
    'WELLKEEP_PROT is not a setting of Wellkeep; did you mean WELLKEEP_PORT?',
  ])
})

test('proxies are named, counted or not trusted', () => {
  const trust = (v: string) => load({ WELLKEEP_TRUST_PROXY: v }).trustProxy
  expect(trust('false')).toBe(false)
  expect(trust('2')).toBe(2)
  expect(trust('10.0.0.0/8, loopback,2001:db8::/32')).toEqual(['10.0.0.0/8', 'loopback', '2001:db8::/32'])
  for (const bad of ['0', '99', '10.0.0.0/33', 'everybody', '1.2.3', ','])
    refused({ WELLKEEP_TRUST_PROXY: bad })
})

test('a passphrase comes from the environment or from a file, not from both', () => {
  const file = join(data, 'passphrase')
  writeFileSync(file, 'correct horse\n')
  expect(load({ WELLKEEP_KEYS_PASSPHRASE_FILE: file }).keysPassphrase).toBe('correct horse')
  expect(load({ WELLKEEP_KEYS_PASSPHRASE: ' battery ' }).keysPassphrase).toBe(' battery ')
  expect(refused({ WELLKEEP_KEYS_PASSPHRASE: 'a', WELLKEEP_KEYS_PASSPHRASE_FILE: file }).issues).toHaveLength(
    1,
  )
  writeFileSync(file, '\n')
  expect(refused({ WELLKEEP_KEYS_PASSPHRASE_FILE: file }).message).toContain('empty')
  expect(refused({ WELLKEEP_KEYS_PASSPHRASE_FILE: join(data, 'none') }).message).toContain('ENOENT')
})

test('keys may not lie with the data that they seal', () => {
  for (const folder of ['db', 'db/keys', 'blobs/x', 'logs']) {
    expect(refused({ WELLKEEP_KEYS: join(data, folder) }).issues[0]!.key).toBe('WELLKEEP_KEYS')
  }
  expect(load({ WELLKEEP_KEYS: `${data}/dbkeys` }).keysDir).toBe(`${data}/dbkeys`)
})

test('what belongs together is wanted together', () => {
  expect(refused({ WELLKEEP_TLS_KEY: '/k' }).message).toContain('set both')
  expect(refused({ DATABASE_OWNER_URL: 'postgres://o:p@h/d' }).message).toContain('DATABASE_URL')
  const url = 'postgres://app:p@%2Frun%2Fpg:5432/wellkeep'
  expect(load({ DATABASE_URL: url, DATABASE_OWNER_URL: 'postgresql://o:p@h/d' }).databaseUrl).toBe(url)
})

test('the demonstration has a folder, keys and a database of its own, whatever is set', () => {
  mkdirSync(`${data}-demo`)
  try {
    writeConfig({ workers: 9 })
    const demo = load(
      {
        WELLKEEP_KEYS: '/real/keys',
        WELLKEEP_KEYS_PASSPHRASE: 'x',
        DATABASE_URL: 'postgres://a:b@c/d',
        WELLKEEP_PORT: '9000',
      },
      { demo: true },
    )
    expect(demo).toMatchObject({
      dataDir: `${data}-demo`,
      keysDir: join(`${data}-demo`, 'keys'),
      keysPassphrase: undefined,
      databaseUrl: undefined,
      port: 9000,
      workers: 2,
    })
  } finally {
    rmSync(`${data}-demo`, { recursive: true })
  }
})

test('as root, a repository that PostgreSQL can not reach has its data elsewhere', () => {
  const repository = join(data, 'clone')
  mkdirSync(repository)
  chmodSync(data, 0o755)
  expect(defaultDataDir(repository)).toBe(join(repository, 'data'))
  chmodSync(data, 0o700)
  expect(defaultDataDir(repository)).toBe(
    process.getuid?.() === 0 ? '/var/lib/wellkeep' : join(repository, 'data'),
  )
})

test('what is shown to people holds no secret', () => {
  const config = load({
    DATABASE_URL: 'postgres://app:canary@db.example/d?password=canary',
    WELLKEEP_KEYS_PASSPHRASE: 'canary',
  })
  const shown = JSON.stringify(describeConfig(config))
  expect(shown).not.toContain('canary')
  expect(shown).toContain('postgres://app:***@db.example/d')
})

test('files go into a bucket with credentials of the environment', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'canary' }
  const config = load({ WELLKEEP_BLOBS: 's3://sealed/wk?endpoint=https://s3.example&region=eu-1', ...keys })
  expect(config.s3).toMatchObject({
    bucket: 'sealed',
    prefix: 'wk/',
    endpoint: 'https://s3.example',
    region: 'eu-1',
    virtualHost: false,
  })
  expect(JSON.stringify(describeConfig(config))).not.toContain('canary')
  expect(load({ WELLKEEP_BLOBS: 's3://sealed', ...keys }).s3).toMatchObject({
    endpoint: 'https://s3.us-east-1.amazonaws.com',
    prefix: '',
    virtualHost: true,
  })
  expect(refused({ WELLKEEP_BLOBS: 's3://sealed' }).message).toContain('AWS_ACCESS_KEY_ID')
})

test.each([
  's3://',
  's3://a',
  's3://bucket?endpoint=http://far.example',
  's3://bucket?endpoint=ftp://x',
  's3://user:canary@bucket',
  's3://bucket?canary=1',
  '/canary',
])('blobs at %s are refused', (value) => {
  const { message } = refused({ WELLKEEP_BLOBS: value })
  expect(message).toContain('WELLKEEP_BLOBS must be local')
  expect(message).not.toContain('canary')
})

test('clamd is a host with a port, or a socket', () => {
  expect(load({ WELLKEEP_CLAMD: 'scan.example:3310' }).clamd).toEqual({ host: 'scan.example', port: 3310 })
  expect(load({ WELLKEEP_CLAMD: '/run/clamd.ctl' }).clamd).toEqual({ path: '/run/clamd.ctl' })
  for (const wrong of ['scan.example', 'a:0', 'a:99999', 'run/x'])
    expect(refused({ WELLKEEP_CLAMD: wrong }).issues[0]!.key).toBe('WELLKEEP_CLAMD')
})
