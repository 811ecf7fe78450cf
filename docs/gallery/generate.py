"""Make the reports of the gallery, their pictures, and the page that shows them: ``make gallery``.

Each scenario runs on embedded servers of this machine, one after the other, about five minutes each. No other program should run at
the same time: on a busy host the verdict is inconclusive, and the page shows it. Runs that exist in ``build/gallery`` are compared again
and not replayed again; delete the directory of a scenario there to replay it. The pictures require Chromium.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OUTPUT = ROOT / "build" / "gallery"
# The number of findings of a report that the page shows.
SHOWN = 4
INTRODUCTION = """# Gallery

Three reports of `pgrehearse run`. Production, control and candidate are embedded servers on one machine with two processors. `make gallery`
creates these reports and this page again. A verdict is inconclusive here if other programs used the machine at the same time.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report: the question that it answers, and the words that follow ``pgrehearse run``."""

    name: str
    title: str
    question: str
    words: tuple[str, ...]


SMALL = ("--sessions", "20", "--seconds", "20")
ENTRIES = (
    Entry(
        "embedded-upgrade",
        "Upgrade from PostgreSQL 16 to 18",
        "Is the application slower, or does anything fail, after an upgrade with pg_upgrade? This is the scenario of `pgrehearse demo`.",
        ("embedded-upgrade",),
    ),
    Entry(
        "forgotten-index",
        "A missing index",
        "The same upgrade, but one index was not created on the candidate. Which query is slower, and why?",
        ("forgotten-index", *SMALL),
    ),
    Entry(
        "faster-commits",
        "One changed setting",
        "How much faster are commits with `synchronous_commit = off`, and what else changes? See the replica lag in the metrics. The "
        "[scenario file](faster-commits.toml) is 30 lines long.",
        ("docs/gallery/faster-commits.toml", *SMALL),
    ),
)


def main() -> None:
    """Run every scenario, compare its runs, and write the page."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    sections = [_section(entry, _compared(entry)) for entry in ENTRIES]
    (HERE / "index.md").write_text("\n".join([INTRODUCTION, *sections]), encoding="utf-8")


def _compared(entry: Entry) -> dict[str, Any]:
    """Write the report of a scenario and a picture of its beginning; return the document of the comparison."""
    directory, report = OUTPUT / entry.name, HERE / f"{entry.name}.html"
    if not directory.exists():
        _pgrehearse("run", *entry.words, "-o", str(directory))
    runs = {
        name: str(directory / f"{name}.run") for name in ("control", "candidate", "control-again", "candidate-again")
    }
    sides = [
        runs["control"],
        runs["candidate"],
        "--control",
        runs["control-again"],
        "--repeat",
        runs["candidate-again"],
    ]
    printed = _pgrehearse("compare", *sides, "-o", str(report), "--force", "--json")
    report.write_text(_without_paths(report.read_text(encoding="utf-8")), encoding="utf-8")
    report.chmod(0o644)  # the command makes a report readable only by its owner
    _photograph(report)
    document: dict[str, Any] = json.loads(printed)
    return document


def _pgrehearse(*words: str) -> str:
    """Run a command and return its output; the exit code of a verdict is not an error."""
    process = subprocess.run(
        [sys.executable, "-m", "pgrehearse", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if process.returncode not in {0, 1, 5}:
        raise SystemExit(process.returncode)
    return process.stdout


def _without_paths(html: str) -> str:
    """Return a report in which files of the temporary server are named without their directory."""
    return re.sub(r"/[\w./-]*/pgrehearse-\w+/", "", html)


def _photograph(report: Path) -> None:
    """Write a picture of the beginning of a report, in the report's folder."""
    options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1400,1000"]
    picture = f"--screenshot={report.with_suffix('.png')}"
    subprocess.run(["chromium", *options, picture, report.as_uri()], check=True, capture_output=True)


def _section(entry: Entry, document: dict[str, Any]) -> str:
    """Return the part of the page about one report."""
    return f"""## {entry.title}

**Question.** {entry.question}

```bash
pgrehearse run {" ".join(entry.words)}
```

**Verdict: {document["verdict"]}.** {_counts(document["candidates"][0])}

{_findings(document["findings"])}

[Open the report]({entry.name}.html)

![The beginning of the report]({entry.name}.png)
"""


def _counts(candidate: dict[str, Any]) -> str:
    """Return the number of queries with each outcome, and the number of new errors."""
    outcomes = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in candidate["queries"].items())
    return f"Queries: {outcomes}. New errors: {candidate['errors']['new']}."


def _findings(findings: list[dict[str, Any]]) -> str:
    """Return the first findings as a list: what changed, how much, and why."""
    return "\n".join(
        f"- *{finding['severity']}*: {_sentences(finding['what'], finding['how_much'], finding['why'])}"
        for finding in findings[:SHOWN]
    )


def _sentences(*texts: str) -> str:
    """Return texts as sentences of Markdown; characters of SQL that Markdown interprets are escaped."""
    escaped = (re.sub(r"([*_<>|])", r"\\\1", text.rstrip(".")) for text in texts if text)
    return " ".join(f"{text[:1].upper()}{text[1:]}." for text in escaped)


if __name__ == "__main__":
    main()
