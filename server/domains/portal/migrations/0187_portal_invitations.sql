-- How an invitation reached its person: by a link in a mail, or by a code that staff read out or print.
alter table invitations add column kind text not null default 'link' check (kind in ('link', 'code'));

-- The account of an address in this organization, past the walls: whoever invites it again ties it to one more client.
create function wk_portal_by_address(p_token text) returns table (user_id uuid, status text)
language sql stable security definer set search_path = public as $$
  select u.id, u.status from users u
  where u.org_id = wk_org() and u.kind = 'portal' and u.email = p_token and u.status <> 'removed' and not wk_is_portal()
$$;
-- Whether the walls open every client of a portal person for writing: only then may the account itself be removed.
create function wk_portal_person_whole(p_user uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not wk_is_portal() and coalesce(bool_and(c.group_id = any (wk_groups('write'))), true)
  from portal_clients p join clients c on c.org_id = p.org_id and c.id = p.client_id and c.shredded_at is null
  where p.org_id = wk_org() and p.user_id = p_user
$$;
-- The clients of the portal person who asks, with what their names are sealed in. The walls of `clients` stay closed.
create function wk_portal_client_rows() returns table (id uuid, kind text, facility_id uuid, contact_id uuid, sealed_contact bytea, kek_id uuid, wrapped bytea)
language sql stable security definer set search_path = public as $$
  select c.id, c.kind, c.facility_id, p.contact_id, c.sealed_contact, d.kek_id, d.wrapped
  from portal_clients p join clients c on c.org_id = p.org_id and c.id = p.client_id and c.shredded_at is null
  join deks d on d.org_id = c.org_id and d.subject_id = c.id
  where wk_is_portal() and p.org_id = wk_org() and p.user_id = wk_user() order by p.added_at, c.id
$$;
revoke all on function wk_portal_by_address(text), wk_portal_person_whole(uuid), wk_portal_client_rows() from public;
grant execute on function wk_portal_by_address(text), wk_portal_person_whole(uuid), wk_portal_client_rows() to wellkeep_app;

-- A client that is destroyed is nobody's any more.
create function wk_portal_untie_shredded() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from portal_clients where org_id = new.org_id and client_id = new.id;
  return null;
end $$;
create trigger portal_untie after update of shredded_at on clients for each row
  when (old.shredded_at is null and new.shredded_at is not null) execute function wk_portal_untie_shredded();
