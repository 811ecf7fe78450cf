"""A comparison in a notebook: a short table of the verdict, the findings and the first queries."""

from __future__ import annotations

from dataclasses import replace

from tests.golden.test_golden import comparison


def test_a_notebook_shows_verdict_findings_and_queries() -> None:
    """Without the report's styles and scripts."""
    html = comparison()._repr_html_()
    assert "<b>regressed</b>: candidate against control" in html
    assert "A query is slower: select id from videos where workspace_id = $?" in html
    assert "create the index public.videos_ws on candidate" in html
    assert "<td style='text-align:left'>120 µs → 1.90 ms</td>" in html
    assert "<script" not in html
    assert "<style" not in html


def test_names_and_statements_are_text_in_a_notebook() -> None:
    """Markup and control characters have no effect."""
    html = replace(comparison(), baseline="<b>a\x1b[31m</b>")._repr_html_()
    assert "update &lt;t&gt; set a" in html
    assert "<t>" not in html
    assert "&lt;b&gt;a" in html
    assert "\x1b" not in html


def test_a_notebook_shows_the_first_queries_only() -> None:
    """The report has all of them."""
    golden = comparison()
    (candidate,) = golden.candidates
    queries = tuple(replace(candidate.queries[0], query_key=f"q{n}", sql=f"select {n} from t") for n in range(40))
    html = replace(golden, candidates=(replace(candidate, queries=queries),))._repr_html_()
    assert html.count("<tr><td style='text-align:left'>select ") == 10
