import type { Services } from '../../platform/services.ts'
import { organizations } from './rotate.ts'

export interface KeyReport {
  rootKeys: { id: string; createdAt: string; active: boolean; wraps: number }[]
  keks: { orgId: string; id: string; createdAt: string; retired: boolean; rootKeyId: string; wraps: number }[]
  deks: { total: number; destroyed: number; behind: number }
}

/** The state of the keys: which wraps how many, and how many data keys still wait to be rewrapped. */
export async function keyReport({ db, provider }: Pick<Services, 'db' | 'provider'>): Promise<KeyReport> {
  const roots = new Map(
    (
      await db.query<{ root_key_id: string; keys: number }>(
        { name: 'roots-count', text: 'select * from wk_root_keys_needed()' },
        [],
        'worker',
      )
    ).map((r) => [r.root_key_id, r.keys]),
  )
  const report: KeyReport = {
    rootKeys: (await provider.list()).map((k) => ({ ...k, wraps: roots.get(k.id) ?? 0 })),
    keks: [],
    deks: { total: 0, destroyed: 0, behind: 0 },
  }
  for (const orgId of await organizations({ db })) {
    const rows = await db.withContext(
      { orgId, userId: null },
      (tx) =>
        tx.run<{
          id: string
          created_at: Date
          retired: boolean
          root_key_id: string
          live: number
          destroyed: number
        }>(
          {
            name: 'keks-report',
            text: `select k.id, k.created_at, k.retired_at is not null as retired, k.root_key_id,
        count(d.*) filter (where d.wrapped is not null)::int as live, count(d.*) filter (where d.subject_id is not null and d.wrapped is null)::int as destroyed
        from org_keys k left join deks d on d.org_id = k.org_id and d.kek_id = k.id where k.org_id = $1 and k.purpose = 'kek' group by k.org_id, k.id order by k.created_at`,
          },
          [orgId],
        ),
      'worker',
    )
    for (const r of rows) {
      report.keks.push({
        orgId,
        id: r.id,
        createdAt: r.created_at.toISOString(),
        retired: r.retired,
        rootKeyId: r.root_key_id,
        wraps: r.live,
      })
      report.deks.total += r.live
      report.deks.destroyed += r.destroyed
      if (r.retired) report.deks.behind += r.live
    }
  }
  return report
}

/** Opens every wrapped data key of every organization; answers how many opened, and which subjects' did not. */
export async function verifyKeys(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  onProgress: (done: number) => void = () => {},
): Promise<{ opened: number; failed: { orgId: string; subjectId: string; why: string }[] }> {
  const failed: { orgId: string; subjectId: string; why: string }[] = []
  let opened = 0
  for (const orgId of await organizations({ db })) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await db.withContext(
        { orgId, userId: null },
        (tx) =>
          tx.db
            .selectFrom('deks')
            .select(['subject_id', 'kek_id', 'wrapped'])
            .where('org_id', '=', orgId)
            .where('subject_id', '>', after)
            .where('wrapped', 'is not', null)
            .orderBy('subject_id')
            .limit(2000)
            .execute(),
        'worker',
      )
      for (const r of rows) {
        try {
          await keys.openDek(orgId, r.subject_id, r)
          opened++
        } catch (error) {
          failed.push({ orgId, subjectId: r.subject_id, why: (error as Error).message })
        }
      }
      onProgress(opened)
      if (rows.length < 2000) break
      after = rows.at(-1)!.subject_id
    }
  }
  return { opened, failed }
}
