-- Removes the table, and the schema too unless it contains a mark.
drop table if exists pgrehearse.heartbeat;
do $$ begin drop schema pgrehearse; exception when dependent_objects_still_exist then null; end $$;
