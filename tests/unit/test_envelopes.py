"""Logs that a collector wrapped read as the log that is inside: every statement once, every line in a bucket."""

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


def told(workload: Workload, *without: str) -> pl.DataFrame:
    """The events of a workload with their session's user, but for what depends on the file."""
    who = workload.sessions().select("session", "user", "database", "captured_session")
    events = workload.events().collect().join(who, on="session", how="left", maintain_order="left")
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
def test_a_log_in_an_envelope_reads_as_without(tmp_path: Path, kind: str) -> None:
    """Statements over several lines and their parameters too; every line is counted."""
    inside = lines(PLAIN)[:150]
    plain, wrapped = tmp_path / "plain.log", tmp_path / "wrapped.log"
    plain.write_text("\n".join(inside) + "\n")
    wrapped.write_text("\n".join(map(WRAPPED[kind], inside)) + "\n")
    found, bare = captured(tmp_path, wrapped), captured(tmp_path, plain, name="plain")
    assert told(found).equals(told(bare))
    assert any(b"\n" in sql for sql in found.events().collect()["sql"].drop_nulls())
    assert found.manifest.losses.buckets == bare.manifest.losses.buckets
    assert found.events().collect()["line"].equals(bare.events().collect()["line"])
    assert "envelope" in found.manifest.log_format
    assert found.sessions()["instance"].unique().to_list() == [""]


@pytest.mark.parametrize("inner", ["mindur0.csv", "mindur0.json"])
def test_any_format_may_be_inside(tmp_path: Path, inner: str) -> None:
    """A csvlog and a jsonlog that a collector followed."""
    plain, wrapped = SAMPLES / "pg18" / inner, tmp_path / "wrapped"
    wrapped.write_text("".join(docker(line) + "\n" for line in plain.read_text().split("\n")[:-1]))
    found, bare = captured(tmp_path, wrapped), captured(tmp_path, plain, name="plain")
    assert told(found).equals(told(bare))
    assert found.manifest.losses.buckets == bare.manifest.losses.buckets


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
def test_samples_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, expected: list[object], way: str
) -> None:
    """However they come: the session, its statements, their times and parameters."""
    log: str | Path = FAULTS / name
    octets = (FAULTS / name).read_bytes()
    if way == "gzip":
        log = tmp_path / "log.gz"
        log.write_bytes(gzip.compress(octets))
    elif way == "standard input":
        log = "-"
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(octets)))
    workload = captured(tmp_path, log)
    events = workload.events().collect().filter(pl.col("sql").is_not_null())
    assert events.select("sql", "took_us", "params").rows() == expected
    assert workload.sessions().select("user", "database").rows() == [("shop", "shopdb")]
    assert workload.manifest.losses.lines == octets.count(b"\n")
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


def test_other_programs_lines_have_a_bucket_of_their_own(tmp_path: Path) -> None:
    """A web server beside the database, and records without a text."""
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
    """Two servers with the same process numbers, line by line in turn, in blocks of any size: each in its own sessions."""
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": size})
    texts = {"db-1": "insert into a values (1)", "db-2": "delete from b where x"}
    rows: list[str] = []
    for second in range(1, 20):
        ones = [
            [
                f"{name}  | {line}"
                for line in (record(second, text.split(" ")[0]), *(f"\t{word}" for word in text.split(" ")[1:]))
            ]
            for name, text in texts.items()
        ]
        rows += [line for pair in zip(*ones, strict=True) for line in pair]
    workload = captured(tmp_path, written(tmp_path, rows))
    who = workload.sessions().select("session", "instance")
    events = workload.events().collect().filter(pl.col("sql").is_not_null()).join(who, on="session")
    found = events.group_by("instance").agg(pl.col("sql").unique(), pl.len()).sort("instance").rows()
    assert found == [
        ("db-1", [b"insert\ninto\na\nvalues\n(1)"], 19),
        ("db-2", [b"delete\nfrom\nb\nwhere\nx"], 19),
    ]
    assert workload.manifest.losses.buckets == {"statement": len(rows)}


@pytest.mark.parametrize("size", [1 << 20, 150])
def test_a_line_in_parts_is_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Of CRI by its sign, of Docker by the newline that is missing; other streams' lines between."""
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": size})
    whole = record(1, "select 'a long text'")
    cri = [
        f"{STAMP} stderr P {whole[:60]}",
        f"{STAMP} stdout F hello",
        f"{STAMP} stderr P {whole[60:80]}",
        f"{STAMP} stderr F {whole[80:]}",
        f"{STAMP} stderr F {record(2, 'select 2')}",
    ]
    workload = captured(tmp_path, written(tmp_path, cri))
    assert sql(workload) == [b"select 'a long text'", b"select 2"]
    assert workload.manifest.losses.buckets == {"statement": 4, "another program's": 1}
    parts = [
        json.dumps({"log": text, "stream": "stderr"})
        for text in (whole[:60], whole[60:] + "\n", record(2, "select 2") + "\n")
    ]
    workload = captured(tmp_path, written(tmp_path, parts), name="docker")
    assert sql(workload) == [b"select 'a long text'", b"select 2"]
    assert workload.manifest.losses.buckets == {"statement": 3}


def test_a_text_in_too_many_parts_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held has a bound; the lines count as damaged, and the note says so."""
    monkeypatch.setattr(unwrapping, "LONGEST", 10_000)
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": 4_000})
    whole = [f"{STAMP} stderr F {record(n, f'select {n}')}" for n in (1, 2, 3)]
    parts = [f"{STAMP} stderr P {text}" for text in (record(4, "select '"), *["x" * 900] * 40)]
    rows = [*whole, *parts, f"{STAMP} stderr F '", *whole]
    workload = captured(tmp_path, written(tmp_path, rows))
    assert workload.manifest.losses.lines == len(rows)
    assert workload.manifest.losses.buckets["damaged"] > 20
    assert sql(workload).count(b"select 1") == 2
    assert any("longer than" in note for note in workload.manifest.notes)
    assert max(map(len, sql(workload))) < 1000


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("newest_first", [True, False])
def test_an_array_reads_as_its_records(tmp_path: Path, indent: int | None, newest_first: bool) -> None:
    """As ``gcloud logging read --format json`` writes it, the newest record first."""
    texts = [record(1, "insert into t"), "\tvalues (1)", record(2, "select 2"), record(3, "select 3")]
    entries = [{"textPayload": text, "timestamp": f"2026-03-01T10:00:0{n}.5Z"} for n, text in enumerate(texts)]
    path = tmp_path / "log.json"
    path.write_text(json.dumps(entries[::-1] if newest_first else entries, indent=indent) + "\n")
    workload = captured(tmp_path, path)
    assert sql(workload) == [b"insert into t\nvalues (1)", b"select 2", b"select 3"]
    assert workload.manifest.losses.lines == path.read_text().count("\n")
    path.write_text("".join(json.dumps(one) + "\n" for one in reversed(entries)))
    assert sql(captured(tmp_path, path, name="lines")) == [b"insert into t\nvalues (1)", b"select 2", b"select 3"]


def test_a_long_array_is_refused_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be read piece by piece."""
    monkeypatch.setattr(envelopes, "LONGEST", 1000)
    path = tmp_path / "log.json"
    path.write_text(json.dumps([{"textPayload": record(n, "select 1")} for n in range(1, 30)]))
    with pytest.raises(BadInput, match="in one JSON array") as caught:
        captured(tmp_path, path)
    assert str(path) in caught.value.message
    assert "jq -c" in caught.value.remedy


def test_what_syslog_wrote_to_a_journal_is_put_together(tmp_path: Path) -> None:
    """Chunks, of which the journal knows the process."""
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


def test_a_damaged_envelope_shortens_no_statement(tmp_path: Path) -> None:
    """A record that was cut in its middle held the condition."""
    rows = [docker(record(1, "delete from item")), docker("\twhere id = 7")[:20]]
    rows += [docker(record(n, f"select {n}")) for n in range(2, 9)]
    workload = captured(tmp_path, written(tmp_path, rows))
    assert sql(workload) == [b"select %d" % n for n in range(2, 9)]
    assert workload.manifest.coverage["count"] < 1


@pytest.mark.parametrize("kind", ["docker", "compose", "cri", "cloud logging", "azure", "journald"])
def test_an_envelope_without_a_log_is_named(tmp_path: Path, kind: str) -> None:
    """The message says which envelope it is, what is inside, and how to take it off."""
    path = written(tmp_path, [WRAPPED[kind]("GET /index.html") for _ in range(5)])
    with pytest.raises(BadInput, match=r"its lines are wrapped \(.*GET /index.html") as caught:
        captured(tmp_path, path)
    assert "take it off: " in caught.value.remedy
    assert str(path) in caught.value.message


def test_servers_with_different_prefixes_are_refused(tmp_path: Path) -> None:
    """One of them would be lost."""
    rows = [
        f"db-1 | {record(1, 'select 1')}",
        f"db-2 | {record(1, 'select 1')}".replace("[42] shop@shopdb", "[42]: [1-1] user=u,db=d,app=a,client=h"),
    ]
    with pytest.raises(BadInput, match="several servers in different formats"):
        captured(tmp_path, written(tmp_path, rows * 3))


def test_a_folder_of_a_cloudwatch_export_is_read(tmp_path: Path) -> None:
    """Its mark is no log; each log stream is a server."""
    export = tmp_path / "export"
    for stream in ("db-1.0", "db-2.0"):
        (export / "task" / stream).mkdir(parents=True)
        events = f"{STAMP} {record(1, 'select')}\n\t1\n{STAMP} {record(2, 'select 2')}\n"
        (export / "task" / stream / "000000.gz").write_bytes(gzip.compress(events.encode()))
    (export / "aws-logs-write-test").write_text("Permission Check Successful")
    workload = captured(tmp_path, export)
    assert sorted(sql(workload)) == [b"select\n1"] * 2 + [b"select 2"] * 2
    assert sorted(workload.sessions()["instance"]) == ["db-1.0", "db-2.0"]
    (tmp_path / "none").mkdir()
    with pytest.raises(BadInput, match="no log in this folder"):
        captured(tmp_path, tmp_path / "none")


def test_what_fits_the_given_prefix_is_in_no_envelope(tmp_path: Path) -> None:
    """The prefix looks like the head of a container's line."""
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


def test_an_array_of_a_jsonlogs_records_is_read(tmp_path: Path) -> None:
    """No envelope but the array."""
    rows = (SAMPLES / "pg18" / "mindur0.json").read_text().splitlines()[:200]
    path, plain = tmp_path / "array.json", written(tmp_path, rows)
    path.write_text(json.dumps([json.loads(row) for row in rows], indent=1))
    assert told(captured(tmp_path, path)).equals(told(captured(tmp_path, plain, name="plain")))


@pytest.mark.parametrize(
    ("octets", "said", "remedy"),
    [
        (json.dumps({"events": [{"message": "x"}]}, indent=2).encode(), "no format", "jq -r"),
        (json.dumps([{"what": "x"}]).encode(), "a JSON array", "jq -c"),
        (b"[4242] 10:00:00 shop LOG:  statement: select 1\n", "it begins", "--prefix"),
        ("2026-03-01 10:00:00 UTC".encode("utf-16"), "UTF-16", "iconv"),
    ],
)
def test_other_wrappings_are_refused_with_a_remedy(tmp_path: Path, octets: bytes, said: str, remedy: str) -> None:
    """One document, an array of something else, text of Windows."""
    path = tmp_path / "log"
    path.write_bytes(octets)
    with pytest.raises(BadInput, match=said) as caught:
        captured(tmp_path, path)
    assert remedy in caught.value.remedy


def test_a_mark_before_utf8_is_no_text(tmp_path: Path) -> None:
    """The first record is not lost for it."""
    path = tmp_path / "log.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (FAULTS / "csv-first-record-spans-lines.csv").read_bytes())
    assert sql(captured(tmp_path, path)) == [b"select id\nfrom item", b"select 2"]


def test_an_array_that_breaks_off_gives_what_came(tmp_path: Path) -> None:
    """Exit 3, and the workload says so."""
    path = tmp_path / "log.json"
    whole = json.dumps([{"textPayload": record(n, f"select {n}")} for n in range(1, 6)], indent=1)
    path.write_text(whole[: whole.rindex("{") + 20])
    with pytest.raises(BadInput, match="breaks off"):
        captured(tmp_path, path)
    workload = Workload.open(tmp_path / "w.workload")
    assert sql(workload) == [b"select %d" % n for n in range(1, 5)]
    assert workload.manifest.losses.files_cut_short == [str(path)]
