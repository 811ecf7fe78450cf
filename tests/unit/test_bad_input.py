"""Bad input: one clear sentence with the remedy, its exit code, and nothing done before is lost."""

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
class Left:
    """How a command left: its exit code, and what it expected_text where."""

    returncode: int
    stdout: str
    stderr: str


Command = Callable[..., Left]


@pytest.fixture
def pgrehearse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command itself, in this process."""

    def run(*words: str | Path) -> Left:
        monkeypatch.setattr(sys, "argv", ["pgrehearse", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        expected_text = capsys.readouterr()
        return Left(int(left.value.code or 0), expected_text.out, expected_text.err)

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
    """Exit 3, and no workload under any name."""
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    done = pgrehearse("capture", "logs", path, "-o", tmp_path / "w.workload", "--json")
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["code"]) == (3, 3)
    assert expected_text in error["message"]
    assert error["remedy"]
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("w.workload*"))


def test_a_log_without_statements_names_the_setting(tmp_path: Path) -> None:
    """Nothing to replay, and which setting would have logged it."""
    path = tmp_path / "quiet.csv"
    lines = [line for line in LOG.read_bytes().split(b"\n") if b',00000,"connection ' in line]
    path.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(BadInput, match="no statement") as caught:
        capture(path, tmp_path / "w.workload")
    assert "log_min_duration_statement = 0" in caught.value.remedy


def test_a_truncated_gzip_file_gives_its_complete_lines(tmp_path: Path) -> None:
    """Exit 3 with the remedy, and the workload of what could be read, which says so itself."""
    path = tmp_path / "log.csv.gz"
    whole = gzip.compress(LOG.read_bytes())
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadInput, match="is truncated"):
        capture(path, tmp_path / "w.workload")
    workload = Workload.open(tmp_path / "w.workload")
    assert workload.manifest.losses.files_cut_short == [str(path)]
    assert 0 < workload.manifest.statements < capture(LOG, tmp_path / "all.workload").manifest.statements


def test_gzip_and_plain_give_the_same_workload(tmp_path: Path) -> None:
    """Down to the digest of events."""
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(LOG.read_bytes()))
    packed, plain = capture(path, tmp_path / "a.workload"), capture(LOG, tmp_path / "b.workload")
    assert packed.events().collect().equals(plain.events().collect())


def test_rotated_files_can_be_in_any_order(tmp_path: Path) -> None:
    """They are ordered by their first record; sessions and units carry over the edge."""
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
    both = CaptureOptions((tmp_path / "1.csv", tmp_path / "0.csv"), tmp_path / "two.workload")
    capture_logs(both, tool_version="test")
    one, two = (
        capture(LOG, tmp_path / "one.workload").events().collect(),
        Workload.open(tmp_path / "two.workload").events().collect(),
    )
    columns = [name for name in one.columns if name not in {"file", "line"}]
    assert one.select(columns).equals(two.select(columns))


def test_bytes_that_are_not_utf8_survive_capture(tmp_path: Path) -> None:
    """A LATIN1 database's text is kept as it was."""
    workload = capture(SAMPLES / "pg15" / "extra.csv", tmp_path / "w.workload")
    texts = workload.events().collect()["sql"].drop_nulls().to_list()
    assert any(b"latin1 db: \xe9" in text for text in texts)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*/*.csv")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_line_is_counted_in_a_bucket(tmp_path: Path, sample: Path) -> None:
    """The sum of the buckets is what wc -l says."""
    losses = capture(sample, tmp_path / "w.workload").manifest.losses
    assert losses.lines == sum(losses.buckets.values()) == sample.read_bytes().count(b"\n")


def test_a_workload_is_not_opened_as_a_run(tmp_path: Path) -> None:
    """Its manifest has another kind."""
    with pytest.raises(BadInput, match="not a run"):
        Run.open(capture(LOG, tmp_path / "w.workload").path)


@pytest.mark.parametrize("damage", ["missing", "garbage", "empty"])
def test_a_damaged_workload_is_an_error(pgrehearse: Command, tmp_path: Path, damage: str) -> None:
    """Which file, and what to do."""
    workload = capture(LOG, tmp_path / "w.workload")
    if damage == "missing":
        shutil.rmtree(workload.path / "events")
    elif damage == "garbage":
        (workload.path / "sessions.parquet").write_bytes(b"no parquet")
    else:
        (workload.path / "manifest.json").write_text("")
    done = pgrehearse("inspect", workload.path)
    assert done.returncode == 3
    assert "damaged" in done.stderr or "no event files" in done.stderr
    assert "Traceback" not in done.stderr


def test_outputs_are_overwritten_only_with_force(tmp_path: Path) -> None:
    """--force, or another name."""
    capture(LOG, tmp_path / "w.workload")
    with pytest.raises(UsageProblem, match="exists"):
        capture(LOG, tmp_path / "w.workload")
    capture(LOG, tmp_path / "w.workload", force=True)


def test_files_are_readable_only_by_their_owner(tmp_path: Path) -> None:
    """0700 and 0600: they name what production ran."""
    workload = capture(LOG, tmp_path / "w.workload")
    assert {oct(path.stat().st_mode & 0o777) for path in workload.path.rglob("*")} == {"0o700", "0o600"}


def test_compare_refuses_inputs_that_cannot_be_compared(tmp_path: Path) -> None:
    """A workload as a candidate."""
    workload = capture(LOG, tmp_path / "w.workload")
    with pytest.raises(BadInput, match="is a workload"):
        compare_paths(workload.path, [workload.path])


@pytest.mark.parametrize("words", [("nonsense",), ("replay",), ("capture", "logs"), ("run", "x", "--workers", "0")])
def test_wrong_usage_exits_2(pgrehearse: Command, words: tuple[str, ...]) -> None:
    """And says what to type."""
    done = pgrehearse(*words)
    assert done.returncode == 2
    assert "pgrehearse:" in done.stderr


@pytest.mark.parametrize(
    ("raised", "code"), [(ZeroDivisionError("x"), 6), (EOFError("x"), 6), (KeyboardInterrupt(), 130)]
)
def test_a_bug_is_reported_with_its_address(
    pgrehearse: Command, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    """With its kind and place and no traceback; a file that ends too early is no Ctrl-C."""

    def broken(_dsn: str) -> None:
        raise raised

    monkeypatch.setattr(Endpoint, "parse", broken)
    done = pgrehearse("doctor", "postgresql://nobody@127.0.0.1/nothing", "--json")
    assert done.returncode == code
    assert json.loads(done.stdout)["error"]["code"] == code
    assert (type(raised).__name__ in done.stdout) == (code == 6)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[replay]\nspeeed = 1", "replay.speeed"),
        ("[production.application]\nsessions = 0", "production.application.sessions"),
        ("[production.application]\nseconds = 0.5", "production.application.seconds"),
    ],
)
def test_an_invalid_scenario_exits_3_and_names_the_key(
    pgrehearse: Command, tmp_path: Path, text: str, key: str
) -> None:
    """An unknown key, and a value out of its bounds."""
    path = tmp_path / "s.toml"
    path.write_text(f'name = "x"\n{text}\n')
    done = pgrehearse("run", path, "-o", tmp_path / "out", "--json")
    assert done.returncode == 3
    assert key in json.loads(done.stdout)["error"]["message"]
    assert not (tmp_path / "out").exists()


def test_the_workload_reads_with_any_parquet_tool(tmp_path: Path) -> None:
    """pyarrow alone, no code of ours."""
    import pyarrow.parquet as pq

    workload = capture(LOG, tmp_path / "w.workload")
    table = pq.read_table(workload.path / "events")
    assert table.num_rows == workload.manifest.events
    assert pl.DataFrame(table.to_pandas()).height == table.num_rows


def test_a_workload_for_s3_requires_the_choice_of_redaction(pgrehearse: Command) -> None:
    """To S3, --redact has no default."""
    refused = pgrehearse("capture", "logs", SAMPLES / "pg15" / "stmtall.csv", "-o", "s3://team/w.workload")
    assert (refused.returncode, "--redact" in refused.stderr) == (2, True)
