import { isIP } from 'node:net'
import type { S3Settings } from '../blobs/s3.ts'
import type { ClamdAddress } from '../malware/index.ts'
import type { ConfigIssue } from './error.ts'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** The rules of S3 for names of buckets, as far as they keep an address an address. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const PREFIX = /^[\w./-]{0,200}$/
const KNOWN = ['endpoint', 'region', 'style']

const https = (text: string) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) &&
    url.pathname === '/' &&
    !url.search &&
    !url.username
  )
}

/** `local`, or `s3://bucket/prefix?endpoint=https://...&region=...&style=path`. */
export function isBlobsSetting(value: string): boolean {
  if (value === 'local') return true
  if (!value.startsWith('s3://') || !URL.canParse(value)) return false
  const url = new URL(value)
  const { searchParams: q } = url
  return (
    BUCKET.test(url.hostname) &&
    PREFIX.test(url.pathname.slice(1)) &&
    !url.username &&
    [...q.keys()].every((k) => KNOWN.includes(k)) &&
    (!q.has('endpoint') || https(q.get('endpoint')!)) &&
    /^[a-z0-9-]{0,40}$/.test(q.get('region') ?? '') &&
    ['path', 'virtual'].includes(q.get('style') ?? 'path')
  )
}

/** What the setting and the environment's credentials make together; undefined for the local folder. */
export function s3Settings(
  value: string | undefined,
  env: NodeJS.ProcessEnv,
  issues: ConfigIssue[],
): S3Settings | undefined {
  if (!value || value === 'local') return undefined
  const url = new URL(value)
  const q = url.searchParams
  const accessKeyId = env.AWS_ACCESS_KEY_ID ?? ''
  const secretAccessKey = env.AWS_SECRET_ACCESS_KEY ?? ''
  if (!accessKeyId || !secretAccessKey)
    issues.push({
      key: 'WELLKEEP_BLOBS',
      message:
        'names a bucket, so AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set in the environment',
    })
  const region = q.get('region') ?? env.AWS_REGION ?? 'us-east-1'
  const endpoint = q.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const virtualHost = (q.get('style') ?? (q.has('endpoint') ? 'path' : 'virtual')) === 'virtual'
  if (virtualHost && isIP(new URL(endpoint).hostname) > 0)
    issues.push({
      key: 'WELLKEEP_BLOBS',
      message: 'can not put a bucket’s name before an IP address: use style=path',
    })
  const prefix = url.pathname.slice(1).replace(/\/*$/, '/').replace(/^\//, '')
  return {
    bucket: url.hostname,
    prefix,
    endpoint,
    region,
    virtualHost,
    accessKeyId,
    secretAccessKey,
    sessionToken: env.AWS_SESSION_TOKEN,
  }
}

/** Where clamd listens: `host:port`, or the path of a unix socket. */
export function parseClamd(value: string): ClamdAddress | undefined {
  if (value.startsWith('/')) return { path: value }
  const found = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(value)
  const port = Number(found?.[2])
  return found && port > 0 && port <= 65_535 ? { host: found[1]!.replace(/^\[|\]$/g, ''), port } : undefined
}
