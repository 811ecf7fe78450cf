"""Tables for notebooks: what a value shows of itself there."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pgrehearse.base.control_characters import visible


def facts_html(title: str, facts: Iterable[tuple[str, str]]) -> str:
    """Return an HTML table of names and texts under a title; facts without a text are left out, all is escaped.

    >>> facts_html("a run", [("target", "db<1>"), ("labels", "")])
    "<p><b>a run</b></p><table><tbody><tr><th style='text-align:left'>target</th><td style='text-align:left'>db&lt;1&gt;</td></tr></tbody></table>"
    """
    rows = "".join(
        f"<tr><th style='text-align:left'>{_text(name)}</th><td style='text-align:left'>{_text(text)}</td></tr>"
        for name, text in facts
        if text
    )
    return f"<p><b>{_text(title)}</b></p><table><tbody>{rows}</tbody></table>"


def _text(text: str) -> str:
    return escape(visible(text))
