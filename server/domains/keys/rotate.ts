import type { Tx } from '../../platform/db/database.ts'
import { FRESH_MS } from '../../platform/keys/org-keys.ts'
import type { Services } from '../../platform/services.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'provider'>

/** Data keys rewrapped in one transaction: short enough that nobody waits on its locks. */
const BATCH = 500
/** A retired KEK is kept this long after the last process could have taken it for the newest. */
const KEEP_MS = 20 * FRESH_MS

export const organizations = async ({ db }: Pick<Services, 'db'>): Promise<string[]> =>
  (
    await db.query<{ org: string }>({ name: 'orgs', text: 'select wk_organizations() as org' }, [], 'worker')
  ).map((o) => o.org)

/**
 * Makes a new root key, and for each organization a new KEK; puts the organization's keys under the new root. From
 * then on everything new is wrapped by the new keys, and everything old stays readable. Rewrapping follows.
 */
export async function rotate(
  parts: Parts,
  record: (tx: Tx, facts: Record<string, string>) => Promise<void>,
): Promise<{ rootKeyId: string; organizations: number }> {
  const root = await parts.provider.rotate()
  const orgs = await organizations(parts)
  for (const orgId of orgs)
    await parts.db.withContext(
      { orgId, userId: null },
      async (tx) => {
        await tx.run({ name: 'keys-lock', text: 'select pg_advisory_xact_lock(7316004, hashtext($1))' }, [
          orgId,
        ])
        await tx.db
          .updateTable('org_keys')
          .set({ retired_at: new Date() })
          .where('purpose', '=', 'kek')
          .where('retired_at', 'is', null)
          .execute()
        const kek = await parts.keys.addKek(tx)
        await parts.keys.rewrapUnderActiveRoot(tx)
        await record(tx, { rootKey: root.id, kek })
      },
      'worker',
    )
  for (const orgId of orgs) parts.keys.forget(orgId)
  return { rootKeyId: root.id, organizations: orgs.length }
}

/** Moves data keys under the newest KEK, a batch at a time; may be stopped at any point and taken up again. */
export async function rewrap(parts: Parts, onProgress: (done: number) => void = () => {}): Promise<number> {
  let done = 0
  for (const orgId of await organizations(parts)) {
    parts.keys.forget(orgId)
    for (;;) {
      const moved = await rewrapBatch(parts, orgId)
      if (!moved) break
      done += moved
      onProgress(done)
    }
  }
  await forgetOld(parts)
  return done
}

async function rewrapBatch({ db, keys }: Parts, orgId: string): Promise<number> {
  return db.withContext(
    { orgId, userId: null },
    async (tx) => {
      const rows = await tx.run<{ subject_id: string; kek_id: string; wrapped: Buffer | null }>(
        {
          name: 'deks-old',
          text: `select d.subject_id, d.kek_id, d.wrapped from deks d join org_keys k on k.org_id = d.org_id and k.id = d.kek_id
        where d.org_id = $1 and k.retired_at is not null order by d.subject_id limit $2 for update of d skip locked`,
        },
        [orgId, BATCH],
      )
      if (!rows.length) return 0
      const newest = await keys.newestKek(orgId)
      const moved = []
      for (const r of rows)
        moved.push(
          r.wrapped ? await keys.rewrapDek(orgId, r.subject_id, r) : { kekId: newest, wrapped: null },
        )
      await tx.run(
        {
          name: 'deks-move',
          text: `update deks d set kek_id = n.kek_id, wrapped = n.wrapped from unnest($2::uuid[], $3::uuid[], $4::bytea[]) as n (subject_id, kek_id, wrapped)
        where d.org_id = $1 and d.subject_id = n.subject_id`,
        },
        [orgId, rows.map((r) => r.subject_id), moved.map((m) => m.kekId), moved.map((m) => m.wrapped)],
      )
      return rows.length
    },
    'worker',
  )
}

/**
 * Destroys KEKs that wrap nothing and were retired long enough ago that no process still wraps with them, and root
 * keys that wrap nothing.
 */
export async function forgetOld(parts: Parts, keepMs = KEEP_MS): Promise<void> {
  for (const orgId of await organizations(parts))
    await parts.db.withContext(
      { orgId, userId: null },
      (tx) =>
        tx.run(
          {
            name: 'keks-forget',
            text: `delete from org_keys k where k.org_id = $1 and k.purpose = 'kek' and k.retired_at < now() - make_interval(secs => $2)
        and not exists (select 1 from deks d where d.org_id = k.org_id and d.kek_id = k.id)`,
          },
          [orgId, keepMs / 1000],
        ),
      'worker',
    )
  const needed = new Set(
    (
      await parts.db.query<{ root_key_id: string }>(
        { name: 'roots', text: 'select root_key_id from wk_root_keys_needed()' },
        [],
        'worker',
      )
    ).map((r) => r.root_key_id),
  )
  for (const root of await parts.provider.list())
    if (!root.active && !needed.has(root.id)) await parts.provider.retire(root.id)
}
