-- Secure threads between a client's portal people and the care team. A thread has a data key of its own; what is typed is
-- sealed under it. Staff see it behind the wall of the client's group, portal people where they take part.
do $$ declare def text; begin
  select pg_get_constraintdef(oid) into def from pg_constraint where conname = 'deks_subject_type_check';
  alter table deks drop constraint deks_subject_type_check;
  execute 'alter table deks add constraint deks_subject_type_check ' || replace(def, '''file''::text', '''file''::text, ''thread''::text');
end $$;

create table message_threads (
  org_id uuid not null references organizations,
  id uuid not null,
  client_id uuid not null,
  group_id uuid not null,
  sealed_subject bytea not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  assignee_id uuid,
  message_count integer not null default 0,
  last_at timestamptz not null default now(),
  -- The last message came from the portal: the care team's turn.
  waits boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  foreign key (org_id, assignee_id) references users (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id)
);
create index message_threads_recent on message_threads (org_id, last_at desc, id desc);
create index message_threads_client on message_threads (org_id, client_id, last_at desc);
-- The portal people who take part.
create table thread_people (
  org_id uuid not null,
  thread_id uuid not null,
  user_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (org_id, thread_id, user_id),
  foreign key (org_id, thread_id) references message_threads (org_id, id),
  foreign key (org_id, user_id) references portal_people (org_id, user_id)
);
create index thread_people_user on thread_people (org_id, user_id);
create table thread_messages (
  org_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  -- `note`: between staff. `event`: what the system says (a hand-over, somebody is away).
  kind text not null check (kind in ('message', 'note', 'event')),
  author_id uuid,
  from_portal boolean not null,
  sealed_body bytea not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  check (kind = 'message' or not from_portal),
  foreign key (org_id, thread_id) references message_threads (org_id, id),
  foreign key (org_id, author_id) references users (org_id, id)
);
create index thread_messages_thread on thread_messages (org_id, thread_id, id);
-- How far somebody has read: up to this message.
create table thread_reads (
  org_id uuid not null,
  thread_id uuid not null,
  user_id uuid not null,
  up_to uuid not null,
  read_at timestamptz not null default now(),
  primary key (org_id, thread_id, user_id),
  foreign key (org_id, thread_id) references message_threads (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
-- Who of the staff is away, until when, and who looks after their threads meanwhile.
create table staff_absences (
  org_id uuid not null,
  user_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  cover_id uuid,
  updated_at timestamptz not null default now(),
  primary key (org_id, user_id),
  check (until_at > from_at),
  check (cover_id is distinct from user_id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, cover_id) references users (org_id, id)
);

-- The threads in which the portal person who asks takes part, as long as they are tied to the client.
create function wk_my_threads() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(t.id), '{}') from thread_people p
  join message_threads t on t.org_id = p.org_id and t.id = p.thread_id and t.client_id = any (wk_portal_clients())
  where wk_is_portal() and p.org_id = wk_org() and p.user_id = wk_user()
$$;
revoke all on function wk_my_threads() from public;
grant execute on function wk_my_threads() to wellkeep_app, wellkeep_worker;

-- How a member of staff is called, for whoever they answer.
create function wk_staff_name(p_user uuid) returns text language sql stable security definer set search_path = public as
  $$ select u.display_name from users u where u.org_id = wk_org() and u.id = p_user and u.kind <> 'portal' $$;
-- Who takes part in a thread, for those to whom it is open: names are sealed under each person's own key.
create function wk_thread_people(p_thread uuid) returns table (user_id uuid, sealed_person bytea, kek_id uuid, wrapped bytea)
language sql stable security definer set search_path = public as $$
  select p.user_id, x.sealed_person, d.kek_id, d.wrapped from thread_people p
  join message_threads t on t.org_id = p.org_id and t.id = p.thread_id
  join portal_people x on x.org_id = p.org_id and x.user_id = p.user_id
  join deks d on d.org_id = p.org_id and d.subject_id = p.user_id and d.wrapped is not null
  where p.org_id = wk_org() and p.thread_id = p_thread and (t.id = any (wk_my_threads())
    or t.group_id = any (wk_groups('read')) or t.client_id = any (wk_glass()) or session_user = 'wellkeep_worker')
  order by p.added_at, p.user_id
$$;
-- Whether the one who answers a thread is away, for whoever writes to them.
create function wk_away(p_user uuid) returns table (until_at timestamptz, cover_id uuid) language sql stable security definer set search_path = public as $$
  select a.until_at, a.cover_id from staff_absences a
  where a.org_id = wk_org() and a.user_id = p_user and now() >= a.from_at and now() < a.until_at
$$;
revoke all on function wk_staff_name(uuid), wk_thread_people(uuid), wk_away(uuid) from public;
grant execute on function wk_staff_name(uuid), wk_thread_people(uuid), wk_away(uuid) to wellkeep_app, wellkeep_worker;

alter table message_threads enable row level security;
create policy seen on message_threads for select to wellkeep_app using (org_id = wk_org() and (group_id = any ((select wk_groups('read'))::uuid[])
  or client_id = any ((select wk_glass())::uuid[]) or id = any ((select wk_my_threads())::uuid[])));
create policy added on message_threads for insert to wellkeep_app with check (org_id = wk_org() and created_by = wk_user()
  and (group_id = any ((select wk_groups('write'))::uuid[]) or client_id = any ((select wk_portal_clients())::uuid[])));
create policy changed on message_threads for update to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]))
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));

alter table thread_people enable row level security;
create policy seen on thread_people for select to wellkeep_app using (org_id = wk_org() and (user_id = wk_user() or (not (select wk_is_portal())
  and (select true from message_threads t where t.org_id = thread_people.org_id and t.id = thread_people.thread_id))));
create policy changed on thread_people for all to wellkeep_app
  using (org_id = wk_org() and (select t.group_id = any ((select wk_groups('write'))::uuid[]) from message_threads t
    where t.org_id = thread_people.org_id and t.id = thread_people.thread_id))
  with check (org_id = wk_org() and (select t.group_id = any ((select wk_groups('write'))::uuid[]) from message_threads t
    where t.org_id = thread_people.org_id and t.id = thread_people.thread_id));

alter table thread_messages enable row level security;
create policy seen on thread_messages for select to wellkeep_app using (org_id = wk_org() and (kind <> 'note' or not (select wk_is_portal()))
  and (select true from message_threads t where t.org_id = thread_messages.org_id and t.id = thread_messages.thread_id));
create policy added on thread_messages for insert to wellkeep_app with check (org_id = wk_org()
  and (author_id = wk_user() or kind = 'event')
  and case when (select wk_is_portal()) then from_portal and kind = 'message' and thread_id = any ((select wk_my_threads())::uuid[])
    else not from_portal and (select t.group_id = any ((select wk_groups('write'))::uuid[]) from message_threads t
      where t.org_id = thread_messages.org_id and t.id = thread_messages.thread_id) end);

alter table thread_reads enable row level security;
create policy own on thread_reads to wellkeep_app using (org_id = wk_org() and user_id = wk_user())
  with check (org_id = wk_org() and user_id = wk_user()
    and (select true from message_threads t where t.org_id = thread_reads.org_id and t.id = thread_reads.thread_id));
alter table staff_absences enable row level security;
create policy seen on staff_absences for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal()));
create policy changed on staff_absences for all to wellkeep_app
  using (org_id = wk_org() and user_id = wk_user() and not (select wk_is_portal()))
  with check (org_id = wk_org() and user_id = wk_user() and not (select wk_is_portal()));
do $$ declare t text; begin
  foreach t in array array['message_threads', 'thread_people', 'thread_messages', 'thread_reads', 'staff_absences'] loop
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
  foreach t in array array['message_threads', 'thread_reads', 'staff_absences'] loop
    execute format('grant update on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
  foreach t in array array['thread_people', 'staff_absences'] loop
    execute format('grant delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
create policy seen_thread on deks for select to wellkeep_app using (org_id = wk_org() and subject_type = 'thread'
  and (select true from message_threads t where t.org_id = deks.org_id and t.id = deks.subject_id));
create policy changed_thread on deks for update to wellkeep_app using (org_id = wk_org() and subject_type = 'thread'
  and (select t.group_id = any ((select wk_groups('write'))::uuid[]) from message_threads t where t.org_id = deks.org_id and t.id = deks.subject_id))
  with check (org_id = wk_org());

-- The wall is the client's, whoever writes; a portal person who opens a thread takes part in it.
create function wk_thread_begins() returns trigger language plpgsql security definer set search_path = public as $$
begin
  select c.group_id into new.group_id from clients c where c.org_id = new.org_id and c.id = new.client_id and c.shredded_at is null;
  if new.group_id is null then raise exception 'a thread belongs to a client' using errcode = '23503'; end if;
  return new;
end $$;
create trigger begins before insert on message_threads for each row execute function wk_thread_begins();
create function wk_thread_begun() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into thread_people (org_id, thread_id, user_id, added_by) select new.org_id, new.id, u.id, u.id from users u
  where u.org_id = new.org_id and u.id = new.created_by and u.kind = 'portal';
  return null;
end $$;
create trigger begun after insert on message_threads for each row execute function wk_thread_begun();
-- Each message moves its thread; one from the portal opens it again and waits for an answer.
create function wk_thread_moves() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update message_threads set message_count = message_count + 1, last_at = new.created_at,
    waits = case new.kind when 'message' then new.from_portal else waits end,
    state = case when new.from_portal then 'open' else state end
  where org_id = new.org_id and id = new.thread_id;
  return null;
end $$;
create trigger moves after insert on thread_messages for each row execute function wk_thread_moves();
create function wk_threads_follow_client() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update message_threads set group_id = new.group_id where org_id = new.org_id and client_id = new.id;
  return null;
end $$;
create trigger threads_follow after update of group_id on clients for each row when (old.group_id <> new.group_id) execute function wk_threads_follow_client();
-- A client that is destroyed takes its threads along: what was typed opens no more.
create function wk_threads_shredded() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update deks d set wrapped = null, destroyed_at = new.shredded_at from message_threads t
    where t.org_id = new.org_id and t.client_id = new.id and d.org_id = t.org_id and d.subject_id = t.id and d.wrapped is not null;
  return null;
end $$;
create trigger threads_shredded after update of shredded_at on clients for each row
  when (old.shredded_at is null and new.shredded_at is not null) execute function wk_threads_shredded();


-- New permissions for the shipped roles of organizations that exist.
update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('privacy-officer', array['messages:read']),
  ('clinician', array['messages:read', 'messages:write']),
  ('care-coordinator', array['messages:read', 'messages:write'])
) n (key, permissions) where r.built_in = n.key;
