-- Blind-index tokens of contacts' e-mail addresses, so that a sender is found. Filled in by whoever looks: a contact
-- whose version is not the one that was indexed is indexed first. The system's own work alone reads it.
create table client_contact_emails (
  org_id uuid not null,
  contact_id uuid not null,
  version integer not null,
  tokens integer[] not null,
  primary key (org_id, contact_id),
  foreign key (org_id, contact_id) references client_contacts (org_id, id) on delete cascade
);
create index client_contact_emails_tokens on client_contact_emails using gin (tokens);
alter table client_contact_emails enable row level security;
create policy worker on client_contact_emails to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on client_contact_emails to wellkeep_worker;

-- Candidates for an address within the organization of the transaction, past its walls: for the system, which has none.
-- Ids only; what they hold is opened and compared.
create function wk_find_by_email(p_token integer) returns table (client_id uuid, contact_id uuid)
language sql stable security definer set search_path = public as $$
  (select s.client_id, null::uuid from client_search s where s.tokens @> array[p_token] and s.org_id = wk_org() limit 200)
  union all
  (select c.client_id, c.id from client_contact_emails e join client_contacts c on c.org_id = e.org_id and c.id = e.contact_id
    where e.tokens @> array[p_token] and e.org_id = wk_org() limit 200)
$$;
revoke all on function wk_find_by_email(integer) from public;
grant execute on function wk_find_by_email(integer) to wellkeep_worker;
