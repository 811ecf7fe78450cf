"""Every format of PostgreSQL's logs: the same traffic gives the same workload, whatever file it was written to."""

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
from pgrehearse.targets.doctor import FULL_PREFIX, RDS_PREFIX
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

MODES = ("mindur0", "rds_mindur0", "stmtall", "stmtall_duration", "stmtall_mindur0", "sample", "extra")
# Prefixes of the samples that tell all a csvlog does (but the one parameter that terse verbosity keeps out of stderr).
RICH = ("mindur0", "stmtall_mindur0", "sample")
# Concurrent sessions' records stand in another order in another file.
ORDER = ("session", "shape", "commit_rank", "record", "file", "line")


def captured(tmp_path: Path, *paths: str | Path, **options: object) -> Workload:
    output = tmp_path / "w.workload"
    capture_logs(CaptureOptions(paths, output, force=True, **options), tool_version="test")  # type: ignore[arg-type]
    return Workload.open(output)


def told(workload: Workload) -> pl.DataFrame:
    """The events by their sessions' places, without what depends on the order of a file."""
    keys = workload.shapes().select("shape", "query_key")
    who = workload.sessions().with_row_index("place").select("session", "place", "user", "database", "application_name")
    return (
        workload.events()
        .collect()
        .join(keys, on="shape", how="left", maintain_order="left")
        .join(who, on="session", maintain_order="left")
        .sort("place", "seq")
        .drop(ORDER)
    )


@cache
def csv_of(version: str, mode: str) -> pl.DataFrame:
    """What the csvlog of a sample tells: every other format is held against it."""
    with TemporaryDirectory() as folder:
        return told(captured(Path(folder), SAMPLES / version / f"{mode}.csv"))


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("mode", MODES)
def test_json_and_csv_tell_the_same(tmp_path: Path, version: str, mode: str) -> None:
    """Same sessions, events, order, parameters, times."""
    assert told(captured(tmp_path, SAMPLES / version / f"{mode}.json")).equals(csv_of(version, mode))


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("mode", RICH)
def test_a_rich_prefix_and_csv_tell_the_same(tmp_path: Path, version: str, mode: str) -> None:
    """All but the parameters of the statement that was logged while log_error_verbosity was terse."""
    csv = csv_of(version, mode)
    log = told(captured(tmp_path, SAMPLES / version / f"{mode}.log"))
    assert log.drop("params", "truncated").equals(csv.drop("params", "truncated"))
    lost = csv["params"].is_not_null() & log["params"].is_null()
    assert lost.sum() <= 1
    assert log.filter(~lost)["params"].equals(csv.filter(~lost)["params"])
    assert log.filter(lost)["truncated"].all()


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("mode", MODES)
def test_any_prefix_tells_the_same_statements(tmp_path: Path, version: str, mode: str) -> None:
    """Whatever else it lacks: every session's statements, their order, their outcome and their SQLSTATE."""
    csv = csv_of(version, mode)
    log = told(captured(tmp_path, SAMPLES / version / f"{mode}.log"))
    what = ["place", "seq", "action", "sql", "ended", "sqlstate", "user", "database"]
    assert log.select(what).rows() == csv.select(what).rows()


def test_syslog_is_put_together(tmp_path: Path) -> None:
    """Chunks, tabs and split lines: the statements are whole."""
    workload = captured(tmp_path, SAMPLES / "pg15" / "syslog_mindur0.raw.txt")
    sql = workload.events().collect()["sql"].drop_nulls().to_list()
    assert any(text.startswith(b"select 1, 'multi\n") for text in sql)
    assert max(map(len, sql)) > 1500
    assert workload.manifest.losses.lines == len(
        (SAMPLES / "pg15" / "syslog_mindur0.raw.txt").read_bytes().splitlines()
    )
    assert "syslog" in workload.manifest.log_format


def test_syslog_as_forwarders_write_it(tmp_path: Path) -> None:
    """A host name, no priority, tabs as #011."""
    octets = (SAMPLES / "pg15" / "syslog_mindur0.raw.txt").read_bytes()
    lines = [
        line.split(b">", 1)[1].replace(b" postgres[", b" db1 postgres[", 1).replace(b"\t", b"#011")
        for line in octets.splitlines()
    ]
    path = tmp_path / "messages"
    path.write_bytes(b"\n".join(lines) + b"\n")
    plain = told(captured(tmp_path, SAMPLES / "pg15" / "syslog_mindur0.raw.txt"))
    assert told(captured(tmp_path, path)).equals(plain)


def test_cloudwatch_exports_begin_with_their_own_time(tmp_path: Path) -> None:
    """With it and without it: the same."""
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
    assert told(with_time).equals(told(captured(tmp_path, plain)))


def test_jsonlog_in_an_envelope(tmp_path: Path) -> None:
    """As Google Cloud's exports have it."""
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
    assert told(workload).equals(told(captured(tmp_path, plain)))


def test_a_damaged_json_line_costs_itself(tmp_path: Path) -> None:
    """It is counted, its neighbours stay."""
    lines = (SAMPLES / "pg18" / "mindur0.json").read_bytes().splitlines()
    lines[400] = lines[400][:50]
    path = tmp_path / "damaged.json"
    path.write_bytes(b"\n".join(lines) + b"\n")
    losses = captured(tmp_path, path).manifest.losses
    assert (losses.lines, losses.buckets["damaged"]) == (len(lines), 1)


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_packed_logs_are_unpacked(tmp_path: Path, packing: str) -> None:
    """By their first bytes, whatever their name."""
    plain = SAMPLES / "pg15" / "mindur0.csv"
    packed = tmp_path / "log"
    octets = plain.read_bytes()
    packed.write_bytes(
        gzip.compress(octets) if packing == "gzip" else bytes(pa.Codec("zstd").compress(octets, asbytes=True))
    )
    if packing == "zstd":
        with pa.output_stream(str(packed), compression="zstd") as stream:
            stream.write(octets)
    assert told(captured(tmp_path, packed)).equals(told(captured(tmp_path, plain)))


def test_standard_input_and_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads what is piped in; a pattern stands for its files."""
    plain = SAMPLES / "pg15" / "stmtall.csv"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(plain.read_bytes())))
    expected = told(captured(tmp_path, plain))
    assert told(captured(tmp_path, "-")).equals(expected)
    assert told(captured(tmp_path, SAMPLES / "pg15" / "stmtal?.csv")).equals(expected)


def test_objects_in_s3_are_logs_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listed by their prefix, streamed; a bucket that is not there is said."""
    plain = SAMPLES / "pg15" / "stmtall.csv"
    octets = gzip.compress(plain.read_bytes())
    client = boto3.client("s3", region_name="eu-west-1", aws_access_key_id="x", aws_secret_access_key="x")
    with Stubber(client) as stub:
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        listed = {"Contents": [{"Key": "logs/a.csv.gz", "Size": len(octets)}, {"Key": "logs/empty", "Size": 0}]}
        stub.add_response("list_objects_v2", listed, {"Bucket": "backups", "Prefix": "logs/"})
        for _ in range(2):  # its first bytes, and all of it
            body = StreamingBody(io.BytesIO(octets), len(octets))
            stub.add_response("get_object", {"Body": body}, {"Bucket": "backups", "Key": "logs/a.csv.gz"})
        found = told(captured(tmp_path, "s3://backups/logs/"))
        stub.add_client_error("list_objects_v2", "NoSuchBucket", "The specified bucket does not exist")
        with pytest.raises(BadInput, match="does not exist"):
            captured(tmp_path, "s3://nowhere/logs/")
    assert found.equals(told(captured(tmp_path, plain)))


def test_overlapping_files_count_once(tmp_path: Path) -> None:
    """The second half overlaps the first by a third: the same workload, and the lines seen twice have a bucket."""
    lines = (SAMPLES / "pg15" / "stmtall.csv").read_bytes().split(b"\n2026-")
    rows = [lines[0], *(b"2026-" + line for line in lines[1:])]
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_bytes(b"\n".join(rows[:350]) + b"\n")
    second.write_bytes(b"\n".join(rows[170:]))
    both = captured(tmp_path, second, first)
    assert both.manifest.losses.buckets["seen before"] > 100
    assert told(both).equals(told(captured(tmp_path, SAMPLES / "pg15" / "stmtall.csv")))


def test_two_servers_are_told_apart_by_name(tmp_path: Path) -> None:
    """The same log as two readers': twice the sessions, none melted."""
    log = SAMPLES / "pg15" / "stmtall.csv"
    once = captured(tmp_path, log).manifest
    workload = captured(tmp_path, f"reader1={log}", f"reader2={log}")
    assert workload.manifest.sessions == 2 * once.sessions
    assert workload.manifest.statements == 2 * once.statements
    assert set(workload.sessions()["instance"].to_list()) == {"reader1", "reader2"}


def test_two_tellings_of_the_same_are_refused(tmp_path: Path) -> None:
    """A server writes its csvlog and its plain log side by side: only one of them is wanted."""
    with pytest.raises(BadInput, match="two tellings") as caught:
        captured(tmp_path, SAMPLES / "pg15" / "stmtall.csv", SAMPLES / "pg15" / "stmtall.log")
    assert "name each" in caught.value.remedy


@pytest.mark.parametrize("name", ["stmtall.csv", "stmtall.json", "mindur0.log"])
@pytest.mark.parametrize("pieces", [64, 61])
def test_a_record_that_is_too_long_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, pieces: int
) -> None:
    """However long it goes on: what stands around it is read, its lines are damage, and memory is bounded."""
    monkeypatch.setattr(blocks, "LONGEST", 1 << 20)
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": 1 << 18})
    whole = (SAMPLES / "pg15" / name).read_bytes()
    half = whole.rindex(b"\n20" if not name.endswith("json") else b"\n{", 0, len(whole) // 2) + 1
    begin = {"csv": b'2026-11-22 02:14:00.000 UTC,"', "son": b'{"timestamp":"2026-', "log": whole[:100]}[name[-3:]]
    log = tmp_path / name
    with log.open("wb") as stream:
        stream.write(whole[:half])
        stream.write(begin)
        for _ in range(pieces):
            stream.write(b"x" * (1 << 16))
        stream.write(b"\n" + whole[half:])
    manifest = captured(tmp_path, log).manifest
    plain = captured(tmp_path, SAMPLES / "pg15" / name).manifest
    assert any("longer than" in note for note in manifest.notes)
    assert manifest.losses.lines == plain.losses.lines + 1
    assert plain.statements - 3 <= manifest.statements <= plain.statements


def test_a_line_of_megabytes_is_not_searched_for_a_prefix() -> None:
    """Rich prefixes give and take: over 8 MB that took ten seconds."""
    sample = (SAMPLES / "pg15" / "mindur0.log").read_bytes()
    found = detect(sample[:65536], "log")
    half = sample.rindex(b"\n20", 0, len(sample) // 2) + 1
    began = time.process_time()
    assert found.zone(sample[:100] + b"abc, defgh | " * 5000 + b"\n" + sample) == "UTC"
    assert found.cut(sample[:half] + sample[:100] + b"abc, defgh | " * (8 << 20 >> 4)) <= half
    assert time.process_time() - began < 2


@pytest.mark.parametrize(("width", "header"), [(23, False), (24, False), (26, True)])
@pytest.mark.parametrize("mode", ["mindur0", "stmtall"])
def test_older_csvlogs_say_the_same(tmp_path: Path, width: int, header: bool, mode: str) -> None:
    """9.6 to 12 wrote 23 columns, 13 wrote 24; somebody's tool put a header on top."""
    sample = SAMPLES / "pg15" / f"{mode}.csv"
    rows = list(csv.reader(io.StringIO(sample.read_text(encoding="latin-1"), newline="")))
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, lineterminator="\n")
    if header:
        writer.writerow([f"column_{number}" for number in range(width)])
    # Before 13 no row says which process it is of: those of the background have no user.
    writer.writerows([*row[:22], row[22] or "psql"][:width] if width < 24 else row[:width] for row in rows)
    old = tmp_path / "old.csv"
    old.write_text(kept.getvalue(), encoding="latin-1")
    found, plain = captured(tmp_path, old), tmp_path / "plain"
    told_old = told(found).select("place", "seq", "sql", "action", "sqlstate", "params")
    plain.mkdir()
    assert told_old.equals(told(captured(plain, sample)).select("place", "seq", "sql", "action", "sqlstate", "params"))
    assert found.manifest.losses.lines == old.read_bytes().count(b"\n")


@pytest.mark.parametrize("name", ["mindur0.csv", "mindur0.json", "mindur0.log", "rds_mindur0.log"])
def test_a_whole_log_misses_no_record(tmp_path: Path, name: str) -> None:
    """A plain log's %l counts the lines of DETAIL and STATEMENT too: gaps in it are no loss."""
    assert captured(tmp_path, SAMPLES / "pg15" / name).manifest.losses.session_lines_missing == 0


def test_too_many_sessions_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held of each has a bound, and the remedy names a smaller part."""
    monkeypatch.setattr(session_state, "MOST_SESSIONS", 10)
    with pytest.raises(BadInput, match="more than 10 sessions") as caught:
        captured(tmp_path, SAMPLES / "pg15" / "mindur0.csv")
    assert "--since" in caught.value.remedy


def test_times_that_run_backwards_keep_the_order_of_lines(tmp_path: Path) -> None:
    """A clock was set back: sessions stay in their order, and nothing is lost."""
    text = (SAMPLES / "pg15" / "mindur0.csv").read_text(encoding="latin-1")
    turned = tmp_path / "turned.csv"
    half = text.index("\n2026-", len(text) // 2) + 1
    turned.write_text(text[:half] + text[half:].replace("2026-11-22 02:1", "2026-11-21 02:1"), encoding="latin-1")
    plain = told(captured(tmp_path, SAMPLES / "pg15" / "mindur0.csv"))
    found = told(captured(tmp_path, turned))
    assert found.select("place", "seq", "sql", "action").equals(plain.select("place", "seq", "sql", "action"))


def test_one_second_stamps_are_said_and_spread(tmp_path: Path) -> None:
    """Order is kept, starts differ, the manifest names the resolution."""
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
    """Nothing could be made of its lines."""
    with pytest.raises(UsageProblem, match="does not tell"):
        line_prefix.compiled(text)


def test_what_is_no_log_is_shown() -> None:
    """The message has what was seen, and how to help."""
    with pytest.raises(BadInput, match="no format of PostgreSQL's logs") as caught:
        detect(b"hello world\nthis is no log\n", "x.log")
    assert "hello world" in caught.value.message
    assert "--prefix" in caught.value.remedy


@pytest.mark.parametrize("text", [FULL_PREFIX, RDS_PREFIX])
def test_what_the_doctor_recommends_is_recognised(text: str) -> None:
    """Of a statement's line and of a background process's."""
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
    found = prefix_detection.detect_prefix(lines)
    assert found is not None
    assert found.text == text
