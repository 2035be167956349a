-- The role "Service desk lead" for organizations that exist; new ones get it with the other shipped roles. Nobody holds it
-- until an administrator gives it to somebody.
insert into roles (org_id, id, name, description, built_in, permissions, field_classes)
select o.org_id, gen_random_uuid(),
  case when exists (select 1 from roles r where r.org_id = o.org_id and r.name = 'Service desk lead')
    then 'Service desk lead (shipped)' else 'Service desk lead' end,
  'Runs the desk: approves working time, keeps contracts, decides about held mail and edits the desk’s settings.',
  'service-desk-lead',
  array['clients:read', 'facilities:read', 'teams:read', 'tickets:read', 'tickets:write', 'tickets:create', 'tickets:assign',
    'tickets:merge', 'tickets:close-override', 'files:read', 'files:write', 'files:reveal', 'files:clear', 'files:purge',
    'files:move', 'mail:release', 'time:write', 'time:approve', 'contracts:manage', 'reports:read', 'desk:settings'],
  '{"contact": "read"}'
from organizations o
-- An organization of before the shipped roles, or one that is being made, has none to add to.
where exists (select 1 from roles r where r.org_id = o.org_id and r.built_in is not null)
  and not exists (select 1 from roles r where r.org_id = o.org_id and r.built_in = 'service-desk-lead');
