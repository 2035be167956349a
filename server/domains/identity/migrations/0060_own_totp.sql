-- An authenticator app that its owner sets up from the account's settings waits here, sealed, until a first code
-- confirms it; what is enrolled stays in use until then.
alter table users add column sealed_totp_next bytea;
alter table users add column totp_next_at timestamptz;
-- After an administrator's reset the next sign-in enrols anew, whatever the organization demands of others.
alter table users add column must_enrol_totp boolean not null default false;
