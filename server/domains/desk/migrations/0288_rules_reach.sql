-- Rules and schedules reach as far as who last saved what they say: the walls and roles of that person hold for what the
-- system does on their word, as they are when it does it.
alter table ticket_rules add column saved_by uuid, add foreign key (org_id, saved_by) references users (org_id, id);
alter table ticket_schedules add column saved_by uuid, add foreign key (org_id, saved_by) references users (org_id, id);
update ticket_rules r set saved_by = (select e.actor_id from audit_events e where e.org_id = r.org_id and e.object_id = r.id
  and e.action in ('ticket-rule.create', 'ticket-rule.change') order by e.id desc limit 1);
update ticket_schedules s set saved_by = (select e.actor_id from audit_events e where e.org_id = s.org_id and e.object_id = s.id
  and e.action in ('ticket-schedule.create', 'ticket-schedule.change') order by e.id desc limit 1);

-- From here on the transaction acts within what somebody may do; false, and behind no wall at all, where nobody of that id
-- works here or their roles do not hold the permission.
create function wk_act_for(p_user uuid, p_permission text) returns boolean language plpgsql set search_path = public as $$
declare there boolean := exists (select 1 from users u where u.org_id = wk_org() and u.id = p_user and u.status = 'active' and u.kind <> 'portal');
begin
  perform wk_enter(wk_org(), case when there then p_user else '00000000-0000-0000-0000-000000000000'::uuid end);
  return there and wk_user_may(p_permission);
end $$;
revoke all on function wk_act_for(uuid, text) from public;
grant execute on function wk_act_for(uuid, text) to wellkeep_worker;

-- Whether anything is done on somebody's word: they work here, hold the permission, and some wall lets them write.
create function wk_stands(p_user uuid, p_permission text) returns boolean language sql stable set search_path = public as $$
  select exists (select 1 from users u where u.org_id = wk_org() and u.id = p_user and u.status = 'active' and u.kind <> 'portal')
    and exists (select 1 from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
      where ur.org_id = wk_org() and ur.user_id = p_user and p_permission = any (r.permissions))
    and exists (select 1 from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
      where m.org_id = wk_org() and m.user_id = p_user and w.access = 'write')
$$;
revoke all on function wk_stands(uuid, text) from public;
grant execute on function wk_stands(uuid, text) to wellkeep_app, wellkeep_worker;

-- A queue that moves to another client group takes its tickets that belong to no client with it: for whom the walls let
-- write behind both, as with one ticket.
create or replace function wk_queue_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if wk_user() is not null and not (array[old.group_id, new.group_id] <@ wk_groups('write'))
    and exists (select 1 from tickets where org_id = new.org_id and queue_id = new.id and client_id is null) then
    raise exception 'the walls do not let these tickets be moved' using errcode = 'WKG09';
  end if;
  update tickets set group_id = new.group_id where org_id = new.org_id and queue_id = new.id and client_id is null;
  return null;
end $$;

-- What comes again and again for a client ends with the client; its name would tell of them.
create function wk_schedules_end() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from ticket_schedules where org_id = new.org_id and client_id = new.id;
  return null;
end $$;
create trigger schedules_end after update of shredded_at on clients for each row
  when (old.shredded_at is null and new.shredded_at is not null) execute function wk_schedules_end();
