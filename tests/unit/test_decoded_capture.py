"""``capture logs --decoded``: rows of a directory are joined with a log; what does not fit is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import CliRunner

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.capture.decode.files import Decoded, DecodedWriter
from pgrehearse.capture.decode.messages import CHANGES
from pgrehearse.capture.decode.source import Table
from pgrehearse.cli import cli
from pgrehearse.workload.read import Workload
from tests.conftest import held_to_schema
from tests.killed import killed_at_each_step
from tests.logged import BEGIN, LogRecord, Server

BEGIN_US = round(BEGIN.timestamp() * 1e6)
COPY, INSERT = "copy lines (name) from stdin", "insert into lines (name) values ('x')"

FACTS: dict[str, Any] = {
    "database": "shopdb",
    "encoding": "UTF8",
    "system_identifier": "1",
    "lsn": "0/1",
    "began_us": BEGIN_US - 1_000_000,
    "ended_us": BEGIN_US + 60_000_000,
    "tables": [Table("public", "lines")],
    "bytes_received": 1,
    "tool_version": "test",
}


def decoded(path: Path, *rows: tuple[int, float, str], database: str = "shopdb", **more: Any) -> Path:
    """Write inserted rows of the table lines: transaction, seconds after ``BEGIN``, name."""
    writer = DecodedWriter(path, force=False)
    changes = {
        "place": list(range(len(rows))),
        "xid": [row[0] for row in rows],
        "commit_us": [BEGIN_US + round(row[1] * 1e6) for row in rows],
        "schema": ["public"] * len(rows),
        "relation": ["lines"] * len(rows),
        "action": ["insert"] * len(rows),
        "columns": [["id", "name"]] * len(rows),
        "values": [[str(number).encode(), row[2].encode()] for number, row in enumerate(rows)],
    }
    writer.add(pl.DataFrame(changes, schema=CHANGES))
    writer.finish(FACTS | {"database": database} | more)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A COPY and an INSERT of two sessions, each in autocommit."""
    records = (LogRecord.ran(1, 1.0, COPY, 5), LogRecord.ran(2, 3.0, INSERT, 5))
    return Server().write(tmp_path / "log.csv", *records)


def run(*words: object) -> Any:
    """Run a command that succeeds and return its JSON document."""
    result = CliRunner().invoke(cli, [*map(str, words), "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    held_to_schema("capture", document)
    return document


def refused(*words: object) -> PgrehearseError:
    result = CliRunner().invoke(cli, [*map(str, words)])
    assert isinstance(result.exception, PgrehearseError), result.output
    return result.exception


def test_decoded_rows_are_in_the_workload(log: Path, tmp_path: Path) -> None:
    rows = decoded(tmp_path / "d.decoded", (7, 0.998, "a"), (7, 0.998, "b"), (8, 2.999, "x"), (9, 30, "elsewhere"))
    document = run("capture", "logs", log, "-o", tmp_path / "w.workload", "--decoded", rows)
    assert document["decoded"] == {
        "rows": 4,
        "joined": 3,
        "transactions": 3,
        "by_id": 0,
        "by_time": 2,
        "alike": 0,
        "copies": 1,
        "copies_unknown": 0,
    }
    workload = Workload.verified(tmp_path / "w.workload")
    assert workload.copies().rows() == [(0, 1, ["name"])]
    found = workload.decoded().filter(pl.col("action") == "insert").collect()
    assert found.select("session", "seq", "own").rows() == [
        (0, 1, True),
        (0, 1, True),
        (1, 1, True),
        (None, None, False),
    ]
    assert found["values"].to_list()[1] == [b"1", b"b"]


def insert(name: str) -> str:
    return f"insert into lines (name) values ('{name}')"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("first row", "second row"), [(1, 1), (0, 1)]),
        (("the same", "the same"), [None, None]),
        (("a", "b"), [None, None]),
    ],
    ids=["constants", "equal constants", "short constants"],
)
def test_statements_at_the_same_time(
    names: tuple[str, str], found: list[tuple[int, int] | None], tmp_path: Path
) -> None:
    """Their texts show which row is whose, if their constants differ and are long enough."""
    records = [LogRecord.ran(number, 1.0, insert(name), 5) for number, name in enumerate(names, 1)]
    log = Server().write(tmp_path / "log.csv", *records)
    rows = decoded(tmp_path / "d.decoded", (7, 0.998, names[1]), (8, 0.999, names[0]))
    run("capture", "logs", log, "-o", tmp_path / "w.workload", "--decoded", rows)
    joined = Workload.open(tmp_path / "w.workload").decoded().select("session", "seq").collect()
    assert [None if seq is None else (session, seq) for session, seq in joined.iter_rows()] == found


def test_several_databases(log: Path, tmp_path: Path) -> None:
    """Rows of another database are joined with no statement of this one."""
    here = decoded(tmp_path / "a.decoded", (7, 0.998, "a"))
    there = decoded(tmp_path / "b.decoded", (7, 2.999, "x"), database="other")
    options = ("--decoded", here, "--decoded", there)
    document = run("capture", "logs", log, "-o", tmp_path / "w.workload", *options)
    assert (document["decoded"]["rows"], document["decoded"]["joined"]) == (2, 1)


def test_a_part_of_the_window_is_noted(log: Path, tmp_path: Path) -> None:
    """The server ended the decoding before the log ends."""
    rows = decoded(tmp_path / "d.decoded", (7, 0.998, "a"), ended_us=BEGIN_US + 1_500_000, stopped="slot removed")
    document = run("capture", "logs", log, "-o", tmp_path / "w.workload", "--decoded", rows)
    assert any("were decoded only from" in note and "slot removed" in note for note in document["notes"])


def test_rows_that_do_not_fit_are_refused(log: Path, tmp_path: Path) -> None:
    """Another directory, changed files, another time, redaction. No workload is left, complete or not."""
    output = ("-o", tmp_path / "w.workload")
    later = decoded(tmp_path / "later.decoded", began_us=BEGIN_US + 9 * 10**9, ended_us=BEGIN_US + 10 * 10**9)
    assert "the log's window is" in refused("capture", "logs", log, *output, "--decoded", later).message
    assert "no manifest.json" in refused("capture", "logs", log, *output, "--decoded", tmp_path).message
    changed = decoded(tmp_path / "changed.decoded", (7, 1, "a"))
    next((changed / "changes").iterdir()).write_bytes(b"x")
    assert "do not match the digest" in refused("capture", "logs", log, *output, "--decoded", changed).message
    redaction = ("--redact", "literals", "--redact-key", tmp_path / "key")
    good = decoded(tmp_path / "good.decoded", (7, 1, "a"))
    problem = refused("capture", "logs", log, *output, "--decoded", good, *redaction)
    assert "--decoded cannot be used with --redact literals" in problem.message
    assert not list(tmp_path.glob("w.workload*"))


def test_rows_that_do_not_fit_keep_the_workload_of_before(log: Path, tmp_path: Path) -> None:
    """With --force: the old workload is replaced only by a complete one."""
    output = ("-o", tmp_path / "w.workload")
    run("capture", "logs", log, *output)
    before = Workload.verified(tmp_path / "w.workload").manifest
    later = decoded(tmp_path / "later.decoded", began_us=BEGIN_US + 9 * 10**9, ended_us=BEGIN_US + 10 * 10**9)
    refused("capture", "logs", log, *output, "--force", "--decoded", later)
    assert Workload.verified(tmp_path / "w.workload").manifest == before


CAPTURE = """
import pgrehearse.capture.decode.attach, pgrehearse.capture.pipeline, pgrehearse.progress
from pgrehearse.cli import cli

def prepare():
    pass

def execute():
    cli(["capture", "logs", *sys.argv[1:]], standalone_mode=False)
"""


@pytest.mark.soak
def test_a_killed_capture_leaves_no_workload_without_its_decoded_rows(log: Path, tmp_path: Path) -> None:
    """At each step there is no workload, or a complete one."""
    rows, output = decoded(tmp_path / "d.decoded", (7, 0.998, "a")), tmp_path / "w.workload"
    found = []
    for _ in killed_at_each_step(CAPTURE, log, "-o", output, "--decoded", rows):
        found.append(Workload.verified(output).decoded().collect().height if output.exists() else 0)
        shutil.rmtree(output, ignore_errors=True)
    assert {*found, Workload.verified(output).decoded().collect().height} == {0, 2}


def test_an_empty_decoding_is_readable(tmp_path: Path) -> None:
    """Nothing was committed."""
    found = Decoded.open(decoded(tmp_path / "d.decoded"))
    assert found.changes().collect().schema == CHANGES
    assert (found.manifest.changes, found.manifest.transactions) == (0, 0)


def test_a_copy_whose_rows_are_known_is_covered(log: Path, tmp_path: Path) -> None:
    """By count and by time; a COPY of which no row was decoded is not."""
    before = run("capture", "logs", log, "-o", tmp_path / "before.workload")
    assert (before["coverage"]["count"], before["copies_from_stdin"]) == (0.5, 1)
    none = decoded(tmp_path / "none.decoded", (8, 2.999, "x"))
    without = run("capture", "logs", log, "-o", tmp_path / "w.workload", "--decoded", none)
    assert (without["coverage"], without["copies_from_stdin"]) == (before["coverage"], 1)
    rows = decoded(tmp_path / "d.decoded", (7, 0.998, "a"), (8, 2.999, "x"))
    known = run("capture", "logs", log, "-o", tmp_path / "known.workload", "--decoded", rows, "--require-coverage", 1)
    assert (known["coverage"], known["copies_from_stdin"]) == ({"count": 1.0, "time": 1.0}, 0)
    assert Workload.open(tmp_path / "known.workload").manifest.coverage == known["coverage"]


@pytest.mark.parametrize("first", [2, 3], ids=["in its first part", "at the start of a part"])
def test_a_transaction_without_its_end_is_cut(tmp_path: Path, first: int) -> None:
    """Its rows are in several parts; the rows before it, and their counts, stay."""
    writer = DecodedWriter(tmp_path / "d.decoded", force=False)
    transactions = [7] * first + [8] * (9 - first)
    for begin in (0, 3, 6):
        places = range(begin, begin + 3)
        changes = {
            "place": list(places),
            "xid": [transactions[place] for place in places],
            "commit_us": [BEGIN_US + transactions[place] for place in places],
            "schema": ["public"] * 3,
            "relation": ["lines"] * 3,
            "action": ["insert"] * 3,
            "columns": [["id"]] * 3,
            "values": [[b"1"]] * 3,
        }
        writer.add(pl.DataFrame(changes, schema=CHANGES))
    writer.cut(9)
    assert (writer.changes, writer.transactions) == (9, 2)
    writer.cut(first)
    assert (writer.changes, writer.transactions, writer.last_commit_us) == (first, 1, BEGIN_US + 7)
    writer.finish(FACTS)
    kept = Decoded.open(tmp_path / "d.decoded").changes().collect()
    assert kept.select("place", "xid").rows() == [(place, 7) for place in range(first)]
