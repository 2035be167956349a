-- How far the making anew of an organization's search tokens has come, for each version of how they are made. Which
-- version a client's tokens are of stands among the tokens themselves (a negative number, which no token is), so that
-- whoever writes tokens says it, in the same statement.
create table search_reindex (
  org_id uuid primary key references organizations,
  version smallint not null,
  -- the last client looked at in this pass; null when a pass begins
  after_id uuid,
  done bigint not null default 0,
  total bigint not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
alter table search_reindex enable row level security;
create policy own on search_reindex to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on search_reindex to wellkeep_app;
grant select, insert, update on search_reindex to wellkeep_worker;
