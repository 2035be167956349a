-- Events of reads that go along with the reads they tell of, in one statement and one commit: `p_of` says which of
-- the events given came true. Whose they are is not taken from the caller but from the context of the transaction.
create function wk_audit_reads(
  p_action text, p_object_type text, p_session uuid, p_of integer[],
  p_event uuid[], p_at timestamptz[], p_leaf text[], p_object uuid[]
) returns void language plpgsql security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
begin
  with waiting as (
    insert into audit_pending (org_id, event_id) select wk_org(), p_event[i] from unnest(p_of) as i
  )
  insert into audit_events (org_id, id, at, leaf, actor_id, session_id, action, outcome, object_type, object_id)
  select wk_org(), p_event[i], p_at[i], p_leaf[i], wk_user(), p_session, p_action, 'done', p_object_type, p_object[i]
  from unnest(p_of) as i;
end $$;
revoke all on function wk_audit_reads(text, text, uuid, integer[], uuid[], timestamptz[], text[], uuid[]) from public;
grant execute on function wk_audit_reads(text, text, uuid, integer[], uuid[], timestamptz[], text[], uuid[]) to wellkeep_app;
