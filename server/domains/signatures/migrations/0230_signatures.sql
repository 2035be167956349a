-- Signatures of several people in order. A request belongs to one version of a document, by that version's own bytes. Sealed
-- under the document's key: what is agreed to, what each signs as and signed with, why somebody declined. Plain on
-- purpose: ids, states, order, times. What is signed stays as it is, for whoever comes by SQL too.
create table signature_requests (
  org_id uuid not null references organizations,
  id uuid not null,
  document_id uuid not null,
  n integer not null,
  file_id uuid not null,
  -- signed: by all, and the signed copy is being made
  state text not null default 'open' check (state in ('open', 'declined', 'cancelled', 'signed', 'complete')),
  cancelled_why text check (cancelled_why in ('asker', 'withdrawn', 'destroyed')),
  -- {consent, message, asker, sha256, type, bytes, salt}
  sealed_terms bytea,
  due_at timestamptz,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  -- The event that asked, and the one that tells of the copy.
  event_id uuid not null,
  ended_at timestamptz,
  copy_n integer,
  copy_file_id uuid,
  copy_event_id uuid,
  -- Why no copy could be made, as a code; tried again by hand.
  trouble text check (trouble ~ '^[a-z-]{1,40}$'),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, document_id, n) references document_versions (org_id, document_id, n),
  foreign key (org_id, document_id, copy_n) references document_versions (org_id, document_id, n),
  foreign key (org_id, file_id) references files (org_id, id),
  foreign key (org_id, copy_file_id) references files (org_id, id),
  foreign key (org_id, asked_by) references users (org_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'cancelled') = (cancelled_why is not null)),
  check ((state = 'complete') = (copy_n is not null) and (copy_n is null) = (copy_file_id is null) and (copy_n is null) = (copy_event_id is null))
);
-- One at a time of a document, so that nobody is asked twice for the same.
create unique index signature_requests_open on signature_requests (org_id, document_id) where state = 'open';
create index signature_requests_document on signature_requests (org_id, document_id, n);
create index signature_requests_file on signature_requests (org_id, file_id);
create index signature_requests_signed on signature_requests (org_id, ended_at) where state = 'signed';

create table signature_steps (
  org_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position integer not null check (position between 1 and 20),
  user_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'signed', 'declined')),
  -- Who and as whom, as it was asked: {name, kind, role}
  sealed_signer bytea,
  -- {name, mark, salt} of who signed
  sealed_mark bytea,
  sealed_reason bytea,
  -- The event of signing or declining says who, when and in which session; the database reads it there.
  event_id uuid unique,
  session_id uuid,
  at timestamptz,
  asked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, request_id, position),
  unique (org_id, request_id, user_id),
  foreign key (org_id, request_id) references signature_requests (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id),
  check ((state = 'waiting') = (event_id is null) and (state = 'waiting') = (at is null))
);
create index signature_steps_user on signature_steps (org_id, user_id, request_id);

-- Whether the document's walls are open to whoever asks, whatever its state.
create function wk_signature_wall(p_document uuid) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce((select wk_folder_open(d.client_id, d.group_id, d.facility_ids) from documents d where d.org_id = wk_org() and d.id = p_document), false)
$$;
create function wk_is_signer(p_request uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from signature_steps s where s.org_id = wk_org() and s.request_id = p_request and s.user_id = wk_user())
$$;
-- A version that somebody is asked to sign, or the signed copy of it: for the signers, next to what is published.
create function wk_signs_version(p_document uuid, p_n integer) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from signature_requests r join signature_steps s on s.org_id = r.org_id and s.request_id = r.id
    where r.org_id = wk_org() and r.document_id = p_document and s.user_id = wk_user() and r.state <> 'cancelled'
      and (r.n = p_n or r.copy_n = p_n))
$$;
-- Who could sign a document: people at work here, and people of the portal, whom its walls and their classes let see it.
create function wk_can_sign(p_document uuid, p_user uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from documents d join users u on u.org_id = d.org_id and u.id = p_user and u.status = 'active'
    where d.org_id = wk_org() and d.id = p_document and not wk_is_portal() and case u.kind
      when 'portal' then case when d.client_id is not null
          then exists (select 1 from portal_clients p where p.org_id = u.org_id and p.user_id = u.id and p.client_id = d.client_id)
          else d.facility_ids = '{}' or exists (select 1 from user_facilities f where f.org_id = u.org_id and f.user_id = u.id and f.facility_id = any (d.facility_ids)) end
      when 'person' then exists (select 1 from user_roles x join roles r on r.org_id = x.org_id and r.id = x.role_id
            where x.org_id = u.org_id and x.user_id = u.id and 'documents:read' = any (r.permissions))
        and case when d.client_id is not null
          then exists (select 1 from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
              where m.org_id = u.org_id and m.user_id = u.id and w.group_id = d.group_id)
            and exists (select 1 from user_roles x join roles r on r.org_id = x.org_id and r.id = x.role_id
              where x.org_id = u.org_id and x.user_id = u.id and r.field_classes ? 'clinical')
          else d.facility_ids = '{}' or not exists (select 1 from user_facilities f where f.org_id = u.org_id and f.user_id = u.id)
            or exists (select 1 from user_facilities f where f.org_id = u.org_id and f.user_id = u.id and f.facility_id = any (d.facility_ids))
            or exists (select 1 from user_roles x join roles r on r.org_id = x.org_id and r.id = x.role_id
              where x.org_id = u.org_id and x.user_id = u.id and 'documents:manage' = any (r.permissions)) end
      else false end)
$$;
revoke all on function wk_signature_wall(uuid), wk_is_signer(uuid), wk_signs_version(uuid, integer), wk_can_sign(uuid, uuid) from public;
grant execute on function wk_signature_wall(uuid), wk_is_signer(uuid), wk_signs_version(uuid, integer), wk_can_sign(uuid, uuid) to wellkeep_app, wellkeep_worker;

-- What the application may do with a request: ask, change the day until which, cancel. All else follows from its steps,
-- its document and the copy.
create function wk_request_asked() returns trigger language plpgsql security definer set search_path = public as $$
declare d documents; v document_versions;
begin
  select * into d from documents x where x.org_id = new.org_id and x.id = new.document_id for share;
  select * into v from document_versions x where x.org_id = new.org_id and x.document_id = new.document_id and x.n = new.n;
  if d.state is distinct from 'published' or d.purged_at is not null or d.expires_at <= now() or d.published is distinct from new.n or v.file_id is distinct from new.file_id then
    raise exception 'only what is published is signed' using errcode = 'WKS03';
  end if;
  if new.state <> 'open' or new.copy_n is not null then raise exception 'a request begins open' using errcode = '42501'; end if;
  new.asked_at := now();
  return new;
end $$;
create trigger asked before insert on signature_requests for each row execute function wk_request_asked();
create function wk_request_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user = 'wellkeep_app' and not (old.state = 'open' and (new.state = 'open' or (new.state = 'cancelled' and new.cancelled_why = 'asker'))) then
    raise exception 'a request that is over stays as it is' using errcode = 'WKS01';
  end if;
  if current_user = 'wellkeep_worker' and not (old.state = 'signed' and new.state in ('signed', 'complete')) then
    raise exception 'the system only adds the copy' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger stays before update on signature_requests for each row execute function wk_request_stays();

-- A signature stands when its turn has come, in one's own name, with the event that records it: the time and the session
-- are the event's.
create function wk_step_taken() returns trigger language plpgsql security definer set search_path = public as $$
declare r signature_requests; e audit_events; d documents;
begin
  if old.state <> 'waiting' then
    -- Destroying takes what was sealed along, and nothing else.
    if (new.state, new.event_id, new.session_id, new.at, new.asked_at) is distinct from (old.state, old.event_id, old.session_id, old.at, old.asked_at)
      or (new.sealed_mark is not null and new.sealed_mark is distinct from old.sealed_mark) or (new.sealed_reason is not null and new.sealed_reason is distinct from old.sealed_reason) then
      raise exception 'a signature stays as it is' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.state = 'waiting' then
    new.sealed_mark := null; new.sealed_reason := null; new.event_id := null;
    return new;
  end if;
  -- The document first, as where it is taken back: so neither waits for the other.
  select * into d from documents x where x.org_id = new.org_id
    and x.id = (select q.document_id from signature_requests q where q.org_id = new.org_id and q.id = new.request_id) for share;
  select * into r from signature_requests x where x.org_id = new.org_id and x.id = new.request_id for no key update;
  if r.state <> 'open' then raise exception 'this request is over' using errcode = 'WKS01'; end if;
  if r.due_at <= now() then raise exception 'the day until which is over' using errcode = 'WKS02'; end if;
  if d.state is distinct from 'published' or d.purged_at is not null or d.expires_at <= now() then
    raise exception 'only what is published is signed' using errcode = 'WKS03';
  end if;
  if new.user_id is distinct from wk_user() then raise exception 'one signs in one''s own name' using errcode = '42501'; end if;
  if exists (select 1 from signature_steps s where s.org_id = new.org_id and s.request_id = new.request_id and s.position < new.position and s.state <> 'signed') then
    raise exception 'somebody else signs first' using errcode = 'WKS04';
  end if;
  if new.state = 'signed' and new.sealed_mark is null then raise exception 'a signature is missing' using errcode = '23514'; end if;
  select * into e from audit_events x where x.org_id = new.org_id and x.id = new.event_id;
  if e.id is null or e.actor_id is distinct from new.user_id or e.object_id is distinct from new.request_id or e.session_id is null
    or e.outcome <> 'done' or e.action <> (case new.state when 'signed' then 'signature.sign' else 'signature.decline' end) then
    raise exception 'no event records it' using errcode = '42501';
  end if;
  if new.state = 'signed' then new.sealed_reason := null; else new.sealed_mark := null; end if;
  new.at := e.at;
  new.session_id := e.session_id;
  return new;
end $$;
create trigger taken before update on signature_steps for each row execute function wk_step_taken();
create function wk_step_done() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.state = 'declined' then
    update signature_requests set state = 'declined', ended_at = new.at, version = version + 1 where org_id = new.org_id and id = new.request_id;
    perform wk_add_job('signature.ended', jsonb_build_object('requestId', new.request_id), 'signature.ended:' || new.request_id, null);
  elsif not exists (select 1 from signature_steps s where s.org_id = new.org_id and s.request_id = new.request_id and s.state <> 'signed') then
    update signature_requests set state = 'signed', ended_at = new.at, version = version + 1 where org_id = new.org_id and id = new.request_id;
    perform wk_add_job('signature.copy', jsonb_build_object('requestId', new.request_id), 'signature.copy:' || new.request_id, null);
  else
    update signature_requests set version = version + 1 where org_id = new.org_id and id = new.request_id;
    update signature_steps set asked_at = new.at where org_id = new.org_id and request_id = new.request_id and position = new.position + 1;
    perform wk_add_job('signature.ask', jsonb_build_object('requestId', new.request_id), 'signature.ask:' || new.request_id, null);
  end if;
  return null;
end $$;
create trigger done after update on signature_steps for each row when (old.state = 'waiting' and new.state <> 'waiting') execute function wk_step_done();
-- Signers are named when the request is made, by whoever makes it.
create function wk_step_named() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.state <> 'waiting' or not exists (select 1 from signature_requests r where r.org_id = new.org_id and r.id = new.request_id
      and r.asked_by = wk_user() and r.state = 'open' and r.asked_at = now()) then
    raise exception 'signers are named with the request' using errcode = '42501';
  end if;
  if not (select wk_can_sign(r.document_id, new.user_id) from signature_requests r where r.org_id = new.org_id and r.id = new.request_id) then
    raise exception 'a signer must see the document' using errcode = 'WKS05';
  end if;
  return new;
end $$;
create trigger named before insert on signature_steps for each row execute function wk_step_named();

-- A document that is taken back ends what is asked of it; one that is destroyed takes along what was sealed.
create function wk_signatures_end(p_org uuid, p_document uuid, p_file uuid, p_destroyed boolean) returns void language plpgsql security definer set search_path = public as $$
declare r uuid;
begin
  for r in update signature_requests set state = 'cancelled', cancelled_why = case when p_destroyed then 'destroyed' else 'withdrawn' end, ended_at = now(), version = version + 1
    where org_id = p_org and (document_id = p_document or file_id = p_file) and (state = 'open' or (state = 'signed' and p_destroyed)) returning id
  loop
    perform wk_add_job('signature.ended', jsonb_build_object('requestId', r), 'signature.ended:' || r, null);
  end loop;
  if p_destroyed and p_document is not null then
    update signature_steps s set sealed_signer = null, sealed_mark = null, sealed_reason = null from signature_requests q
      where q.org_id = p_org and q.document_id = p_document and s.org_id = p_org and s.request_id = q.id;
    update signature_requests set sealed_terms = null where org_id = p_org and document_id = p_document;
  end if;
end $$;
revoke all on function wk_signatures_end(uuid, uuid, uuid, boolean) from public;
create function wk_signatures_follow_document() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_signatures_end(new.org_id, new.id, null, new.purged_at is not null);
  return null;
end $$;
create trigger signatures_follow after update on documents for each row
  when ((old.state = 'published' and new.state <> 'published') or (old.purged_at is null and new.purged_at is not null)) execute function wk_signatures_follow_document();
create function wk_signatures_follow_file() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_signatures_end(new.org_id, null, new.id, true);
  return null;
end $$;
create trigger signatures_follow after update of state on files for each row
  when (new.owner_type = 'document' and old.state <> 'purged' and new.state = 'purged') execute function wk_signatures_follow_file();

alter table signature_requests enable row level security;
create policy seen on signature_requests for select to wellkeep_app using (org_id = wk_org() and wk_signature_wall(document_id)
  and ((select wk_user_may('documents:write')) or asked_by = wk_user() or wk_is_signer(id)));
create policy added on signature_requests for insert to wellkeep_app with check (org_id = wk_org() and asked_by = wk_user() and (select wk_user_may('documents:publish'))
  and (select d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]) from documents d
    where d.org_id = signature_requests.org_id and d.id = signature_requests.document_id));
create policy changed on signature_requests for update to wellkeep_app using (org_id = wk_org() and (select wk_user_may('documents:publish'))
  and (select d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]) from documents d
    where d.org_id = signature_requests.org_id and d.id = signature_requests.document_id)) with check (org_id = wk_org());
create policy worker on signature_requests to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert on signature_requests to wellkeep_app;
grant update (state, cancelled_why, due_at, ended_at, version) on signature_requests to wellkeep_app;
grant select on signature_requests to wellkeep_worker;
grant update (state, copy_n, copy_file_id, copy_event_id, trouble, version) on signature_requests to wellkeep_worker;

alter table signature_steps enable row level security;
create policy seen on signature_steps for select to wellkeep_app using (org_id = wk_org()
  and (select true from signature_requests r where r.org_id = signature_steps.org_id and r.id = signature_steps.request_id));
create policy added on signature_steps for insert to wellkeep_app with check (org_id = wk_org()
  and (select r.asked_by = wk_user() from signature_requests r where r.org_id = signature_steps.org_id and r.id = signature_steps.request_id));
create policy changed on signature_steps for update to wellkeep_app using (org_id = wk_org() and (user_id = wk_user() or (select wk_user_may('documents:publish')))
  and (select true from signature_requests r where r.org_id = signature_steps.org_id and r.id = signature_steps.request_id)) with check (org_id = wk_org());
create policy worker on signature_steps to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert on signature_steps to wellkeep_app;
grant update (state, sealed_mark, sealed_reason, event_id, asked_at) on signature_steps to wellkeep_app;
grant select on signature_steps to wellkeep_worker;

-- Signers see the version that they are asked to sign, and the copy; its file and keys follow.
create policy signer on document_versions for select to wellkeep_app using (org_id = wk_org()
  and (select true from documents d where d.org_id = document_versions.org_id and d.id = document_versions.document_id)
  and wk_signs_version(document_id, n));

-- One may show a passkey to confirm what one does.
alter table passkey_challenges drop constraint passkey_challenges_purpose_check;
alter table passkey_challenges add constraint passkey_challenges_purpose_check check (purpose in ('register', 'sign-in', 'second-factor', 'confirm'));
