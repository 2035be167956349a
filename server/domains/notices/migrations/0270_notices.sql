-- Whether somebody wants notices by e-mail. What concerns the safety of an account or of the system is written all the same.
alter table users add column email_notices boolean not null default true;
-- The team that is told when a form was handed in, besides whoever sent it.
alter table forms add column told_team_id uuid;
alter table forms add foreign key (org_id, told_team_id) references teams (org_id, id);
-- For which day a signer was reminded: once for each.
alter table signature_steps add column reminded_for timestamptz;
grant update (reminded_for) on signature_steps to wellkeep_worker;
-- That the asker was told of a signer who can't sign.
alter table signature_steps add column blocked_at timestamptz;
grant update (blocked_at) on signature_steps to wellkeep_worker;

-- An answer of the desk is told on devices as well.
create or replace function wk_portal_answered() returns trigger language plpgsql security definer set search_path = public as $$
declare who uuid;
begin
  select r.user_id into who from portal_requests r where r.org_id = new.org_id and r.ticket_id = new.ticket_id;
  if who is not null then
    perform wk_add_job('portal.notice', jsonb_build_object('userId', who, 'since', now()), 'portal.notice:' || who, now() + interval '1 minute');
    perform wk_add_job('push.tell', jsonb_build_object('userId', who, 'kind', 'request'), 'push.tell:' || who || ':request', now() + interval '3 seconds');
  end if;
  return null;
end $$;

-- Whoever is suspended or removed, or no longer tied to a client, can't sign: whoever asked is told.
create function wk_signer_gone(p_org uuid, p_user uuid) returns void language plpgsql security definer set search_path = public as $$
declare r uuid;
begin
  for r in select q.id from signature_steps s join signature_requests q on q.org_id = s.org_id and q.id = s.request_id and q.state = 'open'
    where s.org_id = p_org and s.user_id = p_user and s.state = 'waiting'
  loop
    -- Not by wk_add_job: operators suspend people as well, who stand in no organization.
    perform graphile_worker.add_job(identifier := 'signature.blocked',
      payload := json_build_object('orgId', p_org, 'payload', json_build_object('requestId', r)), job_key := p_org || ':signature.blocked:' || r);
  end loop;
end $$;
revoke all on function wk_signer_gone(uuid, uuid) from public;
create function wk_signer_status() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_signer_gone(new.org_id, new.id);
  return null;
end $$;
create trigger signer_gone after update of status on users for each row
  when (old.status = 'active' and new.status <> 'active') execute function wk_signer_status();
create function wk_signer_untied() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_signer_gone(old.org_id, old.user_id);
  return null;
end $$;
create trigger signer_gone after delete on portal_clients for each row execute function wk_signer_untied();
