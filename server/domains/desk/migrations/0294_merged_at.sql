-- When a ticket was merged: what its clocks had kept or missed by then stays so, and only what still ran counts neither way.
alter table tickets add column merged_at timestamptz;
-- Of what was merged before: when the merge closed it, else when the log says that it was merged.
update tickets t set merged_at = coalesce((select max(x.from_at) from ticket_status_spans x where x.org_id = t.org_id and x.ticket_id = t.id
    and x.from_at between e.at - interval '1 minute' and e.at + interval '1 minute'), e.at)
  from (select org_id, object_id, max(at) as at from audit_events where action = 'ticket.merge' group by org_id, object_id) e
  where t.merged_into is not null and e.org_id = t.org_id and e.object_id = t.id;
update tickets set merged_at = coalesce(closed_at, updated_at) where merged_into is not null and merged_at is null;
alter table tickets add check ((merged_into is null) = (merged_at is null));
do $$ declare r record; before text := current_setting('wk.org', true); begin
  for r in select s.org_id, s.ticket_id from ticket_slas s join tickets t on t.org_id = s.org_id and t.id = s.ticket_id
    where t.merged_into is not null and 'stopped' in (s.response_state, s.resolution_state)
  loop
    perform set_config('wk.org', r.org_id::text, true);
    perform wk_add_job('sla.recompute', jsonb_build_object('ticketId', r.ticket_id), 'sla.recompute:' || r.ticket_id, null);
  end loop;
  perform set_config('wk.org', coalesce(before, ''), true);
end $$;
