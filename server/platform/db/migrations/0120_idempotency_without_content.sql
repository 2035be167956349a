-- What an Idempotency-Key led to is kept as a reference alone: content stays where its walls, its key and its purge are.
alter table idempotency_keys drop column sealed_answer, drop column status,
  add column object_id uuid, add column done_at timestamptz;
-- Claims of before lead nowhere any more; their keys are free again.
delete from idempotency_keys;
