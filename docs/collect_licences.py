"""Writes the tables of docs/licences.md, and on request every license text: ``python -m docs.collect_licences [TEXTS]``.

Both come from the metadata of the installed distributions that pgrehearse and its extra ``embedded`` require, directly or not.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackagePath, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parent / "licences.md"
START = "<!-- written by make licences -->\n"
TEXT = re.compile(r"(^|/)(licen[cs]es?|copying|copyright|notice|authors)[^/]*$", re.IGNORECASE)


def required(name: str, extras: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """Return the distributions that *name* requires on this platform, by canonical name; without *name* itself.

    Raises PackageNotFoundError if one of them is not installed.
    """
    distributions: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    pending = [(canonicalize_name(name), extras)]
    while pending:
        node = pending.pop()
        if node in seen:
            continue
        seen.add(node)
        distributions[node[0]] = distribution(node[0])
        pending += [
            (canonicalize_name(requirement.name), frozenset(requirement.extras))
            for requirement in map(Requirement, distributions[node[0]].requires or [])
            if requirement.marker is None
            or any(requirement.marker.evaluate({"extra": extra}) for extra in node[1] | {""})
        ]
    del distributions[canonicalize_name(name)]
    return dict(sorted(distributions.items()))


def licence(dist: Distribution) -> str:
    """Return the license in the distribution's metadata: the expression, the classifiers, or the first line of the free field."""
    metadata = dist.metadata
    fields = {name: (metadata.get_all(name) or [""]) for name in ("License-Expression", "Classifier", "License")}
    classifiers = [value.split(" :: ")[-1] for value in fields["Classifier"] if value.startswith("License ::")]
    free = fields["License"][0].strip().splitlines()[:1]
    return fields["License-Expression"][0] or ", ".join(classifiers) or "".join(free) or "not stated"


def texts(dist: Distribution) -> list[PackagePath]:
    """Return the license files inside the distribution's metadata folder."""
    files = dist.files or []
    return sorted(
        path for path in files if ".dist-info/" in str(path) and TEXT.search(str(path)) and path.suffix != ".py"
    )


def table(dists: dict[str, Distribution]) -> str:
    """Return the table of docs/licences.md."""
    rows = [f"| {dist.metadata['Name']} | {licence(dist)} | {len(texts(dist))} |" for dist in dists.values()]
    return "\n".join(["| distribution | license | files |", "|---|---|---|", *rows]) + "\n"


def page(text: str, dists: dict[str, Distribution]) -> str:
    """Return the page with a new table of *dists*; the text before the table is unchanged."""
    return text.split(START, 1)[0] + START + "\n" + table(dists)


def all_texts(dists: dict[str, Distribution]) -> str:
    """Return the license texts of all distributions, each after the name and version of its distribution."""
    parts = [
        f"{'=' * 79}\n{dist.metadata['Name']} {dist.version}: {path.name}\n{'=' * 79}\n\n"
        f"{Path(str(path.locate())).read_text(encoding='utf-8', errors='replace').strip()}\n"
        for dist in dists.values()
        for path in texts(dist)
    ]
    return "\n".join(parts)


def main(arguments: list[str]) -> None:
    """Rewrite docs/licences.md; with a path, write the license texts to that file."""
    dists = required("pgrehearse", frozenset({"embedded"}))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), dists), encoding="utf-8")
    if arguments:
        Path(arguments[0]).write_text(all_texts(dists), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
