-- How each recipient of a delivery fared, where not all of them fared alike: some have the mail, some are asked for again,
-- some were refused for good. An address is sealed elsewhere; here stands a keyed hash of it (HMAC-SHA-256).
create table mail_recipients (
  org_id uuid not null,
  delivery_id uuid not null,
  address_hash bytea not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  error_code text,
  primary key (org_id, delivery_id, address_hash),
  foreign key (org_id, delivery_id) references mail_deliveries (org_id, id)
);
alter table mail_recipients enable row level security;
create policy seen on mail_recipients for select to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from mail_deliveries d where d.org_id = mail_recipients.org_id and d.id = mail_recipients.delivery_id));
create policy worker on mail_recipients to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on mail_recipients to wellkeep_app;
grant select, insert, update on mail_recipients to wellkeep_worker;
