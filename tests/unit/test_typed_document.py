"""A document of a file becomes frozen values; the first value that does not fit is named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypedDict

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.base.typed_document import misfit, typed


class Counts(TypedDict):
    """A part that stays a dictionary."""

    sent: int


@dataclass(frozen=True)
class Part:
    """A part that becomes a value."""

    name: str
    share: float = 0.0


@dataclass(frozen=True)
class Document:
    """One field of each kind."""

    counts: Counts
    parts: tuple[Part, ...] = ()
    by_name: dict[str, Part] | None = None
    first: Part | None = None
    speed: float | Literal["max"] = 1.0


COUNTS = {"sent": 1}


def test_nested_documents_become_values() -> None:
    """Lists become tuples where the field is one; null stays None."""
    document = {"counts": COUNTS, "parts": [{"name": "a"}], "by_name": {"x": {"name": "b", "share": 1}}, "first": None}
    assert typed(Document, document, Path("m.json"), remedy="") == Document(
        {"sent": 1}, (Part("a"),), {"x": Part("b", 1)}, None
    )
    assert typed(Document, {"counts": COUNTS, "speed": "max"}, Path("m.json"), remedy="").speed == "max"


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({}, "counts is missing"),
        ({"counts": {}}, "counts.sent is missing"),
        ({"counts": {"sent": True}}, "counts.sent has the wrong type"),
        ({"counts": {"sent": 1, "more": 1}}, "unknown key counts.more"),
        ({"counts": COUNTS, "parts": [{"name": "a"}, {"name": 1}]}, "parts[1].name has the wrong type"),
        ({"counts": COUNTS, "parts": {}}, "parts has the wrong type"),
        ({"counts": COUNTS, "first": {"share": 1}}, "first.name is missing"),
        ({"counts": COUNTS, "first": 1}, "first has the wrong type"),
        ({"counts": COUNTS, "by_name": {"x": {"name": None}}}, "by_name.x.name has the wrong type"),
        ({"counts": COUNTS, "speed": "fast"}, "speed has the wrong type"),
        ([], "it is not an object"),
    ],
)
def test_a_value_that_does_not_fit_is_named(document: Any, fault: str) -> None:
    """By its path in the document, with the file and the remedy."""
    assert misfit(Document, document) == fault
    with pytest.raises(BadInput, match="damaged: ") as caught:
        typed(Document, document, Path("m.json"), remedy="make it again")
    assert (caught.value.message.removeprefix("m.json: damaged: "), caught.value.remedy) == (fault, "make it again")
