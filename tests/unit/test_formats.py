"""Every format of PostgreSQL's logs: the same traffic gives the same workload in every format."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import boto3
import polars as pl
import pyarrow as pa
import pytest
from botocore.response import StreamingBody
from botocore.stub import Stubber

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.assemble import session_state
from pgrehearse.capture.formats import line_prefix, prefix_detection
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.input import blocks
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.logging_settings import FULL_PREFIX, RDS_PREFIX
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

MODES = ("mindur0", "rds_mindur0", "stmtall", "stmtall_duration", "stmtall_mindur0", "sample", "extra")
# Samples whose prefix has all fields of a csvlog (except for one parameter, which terse verbosity omits in stderr).
RICH = ("mindur0", "stmtall_mindur0", "sample")
# Records of concurrent sessions have another order in another file.
ORDER = ("session", "shape", "commit_rank", "record", "bind_record", "last_record", "file", "line")


def captured(tmp_path: Path, *paths: str | Path, **options: object) -> Workload:
    output = tmp_path / "w.workload"
    capture_logs(CaptureOptions(paths, output, force=True, **options), tool_version="test")  # type: ignore[arg-type]
    return Workload.open(output)


def comparable(workload: Workload) -> pl.DataFrame:
    """Return the events by the places of their sessions, without the columns that depend on the order of a file."""
    keys = workload.shapes().select("shape", "query_key")
    sessions = (
        workload.sessions().with_row_index("place").select("session", "place", "user", "database", "application_name")
    )
    return (
        workload.events()
        .collect()
        .join(keys, on="shape", how="left", maintain_order="left")
        .join(sessions, on="session", maintain_order="left")
        .sort("place", "seq")
        .drop(ORDER)
    )


@cache
def csv_of(version: str, mode: str) -> pl.DataFrame:
    """Return the events of a sample's csvlog, with which every other format is compared."""
    with TemporaryDirectory() as folder:
        return comparable(captured(Path(folder), SAMPLES / version / f"{mode}.csv"))


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("mode", MODES)
def test_jsonlog_and_csvlog_give_the_same_events(tmp_path: Path, version: str, mode: str) -> None:
    """Same sessions, events, order, parameters, times."""
    assert comparable(captured(tmp_path, SAMPLES / version / f"{mode}.json")).equals(csv_of(version, mode))


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("mode", RICH)
def test_a_plain_log_with_all_fields_and_csvlog_give_the_same_events(tmp_path: Path, version: str, mode: str) -> None:
    """Except for the parameters of the statement that was logged while log_error_verbosity was terse."""
    csv = csv_of(version, mode)
    log = comparable(captured(tmp_path, SAMPLES / version / f"{mode}.log"))
    assert log.drop("params", "truncated").equals(csv.drop("params", "truncated"))
    without_params = csv["params"].is_not_null() & log["params"].is_null()
    assert without_params.sum() <= 1
    assert log.filter(~without_params)["params"].equals(csv.filter(~without_params)["params"])
    assert log.filter(without_params)["truncated"].all()


@pytest.mark.parametrize("name", ["mindur0.csv", "mindur0.json", "mindur0.log", "rds_mindur0.log"])
def test_transaction_ids_are_those_of_the_log(tmp_path: Path, name: str) -> None:
    """A statement that writes has one; a log without %x has none."""
    events = captured(tmp_path, SAMPLES / "pg18" / name).events().collect()
    ids = events["transaction_id"].drop_nulls()
    assert len(ids) > 10 if name != "rds_mindur0.log" else ids.is_empty()
    assert (ids > 0).all()
    per_transaction = (
        events.drop_nulls("transaction_id").group_by("session", "transaction").agg(pl.col("transaction_id").n_unique())
    )
    assert per_transaction["transaction_id"].max() == 1 or name == "rds_mindur0.log"


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("mode", MODES)
def test_any_prefix_gives_the_same_statements(tmp_path: Path, version: str, mode: str) -> None:
    """Every session's statements, their order, their outcome and their SQLSTATE, whatever fields are missing."""
    csv = csv_of(version, mode)
    log = comparable(captured(tmp_path, SAMPLES / version / f"{mode}.log"))
    columns = ["place", "seq", "action", "sql", "ended", "sqlstate", "user", "database"]
    assert log.select(columns).rows() == csv.select(columns).rows()


def test_syslog_chunks_are_reassembled(tmp_path: Path) -> None:
    """Chunks, tabs and split lines: the statements are complete."""
    workload = captured(tmp_path, SAMPLES / "pg15" / "syslog_mindur0.raw.txt")
    sql = workload.events().collect()["sql"].drop_nulls().to_list()
    assert any(text.startswith(b"select 1, 'multi\n") for text in sql)
    assert max(map(len, sql)) > 1500
    assert workload.manifest.losses.lines == len(
        (SAMPLES / "pg15" / "syslog_mindur0.raw.txt").read_bytes().splitlines()
    )
    assert "syslog" in workload.manifest.log_format


def test_syslog_of_a_forwarder_gives_the_same_events(tmp_path: Path) -> None:
    """A host name, no priority, tabs as #011."""
    data = (SAMPLES / "pg15" / "syslog_mindur0.raw.txt").read_bytes()
    lines = [
        line.split(b">", 1)[1].replace(b" postgres[", b" db1 postgres[", 1).replace(b"\t", b"#011")
        for line in data.splitlines()
    ]
    path = tmp_path / "messages"
    path.write_bytes(b"\n".join(lines) + b"\n")
    plain = comparable(captured(tmp_path, SAMPLES / "pg15" / "syslog_mindur0.raw.txt"))
    assert comparable(captured(tmp_path, path)).equals(plain)


def test_a_cloudwatch_export_gives_the_same_events(tmp_path: Path) -> None:
    """Its lines begin with a time of their own."""
    plain = SAMPLES / "pg15" / "rds_mindur0.log"
    lines = plain.read_bytes().split(b"\n")
    export = tmp_path / "export"
    export.write_bytes(
        b"\n".join(
            line if line.startswith(b"\t") or not line else b"2026-11-22T02:13:49.000Z " + line for line in lines
        )
    )
    with_time = captured(tmp_path, export)
    assert "CloudWatch" in with_time.manifest.log_format
    assert comparable(with_time).equals(comparable(captured(tmp_path, plain)))


def test_a_jsonlog_in_an_envelope_gives_the_same_events(tmp_path: Path) -> None:
    """An export of Google Cloud Logging."""
    plain = SAMPLES / "pg18" / "mindur0.json"
    wrapped = tmp_path / "gcp.json"
    wrapped.write_text(
        "".join(
            json.dumps({"insertId": str(n), "jsonPayload": json.loads(line), "logName": "x"}) + "\n"
            for n, line in enumerate(plain.read_text().splitlines())
        )
    )
    workload = captured(tmp_path, wrapped)
    assert "envelope" in workload.manifest.log_format
    assert comparable(workload).equals(comparable(captured(tmp_path, plain)))


def test_a_damaged_json_line_damages_no_other(tmp_path: Path) -> None:
    """It is counted, its neighbors are kept."""
    lines = (SAMPLES / "pg18" / "mindur0.json").read_bytes().splitlines()
    lines[400] = lines[400][:50]
    path = tmp_path / "damaged.json"
    path.write_bytes(b"\n".join(lines) + b"\n")
    losses = captured(tmp_path, path).manifest.losses
    assert (losses.lines, losses.buckets["damaged"]) == (len(lines), 1)


@pytest.mark.parametrize("compression", ["gzip", "zstd"])
def test_compressed_logs_are_decompressed(tmp_path: Path, compression: str) -> None:
    """By their first bytes, not by their name."""
    plain = SAMPLES / "pg15" / "mindur0.csv"
    compressed = tmp_path / "log"
    data = plain.read_bytes()
    compressed.write_bytes(
        gzip.compress(data) if compression == "gzip" else bytes(pa.Codec("zstd").compress(data, asbytes=True))
    )
    if compression == "zstd":
        with pa.output_stream(str(compressed), compression="zstd") as stream:
            stream.write(data)
    assert comparable(captured(tmp_path, compressed)).equals(comparable(captured(tmp_path, plain)))


def test_standard_input_and_patterns_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` is standard input; a pattern is replaced by the files that match it."""
    plain = SAMPLES / "pg15" / "stmtall.csv"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(plain.read_bytes())))
    expected = comparable(captured(tmp_path, plain))
    assert comparable(captured(tmp_path, "-")).equals(expected)
    assert comparable(captured(tmp_path, SAMPLES / "pg15" / "stmtal?.csv")).equals(expected)


def test_objects_in_s3_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are listed by their prefix and streamed; a missing bucket is an error."""
    plain = SAMPLES / "pg15" / "stmtall.csv"
    data = gzip.compress(plain.read_bytes())
    client = boto3.client("s3", region_name="eu-west-1", aws_access_key_id="x", aws_secret_access_key="x")
    with Stubber(client) as stub:
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        listed = {"Contents": [{"Key": "logs/a.csv.gz", "Size": len(data)}, {"Key": "logs/empty", "Size": 0}]}
        stub.add_response("list_objects_v2", listed, {"Bucket": "backups", "Prefix": "logs/"})
        for _ in range(2):  # the first bytes, then the complete object
            body = StreamingBody(io.BytesIO(data), len(data))
            stub.add_response("get_object", {"Body": body}, {"Bucket": "backups", "Key": "logs/a.csv.gz"})
        events = comparable(captured(tmp_path, "s3://backups/logs/"))
        stub.add_client_error("list_objects_v2", "NoSuchBucket", "The specified bucket does not exist")
        with pytest.raises(BadInput, match="does not exist"):
            captured(tmp_path, "s3://nowhere/logs/")
    assert events.equals(comparable(captured(tmp_path, plain)))


def test_overlapping_files_count_once(tmp_path: Path) -> None:
    """The second half overlaps the first by a third: the same workload, and duplicate lines have a bucket."""
    lines = (SAMPLES / "pg15" / "stmtall.csv").read_bytes().split(b"\n2026-")
    rows = [lines[0], *(b"2026-" + line for line in lines[1:])]
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_bytes(b"\n".join(rows[:350]) + b"\n")
    second.write_bytes(b"\n".join(rows[170:]))
    both = captured(tmp_path, second, first)
    assert both.manifest.losses.buckets["seen before"] > 100
    assert comparable(both).equals(comparable(captured(tmp_path, SAMPLES / "pg15" / "stmtall.csv")))


def test_two_servers_are_separated_by_name(tmp_path: Path) -> None:
    """The same log under two names: twice the sessions, none merged."""
    log = SAMPLES / "pg15" / "stmtall.csv"
    once = captured(tmp_path, log).manifest
    workload = captured(tmp_path, f"reader1={log}", f"reader2={log}")
    assert workload.manifest.sessions == 2 * once.sessions
    assert workload.manifest.statements == 2 * once.statements
    assert set(workload.sessions()["instance"].to_list()) == {"reader1", "reader2"}


def test_two_formats_of_one_server_are_refused(tmp_path: Path) -> None:
    """A server may write a csvlog and a plain log with the same records."""
    with pytest.raises(BadInput, match="both files are logs of the same server") as caught:
        captured(tmp_path, SAMPLES / "pg15" / "stmtall.csv", SAMPLES / "pg15" / "stmtall.log")
    assert "name each" in caught.value.remedy


@pytest.mark.parametrize("name", ["stmtall.csv", "stmtall.json", "mindur0.log"])
@pytest.mark.parametrize("pieces", [64, 61])
def test_a_record_that_is_too_long_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, pieces: int
) -> None:
    """The records around it are read, its lines count as damaged, and memory is bounded."""
    monkeypatch.setattr(blocks, "LONGEST", 1 << 20)
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": 1 << 18})
    sample = (SAMPLES / "pg15" / name).read_bytes()
    half = sample.rindex(b"\n20" if not name.endswith("json") else b"\n{", 0, len(sample) // 2) + 1
    begin = {"csv": b'2026-11-22 02:14:00.000 UTC,"', "son": b'{"timestamp":"2026-', "log": sample[:100]}[name[-3:]]
    log = tmp_path / name
    with log.open("wb") as stream:
        stream.write(sample[:half])
        stream.write(begin)
        for _ in range(pieces):
            stream.write(b"x" * (1 << 16))
        stream.write(b"\n" + sample[half:])
    manifest = captured(tmp_path, log).manifest
    plain = captured(tmp_path, SAMPLES / "pg15" / name).manifest
    assert any("longer than" in note for note in manifest.notes)
    assert manifest.losses.lines == plain.losses.lines + 1
    assert plain.statements - 3 <= manifest.statements <= plain.statements


def test_a_line_of_megabytes_is_not_searched_for_a_prefix() -> None:
    """Patterns with many optional parts backtrack: 8 MB took ten seconds."""
    sample = (SAMPLES / "pg15" / "mindur0.log").read_bytes()
    log_format = detect(sample[:65536], "log")
    half = sample.rindex(b"\n20", 0, len(sample) // 2) + 1
    began = time.process_time()
    assert log_format.zone(sample[:100] + b"abc, defgh | " * 5000 + b"\n" + sample) == "UTC"
    assert log_format.cut(sample[:half] + sample[:100] + b"abc, defgh | " * (8 << 20 >> 4)) <= half
    assert time.process_time() - began < 2


@pytest.mark.parametrize(("width", "header"), [(23, False), (24, False), (26, True)])
@pytest.mark.parametrize("mode", ["mindur0", "stmtall"])
def test_csvlogs_of_older_versions_give_the_same_events(tmp_path: Path, width: int, header: bool, mode: str) -> None:
    """9.6 to 12 wrote 23 columns, 13 wrote 24; a tool may have added a header."""
    sample = SAMPLES / "pg15" / f"{mode}.csv"
    rows = list(csv.reader(io.StringIO(sample.read_text(encoding="latin-1"), newline="")))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if header:
        writer.writerow([f"column_{number}" for number in range(width)])
    # Before 13 no row contains the backend type: rows of background processes have no user.
    writer.writerows([*row[:22], row[22] or "psql"][:width] if width < 24 else row[:width] for row in rows)
    old = tmp_path / "old.csv"
    old.write_text(text.getvalue(), encoding="latin-1")
    workload, plain = captured(tmp_path, old), tmp_path / "plain"
    old_events = comparable(workload).select("place", "seq", "sql", "action", "sqlstate", "params")
    plain.mkdir()
    assert old_events.equals(
        comparable(captured(plain, sample)).select("place", "seq", "sql", "action", "sqlstate", "params")
    )
    assert workload.manifest.losses.lines == old.read_bytes().count(b"\n")


@pytest.mark.parametrize("name", ["mindur0.csv", "mindur0.json", "mindur0.log", "rds_mindur0.log"])
def test_a_complete_log_misses_no_record(tmp_path: Path, name: str) -> None:
    """A plain log's %l counts the lines of DETAIL and STATEMENT too: gaps are not missing records."""
    assert captured(tmp_path, SAMPLES / "pg15" / name).manifest.losses.session_lines_missing == 0


def test_too_many_sessions_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory of sessions is bounded, and the remedy is to capture a part."""
    monkeypatch.setattr(session_state, "MOST_SESSIONS", 10)
    with pytest.raises(BadInput, match="more than 10 sessions") as caught:
        captured(tmp_path, SAMPLES / "pg15" / "mindur0.csv")
    assert "--since" in caught.value.remedy


def test_a_clock_step_keeps_the_order_of_lines(tmp_path: Path) -> None:
    """The clock was set back: each session keeps its order, and no statement is missing."""
    text = (SAMPLES / "pg15" / "mindur0.csv").read_text(encoding="latin-1")
    stepped = tmp_path / "turned.csv"
    half = text.index("\n2026-", len(text) // 2) + 1
    stepped.write_text(text[:half] + text[half:].replace("2026-11-22 02:1", "2026-11-21 02:1"), encoding="latin-1")
    plain = comparable(captured(tmp_path, SAMPLES / "pg15" / "mindur0.csv"))
    events = comparable(captured(tmp_path, stepped))
    assert events.select("place", "seq", "sql", "action").equals(plain.select("place", "seq", "sql", "action"))


def test_stamps_of_one_second_are_noted_and_spread(tmp_path: Path) -> None:
    """The order is kept, starts differ, the manifest contains the resolution."""
    workload = captured(tmp_path, SAMPLES / "pg15" / "rds_mindur0.log")
    assert workload.manifest.time_resolution_us == 1_000_000
    assert any("time resolution 1 s" in note for note in workload.manifest.notes)
    events = workload.events().collect()
    assert events["at_us"].n_unique() > events.height * 0.8


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("%m [%p] %q%u@%d ", b"2026-11-22 02:13:44.749 UTC [13010] app@shop LOG:  x"),
        ("%m [%p] %q%u@%d ", b"2026-11-22 02:13:44.749 UTC [13010] LOG:  checkpoint"),
        ("%t:%r:%u@%d:[%p]:", b"2026-11-22 02:13:49 UTC:10.0.0.1(57456):app@shop:[13114]:ERROR:  x"),
        ("%t:%r:%u@%d:[%p]:", b"2026-11-22 02:13:49 UTC::@:[13105]:LOG:  starting"),
        (
            "%-20u|%10p|%m %%|%c ",
            b"app                 |      4711|2026-11-22 02:13:44.749 +01 %|6b024fd8.32d2 LOG:  x",
        ),
        ("%n %p ", b"1795313624.749 13010 FATAL:  x"),
    ],
)
def test_any_prefix_becomes_a_pattern(text: str, line: bytes) -> None:
    """Padding, %q, background lines without a user, zones."""
    assert line_prefix.compiled(text).opened(line) is not None


@pytest.mark.parametrize("text", ["%u@%d ", "%m %u ", "[%p] "])
def test_a_prefix_without_time_or_process_is_refused(text: str) -> None:
    """Its lines could not be read."""
    with pytest.raises(UsageProblem, match="does not contain"):
        line_prefix.compiled(text)


def test_a_file_that_is_not_a_log_is_refused() -> None:
    """The message shows its beginning, the remedy names --prefix."""
    with pytest.raises(BadInput, match="unknown log format") as caught:
        detect(b"hello world\nthis is no log\n", "x.log")
    assert "hello world" in caught.value.message
    assert "--prefix" in caught.value.remedy


@pytest.mark.parametrize("text", [FULL_PREFIX, RDS_PREFIX])
def test_the_prefixes_that_doctor_recommends_are_detected(text: str) -> None:
    """From the line of a statement and the line of a background process."""
    lines = {
        FULL_PREFIX: [
            b"2026-11-22 02:13:44.749 UTC [13010] 6b024fd8.32d2 3 00000 3/0 0 10.0.0.1(5000) app@shop my app LOG:  x",
            b"2026-11-22 02:13:44.749 UTC [13005] 6b024fd8.32cd 1 00000  0  LOG:  checkpoint starting: time",
        ],
        RDS_PREFIX: [
            b"2026-11-22 02:13:44.749 UTC:10.0.0.1(5000):app@shop:[13010]:3:00000:2026-11-22 02:13:40 UTC:3/0:0:6b024fd8.32d2:my app:LOG:  x",
            b"2026-11-22 02:13:44.749 UTC::@:[13005]:1:00000:2026-11-22 02:13:40 UTC::0:6b024fd8.32cd:LOG:  checkpoint starting: time",
        ],
    }[text]
    prefix = prefix_detection.detect_prefix(lines)
    assert prefix is not None
    assert prefix.text == text
