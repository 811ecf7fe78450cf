"""``pgrehearse compare``: runs next to each other; a verdict, a report, an exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from base.errors import Exit

if TYPE_CHECKING:
    from compare.comparison import Comparison


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
    "--tolerance",
    type=click.FloatRange(0, 10),
    default=0.10,
    show_default=True,
    help="A change up to this share is none.",
)
@click.option("--force", is_flag=True, help="Replace the report.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(  # noqa: PLR0913 (one for each option)
    baseline: Path,
    candidates: tuple[Path, ...],
    output: Path | None,
    again: Path | None,
    workload: Path | None,
    tolerance: float,
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Compare CANDIDATES with BASELINE: a run (a control replay), or a workload (production as captured)."""
    from base.artifact import refuse_overwrite
    from compare.document import document
    from compare.judge import compare_paths
    from compare.report import write_report
    from pgrehearse.terminal import print_comparison, print_json

    if output is not None:
        refuse_overwrite(output, force=force)
    comparison = compare_paths(baseline, list(candidates), again=again, workload=workload, tolerance=tolerance)
    if output is not None:
        write_report(comparison, output)
    where = str(output.resolve()) if output is not None else ""
    if as_json:
        print_json(document(comparison, where))
    else:
        print_comparison(comparison, where)
    return exit_code(comparison)


def exit_code(comparison: Comparison) -> int:
    """Return the verdict's exit code."""
    from compare.comparison import Verdict

    return {Verdict.REGRESSED: Exit.VERDICT, Verdict.INCONCLUSIVE: Exit.INCONCLUSIVE}.get(comparison.verdict, Exit.OK)
