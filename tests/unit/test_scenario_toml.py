"""The document of a scenario: included files, values of the command line, variables of the environment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.scenarios.file.scenario_file import parsed, read
from pgrehearse.scenarios.keys.scenario_toml import read_document

SECRET = "hunter2-of-the-environment"


def write(folder: Path, **files: str) -> Path:
    """Write TOML files by their names; return the last one."""
    path = folder
    for name, text in files.items():
        path = folder / f"{name}.toml"
        path.write_text(text)
    return path


def test_an_included_file_is_under_the_file(tmp_path: Path) -> None:
    """Tables are merged, other values are replaced; a later file is over an earlier one; paths are from the including file."""
    (tmp_path / "parts").mkdir()
    write(tmp_path / "parts", deepest='[replay]\nworkers = 4\nspeed = "2"\nclock = "production"')
    write(tmp_path / "parts", base='include = "deepest.toml"\ndescription = "base"\n[replay]\nworkers = 3')
    write(tmp_path, other='[replay]\nspeed = "max"')
    path = write(tmp_path, mine='name = "mine"\ninclude = ["parts/base.toml", "other.toml"]\n[replay]\nworkers = 2')
    document = read_document(path, ())
    assert document == {
        "name": "mine",
        "description": "base",
        "replay": {"workers": 2, "speed": "max", "clock": "production"},
    }
    assert read(path).scenario.replay.workers == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('include = ["mine.toml"]', "mine.toml -> mine.toml"),
        ('include = ["b.toml"]', "mine.toml -> b.toml -> mine.toml"),
        ('include = ["missing.toml"]', "correct `include` of"),
        ("include = 3", "include is not a list of paths"),
        ('include = ["broken.toml"]', "broken.toml: not TOML"),
    ],
)
def test_a_file_that_cannot_be_included_is_named(tmp_path: Path, text: str, words: str) -> None:
    """Also a circle of files, by their names."""
    write(tmp_path, b='include = ["mine.toml"]', broken="x =")
    with pytest.raises(BadInput) as caught:
        read_document(write(tmp_path, mine=text), ())
    assert words in f"{caught.value.message} {caught.value.remedy}"


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        ("# caf\u00e9".encode("latin-1"), "not UTF-8 (byte 6)"),
        (b"gates = " + b"[" * 5000 + b"]" * 5000, "nested too deeply"),
        (b"", "name is missing"),
    ],
)
def test_a_file_that_is_not_a_scenario_is_refused(tmp_path: Path, octets: bytes, words: str) -> None:
    """Another encoding, a file that is nested without end, an empty file."""
    path = tmp_path / "mine.toml"
    path.write_bytes(octets)
    with pytest.raises(BadInput) as caught:
        read(path)
    assert words in caught.value.message


def test_a_file_of_an_editor_of_windows_is_read(tmp_path: Path) -> None:
    """With a byte order mark, and with CR and LF at the ends of lines."""
    path = tmp_path / "mine.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "x"\r\n[replay]\r\nworkers = 2\r\n')
    assert read(path).scenario.replay.workers == 2


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("replay.workers=2", ("replay", "workers"), 2),
        ("replay.speed = max", ("replay", "speed"), "max"),
        ("replay.warm_up=20s", ("replay", "warm_up"), "20s"),
        ('candidates.b.settings.work_mem="64MB"', ("candidates", "b", "settings", "work_mem"), "64MB"),
        ('candidate.settings."auto_explain.log_analyze"=true', ("candidate", "settings", "auto_explain.log_analyze"), True),
        ('events[2].at="7m"', ("events", 1, "at"), "7m"),
        ('gates=["errors.new == 0"]', ("gates",), ["errors.new == 0"]),
        ("production.workload=../a/prod.workload", ("production", "workload"), "../a/prod.workload"),
        ('description="a = b"', ("description",), "a = b"),
    ],
)  # fmt: skip
def test_a_value_of_the_command_line_replaces_that_of_the_file(
    tmp_path: Path, text: str, place: tuple[Any, ...], value: object
) -> None:
    """By the path of its key; tables that the file does not have are made."""
    path = write(tmp_path, mine='name = "x"\n[[events]]\nat = "5m"\n[[events]]\nat = "6m"')
    found: Any = read_document(path, [text])
    for step in place:
        found = found[step]
    assert found == value


@pytest.mark.parametrize(
    "text",
    ["replay.workers", "=2", "replay..workers=2", "name.x=1", "events[9].at=1", "name=['a", "name=a b", "[1]=2", "name[1]=2"],
)  # fmt: skip
def test_a_value_that_cannot_be_set_is_a_usage_problem(tmp_path: Path, text: str) -> None:
    """The message contains the text as it was written."""
    path = write(tmp_path, mine='name = "x"\n[[events]]\nat = "5m"')
    with pytest.raises(UsageProblem, match=r"--set") as caught:
        read_document(path, [text])
    assert text in caught.value.message
    assert caught.value.remedy


def test_a_value_of_the_command_line_has_the_type_of_its_key(tmp_path: Path) -> None:
    """The message has the path, as for a value of the file."""
    path = write(tmp_path, mine='name = "x"')
    with pytest.raises(BadInput, match=r"replay.workers: 'two' is not an integer"):
        read(path, ["replay.workers=two"])


def test_variables_of_the_environment_are_replaced() -> None:
    """In texts at any place; with a default; `$${` is the text itself. SQL with `$1` and `$$` is not changed."""
    document = {
        "name": "${NAME:-x}",
        "description": "$${NAME}",
        "candidate": {"after": ["select $1, $$a$$", "set x = '${VALUE}'"], "settings": {"work_mem": "${MEM:-}"}},
    }
    scenario = parsed(document, "x.toml", {"VALUE": "7"})
    assert (scenario.name, scenario.description) == ("x", "${NAME}")
    assert scenario.sides["candidate"].after == ("select $1, $$a$$", "set x = '7'")
    assert scenario.sides["candidate"].settings == {"work_mem": ""}


def test_every_missing_variable_is_named_by_its_path() -> None:
    """A variable without a value and without a default is an error, and so is a name that cannot be one."""
    document = {"name": "${A}", "candidate": {"after": ["x", "${B}"], "dsn": "${1}"}}
    with pytest.raises(BadInput) as caught:
        parsed(document, "x.toml", {})
    for words in (
        "name: the environment has no variable A",
        "candidate.after[2]",
        "candidate.dsn: '1' is not the name",
    ):
        assert words in caught.value.message


def test_a_value_of_the_environment_is_in_no_message_and_in_no_document(tmp_path: Path) -> None:
    """Errors of types, errors between keys, the stored document; only the digest depends on it."""
    environment = {"SECRET": SECRET, "NOISE": SECRET}
    path = write(tmp_path, mine='name = "x"\n[candidate]\ndsn = "host=a password=${SECRET}"\nkind = "dsn"')
    found = read(path, environment=environment)
    assert SECRET in found.scenario.sides["candidate"].dsn
    assert SECRET not in json.dumps(found.document) + repr(found)
    assert found.digest != read(path, environment={"SECRET": "other"}).digest
    assert found.digest == read(path, environment={"SECRET": SECRET}).digest
    for wrong in ('[replay]\nsync = "${SECRET}"', '[replay]\nspeed = "${SECRET}"', 'gates = ["${SECRET}"]'):
        with pytest.raises(BadInput) as caught:
            read(write(tmp_path, mine=f'name = "x"\n{wrong}'), environment=environment)
        assert SECRET not in f"{caught.value.message} {caught.value.remedy}"
        assert "${SECRET}" in caught.value.message


def test_a_rule_has_no_variable_of_the_environment() -> None:
    """A run records its rules; `$${` and the parameter `$1` are no variables."""
    rule = {"match": "abc", "sql": ["select $1", "select '$${A}'"]}
    assert parsed({"name": "x", "rewrite": [rule]}, "x.toml", {}).rewrites[0].sql[1] == "select '${A}'"
    with pytest.raises(BadInput, match=r"rewrite\[1\].sql has a variable"):
        parsed({"name": "x", "rewrite": [{**rule, "sql": "select '${A}'"}]}, "x.toml", {"A": "b"})


def test_what_an_experiment_records_is_cleaned(tmp_path: Path) -> None:
    """The texts of its steps and errors have the name of the variable; short values are parts of words, and stay."""
    path = write(tmp_path, mine='name = "x"\n[candidate]\nafter = ["set a = \'${SECRET}\'", "set b = \'${N}\'"]')
    found = read(path, environment={"SECRET": SECRET, "N": "7"})
    steps = found.scenario.sides["candidate"].after
    assert [found.clean(step) for step in steps] == ["set a = '${SECRET}'", "set b = '7'"]
