"""docs/targets-aws.md has every key of a target at AWS, its default, and each parameter that is not copied."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from pgrehearse.targets.aws.parameters import LOGGING, NOT_COPIED, NOT_LOADED, SIZED_FOR_RDS
from pgrehearse.targets.aws.specification import AwsTarget, Origin

PAGE = (Path(__file__).parents[2] / "docs" / "targets-aws.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("key", [one.name for one in fields(AwsTarget)])
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in section("Keys")


def test_every_origin_is_documented() -> None:
    assert all(f"| `{origin}` |" in section("Origins") for origin in Origin)


@pytest.mark.parametrize("name", sorted({*NOT_COPIED, *NOT_LOADED, *SIZED_FOR_RDS, *LOGGING}))
def test_every_parameter_that_differs_is_documented(name: str) -> None:
    assert f"`{name}`" in section("Parameters")
