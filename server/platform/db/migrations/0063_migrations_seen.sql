-- Which migrations were applied, for whoever checks a deployment without being its owner.
create function wk_migrations() returns setof text language sql stable security definer set search_path = public as
  $$ select name from schema_migrations order by number $$;
revoke all on function wk_migrations() from public;
grant execute on function wk_migrations() to wellkeep_worker;
