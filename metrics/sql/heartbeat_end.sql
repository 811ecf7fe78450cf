-- Nothing of ours stays: the schema goes too, unless it holds a rehearsal's mark.
drop table if exists pgrehearse.heartbeat;
do $$ begin drop schema pgrehearse; exception when dependent_objects_still_exist then null; end $$;
