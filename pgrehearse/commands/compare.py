"""``pgrehearse compare``: runs next to each other; a verdict, a report, an exit code."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pgrehearse.base.errors import Exit

if TYPE_CHECKING:
    from pgrehearse.compare.comparison import Comparison
    from pgrehearse.compare.gates.evaluate import GateResult


@click.command(
    "compare",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse compare control.run candidate.run -o report.html",
)
@click.argument("baseline", type=click.Path(path_type=Path))
@click.argument("candidates", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the HTML report here.")
@click.option(
    "--workload",
    type=click.Path(path_type=Path),
    help="The workload that was replayed, if it is not where it was.",
)
@click.option(
    "--control",
    "again",
    type=click.Path(path_type=Path),
    help="A second replay of BASELINE: how far the two lie apart is the noise floor.",
)
@click.option(
    "--repeat", type=click.Path(path_type=Path), help="A second replay of the one candidate, paired with --control's."
)
@click.option(
    "--prices", "price_file", type=click.Path(path_type=Path), help="A table of prices: what each side costs."
)
@click.option(
    "--tolerance",
    type=click.FloatRange(0, 10),
    default=0.10,
    show_default=True,
    help="A change up to this share is none.",
)
@click.option(
    "--max-new-errors",
    type=click.FloatRange(0, 1),
    default=0.01,
    show_default=True,
    help="A run of whose transactions a larger share failed, and did not so in production, is not fit to be judged.",
)
@click.option("--gates", "gatefile", type=click.Path(path_type=Path), help="A gates file: the exit code is theirs.")
@click.option("--junit", "junit_path", type=click.Path(path_type=Path), help="Write the gates as JUnit, one case each.")
@click.option("--markdown", "markdown_path", type=click.Path(path_type=Path), help="Write a pull request's comment.")
@click.option("--with-values", "values", is_flag=True, help="Tell what errors said: it holds data.")
@click.option("--open", "shown", is_flag=True, help="Open the report in a browser.")
@click.option("--force", is_flag=True, help="Replace files that this command did not write.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(  # noqa: PLR0913 (one for each option)
    baseline: Path,
    candidates: tuple[Path, ...],
    output: Path | None,
    again: Path | None,
    repeat: Path | None,
    price_file: Path | None,
    workload: Path | None,
    tolerance: float,
    max_new_errors: float,
    gatefile: Path | None,
    junit_path: Path | None,
    markdown_path: Path | None,
    *,
    values: bool,
    shown: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Compare CANDIDATES with BASELINE: a run (a control replay), or a workload (production as captured)."""
    from pgrehearse.base.artifact import write_text
    from pgrehearse.base.output_file import Made, check_files
    from pgrehearse.compare.compare import compare_paths
    from pgrehearse.compare.cost import Prices, read_prices
    from pgrehearse.compare.gates.evaluate import evaluate
    from pgrehearse.compare.gates.gate_file import read_gates
    from pgrehearse.compare.request import Request
    from pgrehearse.console import print_comparison, print_json
    from pgrehearse.report.html import write_report
    from pgrehearse.report.json_document import document
    from pgrehearse.report.junit import junit
    from pgrehearse.report.markdown import markdown

    if shown and output is None:
        raise click.UsageError("--open needs a report: give -o")
    today = datetime.now(UTC).date()
    asked = read_gates(gatefile) if gatefile is not None else None
    check_files([(output, Made.REPORT), (junit_path, Made.JUNIT), (markdown_path, Made.MARKDOWN)], force=force)
    accepted = asked.standing(today) if asked is not None else ()
    prices = read_prices(price_file) if price_file is not None else Prices()
    request = Request(tolerance, again, repeat, workload, accepted, prices, max_new_errors)
    comparison = compare_paths(baseline, list(candidates), request)
    gates = [*asked.expired(today), *evaluate(list(asked.gates), comparison)] if asked is not None else []
    if output is not None:
        write_report(comparison, output, gates, values=values)
    if junit_path is not None:
        write_text(junit_path, junit(comparison, gates))
    if markdown_path is not None:
        write_text(markdown_path, markdown(comparison, gates))
    where = str(output.resolve()) if output is not None else ""
    if shown and output is not None:
        click.launch(output.resolve().as_uri())
    if as_json:
        print_json(document(comparison, where, gates))
    else:
        print_comparison(comparison, where, gates)
    return gates_exit_code(gates, allowed=asked.allow_inconclusive) if asked is not None else exit_code(comparison)


def gates_exit_code(gates: list[GateResult], *, allowed: bool) -> int:
    """Return what the gates say: a failed one goes first; one that could not be evaluated passes only where that is *allowed*."""
    from pgrehearse.compare.gates.evaluate import Outcome

    outcomes = {gate.outcome for gate in gates}
    if Outcome.FAILED in outcomes:
        return Exit.VERDICT
    return Exit.INCONCLUSIVE if Outcome.INCONCLUSIVE in outcomes and not allowed else Exit.OK


def exit_code(comparison: Comparison) -> int:
    """Return the verdict's exit code."""
    from pgrehearse.compare.comparison import Verdict

    return {Verdict.REGRESSED: Exit.VERDICT, Verdict.INCONCLUSIVE: Exit.INCONCLUSIVE}.get(comparison.verdict, Exit.OK)
