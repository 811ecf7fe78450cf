"""The README and the pages of docs/: every command in them is valid, and every table of keys is complete."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest

from pgrehearse.cli import cli
from pgrehearse.compare.gates.gate_file import read_gates
from pgrehearse.scenarios.file import scenario_file as model

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# The glossary lists the words; the list of modules consists of their docstrings.
UNREVISED = {"glossary", "modules"}
# The characters that end a command in a shell.
ENDS = {"||", "&&", "|", ";", ">", "2>"}


def shell_lines(text: str) -> list[str]:
    """Return the commands in fenced blocks and in the steps of YAML examples."""
    fenced = re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    in_blocks = [
        line for block in fenced for line in re.findall(r"^ *(?:\.venv/bin/)?(pgrehearse .+)", block, re.MULTILINE)
    ]
    return in_blocks + re.findall(r"^ *- (?:run: )?(pgrehearse .+)", text, re.MULTILINE)


def spans(text: str) -> list[str]:
    """Return the commands in inline code."""
    return re.findall(r"`(?:\.venv/bin/)?(pgrehearse [^`]+)`", text)


def words_of(line: str) -> list[str]:
    """Return the words of the first command in a line, without the program."""
    words = shlex.split(line, comments=True)[1:]
    return words[: next((place for place, word in enumerate(words) if word in ENDS), len(words))]


def parse(line: str, *, complete: bool) -> None:
    """Parse a command line as the program does; without *complete*, required options may be missing. Raises ``click.UsageError``."""
    words = words_of(line)
    command: click.Command = cli
    context = click.Context(cli, info_name="pgrehearse", **cli.context_settings)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, subcommand, words = command.resolve_command(context, words)
        assert subcommand is not None
        command, context = subcommand, click.Context(subcommand, info_name=name, parent=context)
    if complete and not isinstance(command, click.Group):
        command.make_context(context.info_name, words, parent=context.parent)
    else:
        command.make_parser(context).parse_args(words)


def faults(lines: list[str], *, complete: bool) -> list[str]:
    """Return the error message of each invalid line."""
    messages = []
    for line in lines:
        try:
            parse(line, complete=complete)
        except click.UsageError as error:
            messages.append(f"{line}: {error.format_message()}")
    return messages


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_is_accepted_by_the_parser(page: Path) -> None:
    """Commands, options and the types of values; in a sentence the command and its options."""
    text = page.read_text(encoding="utf-8")
    assert faults(shell_lines(text), complete=True) == []
    assert faults(spans(text), complete=False) == []


def test_the_commands_of_the_pages_are_found() -> None:
    """The README and every how-to show commands."""
    counts = {page: len(shell_lines(page.read_text(encoding="utf-8"))) for page in PAGES}
    assert counts[ROOT / "README.md"] >= 12
    assert counts[ROOT / "docs" / "ci.md"] >= 3
    assert min(counts[page] for page in (ROOT / "docs" / "howto").glob("*.md")) >= 3


@pytest.mark.parametrize(
    "line",
    [
        "pgrehearse replay w.workload --target DSN --no-such-option -o x.run",
        "pgrehearse replay w.workload --target DSN --workers many -o x.run",
        "pgrehearse rehearse",
        "pgrehearse capture logs prod.csv",
    ],
)
def test_an_invalid_command_has_a_message(line: str) -> None:
    """An unknown option, a value of another type, an unknown command, a missing required option."""
    assert len(faults([line], complete=True)) == 1


def toml_blocks(word: str) -> list[Any]:
    """Return the TOML examples of the pages that contain *word*, each with its page."""
    return [
        pytest.param(block, id=f"{page.stem}-{place}")
        for page in PAGES
        for place, block in enumerate(re.findall(r"^```toml\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL))
        if word in block
    ]


@pytest.mark.parametrize("block", toml_blocks("[production]"))
def test_every_scenario_of_the_pages_is_valid(block: str, tmp_path: Path) -> None:
    """`pgrehearse run` reads it."""
    path = tmp_path / "scenario.toml"
    path.write_text(block)
    for placement in re.findall(r'^placement = "(.+)"', block, re.MULTILINE):
        (tmp_path / placement).write_text(
            '[[server]]\nname = "a"\nschemas = ["s"]\n[[server]]\nname = "b"\nothers = true\n'
        )
    assert model.load(path).name


@pytest.mark.parametrize("block", toml_blocks("gates = ["))
def test_every_gates_file_of_the_pages_is_valid(block: str, tmp_path: Path) -> None:
    """`pgrehearse compare --gates` reads it."""
    path = tmp_path / "gates.toml"
    path.write_text(block)
    assert read_gates(path).gates


def avoided() -> list[str]:
    """Return the words of the glossary's table of words to avoid."""
    table = (ROOT / "docs" / "glossary.md").read_text().split("\n## Words we do not use\n")[1]
    return [cells[0] for line in table.splitlines() if (cells := re.findall(r"[^|]+", line)) and len(cells) == 2][2:]


def prose(page: Path) -> str:
    """Return a page without code, quotations, and rows of tables that another test compares with the code."""
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    if page.stem == "metrics":
        text = re.sub(r"^\| `.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"`[^`\n]*`|\"[^\"]*\"", "", text)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem not in UNREVISED], ids=lambda page: str(page.relative_to(ROOT))
)
def test_no_page_uses_a_word_to_avoid(page: Path) -> None:
    """docs/glossary.md lists the words and what to write instead."""
    words = "|".join(re.escape(word.strip()) for word in avoided())
    assert re.findall(rf"(?<![\w-])(?:{words})(?![\w-])", prose(page), re.IGNORECASE) == []


def test_the_words_to_avoid_are_read() -> None:
    """The table has its first and its last word."""
    words = {word.strip() for word in avoided()}
    assert {"told", "say", "stranger", "unrecognised"} <= words
    assert not {"do not use", "---"} & words
