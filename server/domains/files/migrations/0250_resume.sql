-- What an upload is of, as its sender computed it from the bytes: so that whoever chooses the same file again goes on where
-- it broke off, on another day or another device. Sealed, as it would name a file that somebody else has; gone once it is whole.
alter table files add column sealed_fingerprint bytea;
create function wk_file_whole() returns trigger language plpgsql set search_path = public as $$
begin
  new.sealed_fingerprint := null;
  return new;
end $$;
create trigger whole before update of state on files for each row when (new.state <> 'uploading') execute function wk_file_whole();
