import type { Tx } from '../../platform/db/database.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import type { Services } from '../../platform/services.ts'
import { recordTokens, TOKEN_VERSION, VERSION_MARK } from './index-tokens.ts'
import { type ClientRow, openClasses } from './records.ts'

type Parts = Pick<Services, 'db' | 'keys'>

/** Clients made anew in one transaction: short enough that nobody notices. */
const BATCH = 200
/** What another process or a running change holds is passed over, and looked at again in a further pass. */
const MOST_PASSES = 5

export interface ReindexProgress {
  orgId: string
  /** Clients looked at, and clients there were when the pass began. */
  done: number
  total: number
}

export interface ReindexOptions {
  onProgress?: (progress: ReindexProgress) => void
  /** Looks at every client again, though it was finished before. */
  again?: boolean
  /** Records who asked for that, once for each organization. */
  record?: (tx: Tx) => Promise<void>
  signal?: AbortSignal
  /** The share of the time that it may work, so that a serving process keeps breath: 1 for all. */
  share?: number
}

/**
 * Makes the search tokens of clients anew whose tokens are of an older version, while the server serves. May be
 * stopped at any point: the place is kept in `search_reindex`, and any process takes it up there. Answers how many
 * clients got new tokens.
 */
export async function reindexClients(
  parts: Parts,
  { onProgress = () => {}, again = false, record, signal, share = 1 }: ReindexOptions = {},
): Promise<number> {
  let changed = 0
  for (const { org } of await parts.db.query<{ org: string }>(
    { name: 'orgs', text: 'select wk_organizations() as org' },
    [],
    'worker',
  )) {
    if (again) await begin(parts, org, true, record)
    for (let pass = 0; pass < MOST_PASSES && !signal?.aborted; pass++) {
      if (!(await begin(parts, org, false))) break
      changed += await onePass(parts, org, onProgress, share, signal)
    }
  }
  return changed
}

/** Notes that a pass begins, unless one runs or this version is finished; `anew` forgets that it was. */
function begin(
  { db }: Parts,
  orgId: string,
  anew: boolean,
  record: (tx: Tx) => Promise<void> = async () => {},
): Promise<boolean> {
  return db.withContext(
    { orgId, userId: null },
    async (tx) => {
      await record(tx)
      const rows = await tx.run<{ open: boolean }>(
        {
          name: anew ? 'reindex-anew' : 'reindex-begin',
          text: `insert into search_reindex (org_id, version, total)
            select $1, $2, count(*) from client_search where org_id = $1
          on conflict (org_id) do update set version = excluded.version, total = excluded.total, finished_at = null,
            after_id = case when search_reindex.version < excluded.version ${anew ? 'or true' : ''} then null else search_reindex.after_id end,
            done = case when search_reindex.version < excluded.version or search_reindex.after_id is null ${anew ? 'or true' : ''} then 0 else search_reindex.done end
            where search_reindex.version < excluded.version or search_reindex.finished_at is null ${anew ? 'or true' : ''}
          returning finished_at is null as open`,
        },
        [orgId, TOKEN_VERSION],
      )
      return rows.length > 0
    },
    'worker',
  )
}

async function onePass(
  parts: Parts,
  orgId: string,
  onProgress: (p: ReindexProgress) => void,
  share: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let changed = 0
  while (!signal?.aborted) {
    const began = performance.now()
    const step = await parts.db.withContext(
      { orgId, userId: null },
      (tx) => oneBatch(parts, tx, signal),
      'worker',
    )
    changed += step.changed
    onProgress({ orgId, done: step.done, total: Math.max(step.total, step.done) })
    if (step.ended) break
    const rest = (performance.now() - began) * (1 / share - 1)
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
  }
  return changed
}

const STATE = {
  name: 'reindex-state',
  text: 'select after_id, done, total from search_reindex where org_id = $1 for update',
}
const OLD = {
  name: 'reindex-old',
  text: `select s.client_id as id, s.tokens, c.sealed_contact, c.sealed_demographic, c.sealed_identifier, d.kek_id, d.wrapped,
      s.tokens @> array[$3::integer] as fresh
    from (select * from client_search where org_id = $1 and ($2::uuid is null or client_id > $2) order by client_id limit $4) s
    join clients c on c.org_id = s.org_id and c.id = s.client_id
    join deks d on d.org_id = c.org_id and d.subject_id = c.id
    order by s.client_id`,
}
// Never waits for a lock, so that it can't be the one of a deadlock. Compared with what was read: whoever changed the
// client meanwhile has written its tokens.
const SWAP = {
  name: 'reindex-swap',
  text: `with new as (select * from unnest($2::uuid[], $3::text[], $4::text[]) as n (id, old, tokens)),
    free as (
      select s.client_id, n.tokens from client_search s join new n on n.id = s.client_id
      where s.org_id = $1 and s.tokens = n.old::integer[] for update of s skip locked
    )
    update client_search s set tokens = free.tokens::integer[] from free where s.org_id = $1 and s.client_id = free.client_id`,
}
const PLACE = {
  name: 'reindex-place',
  text: 'update search_reindex set after_id = $2, done = $3, finished_at = case when $4 then now() end where org_id = $1',
}
const LEFT = {
  name: 'reindex-left',
  text: `select exists (select 1 from client_search where org_id = $1 and not tokens @> array[$2::integer]) as left`,
}

type OldRow = Pick<
  ClientRow,
  'id' | 'sealed_contact' | 'sealed_demographic' | 'sealed_identifier' | 'kek_id' | 'wrapped'
> & { tokens: number[]; fresh: boolean }

async function oneBatch(
  { keys }: Parts,
  tx: Tx,
  signal: AbortSignal | undefined,
): Promise<{ changed: number; done: number; total: number; ended: boolean }> {
  const { orgId } = tx.context
  const [state] = await tx.run<{ after_id: string | null; done: number; total: number }>(STATE, [orgId])
  if (!state || signal?.aborted) return { changed: 0, done: 0, total: 0, ended: true }
  const rows = await tx.run<OldRow>(OLD, [orgId, state.after_id, VERSION_MARK, BATCH])
  if (!rows.length) {
    const [{ left } = { left: false }] = await tx.run<{ left: boolean }>(LEFT, [orgId, VERSION_MARK])
    await tx.run(PLACE, [orgId, null, state.done, !left])
    return { changed: 0, done: state.done, total: state.total, ended: true }
  }
  const t = await tokenizer(keys, orgId)
  const made: { id: string; old: number[]; tokens: number[] }[] = []
  for (const row of rows) {
    if (row.fresh || !row.wrapped) continue
    const record = openClasses(await keys.openDek(orgId, row.id, row), orgId, row, [
      'contact',
      'demographic',
      'identifier',
    ])
    made.push({ id: row.id, old: row.tokens, tokens: recordTokens(t, record) })
  }
  const array = (list: number[]) => `{${list.join(',')}}`
  if (made.length)
    await tx.run(SWAP, [
      orgId,
      made.map((m) => m.id),
      made.map((m) => array(m.old)),
      made.map((m) => array(m.tokens)),
    ])
  const done = state.done + rows.length
  await tx.run(PLACE, [orgId, rows.at(-1)!.id, done, false])
  return { changed: made.length, done, total: state.total, ended: false }
}

/** Makes old tokens anew beside the serving, with a fifth of the time; `stop` waits for the batch at hand. */
export function startReindex(services: Parts & Pick<Services, 'log'>): { stop(): Promise<void> } {
  const halt = new AbortController()
  let said = Date.now()
  const work = reindexClients(services, {
    share: 0.2,
    signal: halt.signal,
    onProgress({ orgId, done, total }) {
      if (Date.now() - said < 10_000) return
      said = Date.now()
      services.log.info({ orgId, done, total }, 'making search tokens anew')
    },
  })
    .then((changed) => {
      if (changed) services.log.info({ changed }, 'search tokens are made anew')
    })
    .catch((error: Error) =>
      services.log.error(
        { kind: error.name },
        'making search tokens anew stopped; the next start takes it up',
      ),
    )
  return {
    async stop() {
      halt.abort()
      await work
    },
  }
}
