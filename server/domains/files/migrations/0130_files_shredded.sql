-- A client that is destroyed takes its files along, in the same transaction: its own, and those of its tickets. A job
-- removes the ciphertexts.
create or replace function wk_files_shredded() returns trigger language plpgsql security definer set search_path = public as $$
declare f uuid;
begin
  for f in update files set state = 'purged', sealed_name = null, sealed_findings = null, sealed_preview = null, lease_id = null,
      purged_at = new.shredded_at, purged_by = wk_user(), version = version + 1
    where org_id = new.org_id and state not in ('moved', 'purged')
      and ((owner_type = 'client' and owner_id = new.id) or (owner_type = 'ticket' and client_id = new.id)) returning id
  loop
    update deks set wrapped = null, destroyed_at = new.shredded_at where org_id = new.org_id and subject_id = f and wrapped is not null;
    perform wk_add_job('file.remove', jsonb_build_object('fileId', f), 'file.remove:' || f, null);
  end loop;
  return null;
end $$;
