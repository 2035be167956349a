-- Who else a message went to or came with, as e-mail: {cc, bcc}, each {name, email}; sealed under the ticket's key.
alter table ticket_messages add column sealed_copies bytea;

-- A suspected message is found by its uncovered words alone until it is cleared; whatever was indexed before is let go.
delete from ticket_search s using ticket_messages m
  where m.org_id = s.org_id and m.ticket_id = s.ticket_id and m.id = s.source_id and m.phi_state = 'suspected';
