"""docs/targets.md has every key of a target's file with its default, and every key of a command's answer."""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

import pytest

from pgrehearse.targets.kinds.contract import Answer
from pgrehearse.targets.specification import TABLES
from pgrehearse.targets.target import TargetKind

TEXT = (Path(__file__).parents[2] / "docs" / "targets.md").read_text()
OF_AWS = {TargetKind.RDS, TargetKind.AURORA}


def documented(section: str) -> dict[str, str]:
    """Return the default of each key of one table."""
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    return {
        key: line.strip("|").split(" | ")[-1].strip(" `|")
        for line in rows
        for key in re.findall(r"`(\w+)`", line.split(" | ")[0])
    }


def default_of(item: Field[Any]) -> str:
    if item.default is MISSING:
        return "required" if item.default_factory is MISSING else ""
    return str(item.default) if isinstance(item.default, str | int | float) else ""


@pytest.mark.parametrize("kind", [kind for kind in TABLES if kind not in OF_AWS])
def test_every_key_has_its_default(kind: TargetKind) -> None:
    section = TEXT.split(f"\n`[{kind}]`\n")[1].strip().split("\n\n")[0]
    assert documented(section) == {item.name: default_of(item) for item in fields(TABLES[kind])}


def test_every_key_of_an_answer_is_documented() -> None:
    section = TEXT.split("an unknown key is an error")[1].split("What a command prints")[0]
    assert documented(section).keys() == {item.name for item in fields(Answer)}
