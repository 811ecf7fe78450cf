"""Logs of several servers in different formats, with everything that can be wrong with them."""

from __future__ import annotations

import gzip
from pathlib import Path

from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

_SAMPLES = {"csv": "stmtall.csv", "json": "mindur0.json", "log": "mindur0.log", "rds": "rds_mindur0.csv"}
_BEGINNINGS = {"csv": b"\n2026-", "json": b"\n{", "log": b"\n2026-", "rds": b"\n2026-"}


def rotated_logs(folder: Path) -> list[str]:
    """Write the logs of four servers, three files each, and return them as a command has them.

    The files of a server overlap, one is given twice, one is compressed, one is empty, one has damaged lines.
    """
    paths: list[str] = []
    for server, sample in _SAMPLES.items():
        data = (SAMPLES / "pg15" / sample).read_bytes()
        cut = [data.index(_BEGINNINGS[server], len(data) * place // 10) + 1 for place in (3, 4, 6)]
        pieces = [data[: cut[1]], data[cut[0] : cut[2]], data[cut[2] :]]
        for number, piece in enumerate(pieces):
            path = folder / f"{server}.{number}.{sample.rsplit('.')[-1]}"
            path.write_bytes(piece)
            paths.append(f"{server}={path}")
    (folder / "log.2.log").write_bytes(b"no record\n" + (folder / "log.2.log").read_bytes())
    compressed = folder / "json.1.json.gz"
    compressed.write_bytes(gzip.compress((folder / "json.1.json").read_bytes()))
    paths[paths.index(f"json={folder / 'json.1.json'}")] = f"json={compressed}"
    (folder / "empty.csv").write_bytes(b"")
    return [*paths, f"csv={folder / 'csv.0.csv'}", f"empty={folder / 'empty.csv'}"]


def content(workload: Path) -> tuple[dict[str, object], list[str]]:
    """Return the manifest of a workload, whose digest is that of all tables, and the names of its files."""
    manifest = Workload.verified(workload).manifest.document()
    return manifest, sorted(str(path.relative_to(workload)) for path in workload.rglob("*"))
