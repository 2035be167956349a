-- A file that is not settled is not hung on a closed ticket either.
create trigger hold_open_moved before update of owner_id on files for each row
  when (new.owner_type = 'ticket' and new.owner_id <> old.owner_id and new.state in ('waiting', 'reading', 'suspected', 'infected'))
  execute function wk_file_holds_open();
