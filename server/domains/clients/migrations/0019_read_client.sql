-- One client in one round trip: who asks is established, the row-security context set, and the client read
-- behind it. Runs with the caller's rights, so the walls hold in it as everywhere. The answer has few columns, since
-- each costs the driver as much as its content: plain values as JSON, ciphertexts end to end, each behind its length.
create function wk_pack(b bytea) returns bytea language sql immutable parallel safe as
  $$ select case when b is null then int4send(-1) else int4send(length(b)) || b end $$;
grant execute on function wk_pack(bytea) to wellkeep_app;

create function wk_read_client(p_secret bytea, p_session boolean, p_passive boolean, p_known bigint, p_id uuid)
returns table (principal jsonb, client jsonb, sealed bytea) language plpgsql set search_path = public as $$
declare p jsonb;
begin
  if p_session then p := wk_open_session(p_secret, p_passive, p_known); else p := wk_open_token(p_secret, p_known); end if;
  if p is null then return; end if;
  perform wk_enter((p ->> 'orgId')::uuid, (p ->> 'userId')::uuid);
  return query
    select p,
      jsonb_build_object('id', c.id, 'kind', c.kind, 'group_id', c.group_id, 'facility_id', c.facility_id, 'version', c.version,
        'created_at', c.created_at, 'updated_at', c.updated_at, 'shredded_at', c.shredded_at, 'kek_id', d.kek_id, 'group_name', g.name,
        'facility_name', f.name, 'writable', c.group_id = any ((select wk_groups('write'))::uuid[])),
      wk_pack(d.wrapped) || wk_pack(c.sealed_contact) || wk_pack(c.sealed_demographic) || wk_pack(c.sealed_identifier)
        || wk_pack(c.sealed_clinical) || wk_pack(c.sealed_financial)
    from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    join client_groups g on g.org_id = c.org_id and g.id = c.group_id
    left join facilities f on f.org_id = c.org_id and f.id = c.facility_id
    where c.org_id = wk_org() and c.id = p_id;
  if not found then
    return query select p, null::jsonb, null::bytea;
  end if;
end $$;
revoke all on function wk_read_client(bytea, boolean, boolean, bigint, uuid) from public;
grant execute on function wk_read_client(bytea, boolean, boolean, bigint, uuid) to wellkeep_app;
