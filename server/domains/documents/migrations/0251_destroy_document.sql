-- A document is destroyed with every version of it: the keys first, so that backups hold nothing that opens. It applies the
-- walls and the permission itself, as whoever destroys need not be somebody who writes. What was destroyed is answered as a
-- receipt tells it: hashes of the ciphertext and of the wrapped key of each file.
create function wk_destroy_document(p_document uuid, p_private boolean)
returns table (file_id uuid, bytes bigint, ciphertext bytea, key bytea, client_id uuid) language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare o uuid := wk_org(); d documents; f record;
begin
  select * into d from documents x where x.org_id = o and x.id = p_document and x.purged_at is null for update;
  if not found or wk_is_portal() or not wk_folder_open(d.client_id, d.group_id, d.facility_ids) then return; end if;
  if not wk_user_may('documents:destroy') or (d.client_id is not null and not (p_private and d.group_id = any (wk_groups('write')))) then
    raise exception 'destroying a document needs documents:destroy and its wall open for writing' using errcode = '42501';
  end if;
  for f in select x.id, x.received, coalesce(x.sealed_hash, sha256(coalesce((select string_agg(p.sha256, ''::bytea order by p.n) from file_parts p
      where p.org_id = o and p.file_id = x.id), ''::bytea))) as sealed_hash, k.wrapped
    from files x join deks k on k.org_id = o and k.subject_id = x.id and k.wrapped is not null
    where x.org_id = o and x.owner_type = 'document' and x.owner_id = p_document and x.state not in ('moved', 'purged') order by x.id for update of x
  loop
    update files set state = 'purged', sealed_name = null, sealed_findings = null, sealed_preview = null, sealed_digest = null, content_type = null,
      also_type = null, lease_id = null, lease_until = null, purged_at = now(), purged_by = wk_user(), version = version + 1 where org_id = o and id = f.id;
    update deks set wrapped = null, destroyed_at = now() where org_id = o and subject_id = f.id;
    perform wk_add_job('file.remove', jsonb_build_object('fileId', f.id), 'file.remove:' || f.id, null);
    file_id := f.id; bytes := f.received; ciphertext := f.sealed_hash; key := sha256(f.wrapped); client_id := d.client_id;
    return next;
  end loop;
  update document_versions set sealed_note = null where org_id = o and document_id = p_document;
  update document_links set sealed_label = null, revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, wk_user())
    where org_id = o and document_id = p_document;
  delete from document_audiences where org_id = o and document_id = p_document;
  update documents set sealed_name = null, sealed_tags = null, purged_at = now(), checked_out_by = null, checked_out_at = null, version = version + 1
    where org_id = o and id = p_document;
  file_id := null; bytes := null; ciphertext := null; client_id := d.client_id;
  select sha256(k.wrapped) into key from deks k where k.org_id = o and k.subject_id = p_document and k.wrapped is not null;
  update deks set wrapped = null, destroyed_at = now() where org_id = o and subject_id = p_document and wrapped is not null;
  return next;
end $$;
revoke all on function wk_destroy_document(uuid, boolean) from public;
grant execute on function wk_destroy_document(uuid, boolean) to wellkeep_app;

update roles r set permissions = r.permissions || array['documents:destroy']
where r.built_in in ('administrator', 'privacy-officer', 'service-desk-lead') and not 'documents:destroy' = any (r.permissions);
