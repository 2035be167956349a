-- Jobs are kept by graphile-worker in a schema of its own, which `migrate` brings up beside ours. Its tables carry no
-- org_id and are the owner's alone: nobody who serves requests reads them. This function is the only way in for the
-- roles without ownership, and it takes the organization from the transaction's context.
create function wk_add_job(p_task text, p_payload jsonb, p_key text, p_run_at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  if wk_org() is null then raise exception 'a job belongs to an organization' using errcode = '42501'; end if;
  perform graphile_worker.add_job(
    identifier := p_task,
    payload := json_build_object('orgId', wk_org(), 'payload', p_payload),
    run_at := p_run_at,
    job_key := case when p_key is null then null else wk_org()::text || ':' || p_key end);
end $$;
create function wk_remove_job(p_key text) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform graphile_worker.remove_job(wk_org()::text || ':' || p_key);
end $$;
revoke all on function wk_add_job(text, jsonb, text, timestamptz), wk_remove_job(text) from public;
grant execute on function wk_add_job(text, jsonb, text, timestamptz), wk_remove_job(text) to wellkeep_app, wellkeep_worker;

-- Which workers live: what a killed process had taken is given to others. No org_id: about processes, not data.
create unlogged table job_workers (
  worker_id text primary key,
  seen_at timestamptz not null default now()
);
alter table job_workers enable row level security;
