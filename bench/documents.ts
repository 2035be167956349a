import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { uuidv7 } from '../server/platform/ids.ts'
import { sealJson } from '../server/platform/keys/sealed.ts'
import { type Load, median, type Row, start } from './load.ts'
import { compare } from './requests.ts'
import type { BenchWorld } from './world.ts'

const DOCUMENTS = 10_000
const PAGE = 100
const CONNECTIONS = 4
const MIB = 1024 * 1024
const SIZE = 512 * MIB
const ROUNDS = 3
const PERMISSIONS = [
  'documents:read',
  'documents:write',
  'documents:manage',
  'clients:create',
  'clients:write',
  'clients:read',
]

/** A folder of 10,000 documents, listed, and a document of 512 MiB, downloaded; each beside the same in the clear. */
export async function benchDocuments(w: BenchWorld, wants: (name: string) => boolean): Promise<Row[]> {
  const rows: Row[] = []
  const user = await w.world.custom(PERMISSIONS, { contact: 'write', clinical: 'write' })
  const plainFile = join(w.dataDir, 'plain.bin')
  await writePlain(plainFile)
  await w.owner.query(
    `create table plain_documents (id uuid primary key, folder_id uuid not null, name text not null, tags jsonb not null, state text not null,
      size bigint not null, content_type text not null, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
      updated_by text not null, version integer not null default 1);
    create index on plain_documents (folder_id, updated_at desc, id desc)`,
  )
  const tls = { TLS_KEY: `${w.dataDir}/tls/server.pem`, TLS_CERT: `${w.dataDir}/tls/server.pem` }
  const ours = await start('bench/our-server.ts', { ...w.env, WELLKEEP_WORKERS: '0' })
  const bare = await start('bench/bare-server.ts', {
    ...tls,
    BARE_URL: w.platform.ownerUrl,
    PLAIN_FILE: plainFile,
  })
  const api = apiOf(String(ours.ready.url), user.token)
  try {
    if (wants('documents')) {
      const folderId = (await api('POST', '/folders', { name: 'Policies' })).id
      await fillFolder(w, folderId, user.id)
      const headers = { authorization: `Bearer ${user.token}` }
      const common: Omit<Load, 'urls'> = { seconds: 4, connections: CONNECTIONS }
      const r = await compare(
        {
          ...common,
          urls: [`${ours.ready.url}/api/v1/folders/${folderId}/documents?limit=${PAGE}`],
          headers,
        },
        { ...common, urls: [`${bare.ready.url}/folders/${folderId}/documents?limit=${PAGE}`] },
        'p95',
      )
      rows.push({
        what: `list of a folder of 10,000 documents, ${PAGE} a page, p95`,
        ours: `${r.ours.toFixed(1)} ms`,
        reference: `${r.bare.toFixed(1)} ms`,
        ratio: r.ratio.toFixed(2),
        target: '<= 2',
        met: r.ratio <= 2,
      })
    }
    if (wants('download')) rows.push(await benchDownload())
  } finally {
    await bare.stop()
    await ours.stop()
  }
  return rows

  async function benchDownload(): Promise<Row> {
    const id = await uploaded(w, api)
    const mine: number[] = []
    const plain: number[] = []
    for (let i = 0; i < ROUNDS; i++) {
      plain.push(await fetched(`${bare.ready.url}/file`, {}))
      const headers = { authorization: `Bearer ${user.token}` }
      mine.push(await fetched(`${ours.ready.url}/api/v1/documents/${id}/versions/1/content`, headers))
    }
    const rate = (seconds: number[]) => SIZE / MIB / median(seconds)
    const ratio = rate(mine) / rate(plain)
    return {
      what: 'download of a document of 512 MiB over TLS',
      ours: `${rate(mine).toFixed(0)} MiB/s`,
      reference: `${rate(plain).toFixed(0)} MiB/s`,
      ratio: ratio.toFixed(2),
      target: '>= 0.5',
      met: ratio >= 0.5,
    }
  }
}

async function writePlain(path: string): Promise<void> {
  const file = await open(path, 'w')
  for (const piece of pieces()) await file.write(piece)
  await file.close()
}

function* pieces() {
  const piece = Buffer.alloc(MIB, 'bench ')
  for (let at = 0; at < SIZE; at += piece.length) yield piece
}

type Api = ReturnType<typeof apiOf>

function apiOf(url: string, token: string) {
  return async (method: string, path: string, body: object | Readable) => {
    const streamed = body instanceof Readable
    const req = request(`${url}/api/v1${path}`, {
      method,
      rejectUnauthorized: false,
      headers: {
        authorization: `Bearer ${token}`,
        ...(streamed
          ? { 'content-type': 'application/octet-stream', 'content-length': SIZE, 'upload-offset': '0' }
          : { 'content-type': 'application/json' }),
      },
    })
    if (streamed) body.pipe(req)
    else req.end(JSON.stringify(body))
    const [res] = await once(req, 'response')
    const answer = JSON.parse((await text(res)) || '{}')
    if (res.statusCode >= 300)
      throw new Error(`${method} ${path} answered ${res.statusCode}: ${answer.title}`)
    return answer
  }
}

/** A large document in a client's own folder, as if it had been read. */
async function uploaded(w: BenchWorld, api: Api): Promise<string> {
  const client = await api('POST', '/clients', {
    kind: 'person',
    groupId: w.world.groupId,
    contact: { names: [{ given: ['Bench'] }] },
  })
  const folder = await api('POST', '/folders', { name: 'Scans', clientId: client.id })
  const doc = await api('POST', `/folders/${folder.id}/documents`, { name: 'scan.bin', size: SIZE })
  await api('PUT', `/documents/${doc.id}/uploads/${doc.uploadId}`, Readable.from(pieces()))
  await aside(w, "update files set state = 'clean' where owner_id = $1", [doc.id])
  return doc.id
}

/** Seconds that an answer's bytes take. */
async function fetched(url: string, headers: Record<string, string>): Promise<number> {
  const began = performance.now()
  const req = request(url, { rejectUnauthorized: false, headers })
  req.end()
  const [res] = await once(req, 'response')
  let bytes = 0
  for await (const chunk of res) bytes += chunk.length
  if (bytes !== SIZE) throw new Error(`${bytes} bytes came instead of ${SIZE}`)
  return (performance.now() - began) / 1000
}

/** Past the triggers that hold people to the way things go. */
async function aside(w: BenchWorld, sql: string, values: unknown[]): Promise<void> {
  await w.owner.query('set session_replication_role = replica')
  await w.owner.query(sql, values)
  await w.owner.query('set session_replication_role = default')
}

/** Documents with a published version each, and the same in the clear. */
async function fillFolder(w: BenchWorld, folderId: string, userId: string): Promise<void> {
  const { orgId } = w.world
  const ids = Array.from({ length: DOCUMENTS }, () => uuidv7())
  const files = ids.map(() => uuidv7())
  const made: { kekId: string; wrapped: Buffer; name: Buffer; tags: Buffer }[] = []
  for (const [i, id] of ids.entries()) {
    const dek = await w.platform.keys.newDek(orgId, id)
    const seal = (column: string, value: unknown) =>
      sealJson(dek.key, { orgId, table: 'documents', column, row: id }, value)
    made.push({
      ...dek,
      name: seal('sealed_name', `Policy ${i} on hygiene.pdf`),
      tags: seal('sealed_tags', ['hygiene']),
    })
  }
  const column = <T>(of: (m: (typeof made)[number]) => T) => made.map(of)
  const common = [orgId, ids]
  const at = "now() - i * interval '1 minute'"
  await aside(
    w,
    `insert into documents (org_id, id, folder_id, sealed_name, sealed_tags, name_key, state, latest, allotted, published, created_by, updated_by, updated_at)
      select $1, d, $3, n, t, uuid_send(d), 'published', 1, 1, 1, $6, $6, ${at} from unnest($2::uuid[], $4::bytea[], $5::bytea[]) with ordinality x(d, n, t, i)`,
    [...common, folderId, column((m) => m.name), column((m) => m.tags), userId],
  )
  await aside(
    w,
    "insert into deks (org_id, subject_id, subject_type, kek_id, wrapped) select $1, d, 'document', $3, w from unnest($2::uuid[], $4::bytea[]) x(d, w)",
    [...common, made[0]!.kekId, column((m) => m.wrapped)],
  )
  await aside(
    w,
    `insert into files (org_id, id, owner_type, owner_id, state, sealed_name, size, received, content_type)
      select $1, f, 'document', d, 'clean', '\\x00', 1000, 1000, 'application/pdf' from unnest($2::uuid[], $3::uuid[]) x(d, f)`,
    [...common, files],
  )
  await aside(
    w,
    `insert into document_versions (org_id, id, document_id, n, base, file_id, author_id, completed_at)
      select $1, gen_random_uuid(), d, 1, 0, f, $4, now() from unnest($2::uuid[], $3::uuid[]) x(d, f)`,
    [...common, files, userId],
  )
  await aside(
    w,
    `insert into plain_documents (id, folder_id, name, tags, state, size, content_type, updated_at, updated_by)
      select d, $2, 'Policy ' || i || ' on hygiene.pdf', '["hygiene"]', 'published', 1000, 'application/pdf', ${at}, 'custom' from unnest($1::uuid[]) with ordinality x(d, i)`,
    [ids, folderId],
  )
  await w.owner.query('vacuum analyze')
}
