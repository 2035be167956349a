-- Whether the address that a mail came from is its sender's (SPF, DKIM, DMARC); null where that was not looked at.
alter table mail_received add column sender_check text check (sender_check in ('verified', 'failed', 'unverified', 'unknown'));
