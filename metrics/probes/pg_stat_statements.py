"""pg_stat_statements over a run: the increase of its counters, by query key."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.metrics.connection import ServerConnection
from pgrehearse.metrics.sample_buffer import Sample
from pgrehearse.runs.metric_catalog import POSTGRES
from pgrehearse.workload.sql.parser import parse

_COUNTED = ("statement_calls", "statement_ms", "statement_rows", "statement_reads")


@dataclass
class StatementsProbe:
    """Reads the view at the start and at the end of a run; the difference belongs to the run."""

    connection: ServerConnection
    databases: tuple[str, ...]
    instance: str
    _before: dict[str, dict[str, float]] = field(default_factory=dict, init=False)
    _began_us: int = field(default=0, init=False)

    async def begin(self, at_us: int) -> None:
        """Take the first reading."""
        self._began_us, self._before = at_us, await self._read()

    def restart(self, at_us: int) -> None:
        """Use another time line from now on; the first reading stays valid."""
        self._began_us = at_us

    async def end(self, at_us: int) -> None:
        """Take the last reading, and add the increase as mean rates of the run."""
        seconds = (at_us - self._began_us) / 1e6
        for key, counters in (await self._read()).items():
            before = self._before.get(key, {})
            increase = {name: value - before.get(name, 0.0) for name, value in counters.items()}
            if seconds > 0 and increase["statement_calls"] > 0:
                for name in _COUNTED:
                    self.connection.buffer.add(
                        Sample(
                            at_us, POSTGRES, self.instance, f"{name}_per_s", increase[name] / seconds, f"query:{key}"
                        )
                    )

    async def _read(self) -> dict[str, dict[str, float]]:
        counters: dict[str, dict[str, float]] = {}
        if not any(row["there"] for row in await self.connection.query("statements_there")):
            self.connection.buffer.unavailable.setdefault(
                "statements",
                "the extension pg_stat_statements is not in this database, or not in shared_preload_libraries",
            )
            return counters
        for row in await self.connection.query("statements", list(self.databases)):
            text = row["query"] or ""
            of_query = counters.setdefault(parse(text, text).query_key, dict.fromkeys(_COUNTED, 0.0))
            for name in _COUNTED:
                of_query[name] += row[name]
        return counters
