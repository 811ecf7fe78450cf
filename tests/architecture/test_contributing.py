"""Files for contributors: hooks, templates, changelog fragments, license tables. Each is checked against the repository."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import yaml
from packaging.utils import canonicalize_name

from docs.collect_licences import PAGE, all_texts, page, required

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_hooks_run_programs_of_the_environment() -> None:
    """No hook is downloaded; the extra ``dev`` installs each program; the checks of `make check` are among the hooks."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]
    entries = [hook["entry"].split() for hook in hooks["repos"][0]["hooks"]]
    assert all(hook["language"] == "system" for hook in hooks["repos"][0]["hooks"])
    programs = {words[0].removeprefix(".venv/bin/") for words in entries}
    assert all(words[0].startswith(".venv/bin/") for words in entries)
    assert all((BIN / program).is_file() for program in programs)
    checked = (ROOT / "Makefile").read_text(encoding="utf-8").split("\ncheck:", 1)[1].split("\n\n", 1)[0]
    assert programs <= set(re.findall(r"\$\(BIN\)/([\w-]+)", checked))


def test_hooks_run_the_checks_of_make_check() -> None:
    """The hooks of ruff call the same subcommands."""
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert ".venv/bin/ruff check " in hooks
    assert ".venv/bin/ruff format " in hooks


def test_the_changelog_can_be_built() -> None:
    """Each fragment is in the draft, and the changelog has the line after which the fragments are inserted."""
    settings = project()["tool"]["towncrier"]
    assert settings["start_string"] in (ROOT / settings["filename"]).read_text(encoding="utf-8")
    kinds = {kind["directory"] for kind in settings["type"]}
    fragments = [path for path in (ROOT / settings["directory"]).iterdir() if path.name != "README.md"]
    for path in fragments:
        assert re.fullmatch(rf"(\d+|\+[\w-]+)\.({'|'.join(kinds)})(\.\d+)?\.md", path.name), path.name
    words = [str(BIN / "towncrier"), "build", "--draft", "--version", "9.9.9"]
    draft = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(r"^## 9\.9\.9 \(\d{4}-\d\d-\d\d\)$", draft, re.MULTILINE) or not fragments
    for path in fragments:
        assert path.read_text(encoding="utf-8").splitlines()[0] in draft


def test_kinds_of_fragments_are_documented() -> None:
    """The table of changelog.d/README.md is the list of pyproject.toml, in its order."""
    table = re.findall(
        r"^\| `(\w+)` \|", (ROOT / "changelog.d" / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert table == [kind["directory"] for kind in project()["tool"]["towncrier"]["type"]]


def test_issue_templates_are_forms() -> None:
    """Each has a name, a description, fields with unique ids, and a field for the version."""
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert [path.stem for path in forms] == ["bug", "config", "log-format", "wrong-verdict"]
    for path in forms:
        if path.stem == "config":
            continue
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert form["name"]
        assert form["description"]
        ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
        assert len(ids) == len(set(ids))
        assert "version" in ids
        assert {field["type"] for field in form["body"]} <= {"markdown", "textarea", "input", "dropdown", "checkboxes"}


def test_commands_of_the_guide_exist() -> None:
    """Each ``make X`` of CONTRIBUTING.md is a target, and each relative link of the policies leads to a file."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", text)) - {"and"} <= targets
    for name in ("CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "changelog.d/README.md"):
        path = ROOT / name
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{name}: {link}"


def test_the_package_has_its_metadata() -> None:
    """One version, in pyproject.toml; the installed metadata has it, with the license and the authors."""
    about = project()["project"]
    installed = metadata("pgrehearse")
    assert installed["Version"] == about["version"]
    assert installed["License-Expression"] == "Apache-2.0"
    assert installed["Author"] == installed["Maintainer"] == "The pgrehearse developers"
    assert installed["Keywords"] == ",".join(about["keywords"])


def test_every_dependency_is_pinned_and_its_license_listed() -> None:
    """docs/licences.md equals the output of `make licences`; constraints.txt has a version of each distribution in it."""
    dists = required("pgrehearse", frozenset({"embedded"}))
    assert PAGE.read_text(encoding="utf-8") == page(PAGE.read_text(encoding="utf-8"), dists)
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    versions = {str(canonicalize_name(name)): version for name, version in pinned.items()}
    assert {name: dist.version for name, dist in dists.items()} == {name: versions.get(name) for name in dists}
    assert "not stated" not in PAGE.read_text(encoding="utf-8")


def test_license_texts_are_collected() -> None:
    """Each distribution with license files is listed by name and version; all direct dependencies are listed."""
    dists = required("pgrehearse", frozenset({"embedded"}))
    text = all_texts(dists)
    direct = {
        canonicalize_name(re.split(r"[\[>=<]", requirement)[0]) for requirement in project()["project"]["dependencies"]
    }
    assert direct <= set(dists)
    listed = {name for name, dist in dists.items() if f"\n{dist.metadata['Name']} {dist.version}: " in text}
    assert set(dists) - listed == {"pglast"}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
