"""The comment of a pull request: a marker by which it is found again, the verdict, the migration, and the findings."""

from __future__ import annotations

from pgrehearse.base.units import duration
from pgrehearse.report.markdown import cell, markdown, markdown_of_failure, plain
from pgrehearse.scenarios.ci.result import CiResult
from pgrehearse.scenarios.migration.record import LockRecord, MigrationRecord

# GitHub accepts 65,536 characters for a comment; GitLab a million.
MOST_CHARACTERS = 60_000
_SHOWN_LOCKS = 12


def marker(scenario: str) -> str:
    """Return the first line of the comment of a scenario: each scenario has one comment in a pull request.

    >>> marker("index")
    '<!-- pgrehearse ci: index -->'
    """
    return f"<!-- pgrehearse ci: {plain(scenario).replace('--', '-')} -->"


def comment(result: CiResult) -> str:
    """Return the text of the comment. It holds no values of statements."""
    if result.comparison is None:
        assert result.failure is not None  # noqa: S101 (without a comparison there is a failure)
        return f"{marker(result.scenario)}\n{markdown_of_failure(result.scenario, result.failure)}"
    parts = [marker(result.scenario), markdown(result.comparison, list(result.gates)).rstrip()]
    parts += ["\n".join(_migration(side, one)) for side, records in result.migrations.items() for one in records]
    return _bounded("\n\n".join(parts) + "\n")


def _migration(side: str, migration: MigrationRecord) -> list[str]:
    """Return what one migration did on a side before the replay."""
    took = f"statements: {len(migration.statements)}, {duration(migration.took_us)}"
    lines = [f"**migration** `{cell(migration.path)}`: {took}, executed on {plain(side)} before the replay", ""]
    if not migration.locks:
        return [*lines, "No lock of an existing table was found."]
    lines += ["| line | table | lock | held | other sessions wait with |", "|---|---|---|---|---|"]
    lines += [_lock(lock) for lock in migration.locks[:_SHOWN_LOCKS]]
    left = len(migration.locks) - _SHOWN_LOCKS
    return [*lines, *(["", f"{left} more in `verdict.json`"] if left > 0 else [])]


def _lock(lock: LockRecord) -> str:
    held = f"{'about' if lock.sampled else 'at most'} {duration(lock.held_us)}"
    return f"| {lock.line} | `{cell(lock.table)}` | {lock.mode} | {held} | {lock.blocks} |"


def _bounded(text: str) -> str:
    """Return a text that a comment can have: a longer one is cut, and its last line states that."""
    if len(text) <= MOST_CHARACTERS:
        return text
    cut = text[:MOST_CHARACTERS].rpartition("\n")[0]
    closed = "\n\n</details>" if cut.count("<details>") > cut.count("</details>") else ""
    return f"{cut}{closed}\n\nThe comment is too long; `report.html` has everything.\n"
