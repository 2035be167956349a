-- In which language somebody wants to read; null for what their browser asks for.
alter table users add column language text check (language ~ '^[a-z]{2}$');
