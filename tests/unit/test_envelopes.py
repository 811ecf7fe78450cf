"""Logs in the envelopes of collectors are read as the log inside: every statement once, every line in a bucket."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats import envelopes, unwrapping
from pgrehearse.capture.input import blocks
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

FAULTS = SAMPLES / "faults" / "capture"
PLAIN = SAMPLES / "pg15" / "mindur0.log"
SYSLOG = SAMPLES / "pg15" / "syslog_mindur0.raw.txt"
STAMP = "2026-03-01T10:00:01.000000001Z"


def captured(tmp_path: Path, *logs: str | Path, name: str = "w") -> Workload:
    output = tmp_path / f"{name}.workload"
    capture_logs(CaptureOptions(logs, output, force=True), tool_version="test")
    return Workload.open(output)


def comparable(workload: Workload, *without: str) -> pl.DataFrame:
    """Return the events of a workload with their session's user, without the columns that depend on the file."""
    sessions = workload.sessions().select("session", "user", "database", "captured_session")
    events = workload.events().collect().join(sessions, on="session", how="left", maintain_order="left")
    return events.drop("session", "shape", "commit_rank", "record", "file", "line", *without).sort(
        "captured_session", "seq"
    )


def lines(log: Path) -> list[str]:
    return log.read_text(encoding="latin-1").splitlines()


def docker(line: str, **more: object) -> str:
    return json.dumps({"log": line + "\n", "stream": "stderr", "time": STAMP, **more})


WRAPPED: dict[str, Callable[[str], str]] = {
    "docker": docker,
    "docker, windows": lambda line: json.dumps({"log": line + "\r\n", "stream": "stdout"}),
    "compose": lambda line: f"db-1   | {line}",
    "compose, colors": lambda line: f"\x1b[36mdb_1  |\x1b[0m {line}",
    "compose, times": lambda line: f"db-1  | {STAMP} {line}",
    "docker logs -t": lambda line: f"{STAMP} {line}",
    "cri": lambda line: f"{STAMP} stderr F {line}",
    "cri, zone": lambda line: f"2026-03-01T10:00:01.000000001+02:00 stderr F {line}",
    "kubectl": lambda line: f"[pod/db-0/postgres] {line}",
    "cloud logging": lambda line: json.dumps({"textPayload": line, "resource": {"labels": {"database_id": "p:i"}}}),
    "agent": lambda line: json.dumps({"jsonPayload": {"message": line, "pid": 7.0}, "insertId": "x"}),
    "azure": lambda line: json.dumps({"properties": {"message": line, "errorLevel": "LOG"}, "resourceId": "/S/DB"}),
    "journald": lambda line: json.dumps({"MESSAGE": line, "_HOSTNAME": "db1", "SYSLOG_IDENTIFIER": "postgres"}),
    "loki": lambda line: json.dumps({"labels": {"pod": "db-0"}, "line": line, "timestamp": STAMP}),
    "filebeat": lambda line: json.dumps({"log": {"offset": 7}, "message": line, "host": {"name": "db1"}}),
    "fluentd": lambda line: json.dumps({"log": line, "kubernetes": {"pod_name": "db-0", "container_name": "pg"}}),
    "kubernetes in cloud logging": lambda line: json.dumps({"textPayload": f"{STAMP} stderr F {line}"}),
    "compose of docker": lambda line: f"db-1  | {docker(line)}",
}


@pytest.mark.parametrize("kind", sorted(WRAPPED))
def test_a_log_in_an_envelope_gives_the_same_events(tmp_path: Path, kind: str) -> None:
    """Also statements of several lines and their parameters; every line is counted."""
    inside = lines(PLAIN)[:150]
    plain, wrapped = tmp_path / "plain.log", tmp_path / "wrapped.log"
    plain.write_text("\n".join(inside) + "\n")
    wrapped.write_text("\n".join(map(WRAPPED[kind], inside)) + "\n")
    workload, bare = captured(tmp_path, wrapped), captured(tmp_path, plain, name="plain")
    assert comparable(workload).equals(comparable(bare))
    assert any(b"\n" in sql for sql in workload.events().collect()["sql"].drop_nulls())
    assert workload.manifest.losses.buckets == bare.manifest.losses.buckets
    assert workload.events().collect()["line"].equals(bare.events().collect()["line"])
    assert "envelope" in workload.manifest.log_format
    assert workload.sessions()["instance"].unique().to_list() == [""]


@pytest.mark.parametrize("inner", ["mindur0.csv", "mindur0.json"])
def test_a_csvlog_or_a_jsonlog_in_an_envelope_is_read(tmp_path: Path, inner: str) -> None:
    """In the JSON of Docker."""
    plain, wrapped = SAMPLES / "pg18" / inner, tmp_path / "wrapped"
    wrapped.write_text("".join(docker(line) + "\n" for line in plain.read_text().split("\n")[:-1]))
    workload, bare = captured(tmp_path, wrapped), captured(tmp_path, plain, name="plain")
    assert comparable(workload).equals(comparable(bare))
    assert workload.manifest.losses.buckets == bare.manifest.losses.buckets


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cloudnativepg.json", [(b"select 1", 1500, None), (b"select $1", 2500, [b"7"])]),
        ("cloudsql-text-payload.json", [(b"select 1", 1500, None), (b"select 2", 1500, None)]),
        ("docker-json-file.json", [(b"select 1", 1500, None), (b"select 2", 1500, None)]),
        ("docker-compose.log", [(b"select %d" % n, 1500, None) for n in (1, 2, 3)]),
        ("cri.log", [(b"select %d" % n, 1500, None) for n in (1, 2, 3)]),
    ],
)
@pytest.mark.parametrize("way", ["file", "gzip", "standard input"])
def test_samples_in_envelopes_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, expected: list[object], way: str
) -> None:
    """The session, its statements, their times and parameters; as a file, compressed, from standard input."""
    log: str | Path = FAULTS / name
    data = (FAULTS / name).read_bytes()
    if way == "gzip":
        log = tmp_path / "log.gz"
        log.write_bytes(gzip.compress(data))
    elif way == "standard input":
        log = "-"
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    workload = captured(tmp_path, log)
    events = workload.events().collect().filter(pl.col("sql").is_not_null())
    assert events.select("sql", "took_us", "params").rows() == expected
    assert workload.sessions().select("user", "database").rows() == [("shop", "shopdb")]
    assert workload.manifest.losses.lines == data.count(b"\n")
    if name.startswith("cloudnativepg"):
        assert workload.sessions().select("application_name", "remote_host").rows() == [("web", "10.1.1.1")]


def record(second: int, text: str, process: int = 42) -> str:
    return f"2026-03-01 10:00:{second:02}.000 UTC [{process}] shop@shopdb LOG:  duration: 1.000 ms  statement: {text}"


def sql(workload: Workload) -> list[bytes]:
    return workload.events().collect()["sql"].drop_nulls().to_list()


def written(tmp_path: Path, rows: Sequence[str]) -> Path:
    path = tmp_path / "log"
    path.write_text("\n".join(rows) + "\n")
    return path


def test_lines_of_other_programs_have_a_bucket(tmp_path: Path) -> None:
    """A web server next to the database, and records without a text."""
    rows = [
        f"db-1  | {record(1, 'select')}",
        "web-1 | GET /",
        "db-1  | \t1",
        "web-1 | GET /a",
        f"db-1  | {record(2, 'select 2')}",
    ]
    workload = captured(tmp_path, written(tmp_path, rows))
    assert sql(workload) == [b"select\n1", b"select 2"]
    assert workload.manifest.losses.buckets == {"statement": 3, "another program's": 2}
    mixed = [
        docker(record(1, "select 1")),
        json.dumps({"level": "info"}),
        json.dumps({"log": "start\n", "stream": "stdout"}),
    ]
    workload = captured(tmp_path, written(tmp_path, mixed), name="mixed")
    assert workload.manifest.losses.buckets == {"statement": 1, "another program's": 2}


@pytest.mark.parametrize("size", [1 << 20, 200])
def test_streams_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Two servers with the same process numbers, in alternating lines and blocks of any size: each has its own sessions."""
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": size})
    texts = {"db-1": "insert into a values (1)", "db-2": "delete from b where x"}
    rows: list[str] = []
    for second in range(1, 20):
        of_servers = [
            [
                f"{name}  | {line}"
                for line in (record(second, text.split(" ")[0]), *(f"\t{word}" for word in text.split(" ")[1:]))
            ]
            for name, text in texts.items()
        ]
        rows += [line for pair in zip(*of_servers, strict=True) for line in pair]
    workload = captured(tmp_path, written(tmp_path, rows))
    sessions = workload.sessions().select("session", "instance")
    events = workload.events().collect().filter(pl.col("sql").is_not_null()).join(sessions, on="session")
    by_instance = events.group_by("instance").agg(pl.col("sql").unique(), pl.len()).sort("instance").rows()
    assert by_instance == [
        ("db-1", [b"insert\ninto\na\nvalues\n(1)"], 19),
        ("db-2", [b"delete\nfrom\nb\nwhere\nx"], 19),
    ]
    assert workload.manifest.losses.buckets == {"statement": len(rows)}


@pytest.mark.parametrize("size", [1 << 20, 150])
def test_a_line_in_parts_is_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """CRI marks parts, Docker omits their newline; lines of other streams are between them."""
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": size})
    line = record(1, "select 'a long text'")
    cri = [
        f"{STAMP} stderr P {line[:60]}",
        f"{STAMP} stdout F hello",
        f"{STAMP} stderr P {line[60:80]}",
        f"{STAMP} stderr F {line[80:]}",
        f"{STAMP} stderr F {record(2, 'select 2')}",
    ]
    workload = captured(tmp_path, written(tmp_path, cri))
    assert sql(workload) == [b"select 'a long text'", b"select 2"]
    assert workload.manifest.losses.buckets == {"statement": 4, "another program's": 1}
    parts = [
        json.dumps({"log": text, "stream": "stderr"})
        for text in (line[:60], line[60:] + "\n", record(2, "select 2") + "\n")
    ]
    workload = captured(tmp_path, written(tmp_path, parts), name="docker")
    assert sql(workload) == [b"select 'a long text'", b"select 2"]
    assert workload.manifest.losses.buckets == {"statement": 3}


def test_a_text_in_too_many_parts_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory for parts is bounded; the lines count as damaged, with a note."""
    monkeypatch.setattr(unwrapping, "LONGEST", 10_000)
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": 4_000})
    complete = [f"{STAMP} stderr F {record(n, f'select {n}')}" for n in (1, 2, 3)]
    parts = [f"{STAMP} stderr P {text}" for text in (record(4, "select '"), *["x" * 900] * 40)]
    rows = [*complete, *parts, f"{STAMP} stderr F '", *complete]
    workload = captured(tmp_path, written(tmp_path, rows))
    assert workload.manifest.losses.lines == len(rows)
    assert workload.manifest.losses.buckets["damaged"] > 20
    assert sql(workload).count(b"select 1") == 2
    assert any("longer than" in note for note in workload.manifest.notes)
    assert max(map(len, sql(workload))) < 1000


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("newest_first", [True, False])
def test_an_array_is_read_as_its_records(tmp_path: Path, indent: int | None, newest_first: bool) -> None:
    """``gcloud logging read --format json`` writes the newest record first."""
    texts = [record(1, "insert into t"), "\tvalues (1)", record(2, "select 2"), record(3, "select 3")]
    entries = [{"textPayload": text, "timestamp": f"2026-03-01T10:00:0{n}.5Z"} for n, text in enumerate(texts)]
    path = tmp_path / "log.json"
    path.write_text(json.dumps(entries[::-1] if newest_first else entries, indent=indent) + "\n")
    workload = captured(tmp_path, path)
    assert sql(workload) == [b"insert into t\nvalues (1)", b"select 2", b"select 3"]
    assert workload.manifest.losses.lines == path.read_text().count("\n")
    path.write_text("".join(json.dumps(entry) + "\n" for entry in reversed(entries)))
    assert sql(captured(tmp_path, path, name="lines")) == [b"insert into t\nvalues (1)", b"select 2", b"select 3"]


def test_a_long_array_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be read in blocks; the remedy converts it."""
    monkeypatch.setattr(envelopes, "LONGEST", 1000)
    path = tmp_path / "log.json"
    path.write_text(json.dumps([{"textPayload": record(n, "select 1")} for n in range(1, 30)]))
    with pytest.raises(BadInput, match="in one JSON array") as caught:
        captured(tmp_path, path)
    assert str(path) in caught.value.message
    assert "jq -c" in caught.value.remedy


def test_syslog_chunks_in_a_journal_are_reassembled(tmp_path: Path) -> None:
    """The journal contains the process of each chunk."""
    chunks = [
        ("42", f"[5-1] {record(1, 'delete from item')}"),
        ("43", f"[9-1] {record(1, 'select 1', 43)}"),
        ("42", "[5-2] \twhere id = 7"),
    ]
    rows = [
        json.dumps(
            {
                "MESSAGE": text,
                "SYSLOG_PID": process,
                "_HOSTNAME": "db1",
                "__REALTIME_TIMESTAMP": str(1772359201000000 + n),
                "SYSLOG_IDENTIFIER": "postgres",
            }
        )
        for n, (process, text) in enumerate(chunks)
    ]
    rows.append(json.dumps({"MESSAGE": "session opened", "SYSLOG_IDENTIFIER": "sshd", "_HOSTNAME": "db1"}))
    workload = captured(tmp_path, written(tmp_path, rows))
    assert sorted(sql(workload)) == [b"delete from item\nwhere id = 7", b"select 1"]
    assert workload.manifest.losses.lines == 4


def test_a_statement_with_a_damaged_envelope_is_left_out(tmp_path: Path) -> None:
    """The truncated record contains the condition."""
    rows = [docker(record(1, "delete from item")), docker("\twhere id = 7")[:20]]
    rows += [docker(record(n, f"select {n}")) for n in range(2, 9)]
    workload = captured(tmp_path, written(tmp_path, rows))
    assert sql(workload) == [b"select %d" % n for n in range(2, 9)]
    assert workload.manifest.coverage["count"] < 1


@pytest.mark.parametrize("kind", ["docker", "compose", "cri", "cloud logging", "azure", "journald"])
def test_an_envelope_without_a_log_is_refused(tmp_path: Path, kind: str) -> None:
    """The error names the envelope, its content, and the command that removes the envelope."""
    path = written(tmp_path, [WRAPPED[kind]("GET /index.html") for _ in range(5)])
    with pytest.raises(BadInput, match=r"the lines are in an envelope \(.*GET /index.html") as caught:
        captured(tmp_path, path)
    assert "remove it: " in caught.value.remedy
    assert str(path) in caught.value.message


def test_servers_with_different_prefixes_are_refused(tmp_path: Path) -> None:
    """One of them could not be read."""
    rows = [
        f"db-1 | {record(1, 'select 1')}",
        f"db-2 | {record(1, 'select 1')}".replace("[42] shop@shopdb", "[42]: [1-1] user=u,db=d,app=a,client=h"),
    ]
    with pytest.raises(BadInput, match="several servers in different formats"):
        captured(tmp_path, written(tmp_path, rows * 3))


def test_a_folder_of_a_cloudwatch_export_is_read(tmp_path: Path) -> None:
    """The export's test file is not a log; each log stream is a server."""
    export = tmp_path / "export"
    for stream in ("db-1.0", "db-2.0"):
        (export / "task" / stream).mkdir(parents=True)
        events = f"{STAMP} {record(1, 'select')}\n\t1\n{STAMP} {record(2, 'select 2')}\n"
        (export / "task" / stream / "000000.gz").write_bytes(gzip.compress(events.encode()))
    (export / "aws-logs-write-test").write_text("Permission Check Successful")
    workload = captured(tmp_path, export)
    assert sorted(sql(workload)) == [b"select\n1"] * 2 + [b"select 2"] * 2
    assert sorted(workload.sessions()["instance"]) == ["db-1", "db-2"]
    (tmp_path / "none").mkdir()
    with pytest.raises(BadInput, match="the folder contains no log"):
        captured(tmp_path, tmp_path / "none")


def test_lines_that_match_the_given_prefix_are_in_no_envelope(tmp_path: Path) -> None:
    """The prefix looks like the head of a line of docker compose."""
    path = written(
        tmp_path,
        [
            f"shop | shopdb | 2026-03-01 10:00:0{n}.000 UTC [42] LOG:  duration: 1.000 ms  statement: select {n}"
            for n in (1, 2)
        ],
    )
    output = tmp_path / "w.workload"
    capture_logs(CaptureOptions((path,), output, prefix="%u | %d | %m [%p] "), tool_version="test")
    workload = Workload.open(output)
    assert sql(workload) == [b"select 1", b"select 2"]
    assert workload.sessions().select("user", "database", "instance").rows() == [("shop", "shopdb", "")]


def test_an_array_of_jsonlog_records_is_read(tmp_path: Path) -> None:
    """The array is the only envelope."""
    rows = (SAMPLES / "pg18" / "mindur0.json").read_text().splitlines()[:200]
    path, plain = tmp_path / "array.json", written(tmp_path, rows)
    path.write_text(json.dumps([json.loads(row) for row in rows], indent=1))
    assert comparable(captured(tmp_path, path)).equals(comparable(captured(tmp_path, plain, name="plain")))


@pytest.mark.parametrize(
    ("data", "problem", "remedy"),
    [
        (json.dumps({"events": [{"message": "x"}]}, indent=2).encode(), "unknown log format", "jq -r"),
        (json.dumps([{"what": "x"}]).encode(), "a JSON array", "jq -c"),
        (b"[4242] 10:00:00 shop LOG:  statement: select 1\n", "the log begins", "--prefix"),
        ("2026-03-01 10:00:00 UTC".encode("utf-16"), "UTF-16", "iconv"),
    ],
)
def test_unknown_envelopes_are_refused(tmp_path: Path, data: bytes, problem: str, remedy: str) -> None:
    """One document, an array of other objects, a line without a date, UTF-16."""
    path = tmp_path / "log"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=problem) as caught:
        captured(tmp_path, path)
    assert remedy in caught.value.remedy


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    """The first record is read."""
    path = tmp_path / "log.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (FAULTS / "csv-first-record-spans-lines.csv").read_bytes())
    assert sql(captured(tmp_path, path)) == [b"select id\nfrom item", b"select 2"]


def test_a_truncated_array_is_read_up_to_its_end(tmp_path: Path) -> None:
    """Exit 3, and the manifest names the file."""
    path = tmp_path / "log.json"
    text = json.dumps([{"textPayload": record(n, f"select {n}")} for n in range(1, 6)], indent=1)
    path.write_text(text[: text.rindex("{") + 20])
    with pytest.raises(BadInput, match="is truncated"):
        captured(tmp_path, path)
    workload = Workload.open(tmp_path / "w.workload")
    assert sql(workload) == [b"select %d" % n for n in range(1, 5)]
    assert workload.manifest.losses.files_cut_short == [str(path)]
