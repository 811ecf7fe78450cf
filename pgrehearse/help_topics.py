"""The topics of ``pgrehearse help``: short texts, each with the page of docs/ that has the details."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One line for the list, the text, and the page in docs/. A paragraph that begins with \\b is not wrapped."""

    summary: str
    page: str
    text: str


_TIMING = """
Each event has a due time, which is computed before the replay starts: the start of the replay plus the event's time in
production, divided by --speed. A session sends its next event at the due time or when the previous one has ended, whichever is
later. A session that is late shortens its think time until it is on time again; it never changes the order.

\b
--speed 2               replay twice as fast; max: no think time at all
--think-time-scale 0.5  halve the think time, keep the rest
--connect-time-scale 0  let all sessions connect at the start
--skip-idle 30s         shorten intervals without any statement
--from 10m --until 20m  replay a part of the window
--start-at INSTANT      start several machines at the same time

Lateness is the time from due to sent. Each run divides it by cause: predecessor (the target was slow), connection, ordering
(--sync commit) and harness (the machine of the replay). A run whose harness was late is not fit for a comparison.
"""

_ORDER = """
--sync session (the default) keeps the order of the statements within each session. Between sessions only the time decides. If the
target is slower than production, one session can overtake another.

--sync commit also keeps the order in which transactions committed in production. A statement waits for the transactions that
committed before it and wrote a table that it uses. Each wait ends after --sync-timeout, and the run counts the waits that timed
out. The order costs no round trips.

A log has times of a limited resolution. Therefore the order of some pairs of transactions is unknown; inspect and each run report
their number.
"""

_SAFETY = """
A replay is read-only unless --writes is set: it skips each statement that could write or act outside the database, and the
sessions of the replay are read-only on the server as well.

With --writes the target must be a rehearsal database: an embedded server, or a database that targets adopt has marked. The mark
belongs to one server, has an end date, and is verified on every connection. The source of the workload is always refused, and so
is every host of --deny-host and of the variable PGREHEARSE_DENY_HOSTS.

\b
pgrehearse targets adopt postgresql://postgres@restored/app --for 12h
pgrehearse replay w.workload --target postgresql://postgres@restored/app --dry-run
pgrehearse replay w.workload --target postgresql://postgres@restored/app --writes \\
    -o candidate.run

Passwords are read from ~/.pgpass, PGPASSWORD, a service file or --password-command. They are never written to a file or shown.
"""

_TARGETS = """
A target is the database to which a replay sends statements. It must have the schema, the roles and the data of production at the
start of the window. A restored snapshot is the usual way.

\b
doctor DSN          check a server, and print the settings to change
targets adopt DSN   mark a restored database as a rehearsal database
targets reset DSN   restore an embedded server from its snapshot
targets list        list the embedded servers
targets destroy     stop and remove an embedded server

A replay with --writes changes its target. Restore the target before the next replay; --dirty replays on the changed data. Sessions
can be sent to several targets: --target 'user=reporting: DSN'.
"""

_GATES = """
Gates are the conditions of a team, in a TOML file. With compare --gates they decide the exit code: 0 if all passed, 1 if one
failed, 5 if one could not be evaluated.

\b
gates = [
  "latency.p99 <= 1.10 * baseline",
  "errors.new == 0",
  "coverage >= 99 %",
]

Differences that a change is expected to cause are listed under [[accept]], each with a reason and an end date. They do not count.
"""

_EXIT_CODES = """
\b
0    completed; with gates: all passed
1    verdict regressed, or a gate failed; nothing else has this code
2    wrong usage of the command line
3    invalid input: a log, a workload, a run or a scenario
4    target unreachable, not safe, or it rejected the connection
5    inconclusive: a run is not fit, or a gate could not be evaluated
6    failure of pgrehearse itself: disk, memory, a worker, a bug
130  interrupted; the results until then are readable

With --json every command prints one document. After a failure it is {"error": {"code": ..., "message": ..., "remedy": ...}}.
"""

_FORMATS = """
Each step writes a directory that the next step reads. All tables are Parquet files, which any tool can read.

\b
capture  -> NAME.workload  sessions, shapes, events; a manifest with what was lost
replay   -> NAME.run       outcome of each statement, connections, metrics, server state
compare  -> report.html    with --json, --junit and --markdown for programs

A directory is written as NAME.partial and renamed when it is complete. It is never overwritten without --force. The manifest has
the version of the format; an older pgrehearse refuses a newer format.
"""

_LOGS = """
capture logs reads csvlog, jsonlog, plain logs with any log_line_prefix, syslog and CloudWatch exports, also inside the records of
Docker, Kubernetes, journald and cloud loggers. Files can be compressed, rotated and in any order. The format is detected.

The server has to log every statement with its duration: log_min_duration_statement = 0. doctor prints the settings to change.
capture live changes the settings for a limited time and restores them.

Each line of the log is counted in one bucket. The capture reports which statements a replay cannot send, and the coverage.
"""

_REPORT = """
compare pairs the executions of both runs: same session, same position in the session. A query is regressed if it is slower by
more than --tolerance and the difference is statistically significant.

Replay both sides twice, in the order control, candidate, control, candidate. The second control (compare --control) measures the
noise floor of the machines; without it only changes above 50 % count.

\b
pgrehearse compare control.run candidate.run -o report.html \\
    --control control-2.run --repeat candidate-2.run

A run that does not repeat production closely enough is not fit. The verdict is then inconclusive, and the report states why.
"""

_COMPLETION = """
The shell can complete commands, options, their values and files. Add one line to the start file of the shell:

\b
bash (4.4 or later), in ~/.bashrc:
  eval "$(_PGREHEARSE_COMPLETE=bash_source pgrehearse)"

\b
zsh, in ~/.zshrc:
  eval "$(_PGREHEARSE_COMPLETE=zsh_source pgrehearse)"

\b
fish, in ~/.config/fish/completions/pgrehearse.fish:
  _PGREHEARSE_COMPLETE=fish_source pgrehearse | source

Progress is shown on a terminal. In a pipe it is at most one line every ten seconds. The variable NO_COLOR turns colors off.
"""

TOPICS = {
    "timing": Topic("when a statement is sent, and whose delay lateness is", "timing.md", _TIMING),
    "order": Topic("which statements wait for other transactions", "order.md", _ORDER),
    "safety": Topic("what a replay may change, and how a target is verified", "safety.md", _SAFETY),
    "targets": Topic("databases for a replay, and how to prepare them", "guide.md", _TARGETS),
    "logs": Topic("which logs can be captured", "guide.md", _LOGS),
    "formats": Topic("the directories that the steps write", "formats.md", _FORMATS),
    "report": Topic("how runs are compared, and what a verdict means", "statistics.md", _REPORT),
    "gates": Topic("conditions that decide the exit code", "gates.md", _GATES),
    "exit-codes": Topic("the meaning of each exit code", "exit-codes.md", _EXIT_CODES),
    "completion": Topic("shell completion for bash, zsh and fish", "install.md", _COMPLETION),
}
