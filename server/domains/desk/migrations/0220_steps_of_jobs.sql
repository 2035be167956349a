-- A trigger's question is planned as a whole, so whoever changes a step needs the right to each function in it, also to
-- those that are not asked: jobs put the built-in step on a ticket. Without a user they answer no.
grant execute on function wk_user_may(text), wk_user_holds(uuid), wk_ticket_merged(uuid, uuid) to wellkeep_worker;
