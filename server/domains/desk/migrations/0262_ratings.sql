-- How content a requester is with what was resolved: asked once each time a ticket ends, answered in the portal or by a link
-- in the mail. The score is a number; what they write beside it is a message of the ticket.
create table rating_settings (
  org_id uuid primary key references organizations,
  enabled boolean not null default true,
  -- A rating may be changed for so long, in days.
  change_days smallint not null default 7 check (change_days between 0 and 90),
  -- A link in a mail opens for so long.
  link_days smallint not null default 14 check (link_days between 1 and 90),
  version integer not null default 1
);
create table ticket_ratings (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  -- How often the ticket had been reopened: whoever reopens it is asked anew.
  round integer not null,
  -- 1 bad, 2 neither, 3 good.
  score smallint not null check (score between 1 and 3),
  -- The message that was written with it.
  comment_id uuid,
  via text not null check (via in ('portal', 'mail')),
  -- Who had it, and where, as it was rated.
  queue_id uuid not null,
  assignee_id uuid,
  rated_at timestamptz not null default now(),
  changed_at timestamptz,
  primary key (org_id, id),
  unique (org_id, ticket_id, round),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, queue_id) references queues (org_id, id),
  foreign key (org_id, assignee_id) references users (org_id, id)
);
create index ticket_ratings_at on ticket_ratings (org_id, rated_at);
create table rating_links (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  round integer not null,
  -- SHA-256 of 256 random bits: the secret lies nowhere.
  secret_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index rating_links_ticket on rating_links (org_id, ticket_id);

alter table rating_settings enable row level security;
create policy seen on rating_settings for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal()));
create policy kept on rating_settings for all to wellkeep_app using (org_id = wk_org() and (select wk_user_may('desk:settings')))
  with check (org_id = wk_org() and (select wk_user_may('desk:settings')));
alter table ticket_ratings enable row level security;
create policy seen on ticket_ratings for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal())
  and (select true from tickets t where t.org_id = ticket_ratings.org_id and t.id = ticket_ratings.ticket_id));
alter table rating_links enable row level security;
do $$ declare t text; begin
  foreach t in array array['rating_settings', 'ticket_ratings', 'rating_links'] loop
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
  end loop;
end $$;
grant select, insert, update on rating_settings to wellkeep_app;
grant select on rating_settings to wellkeep_worker;
grant select on ticket_ratings to wellkeep_app;
grant select, insert, update on ticket_ratings to wellkeep_worker;
grant select, insert, update, delete on rating_links to wellkeep_worker;

-- Comes before anybody is known: for one secret, of which ticket it is, as long as that may be rated by it.
create function wk_rating_link(p_secret bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object('org', l.org_id, 'link', l.id, 'ticket', t.id, 'number', t.number, 'score', r.score)
  from rating_links l join tickets t on t.org_id = l.org_id and t.id = l.ticket_id
  left join rating_settings s on s.org_id = l.org_id
  left join ticket_ratings r on r.org_id = l.org_id and r.ticket_id = l.ticket_id and r.round = l.round
  where l.secret_hash = p_secret and l.used_at is null and l.expires_at > now() and coalesce(s.enabled, true)
    and t.merged_into is null and t.status_category in ('resolved', 'closed') and t.reopened_count = l.round
$$;
-- Of a request of the portal person who asks: what they said of it, and whether they may say it now.
create function wk_portal_rating(p_ticket uuid) returns table (asked boolean, score smallint, comment_id uuid, changeable boolean)
language sql stable security definer set search_path = public as $$
  select true, r.score, r.comment_id, r.rated_at is null or r.rated_at > now() - make_interval(days => coalesce(s.change_days, 7))
  from wk_portal_request_place(p_ticket) p
  join tickets t on t.org_id = wk_org() and t.id = p_ticket and t.status_category in ('resolved', 'closed')
  left join rating_settings s on s.org_id = t.org_id
  left join ticket_ratings r on r.org_id = t.org_id and r.ticket_id = t.id and r.round = t.reopened_count
  where coalesce(s.enabled, true)
$$;
revoke all on function wk_rating_link(bytea), wk_portal_rating(uuid) from public;
grant execute on function wk_rating_link(bytea), wk_portal_rating(uuid) to wellkeep_app;
