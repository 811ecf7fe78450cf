"""pg_stat_statements over a run: what it grew by, by query key."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.metrics.connection import Link
from pgrehearse.runs.metric_catalog import POSTGRES
from pgrehearse.workload.sql.parser import parse

_COUNTED = ("statement_calls", "statement_ms", "statement_rows", "statement_reads")


@dataclass
class Statements:
    """Reads the view at the start and at the end; the difference is the run's."""

    link: Link
    databases: tuple[str, ...]
    instance: str
    _before: dict[str, dict[str, float]] = field(default_factory=dict, init=False)
    _began_us: int = field(default=0, init=False)

    async def begin(self, at_us: int) -> None:
        """Take the first reading."""
        self._began_us, self._before = at_us, await self._read()

    def begins(self, at_us: int) -> None:
        """Count from now on, on another time line; what was read is what there was."""
        self._began_us = at_us

    async def end(self, at_us: int) -> None:
        """Take the last reading, and keep what grew as rates over the whole run."""
        seconds = (at_us - self._began_us) / 1e6
        for key, counted in (await self._read()).items():
            before = self._before.get(key, {})
            grown = {name: value - before.get(name, 0.0) for name, value in counted.items()}
            if seconds > 0 and grown["statement_calls"] > 0:
                for name in _COUNTED:
                    self.link.board.keep(
                        at_us, POSTGRES, self.instance, f"{name}_per_s", grown[name] / seconds, f"query:{key}"
                    )

    async def _read(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        if not any(row["there"] for row in await self.link.ask("statements_there")):
            self.link.board.unavailable.setdefault(
                "statements", "pg_stat_statements is not in this database, or not in shared_preload_libraries"
            )
            return found
        for row in await self.link.ask("statements", list(self.databases)):
            text = row["query"] or ""
            of = found.setdefault(parse(text, text).query_key, dict.fromkeys(_COUNTED, 0.0))
            for name in _COUNTED:
                of[name] += row[name]
        return found
