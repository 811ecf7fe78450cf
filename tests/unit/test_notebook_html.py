"""A comparison in a notebook: a short table of the verdict, the findings and the first queries."""

from __future__ import annotations

from dataclasses import replace

from tests.golden.test_golden import comparison


def test_a_notebook_shows_verdict_findings_and_queries() -> None:
    """Without the report's styles and scripts."""
    shown = comparison()._repr_html_()
    assert "<b>regressed</b>: candidate against control" in shown
    assert "A query is slower: select id from videos where workspace_id = $?" in shown
    assert "create the index public.videos_ws on candidate" in shown
    assert "<td style='text-align:left'>120 µs → 1.90 ms</td>" in shown
    assert "<script" not in shown
    assert "<style" not in shown


def test_names_and_statements_are_text_in_a_notebook() -> None:
    """Markup and control characters have no effect."""
    shown = replace(comparison(), baseline="<b>a\x1b[31m</b>")._repr_html_()
    assert "update &lt;t&gt; set a" in shown
    assert "<t>" not in shown
    assert "&lt;b&gt;a" in shown
    assert "\x1b" not in shown


def test_a_notebook_shows_the_first_queries_only() -> None:
    """The report has all of them."""
    whole = comparison()
    (one,) = whole.candidates
    queries = tuple(replace(one.queries[0], query_key=f"q{n}", sql=f"select {n} from t") for n in range(40))
    shown = replace(whole, candidates=(replace(one, queries=queries),))._repr_html_()
    assert shown.count("<tr><td style='text-align:left'>select ") == 10
