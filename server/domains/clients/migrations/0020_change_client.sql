-- A change of one client and its event, in one statement and so in one transaction, behind the walls of the user.
-- Answers the new version; null, and nothing done, when the client no longer has the version that was read.
create function wk_change_client(
  p_org uuid, p_user uuid, p_id uuid, p_version integer, p_classes text[],
  p_contact bytea, p_demographic bytea, p_identifier bytea, p_clinical bytea, p_financial bytea, p_tokens integer[],
  e_id uuid, e_at timestamptz, e_leaf text, e_session uuid
) returns integer language plpgsql set search_path = public as $$
declare v integer;
begin
  perform wk_enter(p_org, p_user);
  update clients set version = version + 1, updated_at = now(),
    sealed_contact = case when 'contact' = any (p_classes) then p_contact else sealed_contact end,
    sealed_demographic = case when 'demographic' = any (p_classes) then p_demographic else sealed_demographic end,
    sealed_identifier = case when 'identifier' = any (p_classes) then p_identifier else sealed_identifier end,
    sealed_clinical = case when 'clinical' = any (p_classes) then p_clinical else sealed_clinical end,
    sealed_financial = case when 'financial' = any (p_classes) then p_financial else sealed_financial end
  where org_id = p_org and id = p_id and version = p_version and shredded_at is null returning version into v;
  if v is null then return null; end if;
  if p_tokens is not null then
    update client_search set tokens = p_tokens where org_id = p_org and client_id = p_id;
  end if;
  perform wk_audit_append(array[p_org], array[e_id], array[e_at], array[e_leaf], array[p_user], array[e_session],
    array['client.change'], array['done'], array['client'], array[p_id], array[null::text]);
  return v;
end $$;
revoke all on function wk_change_client(uuid, uuid, uuid, integer, text[], bytea, bytea, bytea, bytea, bytea, integer[], uuid, timestamptz, text, uuid) from public;
grant execute on function wk_change_client(uuid, uuid, uuid, integer, text[], bytea, bytea, bytea, bytea, bytea, integer[], uuid, timestamptz, text, uuid) to wellkeep_app;
