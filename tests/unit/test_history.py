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
    from collections.abc import Callable
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


def shown_query(nightly: Path, key: str) -> tuple[list[dict[str, Any] | None], str]:
    """Return a query's elements of the JSON document, and what the command prints as a table."""
    words = ["history", str(nightly), "--query", key]
    (series,) = json.loads(CliRunner().invoke(cli, [*words, "--json"]).output)["series"]
    return series["queries"][key], CliRunner().invoke(cli, words).output


def changed(nightly: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the candidate of every document."""
    for file in nightly.glob("*/comparison.json"):
        one = json.loads(file.read_text())
        change(one["candidates"][0])
        file.write_text(json.dumps(one))


def test_a_query_that_is_not_among_the_first_has_a_history(nightly: Path) -> None:
    """The times of all queries are in the document; its first twenty are others."""
    changed(nightly, lambda candidate: candidate["top"].clear())
    (times,) = json.loads((nightly / "day-01" / "comparison.json").read_text())["candidates"][0]["times"][-1:]
    queries, table = shown_query(nightly, times["query_key"])
    assert queries[0] is not None
    assert queries[0]["baseline"]["p95_us"] == times["baseline"]["p95_us"]
    assert f"query {times['query_key']}" in table


def test_a_document_of_an_earlier_version_has_its_first_queries(nightly: Path) -> None:
    changed(nightly, lambda candidate: candidate.pop("times"))
    key = json.loads((nightly / "day-01" / "comparison.json").read_text())["candidates"][0]["top"][0]["query_key"]
    assert shown_query(nightly, key)[0][0] is not None


def test_a_side_without_executions_has_no_times(nightly: Path, tmp_path: Path) -> None:
    """It is a gap, not a time of zero."""
    changed(nightly, lambda candidate: candidate["times"][0]["candidate"].update(n=0, p50_us=0.0, p95_us=0.0))
    key = json.loads((nightly / "day-01" / "comparison.json").read_text())["candidates"][0]["times"][0]["query_key"]
    queries, table = shown_query(nightly, key)
    assert queries[0] is not None
    assert queries[0]["candidate"] is None
    assert queries[0]["baseline"] is not None
    assert table.count("unchanged") >= 5
    page = CliRunner().invoke(cli, ["history", str(nightly), "--query", key, "--html", str(tmp_path / "page.html")])
    assert page.exit_code == 0, page.output


def test_a_comparison_without_its_experiment_has_the_name_of_its_directory(nightly: Path) -> None:
    """A pipeline keeps the document of each night in a directory of its own."""
    for file in nightly.glob("*/manifest.json"):
        file.unlink()
    shown = CliRunner().invoke(cli, ["history", str(nightly)]).output
    assert "day-03" in shown
    assert "comparison.json" not in shown


def test_a_key_that_no_comparison_lists_is_named(nightly: Path) -> None:
    assert "query 0000: no conclusive comparison lists it" in shown_query(nightly, "0000")[1]


def test_the_times_of_a_document_are_bounded_and_the_rest_counted(
    compared: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those with the most time on the baseline stay."""
    monkeypatch.setattr("pgrehearse.report.json_document.TIMES", 1)
    write_example(tmp_path, 2000)
    (bounded,) = document(compare_runs(tmp_path / "a.run", tmp_path / "b.run"))["candidates"]
    every = compared["candidates"][0]
    assert every["times_left_out"] == 0
    assert len(every["times"]) == bounded["times_left_out"] + 1 > 1
    assert bounded["times"] == every["times"][:1]
    held_to_schema("compare", compared)
