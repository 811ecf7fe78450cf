"""Bad input: one sentence with a remedy, and the documented exit code; earlier results are kept."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.cli import main
from pgrehearse.compare.compare import compare_paths
from pgrehearse.runs.read import Run
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

LOG = SAMPLES / "pg18" / "mindur0.csv"


def capture(path: Path, output: Path, *, force: bool = False) -> Workload:
    capture_logs(CaptureOptions((path,), output, force=force), tool_version="test")
    return Workload.open(output)


@dataclass(frozen=True)
class Result:
    """The result of a command: its exit code, and its output on both streams."""

    returncode: int
    stdout: str
    stderr: str


Command = Callable[..., Result]


@pytest.fixture
def pgrehearse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs the command in this process."""

    def run(*words: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["pgrehearse", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            main()
        output = capsys.readouterr()
        return Result(int(caught.value.code or 0), output.out, output.err)

    return run


@pytest.mark.parametrize(
    ("content", "expected_text"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (b"hello\nworld\n", "unknown log format"),
        (b"\x00\xff" * 100, "unknown log format"),
        (LOG.read_bytes()[:150], "no statement"),
    ],
)
def test_a_file_that_is_not_a_log_is_refused(
    pgrehearse: Command, tmp_path: Path, content: bytes, expected_text: str
) -> None:
    """Exit code 3, and no workload is written under any name."""
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    result = pgrehearse("capture", "logs", path, "-o", tmp_path / "w.workload", "--json")
    error = json.loads(result.stdout)["error"]
    assert (result.returncode, error["code"]) == (3, 3)
    assert expected_text in error["message"]
    assert error["remedy"]
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.glob("w.workload*"))


def test_a_log_without_statements_names_the_setting(tmp_path: Path) -> None:
    """The remedy names the setting that logs statements."""
    path = tmp_path / "quiet.csv"
    lines = [line for line in LOG.read_bytes().split(b"\n") if b',00000,"connection ' in line]
    path.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(BadInput, match="no statement") as caught:
        capture(path, tmp_path / "w.workload")
    assert "log_min_duration_statement = 0" in caught.value.remedy


def test_a_truncated_gzip_file_gives_its_complete_lines(tmp_path: Path) -> None:
    """An error, and a workload of the readable part, whose manifest names the file."""
    path = tmp_path / "log.csv.gz"
    compressed = gzip.compress(LOG.read_bytes())
    path.write_bytes(compressed[: len(compressed) // 2])
    with pytest.raises(BadInput, match="is truncated"):
        capture(path, tmp_path / "w.workload")
    workload = Workload.open(tmp_path / "w.workload")
    assert workload.manifest.losses.files_cut_short == [str(path)]
    assert 0 < workload.manifest.statements < capture(LOG, tmp_path / "all.workload").manifest.statements


def test_gzip_and_plain_give_the_same_workload(tmp_path: Path) -> None:
    """All events are equal."""
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(LOG.read_bytes()))
    packed, plain = capture(path, tmp_path / "a.workload"), capture(LOG, tmp_path / "b.workload")
    assert packed.events().collect().equals(plain.events().collect())


def test_rotated_files_can_be_in_any_order(tmp_path: Path) -> None:
    """They are ordered by their first record; sessions and statement groups continue in the next file."""
    rows = LOG.read_bytes().split(b"\n2026-11-22 02:15:34.7")
    pieces = [
        rows[0] + b"\n",
        b"".join(
            b"2026-11-22 02:15:34.7" + row + (b"\n" if number < len(rows) - 2 else b"")
            for number, row in enumerate(rows[1:])
        ),
    ]
    for number, piece in enumerate(pieces):
        (tmp_path / f"{number}.csv").write_bytes(piece)
    options = CaptureOptions((tmp_path / "1.csv", tmp_path / "0.csv"), tmp_path / "two.workload")
    capture_logs(options, tool_version="test")
    expected, events = (
        capture(LOG, tmp_path / "one.workload").events().collect(),
        Workload.open(tmp_path / "two.workload").events().collect(),
    )
    columns = [name for name in expected.columns if name not in {"file", "line"}]
    assert expected.select(columns).equals(events.select(columns))


def test_bytes_that_are_not_utf8_are_captured_exactly(tmp_path: Path) -> None:
    """The text of a LATIN1 database is unchanged."""
    workload = capture(SAMPLES / "pg15" / "extra.csv", tmp_path / "w.workload")
    texts = workload.events().collect()["sql"].drop_nulls().to_list()
    assert any(b"latin1 db: \xe9" in text for text in texts)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*/*.csv")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_line_is_counted_in_a_bucket(tmp_path: Path, sample: Path) -> None:
    """The sum of the buckets is the number of lines."""
    losses = capture(sample, tmp_path / "w.workload").manifest.losses
    assert losses.lines == sum(losses.buckets.values()) == sample.read_bytes().count(b"\n")


def test_a_workload_is_not_opened_as_a_run(tmp_path: Path) -> None:
    """Its manifest has another kind: an error."""
    with pytest.raises(BadInput, match="not a run"):
        Run.open(capture(LOG, tmp_path / "w.workload").path)


@pytest.mark.parametrize("damage", ["missing", "garbage", "empty"])
def test_a_damaged_workload_is_an_error(pgrehearse: Command, tmp_path: Path, damage: str) -> None:
    """Exit code 3; the message names the damage."""
    workload = capture(LOG, tmp_path / "w.workload")
    if damage == "missing":
        shutil.rmtree(workload.path / "events")
    elif damage == "garbage":
        (workload.path / "sessions.parquet").write_bytes(b"no parquet")
    else:
        (workload.path / "manifest.json").write_text("")
    result = pgrehearse("inspect", workload.path)
    assert result.returncode == 3
    assert "damaged" in result.stderr or "no event files" in result.stderr
    assert "Traceback" not in result.stderr


def test_outputs_are_overwritten_only_with_force(tmp_path: Path) -> None:
    """Without --force an existing workload is an error."""
    capture(LOG, tmp_path / "w.workload")
    with pytest.raises(UsageProblem, match="exists"):
        capture(LOG, tmp_path / "w.workload")
    capture(LOG, tmp_path / "w.workload", force=True)


def test_files_are_readable_only_by_their_owner(tmp_path: Path) -> None:
    """Modes 0700 and 0600: a workload contains production's statements."""
    workload = capture(LOG, tmp_path / "w.workload")
    assert {oct(path.stat().st_mode & 0o777) for path in workload.path.rglob("*")} == {"0o700", "0o600"}


def test_compare_refuses_inputs_that_cannot_be_compared(tmp_path: Path) -> None:
    """A workload cannot be a candidate."""
    workload = capture(LOG, tmp_path / "w.workload")
    with pytest.raises(BadInput, match="is a workload"):
        compare_paths(workload.path, [workload.path])


@pytest.mark.parametrize("words", [("nonsense",), ("replay",), ("capture", "logs"), ("run", "x", "--workers", "0")])
def test_wrong_usage_exits_2(pgrehearse: Command, words: tuple[str, ...]) -> None:
    """The message is a line of pgrehearse."""
    result = pgrehearse(*words)
    assert result.returncode == 2
    assert "pgrehearse:" in result.stderr


@pytest.mark.parametrize(
    ("raised", "code"), [(ZeroDivisionError("x"), 6), (EOFError("x"), 6), (KeyboardInterrupt(), 130)]
)
def test_a_bug_is_reported_with_its_type(
    pgrehearse: Command, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    """The message has the type of the exception and no traceback; EOFError does not count as Ctrl-C."""

    def broken(_dsn: str) -> None:
        raise raised

    monkeypatch.setattr(Endpoint, "parse", broken)
    result = pgrehearse("doctor", "postgresql://nobody@127.0.0.1/nothing", "--json")
    assert result.returncode == code
    assert json.loads(result.stdout)["error"]["code"] == code
    assert (type(raised).__name__ in result.stdout) == (code == 6)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[replay]\nspeeed = 1", "replay.speeed"),
        ("[production.application]\nsessions = 0", "production.application.sessions"),
        ("[production.application]\nseconds = 0.5", "production.application.seconds"),
        ('[replay]\nend_state = "maybe"', "replay.end_state"),
        ('[production]\nend_state = "p.state"', "production.end_state"),
    ],
)
def test_an_invalid_scenario_exits_3_and_names_the_key(
    pgrehearse: Command, tmp_path: Path, text: str, key: str
) -> None:
    """An unknown key, and a value out of its bounds."""
    path = tmp_path / "s.toml"
    path.write_text(f'name = "x"\n{text}\n')
    result = pgrehearse("run", path, "-o", tmp_path / "out", "--json")
    assert result.returncode == 3
    assert key in json.loads(result.stdout)["error"]["message"]
    assert not (tmp_path / "out").exists()


def test_a_workload_can_be_read_with_any_parquet_library(tmp_path: Path) -> None:
    """With pyarrow only."""
    import pyarrow.parquet as pq

    workload = capture(LOG, tmp_path / "w.workload")
    table = pq.read_table(workload.path / "events")
    assert table.num_rows == workload.manifest.events
    assert pl.DataFrame(table.to_pandas()).height == table.num_rows


def test_a_workload_for_s3_requires_the_choice_of_redaction(pgrehearse: Command) -> None:
    """To S3, --redact has no default."""
    result = pgrehearse("capture", "logs", SAMPLES / "pg15" / "stmtall.csv", "-o", "s3://team/w.workload")
    assert (result.returncode, "--redact" in result.stderr) == (2, True)
