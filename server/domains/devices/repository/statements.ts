/** What is asked of the database about a repository; org and device always come first. */

export interface FoundRow {
  blob_id: string
  size: number
  kek_id: string
  wrapped: Buffer | null
}

export interface PlaceRow {
  state: string
  room: number
  kek_id: string
  wrapped: Buffer | null
  there: boolean
  locks: number
}

export const LIST = {
  name: 'device-objects',
  text: `select encode(name, 'hex') as name, size from device_objects where org_id = $1 and device_id = $2 and kind = $3`,
}

export const FIND = {
  name: 'device-object',
  text: `select o.blob_id, o.size, d.kek_id, d.wrapped from device_objects o
    join deks d on d.org_id = o.org_id and d.subject_id = o.device_id
    where o.org_id = $1 and o.device_id = $2 and o.kind = $3 and o.name = $4`,
}

export const PLACE = {
  name: 'device-place',
  text: `select v.state, v.quota_bytes - v.used_bytes as room, d.kek_id, d.wrapped,
      exists (select 1 from device_objects o where o.org_id = $1 and o.device_id = $2 and o.kind = $3 and o.name = $4) as there,
      case when $3 = 'locks' then (select count(*)::int from device_objects o where o.org_id = $1 and o.device_id = $2 and o.kind = 'locks')
        else 0 end as locks
    from devices v join deks d on d.org_id = v.org_id and d.subject_id = v.id where v.org_id = $1 and v.id = $2`,
}

/** In one step: there is room, the device was not revoked meanwhile, and the file is part of its repository. */
export const KEEP = {
  name: 'device-keep',
  text: `with room as (
      update devices set used_bytes = used_bytes + $6,
        last_snapshot_at = case when $3 = 'snapshots' then now() else last_snapshot_at end,
        silent_since = case when $3 = 'snapshots' then null else silent_since end
      where org_id = $1 and id = $2 and (state = 'active' or (state = 'revoked' and $3 = 'locks')) and ($3 = 'locks' or used_bytes + $6 <= greatest(quota_bytes, $7::bigint)) returning id
    ), kept as (
      insert into device_objects (org_id, device_id, kind, name, blob_id, size) select $1, $2, $3, $4, $5, $6 from room returning 1
    ) select count(*)::int as n from kept`,
}

export const TAKE_AWAY = {
  name: 'device-take-away',
  text: `with gone as (
      delete from device_objects where org_id = $1 and device_id = $2 and kind = $3 and name = $4 and kind in ('data', 'index', 'snapshots')
      returning blob_id, size, created_at
    ), held as (
      insert into device_removed (org_id, blob_id, device_id, kind, name, size, created_at)
      select $1, blob_id, $2, $3, $4, size, created_at from gone
    ), room as (
      update devices set used_bytes = greatest(0, used_bytes - (select size from gone)) where org_id = $1 and id = $2 and exists (select 1 from gone)
    ) select blob_id from gone`,
}

export const UNLOCK = {
  name: 'device-unlock',
  text: `with gone as (
      delete from device_objects where org_id = $1 and device_id = $2 and kind = 'locks' and name = $3 returning blob_id, size
    ), room as (
      update devices set used_bytes = greatest(0, used_bytes - (select size from gone)) where org_id = $1 and id = $2 and exists (select 1 from gone)
    ) select blob_id from gone`,
}
