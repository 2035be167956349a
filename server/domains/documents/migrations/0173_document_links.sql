-- Links by which a document is shown to somebody who has no way to it otherwise. Only hashes of secrets and codes are kept.
-- A link gives no more than its maker may see at that moment: it reads under the maker's own walls.
create table document_links (
  org_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  secret_hash bytea not null unique,
  mode text not null check (mode in ('view', 'download')),
  entry text not null check (entry in ('sign-in', 'code')),
  code_hash bytea,
  code_tries integer not null default 0,
  code_used_at timestamptz,
  -- For whom, sealed under the document's key: their name stands across each page.
  sealed_label bytea,
  expires_at timestamptz not null,
  max_opens integer check (max_opens > 0),
  opens integer not null default 0,
  -- Somebody who may decide about the outbound gate let it out.
  released_by uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, document_id) references documents (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id),
  check ((entry = 'code') = (code_hash is not null)),
  check (max_opens is null or opens <= max_opens),
  check (expires_at <= created_at + interval '91 days')
);
create index document_links_document on document_links (org_id, document_id, id);
-- Who is looking just now: a secret of their own for an hour.
create table document_link_views (
  org_id uuid not null,
  ticket_hash bytea not null,
  link_id uuid not null,
  viewer_id uuid,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 hour',
  primary key (org_id, ticket_hash),
  foreign key (org_id, link_id) references document_links (org_id, id)
);
create index document_link_views_over on document_link_views (expires_at);
alter table document_links enable row level security;
alter table document_link_views enable row level security;
create policy seen on document_links for select to wellkeep_app using (org_id = wk_org() and (select wk_user_may('documents:share'))
  and (select true from documents d where d.org_id = document_links.org_id and d.id = document_links.document_id));
create policy added on document_links for insert to wellkeep_app with check (org_id = wk_org() and created_by = wk_user() and (select wk_user_may('documents:share'))
  and (released_by is null or (released_by = wk_user() and (select wk_user_may('mail:release'))))
  and (select true from documents d where d.org_id = document_links.org_id and d.id = document_links.document_id));
create policy changed on document_links for update to wellkeep_app using (org_id = wk_org() and (select wk_user_may('documents:share'))
  and (select true from documents d where d.org_id = document_links.org_id and d.id = document_links.document_id)) with check (org_id = wk_org());
create policy worker on document_links to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
create policy worker on document_link_views to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert on document_links to wellkeep_app;
grant update (revoked_by, revoked_at, code_hash, code_tries, code_used_at) on document_links to wellkeep_app;
grant select on document_links to wellkeep_worker;
grant select, delete on document_link_views to wellkeep_worker;

-- A link that opens now: neither over nor taken back, and its maker is here and may share.
create function wk_link_lives(l document_links) returns boolean language sql stable security definer set search_path = public as $$
  select l.revoked_at is null and l.expires_at > now() and l.code_tries < 5 and exists (
    select 1 from users u where u.org_id = l.org_id and u.id = l.created_by and u.status = 'active' and (u.expires_at is null or u.expires_at > now())
      and exists (select 1 from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
        where ur.org_id = u.org_id and ur.user_id = u.id and 'documents:share' = any (r.permissions)))
$$;
revoke all on function wk_link_lives(document_links) from public;

-- Comes before anybody is known: answers one link for one secret, counts it, and begins a view under `p_ticket`. What is
-- over and what never was answer the same: nothing. A code works once; after five wrong ones the link is dead.
create function wk_open_link(p_secret bytea, p_code bytea, p_ticket bytea, p_org uuid, p_user uuid) returns jsonb
language plpgsql security definer set search_path = public as $$
declare l document_links;
begin
  select * into l from document_links where secret_hash = p_secret for update;
  if not found or not wk_link_lives(l) or l.opens >= l.max_opens then return null; end if;
  if l.entry = 'sign-in' then
    if p_user is null then return jsonb_build_object('needs', 'sign-in'); end if;
    if p_org <> l.org_id then return null; end if;
  elsif p_code is null then
    return jsonb_build_object('needs', case when l.code_used_at is null then 'code' else 'new-code' end);
  elsif l.code_used_at is not null then return jsonb_build_object('needs', 'new-code');
  elsif p_code <> l.code_hash then
    update document_links set code_tries = code_tries + 1 where org_id = l.org_id and id = l.id;
    return jsonb_build_object('needs', 'code', 'wrong', true, 'org', l.org_id, 'link', l.id, 'document', l.document_id);
  end if;
  update document_links set opens = opens + 1, code_used_at = case when l.entry = 'code' then now() end where org_id = l.org_id and id = l.id;
  insert into document_link_views (org_id, ticket_hash, link_id, viewer_id) values (l.org_id, p_ticket, l.id, p_user);
  return jsonb_build_object('org', l.org_id, 'link', l.id, 'document', l.document_id, 'maker', l.created_by);
end $$;
-- The view that a ticket is of, while it lasts.
create function wk_link_view(p_ticket bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object('org', l.org_id, 'link', l.id, 'document', l.document_id, 'maker', l.created_by, 'viewer', u.display_name)
  from document_link_views v join document_links l on l.org_id = v.org_id and l.id = v.link_id
  left join users u on u.org_id = v.org_id and u.id = v.viewer_id
  where v.ticket_hash = p_ticket and v.expires_at > now() and wk_link_lives(l)
$$;
revoke all on function wk_open_link(bytea, bytea, bytea, uuid, uuid), wk_link_view(bytea) from public;
grant execute on function wk_open_link(bytea, bytea, bytea, uuid, uuid), wk_link_view(bytea) to wellkeep_app;
-- Of which organization a link is: its code is hashed under that one's key.
create function wk_link_org(p_secret bytea) returns uuid language sql stable security definer set search_path = public as
  $$ select org_id from document_links where secret_hash = p_secret $$;
revoke all on function wk_link_org(bytea) from public;
grant execute on function wk_link_org(bytea) to wellkeep_app;
