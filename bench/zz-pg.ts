import pg from 'pg'
import { roleUrl } from '../server/platform/db/migrate.ts'
import { apiOf, fillFolder } from './documents.ts'
import { start } from './load.ts'
import { benchWorld } from './world.ts'

const w = await benchWorld()
const user = await w.world.custom(['documents:read', 'documents:write', 'documents:manage', 'clients:read'], {
  contact: 'write',
  clinical: 'write',
})
await w.owner.query(`create table plain_documents (id uuid primary key, folder_id uuid not null, name text not null, tags jsonb not null, state text not null,
      size bigint not null, content_type text not null, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
      updated_by text not null, version integer not null default 1);
    create index on plain_documents (folder_id, updated_at desc, id desc)`)
const ours = await start('bench/our-server.ts', { ...w.env, WELLKEEP_WORKERS: '0' })
const f = (await apiOf(String(ours.ready.url), user.token)('POST', '/folders', { name: 'P' })).id
await fillFolder(w, f, user.id)
const get = () =>
  fetch(`${ours.ready.url}/api/v1/folders/${f}/documents?limit=100`, {
    headers: { authorization: `Bearer ${user.token}` },
  }).then(async (r) => (await r.text()).length)
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
console.log('bytes', await get())
await new Promise((r) => setTimeout(r, 500))
const app = new pg.Client({ connectionString: roleUrl(w.platform.ownerUrl, 'wellkeep_app') })
await app.connect()
async function time(what: string, text: string, values: unknown[], n = 200) {
  for (let i = 0; i < 20; i++) await app.query({ name: what, text, values })
  const t: number[] = []
  for (let i = 0; i < n; i++) {
    const a = performance.now()
    await app.query({ name: what, text, values })
    t.push(performance.now() - a)
  }
  t.sort((a, b) => a - b)
  console.log(what, 'median ms', t[n >> 1]!.toFixed(3), 'p95', t[Math.floor(n * 0.95)]!.toFixed(3))
}
await time('page', 'select * from wk_page_of_folder($1,$2,$3,$4,$5,$6,$7,$8,$9)', [
  w.world.orgId,
  user.id,
  f,
  true,
  null,
  null,
  null,
  100,
  '1 true',
])
await time('page1', 'select * from wk_page_of_folder($1,$2,$3,$4,$5,$6,$7,$8,$9)', [
  w.world.orgId,
  user.id,
  f,
  true,
  null,
  null,
  null,
  1,
  '1 true',
])
await time('miss', 'select * from wk_page_of_folder($1,$2,$3,$4,$5,$6,$7,$8,$9)', [
  w.world.orgId,
  user.id,
  f,
  true,
  null,
  null,
  null,
  100,
  'x',
])
const o = w.owner
const t2 = async (what: string, text: string, values: unknown[]) => {
  const t: number[] = []
  for (let i = 0; i < 120; i++) {
    const a = performance.now()
    await o.query({ name: what, text, values })
    t.push(performance.now() - a)
  }
  t.sort((a, b) => a - b)
  console.log(what, t[60]!.toFixed(3))
}
await t2(
  'plain',
  'select * from plain_documents where folder_id = $1 order by updated_at desc, id desc limit $2',
  [f, 101],
)
await t2(
  'docs only',
  'select sum(version) from (select * from documents d where d.org_id=$1 and d.folder_id=$2 and d.purged_at is null order by d.updated_at desc, d.id desc limit 101) d',
  [w.world.orgId, f],
)
const a: number[] = []
for (let i = 0; i < 100; i++) {
  const b = performance.now()
  await get()
  a.push(performance.now() - b)
}
a.sort((x, y) => x - y)
console.log('http', a[50])
console.log(
  (
    await o.query(
      `explain (analyze, buffers off) select record_send(row(d.id, d.sealed_name, v.n, y.content_type, u.display_name)) from (select * from documents d where d.org_id = $1 and d.folder_id = $2 and d.purged_at is null order by d.updated_at desc, d.id desc limit 101) d
 left join document_versions v on v.org_id = $1 and v.document_id = d.id and v.n = d.latest left join files y on y.org_id = $1 and y.id = v.file_id left join users u on u.org_id = $1 and u.id = d.updated_by left join users c on c.org_id = $1 and c.id = d.checked_out_by`,
      [w.world.orgId, f],
    )
  ).rows
    .map((r) => r['QUERY PLAN'])
    .join('\n'),
)
await app.end()
await ours.stop()
await w.remove()
