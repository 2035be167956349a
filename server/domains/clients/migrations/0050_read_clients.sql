-- Many reads of one client each, by anybody, in one round trip. Whoever asks is established once a credential; the
-- context of that principal is set, and only then are the rows read that this principal asked for, behind its walls.
-- Runs with the caller's rights, so row-level security holds in it as everywhere: a request that were counted to the
-- wrong credential would find nothing that this credential's walls do not open.
--
-- `p_secret`, `p_session`, `p_passive`, `p_known`: one entry a credential, sorted, so that two batches never wait for
-- each other's sessions. `p_who`, `p_id`: one entry a request: which credential (from 1), which client.
-- Answers of each credential that lives one row with its principal, then one a client found: `n` is the request
-- (from 1), `found` the row in binary (`record_send`), which neither side writes or parses as text.
create function wk_read_clients(
  p_secret bytea[], p_session boolean[], p_passive boolean[], p_known bigint[], p_who integer[], p_id uuid[]
) returns table (who integer, n integer, principal jsonb, found bytea)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare p jsonb;
begin
  for i in 1 .. cardinality(p_secret) loop
    if p_session[i] then p := wk_open_session(p_secret[i], p_passive[i], p_known[i]);
    else p := wk_open_token(p_secret[i], p_known[i]); end if;
    continue when p is null;
    perform wk_enter((p ->> 'orgId')::uuid, (p ->> 'userId')::uuid);
    who := i; n := null; principal := p; found := null;
    return next;
    return query
      select i, q.n::integer, null::jsonb, record_send(row(
        c.id, c.kind, c.group_id, c.facility_id, c.version, c.created_at, c.updated_at, c.shredded_at, d.kek_id, g.name, f.name,
        c.group_id = any ((select wk_groups('write'))::uuid[]),
        d.wrapped, c.sealed_contact, c.sealed_demographic, c.sealed_identifier, c.sealed_clinical, c.sealed_financial))
      from unnest(p_who, p_id) with ordinality as q (who, id, n)
      join clients c on c.org_id = wk_org() and c.id = q.id
      join deks d on d.org_id = c.org_id and d.subject_id = c.id
      join client_groups g on g.org_id = c.org_id and g.id = c.group_id
      left join facilities f on f.org_id = c.org_id and f.id = c.facility_id
      where q.who = i;
  end loop;
end $$;
revoke all on function wk_read_clients(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]) from public;
grant execute on function wk_read_clients(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]) to wellkeep_app;

drop function wk_read_client(bytea, boolean, boolean, bigint, uuid);
drop function wk_pack(bytea);
