-- The pair by which push services know this organization's server: kept as all its keys are, wrapped by a root key, and made
-- when the first browser subscribes.
alter table org_keys drop constraint org_keys_purpose_check;
alter table org_keys add constraint org_keys_purpose_check check (purpose in ('kek', 'index', 'log', 'push'));
create unique index org_keys_push on org_keys (org_id) where purpose = 'push';
