-- E-mail in and out. Addresses of the organization's own mailboxes and servers are plain; logins, recipients and typed
-- reasons are sealed under the organization's key. No mail is kept as it came: its text and files go to the desk.

-- How mail leaves, and what the gate does with what may hold health information. One row an organization.
create table mail_settings (
  org_id uuid primary key references organizations,
  enabled boolean not null default false,
  host text,
  port integer check (port between 1 and 65535),
  security text not null default 'tls' check (security in ('tls', 'starttls', 'none')),
  -- {user, password}
  sealed_login bytea,
  ca text,
  from_address text,
  from_name text,
  gate text not null default 'notice' check (gate in ('allow', 'ask', 'block', 'notice')),
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- Where mail comes in: fetched by IMAP, or handed over to our own listener.
create table mailboxes (
  org_id uuid not null references organizations,
  id uuid not null,
  address text not null check (address = lower(address)),
  kind text not null check (kind in ('imap', 'smtp')),
  enabled boolean not null default true,
  -- Whether the mail system delivers `desk+tag@` to `desk@`: then answers carry a signed tag.
  subaddressing boolean not null default true,
  queue_id uuid not null,
  type_id uuid,
  host text,
  port integer check (port between 1 and 65535),
  security text not null default 'tls' check (security in ('tls', 'starttls', 'none')),
  sealed_login bytea,
  ca text,
  folder text not null default 'INBOX',
  -- Null: marked as seen.
  move_to text,
  uid_validity bigint,
  state text not null default 'new' check (state in ('new', 'connected', 'failed')),
  error_code text,
  state_at timestamptz,
  lease_id uuid,
  lease_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, queue_id) references queues (org_id, id),
  foreign key (org_id, type_id) references ticket_types (org_id, id),
  check (kind = 'smtp' or (host is not null and port is not null))
);
-- A mail that is handed over names its organization by nothing but the address.
create unique index mailboxes_address on mailboxes (address) where kind = 'smtp';
create unique index mailboxes_own_address on mailboxes (org_id, address);

-- What came in, once each: the hash is an HMAC of the Message-ID, or of the mail where it has none.
create table mail_received (
  org_id uuid not null references organizations,
  mail_hash bytea not null,
  id uuid not null,
  mailbox_id uuid,
  outcome text not null check (outcome in ('ticket', 'reply', 'bounce', 'auto-reply', 'loop', 'refused')),
  error_code text,
  ticket_id uuid,
  message_id uuid,
  -- Where in the message's text the quoted history begins.
  quoted_from integer,
  -- So that our answer names what it answers.
  sealed_message_id bytea,
  received_at timestamptz not null default now(),
  primary key (org_id, mail_hash)
);
create index mail_received_latest on mail_received (org_id, id desc);
create index mail_received_ticket on mail_received (org_id, ticket_id) where ticket_id is not null;

-- One message on its way to one recipient.
create table mail_deliveries (
  org_id uuid not null references organizations,
  id uuid not null,
  ticket_id uuid not null,
  message_id uuid not null,
  sealed_to bytea not null,
  -- Of our own Message-ID, so that an answer finds the ticket.
  message_id_hash bytea not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'held', 'sent', 'notice-sent', 'blocked', 'dropped', 'failed')),
  -- What the gate decided, by which policy and for which reasons (codes); null until it was asked.
  policy text check (policy in ('allow', 'ask', 'block', 'notice')),
  reasons text[] not null default '{}',
  form text check (form in ('whole', 'notice')),
  decision text check (decision in ('send', 'notice', 'drop')),
  decided_by uuid,
  decided_at timestamptz,
  sealed_reason bytea,
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  lease_until timestamptz,
  error_code text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, message_id_hash),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, decided_by) references users (org_id, id)
);
create index mail_deliveries_ticket on mail_deliveries (org_id, ticket_id, id);
create index mail_deliveries_held on mail_deliveries (org_id, id) where state = 'held';
create index mail_deliveries_waiting on mail_deliveries (org_id, next_at) where state in ('waiting', 'sending');

do $$ declare t text; begin
  foreach t in array array['mail_settings', 'mailboxes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
grant delete on mailboxes to wellkeep_app;
alter table mail_received enable row level security;
create policy seen on mail_received for select to wellkeep_app using (org_id = wk_org());
create policy worker on mail_received to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on mail_received to wellkeep_app;
grant select, insert, update, delete on mail_received to wellkeep_worker;
alter table mail_deliveries enable row level security;
create policy seen on mail_deliveries for select to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = mail_deliveries.org_id and t.id = mail_deliveries.ticket_id));
create policy decided on mail_deliveries for update to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = mail_deliveries.org_id and t.id = mail_deliveries.ticket_id))
  with check (org_id = wk_org());
create policy worker on mail_deliveries to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, update on mail_deliveries to wellkeep_app;
grant select, insert, update on mail_deliveries to wellkeep_worker;

-- Whose mailbox an address is: asked before an organization is known, and answered with ids alone.
create function wk_mailbox_of(p_address text) returns table (org_id uuid, id uuid)
language sql stable security definer set search_path = public as
  $$ select m.org_id, m.id from mailboxes m where m.address = p_address and m.kind = 'smtp' and m.enabled $$;
-- Takes the mailboxes that nobody reads just now, or whose reader is gone.
create function wk_claim_mailboxes(p_lease_id uuid, p_seconds integer) returns table (org_id uuid, id uuid)
language sql security definer set search_path = public as $$
  update mailboxes m set lease_id = p_lease_id, lease_until = now() + make_interval(secs => p_seconds)
  where (m.org_id, m.id) in (select c.org_id, c.id from mailboxes c
    where c.kind = 'imap' and c.enabled and (c.lease_until is null or c.lease_until < now()) for update skip locked)
  returning m.org_id, m.id
$$;
revoke all on function wk_mailbox_of(text), wk_claim_mailboxes(uuid, integer) from public;
grant execute on function wk_mailbox_of(text), wk_claim_mailboxes(uuid, integer) to wellkeep_worker;

-- A public message goes out as soon as it is committed.
create function wk_outbox_filled() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_add_job('mail.take', jsonb_build_object('outboxId', new.id), null, null);
  return null;
end $$;
create trigger mail_takes after insert on ticket_outbox for each row execute function wk_outbox_filled();
