-- Changes of many clients, by anybody, each with its event, in one statement and so in one transaction: they share
-- a commit. The context of each user is set before what that user changes, and row-level security holds as everywhere.
-- `p_org`, `p_user`: one entry a user. All else: one entry a change; `p_who` says whose it is (from 1). A class whose
-- bytes are null stays as it is, and so do the tokens. Answers each change that was made (from 1) and its new version:
-- one whose client no longer has the version that was read, or is not open to that user, is left out, with its event.
create function wk_change_clients(
  p_org uuid[], p_user uuid[], p_who integer[], p_id uuid[], p_version integer[],
  p_contact bytea[], p_demographic bytea[], p_identifier bytea[], p_clinical bytea[], p_financial bytea[], p_tokens text[],
  e_id uuid[], e_at timestamptz[], e_leaf text[], e_session uuid[]
) returns table (n integer, version integer)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare made integer[]; versions integer[]; done integer[] := '{}';
begin
  -- Changes that share a transaction do not wait long for a client that another one holds: they fail, and come singly.
  perform set_config('lock_timeout', '100ms', true);
  for i in 1 .. cardinality(p_user) loop
    perform wk_enter(p_org[i], p_user[i]);
    with changed as (
      update clients c set version = c.version + 1, updated_at = now(),
        sealed_contact = coalesce(q.contact, c.sealed_contact), sealed_demographic = coalesce(q.demographic, c.sealed_demographic),
        sealed_identifier = coalesce(q.identifier, c.sealed_identifier), sealed_clinical = coalesce(q.clinical, c.sealed_clinical),
        sealed_financial = coalesce(q.financial, c.sealed_financial)
      from unnest(p_who, p_id, p_version, p_contact, p_demographic, p_identifier, p_clinical, p_financial) with ordinality
        as q (who, id, version, contact, demographic, identifier, clinical, financial, n)
      where q.who = i and c.org_id = wk_org() and c.id = q.id and c.version = q.version and c.shredded_at is null
      returning q.n::integer as n, c.version
    ) select array_agg(changed.n), array_agg(changed.version) into made, versions from changed;
    continue when made is null;
    if p_tokens is not null then
      update client_search s set tokens = q.tokens::integer[]
      from unnest(p_id, p_tokens) with ordinality as q (id, tokens, n)
      where q.n = any (made) and q.tokens is not null and s.org_id = wk_org() and s.client_id = q.id;
    end if;
    done := done || made;
    return query select * from unnest(made, versions);
  end loop;
  if cardinality(done) > 0 then
    perform wk_audit_append(array_agg(p_org[q.who]), array_agg(q.id), array_agg(q.at), array_agg(q.leaf), array_agg(p_user[q.who]),
      array_agg(q.session), array_agg('client.change'::text), array_agg('done'::text), array_agg('client'::text), array_agg(q.client),
      array_agg(null::text))
    from unnest(p_who, p_id, e_id, e_at, e_leaf, e_session) with ordinality as q (who, client, id, at, leaf, session, n)
    where q.n = any (done);
  end if;
end $$;
revoke all on function wk_change_clients(uuid[], uuid[], integer[], uuid[], integer[], bytea[], bytea[], bytea[], bytea[], bytea[], text[],
  uuid[], timestamptz[], text[], uuid[]) from public;
grant execute on function wk_change_clients(uuid[], uuid[], integer[], uuid[], integer[], bytea[], bytea[], bytea[], bytea[], bytea[], text[],
  uuid[], timestamptz[], text[], uuid[]) to wellkeep_app;

drop function wk_change_client(uuid, uuid, uuid, integer, text[], bytea, bytea, bytea, bytea, bytea, integer[], uuid, timestamptz, text, uuid);
