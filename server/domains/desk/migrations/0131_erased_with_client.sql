-- As before; and whoever destroys a client takes the texts of its tickets along.
create or replace function wk_message_goes_on() returns trigger language plpgsql set search_path = public as $$
declare app boolean := current_user = 'wellkeep_app';
begin
  if current_user not in ('wellkeep_app', 'wellkeep_worker') then return new; end if;
  if new.ticket_id <> old.ticket_id then
    if not app then raise exception 'the worker moves no messages' using errcode = '42501'; end if;
    if not wk_user_may('tickets:merge') then raise exception 'moving a message needs tickets:merge' using errcode = '42501'; end if;
  end if;
  if new.phi_state = old.phi_state or new.phi_state = 'suspected' then return new; end if;
  if not app then raise exception 'the worker settles no messages' using errcode = '42501'; end if;
  if old.phi_state = 'purged' then raise exception 'a purged message stays so' using errcode = '42501'; end if;
  if new.phi_state = 'cleared' and not (wk_user_may('files:clear') and new.cleared_by = wk_user()) then
    raise exception 'clearing needs files:clear' using errcode = '42501';
  end if;
  if new.phi_state = 'purged' and not (new.purged_by = wk_user() and (wk_user_may('files:purge') or exists (
      select 1 from tickets t join clients c on c.org_id = t.org_id and c.id = t.client_id
      where t.org_id = new.org_id and t.id = new.ticket_id and c.shredded_at is not null))) then
    raise exception 'purging needs files:purge' using errcode = '42501';
  end if;
  -- Its author wrote another text, in which nothing is suspected.
  if new.phi_state = 'none' and not (old.author_id = wk_user() and new.sealed_body is distinct from old.sealed_body) then
    raise exception 'only its author writes a message anew' using errcode = '42501';
  end if;
  return new;
end $$;
