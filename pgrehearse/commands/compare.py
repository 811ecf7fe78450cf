"""``pgrehearse compare``: compare runs; print a verdict, write a report, set the exit code."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import ARTIFACT

if TYPE_CHECKING:
    from pgrehearse.compare.comparison import Comparison
    from pgrehearse.compare.gates.evaluate import GateResult
    from pgrehearse.compare.gates.gate_file import GateFile
    from pgrehearse.compare.request import Request


# The options that are workloads, runs or states.
_INPUTS = ("again", "workload", "end_state")


@click.command(
    "compare",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse compare control.run candidate.run -o report.html",
)
@click.argument("baseline", type=ARTIFACT)
@click.argument("candidates", nargs=-1, required=True, type=ARTIFACT)
@option(
    "--control",
    "again",
    type=ARTIFACT,
    group="Inputs",
    help="Second run of BASELINE; the difference between the two runs is the noise floor.",
)
@option(
    "--repeat",
    "repeats",
    type=ARTIFACT,
    multiple=True,
    group="Inputs",
    help="Second run of a candidate, compared with the run of --control. Repeatable: once for each candidate, in their order.",
)
@option(
    "--workload",
    type=ARTIFACT,
    group="Inputs",
    help="The replayed workload, if it was moved.",
)
@option(
    "--end-state",
    type=ARTIFACT,
    group="Inputs",
    help="Production's state at the end of the window (pgrehearse state), compared with the end states of the runs.",
)
@option(
    "--prices",
    "price_file",
    type=click.Path(path_type=Path),
    group="Inputs",
    help="TOML file of prices, for the cost of each side.",
)
@option(
    "--tolerance",
    type=click.FloatRange(0, 10),
    default=0.10,
    show_default=True,
    group="Verdict",
    help="Ignore changes smaller than this fraction.",
)
@option(
    "--max-new-errors",
    type=click.FloatRange(0, 1),
    default=0.01,
    show_default=True,
    group="Verdict",
    help="A run is not fit if more than this fraction of its transactions failed and did not fail in production.",
)
@option(
    "--gates",
    "gatefile",
    type=click.Path(path_type=Path),
    group="Verdict",
    help="TOML file of gates; they determine the exit code.",
)
@option("-o", "--output", type=click.Path(path_type=Path), group="Output", help="Write the HTML report to this file.")
@option(
    "--junit",
    "junit_path",
    type=click.Path(path_type=Path),
    group="Output",
    help="Write the gates as a JUnit file, one test case for each gate.",
)
@option(
    "--markdown",
    "markdown_path",
    type=click.Path(path_type=Path),
    group="Output",
    help="Write a Markdown summary for a pull request comment.",
)
@option(
    "--with-values",
    "values",
    is_flag=True,
    group="Output",
    help="Include values: error messages (they may contain data), the keys of rows that differ, and statements with different results.",
)
@option("--open", "shown", is_flag=True, group="Output", help="Open the report in a browser.")
@option("--force", is_flag=True, group="Output", help="Replace files that this command did not write.")
@json_option
def command(baseline: Path | str, candidates: tuple[Path | str, ...], *, as_json: bool, **options: Any) -> int:
    """Compare CANDIDATES with BASELINE: a run of the control, or a workload (production as captured)."""
    from pgrehearse.base.s3_cache import local
    from pgrehearse.compare.compare import compare_paths
    from pgrehearse.compare.gates.exit_code import exit_code, gates_exit_code
    from pgrehearse.compare.gates.gate_file import read_gates
    from pgrehearse.comparison_view import print_comparison
    from pgrehearse.console import print_json
    from pgrehearse.progress import progress
    from pgrehearse.report.json_document import document

    output: Path | None = options["output"]
    if options["shown"] and output is None:
        raise click.UsageError("--open needs a report: add -o")
    today = datetime.now(UTC).date()
    gatefile = read_gates(options["gatefile"]) if options["gatefile"] is not None else None
    _check_outputs(options)
    with progress() as display:
        runs = [local(path, display) for path in (baseline, *candidates)]
        others = {name: options[name] and local(options[name], display) for name in _INPUTS}
        others["repeats"] = [local(path, display) for path in options["repeats"]]
        request = _request({**options, **others}, gatefile, today)
        with display.stage("compare the runs"):
            comparison = compare_paths(runs[0], runs[1:], request)
        gates = _evaluated(gatefile, comparison, today)
        with display.stage("write the report"):
            _write(comparison, gates, options)
    report = str(output.resolve()) if output is not None else ""
    if options["shown"] and output is not None:
        click.launch(output.resolve().as_uri())
    if as_json:
        print_json(document(comparison, report, gates, values=options["values"]))
    else:
        print_comparison(comparison, report, gates, values=options["values"])
    return gates_exit_code(gates, allowed=gatefile.allow_inconclusive) if gatefile else exit_code(comparison)


def _check_outputs(options: dict[str, Any]) -> None:
    """Raise unless every output file can be written."""
    from pgrehearse.base.output_file import Made, check_files

    files = [
        (options["output"], Made.REPORT),
        (options["junit_path"], Made.JUNIT),
        (options["markdown_path"], Made.MARKDOWN),
    ]
    check_files(files, force=options["force"])


def _request(options: dict[str, Any], gatefile: GateFile | None, today: date) -> Request:
    """Return how to compare."""
    from pgrehearse.compare.cost import Prices, read_prices
    from pgrehearse.compare.request import Request

    return Request(
        options["tolerance"],
        options["again"],
        options["repeats"],
        options["workload"],
        gatefile.standing(today) if gatefile is not None else (),
        read_prices(options["price_file"]) if options["price_file"] is not None else Prices(),
        options["max_new_errors"],
        options["end_state"],
    )


def _evaluated(gatefile: GateFile | None, comparison: Comparison, today: date) -> list[GateResult]:
    """Return the results of the gates, and one for each accepted change that has expired."""
    from pgrehearse.compare.gates.evaluate import evaluate

    return [*gatefile.expired(today), *evaluate(list(gatefile.gates), comparison)] if gatefile is not None else []


def _write(comparison: Comparison, gates: list[GateResult], options: dict[str, Any]) -> None:
    """Write the files that were requested."""
    from pgrehearse.base.artifact import write_text
    from pgrehearse.report.html import write_report
    from pgrehearse.report.junit import junit
    from pgrehearse.report.markdown import markdown

    if options["output"] is not None:
        write_report(comparison, options["output"], gates, values=options["values"])
    if options["junit_path"] is not None:
        write_text(options["junit_path"], junit(comparison, gates))
    if options["markdown_path"] is not None:
        write_text(options["markdown_path"], markdown(comparison, gates))
