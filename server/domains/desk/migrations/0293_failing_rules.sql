-- A rule that fails unexpectedly keeps no other rule from a ticket: what happened is kept for it alone, and it is tried again
-- a few times. The settings show when it last failed, as a code.
alter table ticket_happenings add column rule_id uuid, add column attempts integer not null default 0, add column due_at timestamptz,
  add foreign key (org_id, rule_id) references ticket_rules (org_id, id) on delete cascade;
grant insert on ticket_happenings to wellkeep_worker;
alter table ticket_rules add column failed_at timestamptz, add column error_code text;
