-- Reads of one client each, as before, and with them the events that tell of them: one statement and one commit where
-- there were two. The process foresees an event from what it last knew of who asks (`p_known` names that); `p_event`,
-- `p_at` and `p_leaf` (lines) hold it, null where a request foresees none. It is written only where it came true:
-- what was known still holds, the sign-in is whole, and the walls open a client who was not destroyed. `recorded` says
-- so; all else is for the process to record.
drop function wk_read_clients(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]);
create function wk_read_clients(
  p_secret bytea[], p_session boolean[], p_passive boolean[], p_known bigint[], p_who integer[], p_id uuid[],
  p_event uuid[], p_at timestamptz[], p_leaf text
) returns table (who integer, n integer, principal jsonb, client bytea, recorded boolean)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare
  p jsonb;
  foreseen boolean;
  ns integer[];
  rows bytea[];
  kept integer[];
begin
  for i in 1 .. cardinality(p_secret) loop
    if p_session[i] then p := wk_open_session(p_secret[i], p_passive[i], p_known[i]);
    else p := wk_open_token(p_secret[i], p_known[i]); end if;
    continue when p is null;
    perform wk_enter((p ->> 'orgId')::uuid, (p ->> 'userId')::uuid);
    who := i; n := null; principal := p; client := null; recorded := null;
    return next;
    foreseen := not p ? 'roles' and coalesce(p ->> 'stage', 'full') = 'full';
    select array_agg(r.n), array_agg(r.client), array_agg(r.n) filter (where r.tells) into ns, rows, kept
    from (
      select q.n::integer as n, foreseen and q.event is not null and c.shredded_at is null as tells, record_send(row(
        c.id, c.kind, c.group_id, c.facility_id, c.version, c.created_at, c.updated_at, c.shredded_at, d.kek_id, g.name, f.name,
        c.group_id = any ((select wk_groups('write'))::uuid[]),
        d.wrapped, c.sealed_contact, c.sealed_demographic, c.sealed_identifier, c.sealed_clinical, c.sealed_financial)) as client
      from unnest(p_who, p_id, p_event) with ordinality as q (who, id, event, n)
      join clients c on c.org_id = wk_org() and c.id = q.id
      join deks d on d.org_id = c.org_id and d.subject_id = c.id
      join client_groups g on g.org_id = c.org_id and g.id = c.group_id
      left join facilities f on f.org_id = c.org_id and f.id = c.facility_id
      where q.who = i
    ) r;
    continue when ns is null;
    if kept is not null then
      perform wk_audit_reads('client.read', 'client', (p ->> 'sessionId')::uuid, kept, p_event, p_at, string_to_array(p_leaf, E'\n'), p_id);
    end if;
    principal := null;
    for j in 1 .. cardinality(ns) loop
      n := ns[j]; client := rows[j]; recorded := ns[j] = any (kept);
      return next;
    end loop;
  end loop;
end $$;
revoke all on function wk_read_clients(bytea[], boolean[], boolean[], bigint[], integer[], uuid[], uuid[], timestamptz[], text) from public;
grant execute on function wk_read_clients(bytea[], boolean[], boolean[], bigint[], integer[], uuid[], uuid[], timestamptz[], text) to wellkeep_app;
