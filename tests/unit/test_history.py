"""The history of past experiments: what is read, what is named as broken, which figures jump."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from benchmarks.comparing import write_example
from pgrehearse.base.errors import BadInput
from pgrehearse.cli import cli
from pgrehearse.compare.api import compare_runs
from pgrehearse.report.history.find import Found, find_comparisons
from pgrehearse.report.history.jumps import jumps
from pgrehearse.report.history.series import RULE, history
from pgrehearse.report.json_document import document
from tests.conftest import held_to_schema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The document of one comparison."""
    folder = tmp_path_factory.mktemp("compared")
    write_example(folder, 2000)
    written: dict[str, Any] = json.loads(json.dumps(document(compare_runs(folder / "a.run", folder / "b.run"))))
    return written


def experiment(nightly: Path, compared: dict[str, Any], day: int, factor: float, verdict: str = "unchanged") -> Path:
    """Write an experiment of a day whose candidate takes *factor* times as long as the control."""
    directory = nightly / f"day-{day:02}"
    directory.mkdir(parents=True)
    one = copy.deepcopy(compared)
    one["made"]["replayed"] = f"2026-06-{day:02}T02:00:00+00:00"
    one["verdict"] = one["candidates"][0]["verdict"] = verdict
    overall = one["candidates"][0]["overall"]
    overall["candidate"] = {key: value * factor for key, value in overall["baseline"].items()}
    manifest = {"format": 1, "kind": "experiment", "scenario": "nightly", "tool_version": "1"}
    stages = {
        "stages": [{"name": "compare", "began": "", "seconds": 90.0}, {"name": "x", "began": "", "seconds": None}]
    }
    for name, content in (("comparison", one), ("manifest", manifest), ("stages", stages)):
        (directory / f"{name}.json").write_text(json.dumps(content))
    return directory


@pytest.fixture
def nightly(tmp_path: Path, compared: dict[str, Any]) -> Path:
    """Seven nights: the sixth is inconclusive, the seventh is 40 % slower."""
    folder = tmp_path / "nightly"
    for day, factor in enumerate((1.0, 1.01, 0.99, 1.0, 1.02), 1):
        experiment(folder, compared, day, factor)
    experiment(folder, compared, 6, 1.9, "inconclusive")
    experiment(folder, compared, 7, 1.4, "regressed")
    return folder


def test_the_figures_of_each_night(nightly: Path) -> None:
    """The oldest first. The slow night jumps; the inconclusive one has no figure that is compared."""
    (series,) = history(find_comparisons([nightly]))
    assert (series.scenario, series.candidate) == ("nightly", "b")
    assert [round(100 * (point.candidate.p50_change or 0)) for point in series.points] == [0, 1, -1, 0, 2, 90, 40]
    assert [point.jumping for point in series.points] == [(), (), (), (), (), (), ("p50_change", "p95_change")]
    assert {point.comparison.duration_s for point in series.points} == {90.0}
    assert series.points[0].comparison.replayed.isoformat() == "2026-06-01T02:00:00+00:00"


@pytest.mark.parametrize(
    ("values", "least", "jumping"),
    [
        ([0.0, 0.0, 0.0, 0.0, 0.04], 0.05, []),  # less than the least difference
        ([0.0, 0.0, 0.0, 0.06], 0.05, []),  # only three before it
        ([0.0, 0.0, None, 0.0, 0.0, 0.06], 0.05, [5]),
        ([0.0, 0.3, -0.3, 0.2, -0.2, 0.5], 0.05, []),  # within the spread of those before it
        (
            [1.0] * 12 + [3.0] * 12,
            0.5,
            [12, 13, 14, 15, 16],
        ),  # a new level is one when it is the median of the last ten
    ],
)
def test_when_a_figure_jumps(values: list[float | None], least: float, jumping: list[int]) -> None:
    assert [place for place, jumps_ in enumerate(jumps(values, least)) if jumps_] == jumping


def broken_of(found: Found) -> dict[str, str]:
    return {one.place.rpartition("nightly/")[2]: one.reason for one in found.broken}


def test_what_cannot_be_read_is_named_and_left_out(nightly: Path, compared: dict[str, Any]) -> None:
    """A damaged document, one of an earlier version, an experiment without one, and one that is not complete."""
    (nightly / "day-01" / "comparison.json").write_text("{")
    (nightly / "day-02" / "comparison.json").write_text(
        json.dumps({key: value for key, value in compared.items() if key != "made"})
    )
    (nightly / "day-03" / "comparison.json").unlink()
    (nightly / "day-04").rename(nightly / "day-04.partial")
    found = find_comparisons([nightly])
    assert [one.replayed.day for one in found.comparisons] == [5, 6, 7]
    assert broken_of(found) == {
        "day-01/comparison.json": "not a JSON document: JSONDecodeError",
        "day-02/comparison.json": "made is missing",
        "day-03/comparison.json": "there is no comparison.json",
        "day-04.partial/comparison.json": "the experiment is not complete (pgrehearse run --resume continues it)",
    }


def test_a_result_of_a_pipeline_is_one_comparison(nightly: Path, compared: dict[str, Any]) -> None:
    """That of its own directory, which has the gates of the pipeline; scenario and duration are those of the experiment in it."""
    inside = experiment(nightly, compared, 9, 1.0)
    result = nightly / "ci"
    result.mkdir()
    inside.rename(result / "experiment")
    (result / "manifest.json").write_text(json.dumps({"format": 1, "kind": "ci result", "tool_version": "1"}))
    (result / "comparison.json").write_text((result / "experiment" / "comparison.json").read_text())
    found = find_comparisons([nightly])
    assert len(found.comparisons) == 8
    last = found.comparisons[-1]
    assert (last.place, last.scenario, last.duration_s) == (str(result), "nightly", 90.0)


def test_nothing_to_show_is_an_error(tmp_path: Path, nightly: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(BadInput, match="no comparison was found below"):
        find_comparisons([empty])
    with pytest.raises(BadInput, match="no such file or directory"):
        find_comparisons([nightly, tmp_path / "missing"])


def test_the_command(nightly: Path, tmp_path: Path, compared: dict[str, Any]) -> None:
    """The table, the JSON document with a query, and the page with its plots."""
    key = compared["candidates"][0]["top"][0]["query_key"]
    shown = CliRunner().invoke(cli, ["history", str(nightly)])
    assert shown.exit_code == 0, shown.output
    assert RULE in shown.output
    assert "+40.0%" in shown.output

    page = tmp_path / "history.html"
    words = ["history", str(nightly), "--json", "--query", key, "--query", "none", "--html", str(page)]
    written = json.loads(CliRunner().invoke(cli, words).output)
    held_to_schema("history", written)
    (series,) = written["series"]
    assert [one["verdict"] for one in series["comparisons"]][-2:] == ["inconclusive", "regressed"]
    assert [one is None for one in series["queries"][key]] == [False] * 5 + [True, False]
    assert series["queries"]["none"] == [None] * 7
    html = page.read_text()
    assert html.count("<svg") == 5  # four figures and one query
    assert "Jumps: 7." in html
