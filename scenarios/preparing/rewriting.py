"""The workload that a replay sends where rules replace statements (--rewrite), and what its run records about them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import disk_errors
from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.replay.prepare.rewritten_workload import SentWorkload, rewritten_workload
from pgrehearse.runs.read import Run
from pgrehearse.runs.traffic_facts import RewriteFacts
from pgrehearse.runs.write import rewrite_manifest, write_rewritten
from pgrehearse.workload.read import Workload


@contextmanager
def sent_workload(workload: Workload, rules: tuple[Rewrite, ...], output: Path | None = None) -> Iterator[SentWorkload]:
    """Yield the workload as it is sent: with rules, a copy beside *output* (None: where temporary files are) until the end of the block.

    Raises ``BadInput`` (exit 3) if a required rule matches nothing.
    """
    if not rules:
        yield SentWorkload(workload)
        return
    with ExitStack() as stack:
        place = output.parent if output is not None else Path(tempfile.gettempdir())
        with disk_errors(place):
            place.mkdir(parents=True, exist_ok=True)
            directory = stack.enter_context(tempfile.TemporaryDirectory(dir=place, prefix=".rewritten-"))
        sent = rewritten_workload(workload, rules, Path(directory))
        _require(rules, sent.facts)
        yield sent


def _require(rules: tuple[Rewrite, ...], facts: list[RewriteFacts]) -> None:
    """Raise ``BadInput`` if a rule that is required replaces nothing."""
    for rule, fact in zip(rules, facts, strict=True):
        if rule.required and not fact.statements:
            raise BadInput(
                f"{fact.note()}, and the rule is required",
                remedy="`pgrehearse inspect` shows the query keys and texts of the workload; change the rule, or remove required",
            )


def with_rewrites(run: Run, sent: SentWorkload) -> Run:
    """Write to a finished run which statements were replaced, and how many of them were sent; return it."""
    if not sent.facts:
        return run
    write_rewritten(run, sent.statements)
    was_sent = run.outcomes().filter(pl.col("sent_us").is_not_null()).select("session", "seq")
    counted = was_sent.join(sent.statements.lazy(), on=["session", "seq"]).group_by("rule").len().collect()
    counts = dict(counted.iter_rows())
    facts = [replace(one, sent=counts.get(number, 0)) for number, one in enumerate(sent.facts)]
    rewrite_manifest(run.path, replace(run.manifest, rewrites=facts))
    return Run.open(run.path)
