-- Deterministic: ids and texts are digests of row numbers. The counts are filled in.
insert into workspaces
  select md5('w' || i)::uuid, 'Workspace ' || i, (array['free', 'team', 'business'])[1 + i %% 3], timestamptz '2026-01-01' + i * interval '1 hour'
  from generate_series(1, %(workspaces)s) i;
insert into members
  select md5('m' || i)::uuid, md5('w' || 1 + i %% %(workspaces)s)::uuid, 'member' || i || '@example.com', 'Member ' || i, null
  from generate_series(1, %(members)s) i;
insert into videos
  select md5('v' || i)::uuid, md5('w' || 1 + i %% %(workspaces)s)::uuid, md5('m' || 1 + i %% %(members)s)::uuid, 'Video ' || i, 30 + i %% 3600,
    i %% 1000, 0, jsonb_build_object('language', (array['en', 'de', 'ja'])[1 + i %% 3], 'words',
      (select jsonb_agg(md5(i || ':' || j)) from generate_series(1, 90) j)),
    timestamptz '2026-02-01' + i * interval '1 minute'
  from generate_series(1, %(videos)s) i;
insert into comments
  select md5('c' || i)::uuid, md5('v' || 1 + (i * 7) %% %(videos)s)::uuid, md5('m' || 1 + i %% %(members)s)::uuid,
    'Comment ' || i || ' ' || md5('b' || i), timestamptz '2026-03-01' + i * interval '10 seconds'
  from generate_series(1, %(comments)s) i;
insert into view_events
  select md5('e' || i)::uuid, md5('v' || 1 + (i * 13) %% %(videos)s)::uuid, md5('m' || 1 + i %% %(members)s)::uuid, i %% 600,
    timestamptz '2026-03-01' + i * interval '2 seconds'
  from generate_series(1, %(view_events)s) i;
insert into notifications (member_id, kind, created_at)
  select md5('m' || 1 + i %% %(members)s)::uuid, 'comment', timestamptz '2026-03-01' + i * interval '1 minute'
  from generate_series(1, %(notifications)s) i;
insert into jobs
  select md5('j' || i)::uuid, (array['transcode', 'thumbnail', 'mail'])[1 + i %% 3], jsonb_build_object('video', md5('v' || i)), 'queued', 0,
    timestamptz '2026-03-01' + i * interval '1 second'
  from generate_series(1, %(jobs)s) i;
insert into trending select id, 0 from videos order by id limit 20;
