import { isIP } from 'node:net'
import { z } from 'zod'
import { isBlobsSetting, parseClamd } from './blobs.ts'

/** A setting: its name in the environment (undefined: not there), what it takes, and that in words. */
interface Setting<T> {
  env: string
  schema: z.ZodType<T>
  /** Completes the sentence "WELLKEEP_PORT must be ...". Never quotes the value: it may be a secret. */
  must: string
  /** A path, taken relative to where it is written: the working folder, or the configuration file's. */
  path?: true
}

const setting = <T>(env: string, schema: z.ZodType<T>, must: string): Setting<T> => ({ env, schema, must })
const path = (env: string): Setting<string> => ({
  env,
  schema: z.string().min(1),
  must: 'a path',
  path: true,
})

/** A whole number, as a number (in the file) or in digits (in the environment). */
const whole = (min: number, max: number) =>
  z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().int().min(min).max(max))

const urlWhere = (test: (url: URL) => boolean) =>
  z.string().refine((v) => URL.canParse(v) && test(new URL(v)))

const isDatabase = (u: URL) =>
  /^postgres(ql)?:$/.test(u.protocol) && u.hostname !== '' && u.pathname.length > 1
const isOrigin = (u: URL) =>
  u.protocol === 'https:' && u.pathname === '/' && !u.search && !u.hash && !u.username

const isHost = (v: string) => isIP(v) > 0 || /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(v)

function isProxy(v: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(v)) return true
  const [address, bits, ...rest] = v.split('/')
  const family = isIP(address!)
  return (
    family > 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  )
}

/**
 * Whose `X-Forwarded-For` is believed: nobody's, that of so many proxies in front, or of those at these
 * addresses. "Everybody" is not offered: allow lists, rate limits and the audit log rest on the address.
 */
const trustProxy = z.union([
  z.literal(false),
  z.literal('false').transform(() => false as const),
  whole(1, 10),
  z
    .union([z.array(z.string()), z.string().transform((v) => v.split(',').map((p) => p.trim()))])
    .refine((l) => l.length > 0 && l.every(isProxy)),
])

const networks = z
  .union([z.array(z.string()), z.string().transform((v) => v.split(',').map((p) => p.trim()))])
  .refine((l) => l.every((v) => isProxy(v) && isIP(v.split('/')[0]!) > 0))

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every setting, by its name in the configuration file. */
export const SETTINGS = {
  data: path('WELLKEEP_DATA'),
  keys: path('WELLKEEP_KEYS'),
  keysPassphraseFile: path('WELLKEEP_KEYS_PASSPHRASE_FILE'),
  host: setting('WELLKEEP_HOST', z.string().refine(isHost), 'a host name or an IP address'),
  port: setting('WELLKEEP_PORT', whole(0, 65_535), 'a whole number from 0 (any free port) to 65535'),
  publicUrl: setting(
    'WELLKEEP_PUBLIC_URL',
    urlWhere(isOrigin),
    'an address such as https://clinic.example, without a path',
  ),
  tlsCert: path('WELLKEEP_TLS_CERT'),
  tlsKey: path('WELLKEEP_TLS_KEY'),
  databaseUrl: setting(
    'DATABASE_URL',
    urlWhere(isDatabase),
    'an address such as postgres://user:password@host:5432/name',
  ),
  databaseOwnerUrl: setting(
    'DATABASE_OWNER_URL',
    urlWhere(isDatabase),
    'an address such as postgres://user:password@host:5432/name',
  ),
  logLevel: setting('WELLKEEP_LOG_LEVEL', z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`),
  trustProxy: setting(
    'WELLKEEP_TRUST_PROXY',
    trustProxy,
    'false, a number of proxies (1 to 10), or their addresses (10.0.0.0/8, loopback), separated by commas',
  ),
  smtpPort: setting('WELLKEEP_SMTP_PORT', whole(0, 65_535), 'a whole number from 0 (any free port) to 65535'),
  smtpHost: setting('WELLKEEP_SMTP_HOST', z.string().refine(isHost), 'a host name or an IP address'),
  workers: setting(
    'WELLKEEP_WORKERS',
    whole(0, 32),
    'a whole number from 0 (this process runs no jobs) to 32',
  ),
  blobs: setting(
    'WELLKEEP_BLOBS',
    z.string().refine(isBlobsSetting),
    'local, or an address such as s3://bucket/prefix?endpoint=https://s3.example&region=eu-1 (style=path or virtual)',
  ),
  clamd: setting(
    'WELLKEEP_CLAMD',
    z.string().refine((v) => parseClamd(v) !== undefined),
    'where clamd listens: host:port, or the absolute path of its socket',
  ),
  readers: setting(
    'WELLKEEP_READERS',
    whole(1, 64),
    'a whole number of files that are read at once, from 1 to 64',
  ),
  maxFileMiB: setting(
    'WELLKEEP_MAX_FILE_MIB',
    whole(1, 100 * 1024),
    'the largest attachment in MiB, from 1 to 102400',
  ),
  pushNetworks: setting(
    'WELLKEEP_PUSH_NETWORKS',
    networks,
    'networks such as 10.1.0.0/16, separated by commas',
  ),
  pgUid: setting('WELLKEEP_PG_UID', whole(1, 2 ** 32 - 2), 'the id of an account other than root'),
} satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof SETTINGS
export type Settings = { [K in SettingName]?: z.output<(typeof SETTINGS)[K]['schema']> }
