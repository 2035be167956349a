-- Which of many names are those of clients of this organization, whatever walls stand before them: the detector asks,
-- under the worker's role, and only yes or no leaves it. `p_tokens`: the tokens of each name, laid end to end.
create function wk_known_names(p_tokens integer[], p_sizes integer[]) returns boolean[]
language plpgsql stable security definer set search_path = public as $$
declare
  known boolean[] := '{}';
  at integer := 1;
  size integer;
begin
  foreach size in array p_sizes loop
    known := known || exists (
      select 1 from client_search s where s.tokens @> p_tokens[at : at + size - 1] and s.org_id = wk_org());
    at := at + size;
  end loop;
  return known;
end $$;
revoke all on function wk_known_names(integer[], integer[]) from public;
grant execute on function wk_known_names(integer[], integer[]) to wellkeep_worker;
