"""Run the scenarios of the library on this machine, print their figures, and make the pictures of their reports: ``make scenarios``.

    python -m docs.scenarios.generate [NAME ...]

Each scenario runs on embedded servers, one after the other. No other program should run at the same time: on a busy host a verdict is
inconclusive. A scenario that needs something that this machine does not have is skipped; one that fails does not stop the others, and the exit
code is 1. The page with the figures has the last result of each scenario: it is written after each, and keeps the rows of all others.
The pictures require Chromium.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from docs.scenarios.entries import ENTRIES, Entry
from pgrehearse.base.errors import UsageProblem
from pgrehearse.targets.embedded.binaries import installed
from pgrehearse.targets.embedded.pooler import program

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OUTPUT = ROOT / "build" / "scenarios"
# The longest time of one scenario. The exit codes of a verdict.
_SECONDS, _OF_A_VERDICT = 600, {0, 1, 5}
_COLORS = 64
# Complete reports that the site has; the other pages have the picture only.
WITH_REPORT = ("embedded-upgrade", "forgotten-index")
PAGE = "figures.md"
INTRODUCTION = """# Figures of the library

`make scenarios` runs every [scenario of the library](../scenarios.md#the-library) on embedded servers, and writes this page: the last result of each. They are of
a machine with two processors, with small data and some seconds of traffic. A verdict is inconclusive if other programs used the machine.

| scenario | verdict | seconds | figures |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Result:
    """How a scenario ended. *verdict*: also "skipped" or "failed"; *seconds*: of the whole command; *figures*: texts by their names."""

    name: str
    verdict: str
    seconds: float = 0.0
    figures: dict[str, str] = field(default_factory=dict)
    why: str = ""


def main(names: list[str]) -> int:
    """Run the scenarios with these names (none: all); return the exit code."""
    known = {entry.name: entry for entry in ENTRIES}
    if unknown := [name for name in names if name not in known]:
        sys.stderr.write(f"no such scenario: {', '.join(unknown)}; use {', '.join(known)}\n")
        return 2
    OUTPUT.mkdir(parents=True, exist_ok=True)
    results: list[Result] = []
    for entry in [known[name] for name in names] or ENTRIES:
        results.append(_result(entry))
        sys.stdout.write(_line(results[-1]) + "\n")
        sys.stdout.flush()
        _store(results)
    total = sum(result.seconds for result in results)
    sys.stdout.write(f"{total:.0f} s in total ({total / 60:.1f} minutes); {OUTPUT / 'figures.json'}\n")
    return 1 if any(result.verdict == "failed" for result in results) else 0


def _result(entry: Entry) -> Result:
    """Run one scenario; write its picture."""
    if missing := [need for need in entry.needs if not _has(need)]:
        return Result(entry.name, "skipped", why=f"this machine does not have {', '.join(missing)}")
    directory, began = OUTPUT / entry.name, time.monotonic()
    words = ["pgrehearse", "run", entry.name, *entry.words, "-o", str(directory), "--force", "--json"]
    if entry.test:
        words = ["pytest", entry.test, "-q", "-p", "no:randomly", f"--basetemp={directory}"]
        directory = directory / f"{entry.test.partition('::')[2]}0" / "out"
    try:
        process = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Result(entry.name, "failed", _SECONDS, why=f"it had not finished after {_SECONDS} s")
    seconds = round(time.monotonic() - began, 1)
    if process.returncode not in ({0} if entry.test else _OF_A_VERDICT):
        return Result(entry.name, "failed", seconds, why=_reason(process))
    try:
        document: dict[str, Any] = json.loads((directory / "comparison.json").read_text(encoding="utf-8"))
        found = figures(entry, document, directory)
        _photograph(directory / entry.page, entry.name)
    except (OSError, ValueError, LookupError, subprocess.CalledProcessError) as error:
        return Result(entry.name, "failed", seconds, why=f"its result cannot be read: {error}")
    return Result(entry.name, str(document["verdict"]), seconds, found)


def _has(need: str) -> bool:
    """Return whether this machine has a program or a version of PostgreSQL."""
    if need.startswith("postgresql-"):
        return int(need.removeprefix("postgresql-")) in installed()
    try:
        return need != "pgbouncer" or bool(program())
    except UsageProblem:
        return False


def _reason(process: subprocess.CompletedProcess[str]) -> str:
    """Return the message of a failed command: that of its JSON document, or the end of what it printed."""
    try:
        return str(json.loads(process.stdout)["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return (process.stderr or process.stdout).strip()[-500:]


def figures(entry: Entry, document: dict[str, Any], directory: Path) -> dict[str, str]:
    """Return the figures of a scenario: those that every comparison has, then its own."""
    found = {}
    for candidate in document["candidates"]:
        label = f"{candidate['name']}: " if len(document["candidates"]) > 1 else ""
        queries = (f"{count} {name.replace('_', ' ')}" for name, count in candidate["queries"].items() if count)
        found[f"{label}queries"] = ", ".join(queries)
        found[f"{label}new errors"] = str(candidate["errors"]["new"])
        found |= {f"{label}{name}": text for name in entry.metrics if (text := _metric(candidate["metrics"], name))}
        of_run = f"{candidate['name']}.run/manifest.json"
        # What is in another file is of the whole experiment.
        found |= {f"{'' if ':' in path else label}{path}": _count(directory, of_run, path) for path in entry.counts}
    return found


def _metric(metrics: dict[str, dict[str, Any]], name: str) -> str:
    """Return a statistic of a metric on both sides ("": no source has it)."""
    metric, _, statistic = name.rpartition(".")
    row = next((row for key, row in metrics.items() if key.split("/", 2)[-1] == metric), None)
    if row is None:
        return ""
    sides = (f"{side[statistic]:.4g}" if (side := row[which]) else "none" for which in ("baseline", "candidate"))
    return f"{' → '.join(sides)} {row['unit']}"


def _count(directory: Path, file: str, path: str) -> str:
    """Return the value at a path in a file of an experiment."""
    named, colon, rest = path.partition(":")
    document = json.loads((directory / (named if colon else file)).read_text(encoding="utf-8"))
    value = _at(document, (rest if colon else path).split("."))
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _at(document: Any, path: Iterable[str]) -> Any:
    """Return the value at a path of keys and of places in lists (None: it is not there)."""
    for key in path:
        if isinstance(document, list):
            document = document[int(key)] if int(key) < len(document) else None
        else:
            document = document.get(key) if isinstance(document, dict) else None
    return document


def _line(result: Result) -> str:
    """Return a result as a line of the table."""
    texts = result.why or "; ".join(f"{name} {text}" for name, text in result.figures.items())
    return f"{result.name:22} {result.verdict:13} {result.seconds:6.1f} s  {texts}"


def _store(results: list[Result]) -> None:
    """Write the figures of this run as JSON, and their rows of the page: the rows of the other scenarios stay as they are."""
    document = {"seconds": round(sum(result.seconds for result in results), 1), "scenarios": [*map(asdict, results)]}
    text = json.dumps(document, indent=2, ensure_ascii=False)
    (OUTPUT / "figures.json").write_text(text + "\n", encoding="utf-8")
    page = HERE / PAGE
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    new = {result.name: _row(result) for result in results}
    rows = (new.get(entry.name) or _old_row(old, entry.name) for entry in ENTRIES)
    page.write_text(INTRODUCTION + "".join(rows), encoding="utf-8")


def _row(result: Result) -> str:
    """Return the row of the page. The message of a failure is printed only: it can name directories of the machine."""
    texts = "; ".join(f"{name}: {text}" for name, text in result.figures.items())
    why = result.why if result.verdict == "skipped" else ""
    return f"{_begin(result.name)} {result.verdict} | {result.seconds:.0f} | {why or texts} |\n"


def _begin(name: str) -> str:
    return f"| [{name}]({name}.md) |"


def _old_row(page: str, name: str) -> str:
    """Return the row of a scenario in the page ("": it has none)."""
    return next((line for line in page.splitlines(keepends=True) if line.startswith(_begin(name))), "")


def _photograph(report: Path, name: str) -> None:
    """Write a picture of the beginning of a report beside the page of the scenario, and the report itself if the site has it."""
    html = _without_paths(report.read_text(encoding="utf-8"))
    if name in WITH_REPORT:
        (HERE / f"{name}.html").write_text(html, encoding="utf-8")
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write(f"{name}: no picture, because Chromium is not installed\n")
        return
    page, picture = OUTPUT / f"{name}.html", OUTPUT / f"{name}.png"
    page.write_text(html, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1400,1000"]
    subprocess.run([chromium, *options, f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True)
    (HERE / f"{name}.png").write_bytes(_small(picture))


def _small(picture: Path) -> bytes:
    """Return a picture with a palette of few colors: about a third of the size."""
    output = io.BytesIO()
    with Image.open(picture) as image:
        image.convert("RGB").quantize(_COLORS, dither=Image.Dither.NONE).save(output, "PNG", optimize=True)
    return output.getvalue()


def _without_paths(html: str) -> str:
    """Return a report in which files are named without the directory of the scenario or of the temporary server."""
    return re.sub(r"/[\w./-]*/pgrehearse-\w+/", "", html.replace(f"{OUTPUT}/", ""))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
