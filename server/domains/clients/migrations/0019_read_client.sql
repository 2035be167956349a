-- One client in one round trip: who asks is established, the row-security context set, and the client read
-- behind it. Runs with the caller's rights, so the walls hold in it as everywhere.
create function wk_read_client(p_secret bytea, p_session boolean, p_passive boolean, p_known bigint, p_id uuid)
returns table (
  principal jsonb, id uuid, kind text, group_id uuid, facility_id uuid, version integer, created_at timestamptz, updated_at timestamptz,
  shredded_at timestamptz, sealed_contact bytea, sealed_demographic bytea, sealed_identifier bytea, sealed_clinical bytea,
  sealed_financial bytea, kek_id uuid, wrapped bytea, group_name text, facility_name text, writable boolean
) language plpgsql set search_path = public as $$
#variable_conflict use_column
declare p jsonb;
begin
  if p_session then p := wk_open_session(p_secret, p_passive, p_known); else p := wk_open_token(p_secret, p_known); end if;
  if p is null then return; end if;
  perform wk_enter((p ->> 'orgId')::uuid, (p ->> 'userId')::uuid);
  return query
    select p, c.id, c.kind, c.group_id, c.facility_id, c.version, c.created_at, c.updated_at, c.shredded_at, c.sealed_contact,
      c.sealed_demographic, c.sealed_identifier, c.sealed_clinical, c.sealed_financial, d.kek_id, d.wrapped, g.name, f.name,
      c.group_id = any ((select wk_groups('write'))::uuid[])
    from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    join client_groups g on g.org_id = c.org_id and g.id = c.group_id
    left join facilities f on f.org_id = c.org_id and f.id = c.facility_id
    where c.org_id = wk_org() and c.id = p_id;
  if not found then
    return query select p, null::uuid, null::text, null::uuid, null::uuid, null::integer, null::timestamptz, null::timestamptz, null::timestamptz,
      null::bytea, null::bytea, null::bytea, null::bytea, null::bytea, null::uuid, null::bytea, null::text, null::text, null::boolean;
  end if;
end $$;
revoke all on function wk_read_client(bytea, boolean, boolean, bigint, uuid) from public;
grant execute on function wk_read_client(bytea, boolean, boolean, bigint, uuid) to wellkeep_app;
