create index members_by_workspace on members (workspace_id);
create index videos_by_workspace on videos (workspace_id, created_at desc);
create index comments_by_video on comments (video_id, created_at desc);
create index view_events_by_video on view_events (video_id);
create index view_events_by_time on view_events (at);
create index notifications_by_member on notifications (member_id) where not seen;
create index jobs_queued on jobs (created_at) where state = 'queued';
