"""The logging settings that a capture needs: the recommended values, and the consequence of other ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. *accepted*: values in lower case; *problem*: the consequence of any other value."""

    name: str
    recommended: str
    accepted: frozenset[str]
    problem: str


_ON = frozenset({"on", "1", "true", "yes"})
SETTINGS = (
    Setting("log_min_duration_statement", "0", frozenset({"0"}), "statements (or their durations) are not logged"),
    Setting(
        "log_connections",
        "on",
        _ON | {"all", "receipt,authentication,authorization"},
        "the starts of sessions are estimated",
    ),
    Setting("log_disconnections", "on", _ON, "the ends of sessions are estimated"),
    Setting("log_parameter_max_length", "-1", frozenset({"-1"}), "parameters are truncated and cannot be replayed"),
    Setting("log_error_verbosity", "default", frozenset({"default", "verbose"}), "parameters are not logged at all"),
    Setting(
        "log_min_error_statement",
        "error",
        frozenset({"error", "warning", "notice", "info", "log", "debug1", "debug2", "debug3", "debug4", "debug5"}),
        "the texts of failed statements are not logged",
    ),
)

# A stderr log with one of these prefixes has everything that a csvlog has. RDS and Aurora accept the second.
FULL_PREFIX = "%m [%p] %c %l %e %v %x %r %q%u@%d %a "
RDS_PREFIX = "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:"
# Escapes, any of which is enough, and the consequence when none is present.
_PREFIX_ESCAPES = (
    ("mn", "times have a resolution of one second (%m)"),
    ("c", "sessions are distinguished by process id only (%c)"),
    ("u", "users are read from the log lines of connections only (%u)"),
    ("d", "databases are read from the log lines of connections only (%d)"),
    ("e", "SQLSTATEs of errors are derived from their messages (%e)"),
    ("v", "pipelines cannot be detected (%v)"),
)


def prefix_problems(prefix: str) -> list[str]:
    """Return what the lines of a plain log with this log_line_prefix do not contain.

    >>> prefix_problems(RDS_PREFIX)
    []
    """
    return [problem for letters, problem in _PREFIX_ESCAPES if not any(f"%{letter}" in prefix for letter in letters)]


def destinations(log_destination: str) -> set[str]:
    """Return the destinations in log_destination."""
    return set(log_destination.replace(" ", "").split(","))
