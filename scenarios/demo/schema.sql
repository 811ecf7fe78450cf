create table workspaces (
  id uuid primary key,
  name text not null,
  plan text not null,
  created_at timestamptz not null
);
create table members (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  email text not null unique,
  display_name text not null,
  last_seen_at timestamptz
);
create table videos (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  owner_id uuid not null references members,
  title text not null,
  duration_s int not null,
  views bigint not null default 0,
  comments bigint not null default 0,
  transcript jsonb not null,
  created_at timestamptz not null
);
create table comments (
  id uuid primary key,
  video_id uuid not null references videos,
  author_id uuid not null references members,
  body text not null,
  created_at timestamptz not null
);
create table view_events (
  id uuid primary key,
  video_id uuid not null,
  member_id uuid not null,
  watched_s int not null,
  at timestamptz not null
);
-- The one table whose ids come from the database: the log does not contain them, so that the capture deduces them.
create table notifications (
  id bigserial primary key,
  member_id uuid not null references members,
  kind text not null,
  seen boolean not null default false,
  created_at timestamptz not null default now()
);
create table jobs (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  state text not null default 'queued',
  attempts int not null default 0,
  created_at timestamptz not null
);
create table trending (
  video_id uuid primary key references videos,
  score bigint not null
);
