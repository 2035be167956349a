-- While mail is off nobody takes a reply: no job is made for it, which cost more than writing the reply down.
create or replace function wk_outbox_filled() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from mail_settings s where s.org_id = new.org_id and s.enabled and s.from_address is not null) then
    perform wk_add_job('mail.take', jsonb_build_object('outboxId', new.id), null, null);
  end if;
  return null;
end $$;
