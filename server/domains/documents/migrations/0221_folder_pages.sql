-- Pages of a folder as they were last shown, each in one ciphertext under the folder's key: a folder that is read more often
-- than changed is opened at once, not name by name. A copy and no more: every change of what it shows takes it away, in the
-- transaction that makes the change. Nobody is granted the table: the functions below apply the walls.
create table folder_pages (
  org_id uuid not null,
  folder_id uuid not null,
  -- Which page, and how it is shown to whom: SHA-256 of its place, its length, the format, and what the reader may do here.
  which bytea not null check (length(which) = 32),
  ids text not null,
  onward text,
  -- In base64, which is how it goes to the server: the driver takes text, and making it of bytes costs more than opening them.
  sealed_page text not null,
  kept_at timestamptz not null default now(),
  -- The next moment at which a document of the folder expires.
  valid_until timestamptz not null,
  primary key (org_id, folder_id, which),
  foreign key (org_id, folder_id) references folders (org_id, id)
);
-- Ciphertext does not compress.
alter table folder_pages alter column sealed_page set storage external;
alter table folder_pages enable row level security;

-- Changes hold it together; who keeps a copy holds it alone, so that no change is under way that the copy would not show.
create function wk_folder_pages_lock(p_org uuid, p_folder uuid) returns bigint language sql immutable as
  'select hashtextextended(''wk folder pages '' || p_org || p_folder, 0)';
create function wk_forget_folder_pages(p_org uuid, p_folder uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock_shared(wk_folder_pages_lock(p_org, p_folder));
  delete from folder_pages k where k.org_id = p_org and k.folder_id = p_folder;
end $$;
create function wk_forget_pages_of(p_org uuid, p_document uuid) returns void language sql volatile security definer set search_path = public as
  'select wk_forget_folder_pages(d.org_id, d.folder_id) from documents d where d.org_id = p_org and d.id = p_document';
revoke all on function wk_folder_pages_lock(uuid, uuid), wk_forget_folder_pages(uuid, uuid), wk_forget_pages_of(uuid, uuid) from public;

create function wk_pages_documents() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op <> 'INSERT' then
    perform wk_forget_folder_pages(x.org_id, x.folder_id) from (select distinct o.org_id, o.folder_id from before_it o) x;
  end if;
  if tg_op <> 'DELETE' then
    perform wk_forget_folder_pages(x.org_id, x.folder_id) from (select distinct n.org_id, n.folder_id from after_it n) x;
  end if;
  return null;
end $$;
create trigger pages_added after insert on documents referencing new table as after_it for each statement execute function wk_pages_documents();
create trigger pages_changed after update on documents referencing old table as before_it new table as after_it for each statement execute function wk_pages_documents();
create trigger pages_gone after delete on documents referencing old table as before_it for each statement execute function wk_pages_documents();

create function wk_pages_versions() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_forget_pages_of(coalesce(new.org_id, old.org_id), coalesce(new.document_id, old.document_id));
  return null;
end $$;
create trigger pages_follow after insert or update or delete on document_versions for each row execute function wk_pages_versions();

create function wk_pages_files() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_forget_pages_of(new.org_id, new.owner_id);
  return null;
end $$;
create trigger pages_follow after update on files for each row
  when (new.owner_type = 'document' and (new.state, new.at_home, new.content_type, new.size, new.pages, new.sealed_preview is null)
    is distinct from (old.state, old.at_home, old.content_type, old.size, old.pages, old.sealed_preview is null)) execute function wk_pages_files();

create function wk_pages_users() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_forget_folder_pages(x.org_id, x.folder_id) from (select distinct k.org_id, k.folder_id from folder_pages k where k.org_id = new.org_id) x;
  return null;
end $$;
create trigger pages_follow after update of display_name on users for each row
  when (new.display_name is distinct from old.display_name) execute function wk_pages_users();

-- Whatever destroys or replaces a key (a purge, a client's destruction) takes the copies along.
create function wk_pages_keys() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.subject_type = 'folder' then perform wk_forget_folder_pages(new.org_id, new.subject_id);
  else perform wk_forget_pages_of(new.org_id, new.subject_id);
  end if;
  return null;
end $$;
create trigger pages_follow after update of wrapped on deks for each row
  when (new.subject_type in ('folder', 'document') and new.wrapped is distinct from old.wrapped) execute function wk_pages_keys();

-- The documents of a page, each as one value (`record_send`), since a column costs the driver as much as its content. Asks no
-- wall: whoever calls it has.
create function wk_folder_lines(
  p_org uuid, p_user uuid, p_folder uuid, p_writes boolean, p_portal boolean, p_writable boolean, p_state text,
  p_before timestamptz, p_before_id uuid, p_limit integer
) returns table (id uuid, updated_at timestamptz, line bytea)
language sql stable set search_path = public as $$
  select d.id, d.updated_at, record_send(row(d.id, d.folder_id, d.client_id, d.group_id, d.state, d.sealed_name, d.sealed_tags, d.latest, d.allotted, d.published,
    d.published_at, d.withdrawn_at, d.expires_at, coalesce(d.expires_at <= now(), false), d.review_on::text, d.checked_out_by, d.checked_out_at,
    c.display_name, d.created_by, d.created_at, d.updated_at, u.display_name, d.version,
    case when p_portal then d.created_by is not distinct from p_user else p_writable end,
    v.n, y.content_type, y.size::float8, y.pages, y.state, y.at_home, y.sealed_preview is not null, k.kek_id, k.wrapped))
  from (select * from documents d where d.org_id = p_org and d.folder_id = p_folder and d.purged_at is null
      and (p_writes or (d.state = 'published' and (d.expires_at is null or d.expires_at > now())) or (p_portal and d.created_by = p_user))
      and (p_state is null or case p_state
        when 'published' then d.state = 'published' and (d.expires_at is null or d.expires_at > now())
        when 'expired' then d.state = 'published' and d.expires_at <= now()
        when 'review' then d.state <> 'withdrawn' and d.review_on <= current_date
        else d.state = p_state end)
      and (p_before is null or (d.updated_at, d.id) < (p_before, p_before_id))
      order by d.updated_at desc, d.id desc limit p_limit) d
  join deks k on k.org_id = p_org and k.subject_id = d.id
  left join document_versions v on v.org_id = p_org and v.document_id = d.id and v.n = case when p_writes then d.latest else coalesce(d.published, d.latest) end
  left join files y on y.org_id = p_org and y.id = v.file_id
  left join users u on u.org_id = p_org and u.id = d.updated_by
  left join users c on c.org_id = p_org and c.id = d.checked_out_by
$$;
revoke all on function wk_folder_lines(uuid, uuid, uuid, boolean, boolean, boolean, text, timestamptz, uuid, integer) from public;

-- A page of a folder in one statement: it enters the context of who asks, asks the folder's wall once, and answers the folder
-- (with its key), the ids of its documents, where the next page goes on, and the copy of the page where one is kept. Where none
-- is: its documents, each behind its length; and, where a copy may be kept, which page it is and SHA-256 of what it shows.
-- `p_format` names how the server shows a page; without it no copy is asked for.
drop function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer);
create function wk_page_of_folder(
  p_org uuid, p_user uuid, p_folder uuid, p_writes boolean, p_state text, p_before timestamptz, p_before_id uuid, p_limit integer, p_format integer,
  out folder bytea, out ids text, out onward text, out page text, out documents bytea, out which bytea, out shown bytea
) returns setof record language plpgsql security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
declare writes boolean; portal boolean; writable boolean; f folders; listed uuid[]; lines bytea[]; times timestamptz[]; kept folder_pages;
begin
  perform wk_enter(p_org, p_user);
  select * into f from folders x where x.org_id = p_org and x.id = p_folder and x.removed_at is null;
  if not found or not wk_folder_open(f.client_id, f.group_id, f.facility_ids) then return; end if;
  writes := p_writes and wk_user_may('documents:write'); portal := wk_is_portal();
  writable := f.group_id is null or f.group_id = any (wk_groups('write'));
  select record_send(row(f.id, f.client_id, k.kek_id, k.wrapped)) into folder from deks k where k.org_id = p_org and k.subject_id = f.id;
  -- What a portal person sees is theirs alone, and what is asked by state changes with the day.
  if p_format is not null and p_state is null and not portal then
    which := sha256(convert_to(concat_ws(' ', p_format, writes, writable, p_limit, extract(epoch from p_before), p_before_id), 'UTF8'));
    select * into kept from folder_pages k where k.org_id = p_org and k.folder_id = p_folder and k.which = wk_page_of_folder.which and k.valid_until > now();
    if kept.folder_id is not null then
      ids := kept.ids; onward := kept.onward; page := kept.sealed_page;
      return next;
      return;
    end if;
  end if;
  select array_agg(l.id order by l.updated_at desc, l.id desc), array_agg(l.line order by l.updated_at desc, l.id desc), array_agg(l.updated_at order by l.updated_at desc, l.id desc)
    into listed, lines, times from wk_folder_lines(p_org, p_user, p_folder, writes, portal, writable, p_state, p_before, p_before_id, p_limit + 1) l;
  if which is not null then shown := sha256(array_send(lines)); end if;
  if cardinality(listed) > p_limit then
    onward := to_char(times[p_limit] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || listed[p_limit];
    listed := listed[:p_limit]; lines := lines[:p_limit];
  end if;
  ids := coalesce(array_to_string(listed, ','), '');
  select string_agg(int4send(length(x.b)) || x.b, '' order by x.n) into documents from unnest(lines) with ordinality x (b, n);
  return next;
end $$;
revoke all on function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer, integer) from public;
grant execute on function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer, integer) to wellkeep_app;

-- Keeps a page that a reader was shown, for the next one: behind the walls of that reader, under the folder's key of now, and
-- only while it says what it said (`p_shown`). Losing it costs one slower read, so nobody waits: not for the disk, nor for who
-- changes a document just now. A folder has few copies, the newest.
create function wk_keep_folder_page(
  p_org uuid, p_user uuid, p_folder uuid, p_wrapped bytea, p_writes boolean, p_before timestamptz, p_before_id uuid, p_limit integer, p_format integer,
  p_shown bytea, p_page text
) returns void language plpgsql security definer set search_path = public as $$
declare now_shown record;
begin
  perform set_config('synchronous_commit', 'off', true), wk_enter(p_org, p_user);
  if not pg_try_advisory_xact_lock(wk_folder_pages_lock(p_org, p_folder)) then return; end if;
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_folder and d.wrapped = p_wrapped;
  if not found then return; end if;
  select * into now_shown from wk_page_of_folder(p_org, p_user, p_folder, p_writes, null, p_before, p_before_id, p_limit, p_format);
  if now_shown.shown is distinct from p_shown then return; end if;
  delete from folder_pages k where k.org_id = p_org and k.folder_id = p_folder and (k.which = now_shown.which
    or k.which in (select o.which from folder_pages o where o.org_id = p_org and o.folder_id = p_folder order by o.kept_at desc offset 15));
  insert into folder_pages (org_id, folder_id, which, ids, onward, sealed_page, valid_until)
    select p_org, p_folder, now_shown.which, now_shown.ids, now_shown.onward, p_page, coalesce(min(d.expires_at), 'infinity')
    from documents d where d.org_id = p_org and d.folder_id = p_folder and d.purged_at is null and d.expires_at > now();
end $$;
revoke all on function wk_keep_folder_page(uuid, uuid, uuid, bytea, boolean, timestamptz, uuid, integer, integer, bytea, text) from public;
grant execute on function wk_keep_folder_page(uuid, uuid, uuid, bytea, boolean, timestamptz, uuid, integer, integer, bytea, text) to wellkeep_app;
create index documents_expiry on documents (org_id, folder_id, expires_at) where expires_at is not null and purged_at is null;
