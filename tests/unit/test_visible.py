"""A text from outside has no effect as a control character or markup: on a terminal, in a page, a comment or a JUnit file."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.base.control_characters import json_text, visible
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.cli import main
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.console import Terminal, print_rows
from pgrehearse.replay.plan.routing import run_password_command
from pgrehearse.report.html import render, templates
from pgrehearse.report.junit import junit
from pgrehearse.report.markdown import markdown
from tests.golden.test_golden import comparison

# Characters with an effect, characters without, and halves of surrogate pairs.
ANY = st.text(st.one_of(st.characters(), st.characters(max_codepoint=0x9F), st.sampled_from("\x1b\x9b‮⁦\ud800￿‏\r")))
NASTY = "na\x1b[31mme\x9b2J\x7f‮⁦\ud800\uffff\r\x00|`<b>*x*"


def control_characters(text: str) -> list[str]:
    """Return the control characters of a text."""
    return [c for c in text if (unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t") or c in "‪‫‬‭‮⁦⁧⁨⁩‎‏؜\ufeff￾￿"]


@given(ANY)
def test_no_control_character_remains(text: str) -> None:
    """All other characters are unchanged."""
    result = visible(text)
    assert control_characters(result) == []
    if not control_characters(text) and "\u2028" not in text and "\u2029" not in text:
        assert result == text


@given(st.dictionaries(ANY, ANY, max_size=3))
def test_json_with_escapes_parses_to_the_same_document(document: dict[str, str]) -> None:
    """With the escapes of JSON the document is the same."""
    result = json_text(document)
    assert control_characters(result) == []
    assert json.loads(result) == document


@given(ANY, ANY, ANY)
def test_junit_is_well_formed_for_every_text(name: str, gate: str, why: str) -> None:
    """Names of runs, texts of gates, reasons."""
    result = replace(comparison(), baseline=name, reasons=(why,))
    gates = [GateResult(gate, name, outcome, None, None, "", why) for outcome in Outcome]
    for document in (junit(result, gates), junit(result, [])):
        suite = ET.fromstring(document.encode())  # noqa: S314 (the test's own)
        assert suite.get("name") == f"pgrehearse: {visible(name)}"
    assert [case.get("name") for case in ET.fromstring(junit(result, gates)).iter("testcase")] == [visible(gate)] * 3  # noqa: S314


def renamed() -> object:
    original = comparison()
    (first, *others) = original.candidates
    queries = tuple(replace(query, sql=NASTY, why=NASTY) for query in first.queries)
    candidate = replace(first, name=NASTY, queries=queries, notes=(NASTY,), reasons=(NASTY,))
    return replace(original, baseline=NASTY, reasons=(NASTY,), candidates=(candidate, *others))


def test_no_page_and_no_comment_contains_a_control_character() -> None:
    """Of a run's name, a statement, a note; a name is no Markdown and no HTML."""
    result = renamed()
    page = io.StringIO()
    render(result, page, values=True)  # type: ignore[arg-type]
    comment = markdown(result, [])  # type: ignore[arg-type]
    assert control_characters(page.getvalue()) == control_characters(comment) == []
    assert r"\x1b[31mme" in page.getvalue()
    assert "<b>*x" not in page.getvalue()
    (line,) = [line_of_comment for line_of_comment in comment.splitlines() if "against" in line_of_comment]
    assert "<b>" not in line.replace(r"\<b\>", "")
    assert r"\*x\*" in line


def test_markup_is_not_escaped() -> None:
    """Plots are inserted as markup, without control characters."""
    page = templates().from_string("{{ a }} {{ b | safe }} {{ 3 }}").render(a="<i>\x1b", b="<svg>\x1b</svg>")
    assert page == r"&lt;i&gt;\x1b <svg>\x1b</svg> 3"


@pytest.mark.parametrize("markup", [True, False])
def test_no_line_of_a_terminal_contains_a_control_character(markup: bool) -> None:
    """Texts that are printed separately, and texts in the cells of a table, whose columns are still aligned."""
    stream = io.StringIO()
    terminal = Terminal(file=stream, width=120, color_system=None)
    terminal.print(NASTY, markup=markup)
    assert control_characters(stream.getvalue()) == []
    assert r"\x1b" in stream.getvalue()


def test_no_cell_of_a_table_contains_a_control_character(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that a command prints."""
    stream = io.StringIO()
    monkeypatch.setattr("pgrehearse.console.out", Terminal(file=stream, width=120, color_system=None))
    print_rows([{"query": "x\x1b]0;title\x07‮y", "n": "1"}])
    assert control_characters(stream.getvalue()) == []
    assert r"x\x1b]0;title\x07\u202ey" in stream.getvalue()


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_no_error_message_contains_a_control_character(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message contains a path of the command line."""
    monkeypatch.setattr(sys, "argv", ["pgrehearse", "inspect", "no\x1b[31m\x9bsuch", *words])
    with pytest.raises(SystemExit):
        main()
    output = capsys.readouterr()
    assert control_characters(output.out + output.err) == []
    assert "[31m" in output.out + output.err


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("echo tok3n; echo tok3n >&2; exit 7", "exit code 7"),
        ("echo tok3n >&2; kill -9 $$", "signal 9"),
        ("echo tok3n >&2", "printed nothing"),
    ],
)
def test_a_password_command_that_fails_is_not_quoted(tmp_path: Path, script: str, fault: str) -> None:
    """The message has its exit status and the command to run it; it has nothing of the program's output."""
    command = tmp_path / "command"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o700)
    with pytest.raises(TargetProblem, match=fault) as caught:
        run_password_command(str(command), Endpoint.parse("postgresql://app@db.example:5433/shop"))
    assert "tok3n" not in caught.value.message + caught.value.remedy
    if fault != "printed nothing":
        assert "PGHOST=db.example PGPORT=5433 PGUSER=app PGDATABASE=shop" in caught.value.remedy


@pytest.mark.parametrize("command", ["/no/such/command", "  "])
def test_a_missing_password_command_is_an_error(command: str) -> None:
    """The message has the reason of the operating system."""
    with pytest.raises(TargetProblem, match="could not be started"):
        run_password_command(command, Endpoint.parse("postgresql://app@db.example/shop"))
