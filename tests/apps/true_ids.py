"""The ids that production drew in the order system, by its own tables and its clients' results: pins that are right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.workload.read import PINS_FILE
from pgrehearse.workload.schema import PINS
from tests.apps import order_system

if TYPE_CHECKING:
    import pytest

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

_MARKER = re.compile(rb"\b\d+-\d+-\d+\b")
_INSERTS = re.compile(rb"insert into (\w+)")


@dataclass
class TrueIds:
    """Ids by table and marker. *returned*: what clients read by RETURNING, also of rows that were rolled back."""

    returned: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    @classmethod
    def watching(cls, monkeypatch: pytest.MonkeyPatch) -> TrueIds:
        """Record what the clients of the order system read."""
        ids, plain = cls(), order_system.Session.drawn

        def drawn(session: order_system.Session, text: str, *values: Any) -> int:
            number = plain(session, text, *values)
            table = _INSERTS.match(text.encode())
            assert table is not None
            ids.returned[table[1].decode(), str(values[-1])] = [number]
            return number

        monkeypatch.setattr(order_system.Session, "drawn", drawn)
        return ids

    def write(self, workload: Workload, cluster: Cluster) -> pl.DataFrame:
        """Write the pins of a workload, and return them."""
        by_marker = dict(self.returned)
        for table in order_system.SEQUENCES:
            found: dict[tuple[str, str], list[int]] = {}
            for marker, number in order_system.ids(cluster, table):
                found.setdefault((table, marker), []).append(number)
            by_marker |= found
        events = workload.events().select("session", "seq", "sql", "params", "ended").collect()
        pins = [
            (session, seq, f"public.{order_system.SEQUENCES[name]}", ids, ["order"] * len(ids))
            for session, seq, text, params, _ in events.iter_rows()
            for name, ids in _drawn(text or b"", params or [], by_marker)
        ]
        frame = pl.DataFrame(pins, schema=PINS, orient="row")
        path = workload.path / PINS_FILE
        frame.write_parquet(path)
        manifest = replace(workload.manifest, pins_digest=artifact.digest([path]))
        artifact.write_json(workload.path / artifact.MANIFEST, manifest.document())
        return frame


def _drawn(
    text: bytes, params: list[bytes | None], by_marker: dict[tuple[str, str], list[int]]
) -> list[tuple[str, list[int]]]:
    """Return the ids that one statement drew, by table: those of its rows, and of the rows of a trigger."""
    if (inserts := _INSERTS.match(text)) is None:
        return []
    table = inserts[1].decode()
    values = [text, *(value for value in params if value is not None)]
    markers = dict.fromkeys(marker.decode() for value in values for marker in _MARKER.findall(value))
    tables = [table, "audit"] if table == "orders" else [table]
    drawn = [(name, [number for marker in markers for number in by_marker.get((name, marker), [])]) for name in tables]
    return [(name, ids) for name, ids in drawn if ids]
