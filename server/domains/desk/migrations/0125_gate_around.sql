-- The gate looks at what is suspected on a ticket. So nothing may be made to look settled, or be taken elsewhere, but by
-- whoever may settle or merge: by the server's own roles, too, whatever statement they come with.
create function wk_message_goes_on() returns trigger language plpgsql set search_path = public as $$
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
  if new.phi_state = 'purged' and not (wk_user_may('files:purge') and new.purged_by = wk_user()) then
    raise exception 'purging needs files:purge' using errcode = '42501';
  end if;
  -- Its author wrote another text, in which nothing is suspected.
  if new.phi_state = 'none' and not (old.author_id = wk_user() and new.sealed_body is distinct from old.sealed_body) then
    raise exception 'only its author writes a message anew' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes_on before update of phi_state, ticket_id on ticket_messages for each row execute function wk_message_goes_on();

-- Statuses in which tickets of a type are, behind whatever wall: an editor of types sees no tickets. Keys only.
create function wk_type_statuses(p_type uuid) returns table (status text, category text) language sql stable security definer set search_path = public as $$
  select distinct t.status, t.status_category from tickets t where t.org_id = wk_org() and t.type_id = p_type
$$;
revoke all on function wk_type_statuses(uuid) from public;
grant execute on function wk_type_statuses(uuid) to wellkeep_app;
