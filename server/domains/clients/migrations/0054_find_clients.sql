-- A search in one round trip: the context of the user, the ids that the index gives (`wk_search`), and the rows behind
-- them, read with the caller's rights, each in binary (`record_send`). Only the classes that a search may open.
create function wk_find_clients(
  p_org uuid, p_user uuid, p_all integer[], p_any integer[], p_sizes integer[], p_group uuid, p_limit integer
) returns table (found bytea) language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
begin
  perform wk_enter(p_org, p_user);
  return query
    select record_send(row(c.id, c.kind, c.group_id, c.facility_id, c.version, c.created_at, c.updated_at, d.kek_id, d.wrapped,
      c.sealed_contact, c.sealed_demographic, c.sealed_identifier))
    from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    where c.org_id = wk_org() and c.id = any (array(select wk_search(p_all, p_any, p_sizes, p_group, p_limit))) and c.shredded_at is null;
end $$;
revoke all on function wk_find_clients(uuid, uuid, integer[], integer[], integer[], uuid, integer) from public;
grant execute on function wk_find_clients(uuid, uuid, integer[], integer[], integer[], uuid, integer) to wellkeep_app;

-- As before; what is asked nearly always (words as prefixes, or one misspelt word) is planned once, not at each search.
create or replace function wk_search(p_all integer[], p_any integer[], p_sizes integer[], p_group uuid, p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = public as $$
declare
  seen uuid[] := wk_groups('read');
  q text := 'select s.client_id from client_search s where s.org_id = wk_org() and s.group_id = any ($1)';
  at integer := 1;
  size integer;
begin
  if p_group is not null then
    seen := case when p_group = any (seen) then array[p_group] else '{}'::uuid[] end;
  end if;
  if cardinality(p_sizes) = 0 then
    return query select s.client_id from client_search s
      where s.tokens @> p_all and s.org_id = wk_org() and s.group_id = any (seen) limit p_limit;
    return;
  end if;
  if cardinality(p_sizes) = 1 and cardinality(p_all) = 0 then
    return query select s.client_id from client_search s
      where s.tokens && p_any and s.org_id = wk_org() and s.group_id = any (seen) limit p_limit;
    return;
  end if;
  if cardinality(p_all) > 0 then q := q || ' and s.tokens @> $2'; end if;
  foreach size in array p_sizes loop
    q := q || format(' and s.tokens && %L::integer[]', p_any[at : at + size - 1]);
    at := at + size;
  end loop;
  return query execute q || ' limit $3' using seen, p_all, p_limit;
end $$;
