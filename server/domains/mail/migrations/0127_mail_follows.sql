-- What is known of a message's mail goes along when the message becomes another ticket's, by a merge or a split: behind
-- that ticket's wall, and so that mail which still waits finds its message.
create function wk_mail_follows_message() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update mail_deliveries set ticket_id = new.ticket_id where org_id = new.org_id and message_id = new.id;
  update mail_received set ticket_id = new.ticket_id where org_id = new.org_id and ticket_id = old.ticket_id and message_id = new.id;
  return null;
end $$;
create trigger mail_follows after update of ticket_id on ticket_messages for each row
  when (old.ticket_id <> new.ticket_id) execute function wk_mail_follows_message();
create index mail_deliveries_message on mail_deliveries (org_id, message_id);
