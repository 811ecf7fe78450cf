"""How two runs got the ids that their statements drew: stated by method and sequence, and different ids are reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.comparing import write_example
from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.generated_ids import SideIds
from pgrehearse.report.json_document import document
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import IdFacts, SequenceIds
from pgrehearse.runs.write import rewrite_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison


def known(digest: str, **methods: int) -> IdFacts:
    """Return the ids of a run: of the sequence of orders, which are used later, and of payments, of which *methods* are known."""
    orders = SequenceIds("shop", "public.orders_id_seq", ["public.orders.id"], {"confirmed": 7})
    payments = SequenceIds("shop", "public.payments_id_seq", ["public.payments.id"], methods, beyond=1)
    return IdFacts([orders, payments], pins_digest=digest)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Two runs of a small workload."""
    write_example(tmp_path, 2_000)
    return tmp_path


def compared(folder: Path, first: IdFacts | None, second: IdFacts | None) -> Comparison:
    """Compare the runs with these ids."""
    for name, ids in (("a", first), ("b", second)):
        run = Run.open(folder / f"{name}.run")
        plan = replace(run.manifest.plan, ids="production" if ids else "target")
        rewrite_manifest(run.path, replace(run.manifest, ids=ids, plan=plan))
    return compare_runs(folder / "a.run", folder / "b.run")


def reasons(comparison: Comparison) -> list[str]:
    return [reason for reason in comparison.reasons if "drew" in reason]


def test_the_ids_of_both_sides_are_in_the_document(example: Path) -> None:
    """By sequence and method; a sequence whose ids no later statement uses is unverified."""
    comparison = compared(example, known("d1", order=3), known("d1", order=3))
    assert reasons(comparison) == []
    first, second = document(comparison)["candidates"][0]["ids"]
    assert (first["side"], second["side"], first["production"]) == ("a", "b", True)
    assert [(one["sequence"], one["known"], one["verified"]) for one in first["sequences"]] == [
        ("public.orders_id_seq", {"confirmed": 7}, True),
        ("public.payments_id_seq", {"order": 3}, False),
    ]
    assert comparison.candidates[0].ids[1].words() == (
        "b drew production's ids (7 confirmed by a later use, 3 by order); "
        "unverified, because no later statement uses them: public.payments_id_seq"
    )


def test_ids_that_were_deduced_again_between_the_replays_are_reported(example: Path) -> None:
    """With the method of each side for the sequence that differs."""
    (reason,) = reasons(compared(example, known("d1", guessed=3), known("d2", counted=3)))
    assert "a and b drew different ids" in reason
    assert "public.payments_id_seq: a 3 guessed, b 3 counted in a first pass" in reason
    assert "orders_id_seq" not in reason


def test_other_ids_by_the_same_methods_are_reported(example: Path) -> None:
    """Their numbers are equal, and the digests of the ids are not."""
    (reason,) = reasons(compared(example, known("d1", guessed=3), known("d2", guessed=3)))
    assert "by the same methods" in reason


def test_ids_of_the_target_are_its_own(example: Path) -> None:
    """Neither side drew production's ids: no method is reported."""
    comparison = compared(example, None, None)
    assert reasons(comparison) == []
    assert comparison.candidates[0].ids == (SideIds("a"), SideIds("b"))
    assert SideIds("a").words() == "a drew its own ids from sequences"
