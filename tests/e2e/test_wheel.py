"""The files that `pip install` installs: one import package with its data, and a command that works in any folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.command import SMALL, temporary_server_folder

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "samples" / "pg18" / "sample.csv"
CONSTRAINTS = ROOT / "constraints.txt"
# The suffixes of installed files; other files in the folders are not installed.
DATA = {".py", ".pyi", ".pyx", ".sql", ".toml", ".html", ".typed"}

# The release's wheel has no compiled module.
PURE = {"PGREHEARSE_PURE_PYTHON": "1"}


def run(*words: str | Path, folder: Path, **variables: str) -> str:
    """Run a program in *folder* without the paths of this checkout; return its output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    process = subprocess.run(
        list(map(str, words)),
        cwd=folder,
        env={**environment, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stdout[-3000:] + process.stderr[-3000:]
    return process.stdout


def tracked() -> list[Path]:
    """Return the files of the repository, as a commit of all changes would contain them, relative to the repository."""
    output = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT)
    return [Path(name) for name in output.split("\0") if name and os.path.lexists(ROOT / name)]


@dataclass(frozen=True)
class Distributions:
    """A wheel, an sdist, and the wheel that is made from the sdist."""

    wheel: Path
    sdist: Path
    wheel_of_sdist: Path


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of the repository."""
    copy = tmp_path_factory.mktemp("source")
    for name in tracked():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name, follow_symlinks=False)
    return copy


@pytest.fixture(scope="module")
def distributions(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """The wheel for every platform, the sdist and the sdist's wheel, without a package index."""
    out = tmp_path_factory.mktemp("distributions")
    build = "from setuptools import build_meta; import sys; print(build_meta.build_sdist(sys.argv[1]))"
    sdist = run(sys.executable, "-c", build, out, folder=source, **PURE).splitlines()[-1]
    wheels = wheel_of(source, out / "wheel", **PURE), wheel_of(out / sdist, out / "wheel-of-sdist", **PURE)
    return Distributions(wheels[0], out / sdist, wheels[1])


def wheel_of(source: Path, out: Path, **variables: str) -> Path:
    """Build the wheel of a folder or an sdist with the installed setuptools."""
    words = ("wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", out, source)
    run(sys.executable, "-m", "pip", *words, folder=out.parent, **variables)
    (wheel,) = out.glob("*.whl")
    return wheel


@dataclass(frozen=True)
class Environment:
    """A virtual environment with the wheel, and no path into the repository."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def command(self) -> Path:
        return self.folder / "bin" / "pgrehearse"

    @property
    def packages(self) -> Path:
        (folder,) = (self.folder / "lib").glob("python3.*/site-packages")
        return folder

    @property
    def path(self) -> str:
        return f"{self.folder / 'bin'}:{os.environ['PATH']}"


@pytest.fixture(scope="module")
def environment(distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel; the libraries are those of the tests' environment (the soak test installs them too)."""
    result = Environment(tmp_path_factory.mktemp("environment"))
    run(sys.executable, "-m", "venv", "--without-pip", result.folder, folder=result.folder)
    pip = (sys.executable, "-m", "pip", "--python", result.python)
    words = ("install", "--quiet", "--no-deps", "--no-index", "--no-compile", distributions.wheel)
    run(*pip, *words, folder=result.folder)
    installed = set(result.packages.iterdir())
    assert {path.name for path in installed} == {"pgrehearse", distributions.wheel.name.split("-py3")[0] + ".dist-info"}
    # A path in a .pth file is searched last. The .pth files in that path, such as this checkout's, are not read.
    (result.packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return result


def test_the_wheel_has_one_package_with_every_file_of_the_folders(distributions: Distributions) -> None:
    """``pgrehearse`` is the only top-level package; each module, query, template and scenario is in its folder in it."""
    packages = {path.name for path in (ROOT / "pgrehearse").iterdir() if path.is_symlink()}
    expected = {
        name if name.parts[0] == "pgrehearse" else Path("pgrehearse") / name
        for name in tracked()
        if name.parts[0] in packages | {"pgrehearse"} and name.suffix in DATA
    }
    with zipfile.ZipFile(distributions.wheel) as wheel:
        names = [Path(name) for name in wheel.namelist() if not name.endswith("/")]
        assert {name for name in names if not name.parts[0].endswith(".dist-info")} == expected
        top_level = next(name for name in names if name.name == "top_level.txt")
        assert wheel.read(str(top_level)).split() == [b"pgrehearse"]
    assert any(name.suffix == ".sql" for name in expected)
    assert Path("pgrehearse/py.typed") in expected


def test_the_sdist_has_what_the_wheel_needs(distributions: Distributions) -> None:
    """The wheel of the sdist has the same files; the sdist has the license, the changelog and the tested versions."""

    def content(wheel: Path) -> dict[str, int]:
        with zipfile.ZipFile(wheel) as archive:
            return {entry.filename: entry.CRC for entry in archive.infolist() if not entry.filename.endswith("RECORD")}

    assert content(distributions.wheel_of_sdist) == content(distributions.wheel)
    with tarfile.open(distributions.sdist) as sdist:
        names = {Path(*Path(name).parts[1:]) for name in sdist.getnames()}
    assert {Path("LICENSE"), Path("README.md"), Path("CHANGELOG.md"), Path("constraints.txt")} <= names


def test_a_wheel_for_this_platform_has_the_compiled_module(source: Path, tmp_path: Path) -> None:
    """With Cython and a C compiler the build adds the path of plain statements; without a compiler it makes a wheel with the same modules."""
    pytest.importorskip("Cython")
    modules = {}
    for name, variables in (("built", {}), ("no-compiler", {"CC": "/bin/false"})):
        with zipfile.ZipFile(wheel_of(source, tmp_path / name, **variables)) as wheel:
            shutil.rmtree(source / "build")  # the next build would take the compiled module from there
            modules[name] = {Path(file) for file in wheel.namelist() if not file.split("/")[0].endswith(".dist-info")}
    (compiled,) = modules["built"] - modules["no-compiler"]
    assert compiled.parent == Path("pgrehearse/replay/session")
    assert compiled.name.split(".")[0] == "plain_statements"
    assert compiled.suffix == ".so"
    assert Path("pgrehearse/replay/session/session.py") in modules["no-compiler"]


def test_the_command_and_the_module_start(environment: Environment, tmp_path: Path) -> None:
    """``pgrehearse`` on PATH and ``python -m pgrehearse`` print the same version; the API comes from the wheel."""
    by_name = run("sh", "-c", "pgrehearse --version", folder=tmp_path, PATH=environment.path)
    assert by_name == run(environment.python, "-m", "pgrehearse", "--version", folder=tmp_path)
    api = (
        "import pgrehearse; from pgrehearse import Comparison, Run, Workload, compare_runs; print(pgrehearse.__file__)"
    )
    place = run(environment.python, "-c", api, folder=tmp_path).strip()
    assert place == str(environment.packages / "pgrehearse" / "__init__.py")


def test_modules_in_the_working_directory_have_no_effect(environment: Environment, tmp_path: Path) -> None:
    """A file with the name of a package, such as ``capture.py`` or ``base.py``, affects no command and no process of a command."""
    for path in (ROOT / "pgrehearse").iterdir():
        (tmp_path / f"{path.stem}.py").write_text(f"raise SystemExit('{path.stem}.py of the working directory ran')\n")
    (tmp_path / "pgrehearse.py").unlink(missing_ok=True)
    for start in ((environment.command,), (environment.python, "-m", "pgrehearse")):
        run(*start, "--version", folder=tmp_path)
        run(*start, "capture", "logs", SAMPLE, "-o", "sample.workload", "--force", folder=tmp_path)
        inspected = json.loads(run(*start, "inspect", "sample.workload", "--json", folder=tmp_path))
        assert inspected["statements"] > 0
    # The watchdog restores production's logging settings: "done" ends it.
    (tmp_path / "pgrehearse.py").write_text("raise SystemExit('pgrehearse.py of the working directory ran')\n")
    task = f"echo '{json.dumps({'seconds': 60})}'; echo done"
    watchdog = f"({task}) | '{environment.python}' -P -m pgrehearse.capture.watchdog"
    run("bash", "-o", "pipefail", "-c", watchdog, folder=tmp_path)


@pytest.mark.soak
def test_the_wheel_rehearses_in_an_empty_environment(distributions: Distributions, tmp_path: Path) -> None:
    """The wheel and its libraries from a package index; a small upgrade outside of the repository ends with a verdict."""
    environment = Environment(tmp_path / "environment")
    run(sys.executable, "-m", "venv", environment.folder, folder=tmp_path)
    wheel = f"{distributions.wheel}[embedded]"
    run(environment.python, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, wheel, folder=tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    library = (environment.packages / "pgrehearse" / "scenarios" / "library" / "embedded-upgrade.toml").read_text()
    (outside / "small.toml").write_text(library.replace("sessions = 30\nseconds = 30", SMALL))
    with temporary_server_folder():
        script = '"$0" run small.toml -o rehearsal --json || test $? -eq 5'
        document = json.loads(run("sh", "-c", script, environment.command, folder=outside))
    assert document["verdict"] in {"improved", "unchanged", "inconclusive"}
    assert (outside / "rehearsal" / "report.html").stat().st_size > 0
