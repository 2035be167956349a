-- Browsers that want to be told when there is something new. Where one is reached, and what opens what is said to it, is sealed
-- under its owner's key; a hash of the address tells one device from another. A subscription belongs to the session it was made
-- or last seen in: whoever signs out, is signed out, suspended or removed is told nothing more.
create table push_subscriptions (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  session_id uuid not null,
  endpoint_hash bytea not null check (length(endpoint_hash) = 32),
  sealed_subscription bytea not null,
  created_at timestamptz not null default now(),
  -- How often in a row it could not be reached.
  failures integer not null default 0,
  primary key (org_id, id),
  unique (org_id, endpoint_hash),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, session_id) references sessions (org_id, id) on delete cascade
);
create index push_subscriptions_user on push_subscriptions (org_id, user_id);
create index push_subscriptions_session on push_subscriptions (org_id, session_id);
alter table push_subscriptions enable row level security;
create policy own on push_subscriptions to wellkeep_app using (org_id = wk_org() and user_id = wk_user()) with check (org_id = wk_org() and user_id = wk_user());
create policy worker on push_subscriptions to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, delete on push_subscriptions to wellkeep_app;
grant select, update, delete on push_subscriptions to wellkeep_worker;

-- A device is somebody's: whoever subscribes with it takes the place of who did before.
create function wk_push_replaces() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from push_subscriptions where org_id = new.org_id and endpoint_hash = new.endpoint_hash;
  return new;
end $$;
create trigger replaces before insert on push_subscriptions for each row execute function wk_push_replaces();

create function wk_push_session_over() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from push_subscriptions where org_id = new.org_id and session_id = new.id;
  return null;
end $$;
create trigger push_over after update of ended_at on sessions for each row
  when (old.ended_at is null and new.ended_at is not null) execute function wk_push_session_over();
create function wk_push_user_gone() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from push_subscriptions where org_id = new.org_id and user_id = new.id;
  return null;
end $$;
create trigger push_over after update of status on users for each row when (new.status <> 'active') execute function wk_push_user_gone();
