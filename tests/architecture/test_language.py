"""Every text that a user can see, and the texts of the tests, are plain English: words of the glossary, and short sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.language import (
    ROOT,
    Text,
    forbidden,
    grade,
    hard_to_read,
    of_module,
    of_package,
    of_schema,
    of_tests,
    too_long,
    words_not_used,
)
from tests.packages import PACKAGES

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
WORDS = words_not_used(GLOSSARY)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_texts_of_a_package_use_the_words_of_the_glossary(package: str) -> None:
    faults = [line for text in of_package(package) for line in forbidden(text, WORDS)]
    assert "\n".join(faults) == ""


@pytest.mark.parametrize("package", PACKAGES)
def test_the_sentences_of_a_package_can_be_read_at_once(package: str) -> None:
    faults = [line for text in of_package(package) for line in hard_to_read(text)]
    assert "\n".join(faults) == ""


def test_the_descriptions_of_the_schemas_are_plain() -> None:
    texts = [text for path in sorted((ROOT / "docs" / "schemas").glob("*.json")) for text in of_schema(path)]
    faults = [line for text in texts for line in (*forbidden(text, WORDS), *hard_to_read(text))]
    assert "\n".join(faults) == ""


def test_the_tests_use_the_words_of_the_glossary_in_short_sentences() -> None:
    """In docstrings, comments and names of tests. Their sentences may have a high grade, for example enumerations."""
    paths = [path for path in sorted((ROOT / "tests").rglob("*.py")) if "samples" not in path.parts]
    texts = [text for path in paths for text in of_tests(path)]
    assert len(texts) > 2_000
    faults = [line for text in texts for line in (*forbidden(text, WORDS), *too_long(text))]
    assert "\n".join(faults) == ""


def test_the_glossary_has_forbidden_words() -> None:
    """An empty table would permit every word."""
    assert len(WORDS) > 90
    assert WORDS["whom"]


@pytest.mark.parametrize(
    "sentence",
    ["The server told X so.", "It was not to\nbe had: the server was not to be had.", "Strangers, it seems, vanish."],
)
def test_a_forbidden_word_is_found(sentence: str) -> None:
    assert forbidden(Text("here", sentence), WORDS)


@pytest.mark.parametrize("sentence", ["The server returned `told`.", "See --tell and errors['said'] in docs/tell.md."])
def test_a_forbidden_word_in_code_is_not_a_word(sentence: str) -> None:
    assert forbidden(Text("here", sentence), WORDS) == []


def test_a_sentence_of_more_than_thirty_words_is_found() -> None:
    long = " ".join(["the", "log", "has", "one", "row"] * 7) + "."
    assert hard_to_read(Text("here", long))
    assert hard_to_read(Text("here", long.replace("row the", "row. The"))) == []


def test_a_sentence_of_long_words_is_found() -> None:
    heavy = "Unquestionably indispensable institutional considerations necessitate systematic reorganization of administrative responsibilities immediately afterwards."
    assert grade(heavy) > 30
    assert hard_to_read(Text("here", heavy))


def test_the_grade_of_a_known_sentence() -> None:
    """Three words of one syllable, and two of two: 0.39 * 5 + 11.8 * 7 / 5 - 15.59."""
    assert grade("The log of every server") == pytest.approx(0.39 * 5 + 11.8 * 8 / 5 - 15.59)


def test_the_texts_of_a_module_are_all_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message with a value in it, the help of an option and of a command; no docstring of another function."""
    monkeypatch.setattr("tests.architecture.language.ROOT", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(
        '"""A docstring of the module."""\n'
        "import click\n"
        "@click.command()\n"
        '@click.option("--x", help="An option of it.")\n'
        "def command(x: str) -> None:\n"
        '    """Help of the command."""\n'
        "def fails(x: str) -> None:\n"
        '    """Not shown to a user."""\n'
        '    raise ValueError(f"{x} told " f"nobody")\n'
    )
    assert {text.text for text in of_module(path)} == {"An option of it.", "Help of the command.", "X told nobody"}


def test_the_texts_of_a_test_are_all_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Docstrings, comments without directives, and names of tests; no other string."""
    monkeypatch.setattr("tests.architecture.language.ROOT", tmp_path)
    path = tmp_path / "test_module.py"
    path.write_text(
        '"""A module."""\n'
        "# A comment.\n"
        "def test_a_server_told_nothing() -> None:\n"
        '    """A test."""\n'
        '    assert "told"  # noqa: S101 (a directive)\n'
        "def told() -> None:\n"
        "    pass\n"
    )
    assert {text.text for text in of_tests(path)} == {
        "A module.",
        "A comment.",
        "test a server told nothing",
        "A test.",
    }
