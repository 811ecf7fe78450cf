"""Rules that replace SQL texts: what a file may contain, and what an invalid one is answered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.rewrites import Rewrite, read_rewrites


def _file(folder: Path, text: str) -> Path:
    path = folder / "rules.toml"
    path.write_text(text)
    return path


def test_a_file_of_rules_is_read_in_its_order(tmp_path: Path) -> None:
    text = """
    [[rewrite]]
    match = "a1b2"
    sql = "select 1"
    [[rewrite]]
    name = "own table"
    match_sql = "insert into videos (id, data) values ($1, $2)"
    sql = ["insert into videos (id) values ($1)", "insert into video_data (id, data) values ($1, $2)"]
    same_rows = true
    required = true
    """
    first, second = read_rewrites(_file(tmp_path, text))
    assert first == Rewrite(("select 1",), match="a1b2")
    assert (len(second.sql), second.same_rows, second.required) == (2, True, True)
    assert [rule.title for rule in (first, second)] == ["a1b2", "own table"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[rewrite]]\nmatch = "a"\nsqll = "select 1"', "rewrite 1: unknown key sqll"),
        ('[[rewrite]]\nmatch = "a"', "rewrite 1: sql is missing"),
        ('[[rewrite]]\nsql = "select 1"', "rewrite 1: expected either match"),
        ('[[rewrite]]\nmatch = "a"\nmatch_sql = "select 2"\nsql = "select 1"', "rewrite 1: expected either match"),
        ('[[rewrite]]\nmatch = "a"\nsql = []', "rewrite 1: sql is empty"),
        ('[[rewrite]]\nmatch = "a"\nsql = 1', "rewrite 1: sql has the wrong type"),
        ('[[rewrite]]\nmatch = "a"\nsql = "selec 1"', "rewrite 1: sql is not one statement of valid SQL: selec 1"),
        ('[[rewrite]]\nmatch = "a"\nsql = "select 1; select 2"', "rewrite 1: sql is not one statement"),
        ('[[rewrite]]\nmatch_sql = "selec"\nsql = "select 1"', "rewrite 1: match_sql is not one statement"),
        ("rewrite = []", "not a list of rules"),
        ("rewrite = [1]", "rewrite 1: it is not a table"),
        ('other = 1\n[[rewrite]]\nmatch = "a"\nsql = "select 1"', "not a list of rules"),
        ("[[rewrite", "not TOML"),
    ],
)
def test_an_invalid_rule_is_named_with_its_fault(tmp_path: Path, text: str, fault: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(BadInput) as refused:
        read_rewrites(path)
    assert str(path) in refused.value.message
    assert fault in refused.value.message
    assert "docs/what-if.md" in refused.value.remedy


def test_a_file_of_rules_that_does_not_exist_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        read_rewrites(tmp_path / "none.toml")
