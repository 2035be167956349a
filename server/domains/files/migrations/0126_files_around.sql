-- A file is settled by whoever may, and what was purged or moved has no key any more when the transaction ends: by the
-- server's own roles, too, whatever statement they come with.
create or replace function wk_file_goes_on() returns trigger language plpgsql set search_path = public as $$
declare next text[];
begin
  next := case old.state
    when 'uploading' then array['waiting', 'purged']
    when 'waiting' then array['reading', 'suspected', 'infected', 'purged']
    when 'reading' then array['waiting', 'clean', 'suspected', 'infected', 'purged']
    when 'clean' then array['suspected', 'moved', 'purged']
    when 'suspected' then array['cleared', 'moved', 'purged']
    when 'cleared' then array['suspected', 'moved', 'purged']
    when 'infected' then array['purged']
    else '{}'::text[] end;
  if not (new.state = any (next)) then
    raise exception 'a file that is % can not become %', old.state, new.state using errcode = 'WKF01';
  end if;
  if current_user = 'wellkeep_app' then
    if new.state = 'clean' then raise exception 'only the reader says that a file is clean' using errcode = '42501'; end if;
    if new.state = 'purged' and not wk_user_may('files:purge') then raise exception 'purging needs files:purge' using errcode = '42501'; end if;
    if new.state = 'moved' and not wk_user_may('files:move') then raise exception 'moving needs files:move' using errcode = '42501'; end if;
  end if;
  -- The system's own work gives up uploads that nobody went on with, and settles nothing.
  if current_user = 'wellkeep_worker' and (new.state in ('cleared', 'moved') or (new.state = 'purged' and old.state <> 'uploading')) then
    raise exception 'the worker settles no files' using errcode = '42501';
  end if;
  if new.state = 'cleared' then
    if not wk_user_may('files:clear') then raise exception 'clearing needs files:clear' using errcode = '42501'; end if;
  end if;
  return new;
end $$;

create function wk_file_key_gone() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from deks d where d.org_id = new.org_id and d.subject_id = new.id and d.wrapped is not null) then
    raise exception 'the key of a file that is % is there', new.state using errcode = 'WKF02';
  end if;
  return null;
end $$;
create constraint trigger key_gone after update of state on files deferrable initially deferred for each row
  when (new.state in ('moved', 'purged')) execute function wk_file_key_gone();

-- A file hangs on another ticket only after a merge; never on another kind of owner.
create function wk_file_changes_owner() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user not in ('wellkeep_app', 'wellkeep_worker') then return new; end if;
  if new.owner_type <> old.owner_type or new.owner_type <> 'ticket' or current_user <> 'wellkeep_app' then
    raise exception 'a file stays with its owner' using errcode = '42501';
  end if;
  if not wk_user_may('tickets:merge') then raise exception 'another ticket needs tickets:merge' using errcode = '42501'; end if;
  return new;
end $$;
create trigger changes_owner before update of owner_type, owner_id on files for each row
  when (new.owner_type <> old.owner_type or new.owner_id <> old.owner_id) execute function wk_file_changes_owner();

create or replace function wk_file_begins() returns trigger language plpgsql set search_path = public as $$
begin
  if new.state = 'uploading' then return new; end if;
  -- What is moved into a client's record begins as what it was; its other half is in the same transaction.
  if new.moved_from is not null and new.owner_type = 'client' and current_user = 'wellkeep_app' and wk_user_may('files:move')
    and exists (select 1 from files f where f.org_id = new.org_id and f.id = new.moved_from
      and new.state = case f.state when 'clean' then 'clean' when 'suspected' then 'cleared' when 'cleared' then 'cleared' end)
    then return new; end if;
  raise exception 'a file begins with its upload' using errcode = '42501';
end $$;
