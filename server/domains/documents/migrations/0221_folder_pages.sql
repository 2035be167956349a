-- Pages of a folder as they were last shown, each in one ciphertext under the folder's key: a folder that is read more often
-- than changed is opened at once, not name by name. A copy and no more: `about` is SHA-256 of all that the page shows, so
-- that it is found only while the documents, their walls and their reader's rights say exactly the same. Nobody is granted the
-- table: the functions below apply the walls.
create table folder_pages (
  org_id uuid not null,
  folder_id uuid not null,
  about bytea not null check (length(about) = 32),
  -- In base64, which is how it goes to the server: the driver takes text, and making it of bytes costs more than opening them.
  sealed_page text not null,
  kept_at timestamptz not null default now(),
  primary key (org_id, folder_id, about),
  foreign key (org_id, folder_id) references folders (org_id, id)
);
-- Ciphertext does not compress.
alter table folder_pages alter column sealed_page set storage external;
alter table folder_pages enable row level security;

-- Who takes copies away and who keeps one take turns.
create function wk_folder_pages_lock(p_org uuid, p_folder uuid) returns bigint language sql immutable as
  'select hashtextextended(''wk folder pages '' || p_org || p_folder, 0)';
revoke all on function wk_folder_pages_lock(uuid, uuid) from public;

create function wk_forget_folder_pages(p_org uuid, p_folder uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(wk_folder_pages_lock(p_org, p_folder));
  delete from folder_pages k where k.org_id = p_org and k.folder_id = p_folder;
end $$;
revoke all on function wk_forget_folder_pages(uuid, uuid) from public;

-- A document that left its folder or was destroyed leaves nothing behind there, under a key that is not its own.
create function wk_folder_pages_left() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_forget_folder_pages(old.org_id, old.folder_id);
  return null;
end $$;
create trigger folder_pages_left after update of folder_id, purged_at on documents for each row
  when (old.folder_id <> new.folder_id or old.purged_at is distinct from new.purged_at) execute function wk_folder_pages_left();
create trigger folder_pages_gone after delete on documents for each row execute function wk_folder_pages_left();
-- Whatever destroys or replaces a key (a purge, a client's destruction) takes the copies along.
create function wk_folder_pages_key() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.subject_type = 'folder' then perform wk_forget_folder_pages(new.org_id, new.subject_id);
  else perform wk_forget_folder_pages(d.org_id, d.folder_id) from documents d where d.org_id = new.org_id and d.id = new.subject_id;
  end if;
  return null;
end $$;
create trigger folder_pages_follow after update of wrapped on deks for each row
  when (new.subject_type in ('folder', 'document') and new.wrapped is distinct from old.wrapped) execute function wk_folder_pages_key();

-- A page of a folder in one statement: it enters the context of who asks, asks the folder's wall once, and answers the folder
-- (with its key), the ids of its documents, where the next page goes on, and what the page is about, with its copy where one is kept. Where
-- none is: the documents, each behind its length, as one value each (`record_send`), since a column costs the driver as much as
-- its content. `p_shape` names all else that the copy depends on: the format, and what this reader may do.
drop function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer);
create function wk_page_of_folder(
  p_org uuid, p_user uuid, p_folder uuid, p_writes boolean, p_state text, p_before timestamptz, p_before_id uuid, p_limit integer, p_shape text,
  out folder bytea, out ids text, out onward text, out about bytea, out page text, out documents bytea
) returns setof record language plpgsql security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare writes boolean; portal boolean; f folders; opened uuid[]; listed uuid[]; shown bytea[]; more boolean;
begin
  perform wk_enter(p_org, p_user);
  select * into f from folders x where x.org_id = p_org and x.id = p_folder and x.removed_at is null;
  if not found or not wk_folder_open(f.client_id, f.group_id, f.facility_ids) then return; end if;
  writes := p_writes and wk_user_may('documents:write'); portal := wk_is_portal(); opened := wk_groups('write');
  select array_agg(r.id order by r.updated_at desc, r.id desc), array_agg(r.b order by r.updated_at desc, r.id desc) into listed, shown from (
    select d.id, d.updated_at, record_send(row(d.id, d.folder_id, d.client_id, d.group_id, d.state, d.sealed_name, d.sealed_tags, d.latest, d.allotted, d.published,
      d.published_at, d.withdrawn_at, d.expires_at, coalesce(d.expires_at <= now(), false), d.review_on::text, d.checked_out_by, d.checked_out_at,
      c.display_name, d.created_by, d.created_at, d.updated_at, u.display_name, d.version,
      case when portal then d.created_by is not distinct from p_user else d.group_id is null or d.group_id = any (opened) end,
      v.n, y.content_type, y.size::float8, y.pages, y.state, y.at_home, y.sealed_preview is not null)) as b
    from (select * from documents d where d.org_id = p_org and d.folder_id = p_folder and d.purged_at is null
        and (writes or (d.state = 'published' and (d.expires_at is null or d.expires_at > now())) or (portal and d.created_by = p_user))
        and (p_state is null or case p_state
          when 'published' then d.state = 'published' and (d.expires_at is null or d.expires_at > now())
          when 'expired' then d.state = 'published' and d.expires_at <= now()
          when 'review' then d.state <> 'withdrawn' and d.review_on <= current_date
          else d.state = p_state end)
        and (p_before is null or (d.updated_at, d.id) < (p_before, p_before_id))
        order by d.updated_at desc, d.id desc limit p_limit + 1) d
    left join document_versions v on v.org_id = p_org and v.document_id = d.id and v.n = case when writes then d.latest else coalesce(d.published, d.latest) end
    left join files y on y.org_id = p_org and y.id = v.file_id
    left join users u on u.org_id = p_org and u.id = d.updated_by
    left join users c on c.org_id = p_org and c.id = d.checked_out_by) r;
  more := cardinality(listed) > p_limit;
  if more then listed := listed[:p_limit]; shown := shown[:p_limit]; end if;
  ids := coalesce(array_to_string(listed, ','), '');
  about := sha256(convert_to(coalesce(p_shape, ''), 'UTF8') || coalesce((select string_agg(b, '' order by n) from unnest(shown) with ordinality x (b, n)), ''));
  select k.sealed_page into page from folder_pages k where k.org_id = p_org and k.folder_id = p_folder and k.about = wk_page_of_folder.about;
  select record_send(row(f.id, f.client_id, k.kek_id, k.wrapped)) into folder from deks k where k.org_id = p_org and k.subject_id = f.id;
  if more then
    select to_char(d.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || d.id into onward
      from documents d where d.org_id = p_org and d.id = listed[p_limit];
  end if;
  if page is null then
    select string_agg(int4send(length(x.b)) || x.b || k.b, '' order by x.n) into documents
    from unnest(listed, shown) with ordinality x (id, b, n)
    cross join lateral (select int4send(length(r.b)) || r.b as b from (select record_send(row(e.kek_id, e.wrapped)) as b from deks e where e.org_id = p_org and e.subject_id = x.id) r) k;
  end if;
  return next;
end $$;
revoke all on function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer, text) from public;
grant execute on function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer, text) to wellkeep_app;

-- Keeps a page that a reader was shown, for the next one: behind the walls of that reader, under the folder's key of now, and
-- only while all its documents are still there. Losing it costs one slower read, so nobody waits: not for the disk, nor for who
-- destroys a document just now. A folder has few copies, the newest.
create function wk_keep_folder_page(p_org uuid, p_user uuid, p_folder uuid, p_wrapped bytea, p_ids uuid[], p_about bytea, p_page text)
returns void language plpgsql security definer set search_path = public as $$
declare f folders;
begin
  perform set_config('synchronous_commit', 'off', true), wk_enter(p_org, p_user);
  if not pg_try_advisory_xact_lock(wk_folder_pages_lock(p_org, p_folder)) then return; end if;
  select * into f from folders x where x.org_id = p_org and x.id = p_folder and x.removed_at is null;
  if not found or not wk_folder_open(f.client_id, f.group_id, f.facility_ids) then return; end if;
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_folder and d.wrapped = p_wrapped;
  if not found then return; end if;
  if (select count(*) from documents d where d.org_id = p_org and d.id = any (p_ids) and d.folder_id = p_folder and d.purged_at is null)
    <> cardinality(p_ids) then return; end if;
  delete from folder_pages k where k.org_id = p_org and k.folder_id = p_folder
    and k.about in (select o.about from folder_pages o where o.org_id = p_org and o.folder_id = p_folder order by o.kept_at desc offset 15);
  insert into folder_pages (org_id, folder_id, about, sealed_page) values (p_org, p_folder, p_about, p_page) on conflict do nothing;
end $$;
revoke all on function wk_keep_folder_page(uuid, uuid, uuid, bytea, uuid[], bytea, text) from public;
grant execute on function wk_keep_folder_page(uuid, uuid, uuid, bytea, uuid[], bytea, text) to wellkeep_app;
