-- A reply asks first whether any rule waits for one, in one look at an index that holds no other rules; its ticket is looked
-- at only where one does.
create index ticket_rules_on on ticket_rules (org_id, happening) where enabled;
create or replace function wk_ticket_said() returns trigger language plpgsql security definer set search_path = public as $$
declare said text := case when new.from_requester then 'requester-reply' when new.author_id is not null then 'staff-reply' end;
begin
  if said is null or not exists (select 1 from ticket_rules r where r.org_id = new.org_id and r.happening = said and r.enabled)
    then return null; end if;
  if exists (select 1 from tickets t where t.org_id = new.org_id and t.id = new.ticket_id and t.created_at = now())
    then return null; end if;
  perform wk_ticket_happened(new.org_id, new.ticket_id, said, '{}');
  return null;
end $$;
