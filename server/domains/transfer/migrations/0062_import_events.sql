-- Events of an all-or-nothing import wait here, inside its one transaction, and are recorded at its end: what they
-- tell of happens when it commits, and their time says so. Nothing ever stays: rows are gone before the commit.
create table import_events (
  org_id uuid not null,
  import_id uuid not null,
  seq bigint not null generated always as identity,
  event jsonb not null,
  primary key (org_id, import_id, seq),
  foreign key (org_id, import_id) references imports (org_id, id) on delete cascade
);
alter table import_events enable row level security;
create policy own on import_events to wellkeep_app using (org_id = wk_org() and exists (select 1 from imports i
  where i.org_id = import_events.org_id and i.id = import_events.import_id)) with check (org_id = wk_org() and exists
  (select 1 from imports i where i.org_id = import_events.org_id and i.id = import_events.import_id));
create policy worker on import_events to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, delete on import_events to wellkeep_app, wellkeep_worker;
