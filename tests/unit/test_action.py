"""action.yml and the GitLab component: the shell of their steps is executed in order, with stand-ins for the services."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
# `python -m venv` and pip are not executed: the environment gets the tested pgrehearse, and pip's arguments are recorded.
PYTHON = """#!/bin/sh
if [ "$2" = venv ]; then
  mkdir -p "$3/bin" && cp "$STANDINS/pip" "$STANDINS/pgrehearse" "$3/bin"
elif [ "$2" = pip ]; then
  shift 2; exec "$STANDINS/pip" "$@"
else
  exec {python} "$@"
fi
"""
PIP = '#!/bin/sh\nprintf "%s\\n" "$@" > "$STANDINS/pip.arguments"\n'
PGREHEARSE = '#!/bin/sh\nPYTHONPATH={root} exec {python} -m pgrehearse "$@"\n'
# Comments are in a file, as the API returns them; jq is real.
GH = """#!{python}
import json, os, subprocess, sys
path, words = os.path.join(os.environ["STANDINS"], "comments.json"), sys.argv[1:]
assert words[0] == "api" and os.environ["GH_TOKEN"] == "a token"
comments = json.load(open(path))
with open(path + ".calls", "a") as calls:
    calls.write(json.dumps(words) + "\\n")
body = next((open(word[6:]).read() for word in words if word.startswith("body=@")), None)
address = next(word for word in words if word.startswith("repos/"))
if "POST" in words:
    comments.append({{"id": 100 + len(comments), "user": {{"type": "Bot"}}, "body": body}})
elif "PATCH" in words:
    next(one for one in comments if one["id"] == int(address.rsplit("/", 1)[1]))["body"] = body
else:
    subprocess.run(["jq", "-r", words[words.index("--jq") + 1]], input=json.dumps(comments), text=True, check=True)
json.dump(comments, open(path, "w"))
"""


@dataclass
class Pipeline:
    """A machine of a pipeline: the folder of the job, and a folder of stand-ins that is first in PATH."""

    folder: Path
    log: str = ""
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def standins(self) -> Path:
        return self.folder / "standins"

    def program(self, name: str, text: str) -> None:
        self.standins.mkdir(exist_ok=True)
        path = self.standins / name
        path.write_text(text)
        path.chmod(0o755)

    def comments(self) -> list[dict[str, Any]]:
        document: list[dict[str, Any]] = json.loads((self.standins / "comments.json").read_text())
        return document

    def calls(self) -> list[str]:
        path = self.standins / "comments.json.calls"
        calls = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
        return [next((word for word in call if word in {"POST", "PATCH"}), "GET") for call in calls]

    def shell(self, script: str, **environment: str) -> int:
        """Execute a script as a runner does: bash ends at the first failure."""
        path = f"{self.standins}:{os.environ['PATH']}"
        values = {"HOME": str(self.folder), "STANDINS": str(self.standins), **environment, "PATH": path}
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        job = environment.get("GITHUB_WORKSPACE") or environment["CI_PROJECT_DIR"]
        done = subprocess.run(
            words,
            env=values,
            cwd=Path(job) / environment.get("WORKING", "."),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        self.log += done.stdout + done.stderr
        return done.returncode


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    pipeline = Pipeline(tmp_path)
    pipeline.program("python", PYTHON.format(python=sys.executable))
    pipeline.program("pip", PIP)
    pipeline.program("pgrehearse", PGREHEARSE.format(root=ROOT, python=sys.executable))
    pipeline.program("gh", GH.format(python=sys.executable))
    quoted = {"id": 7, "user": {"type": "User"}, "body": "<!-- pgrehearse ci: absent -->\na person has quoted it"}
    (pipeline.standins / "comments.json").write_text(json.dumps([quoted]))
    return pipeline


def run_action(pipeline: Pipeline, event: dict[str, Any], **inputs: str) -> int:
    """Execute the steps of action.yml, and return the exit code of the job."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    values = {name: str(one.get("default", "")) for name, one in action["inputs"].items()} | {"token": "a token"}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}
    context = {f"inputs.{name}": value for name, value in values.items()} | event
    context |= {"runner.os": "Linux", "runner.arch": "X64"}
    workspace = pipeline.folder / "workspace"
    workspace.mkdir(exist_ok=True)
    environment = {
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_REPOSITORY": "shop/app",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_STEP_SUMMARY": str(pipeline.folder / "summary.md"),
        "RUNNER_TEMP": str(pipeline.folder / "temp"),
    }
    for number, step in enumerate(action["runs"]["steps"]):
        if not allowed(step.get("if", ""), context):
            continue
        if "run" not in step:
            upload(step, context)
            continue
        output = pipeline.folder / f"output-{number}"
        output.write_text("")
        own = {name: filled(value, context) for name, value in step.get("env", {}).items()}
        working = {"WORKING": filled(step.get("working-directory", "."), context)}
        code = pipeline.shell(step["run"], **environment, **own, **working, GITHUB_OUTPUT=str(output))
        for line in output.read_text().splitlines():
            name, _, value = line.partition("=")
            context[f"steps.{step['id']}.outputs.{name}"] = value
        if code:
            return code
    return 0


def filled(text: str, context: dict[str, str]) -> str:
    return EXPRESSION.sub(lambda match: context.get(match[1], ""), text)


def allowed(condition: str, context: dict[str, str]) -> bool:
    """Evaluate the condition of a step: terms with ``&&``."""
    for term in filter(None, condition.split(" && ")):
        name, _, expected = term.partition(" == ")
        value = context.get(name, "")
        if term != "always()" and not (value == expected.strip("'") if expected else value):
            return False
    return True


def upload(step: dict[str, Any], context: dict[str, str]) -> None:
    """Each pattern of the artifact matches files; only a comparison has a report."""
    if step["uses"].startswith("actions/upload-artifact@"):
        patterns = [Path(line) for line in filled(step["with"]["path"], context).split()]
        found = {path.suffix for pattern in patterns for path in pattern.parent.glob(pattern.name)}
        assert found >= {".json", ".xml", ".md"} or not patterns[0].parent.exists()


PULL_REQUEST = {
    "github.event.pull_request": "{}",
    "github.event.pull_request.number": "42",
    "github.event.pull_request.head.repo.full_name": "shop/app",
}


def test_a_failed_scenario_writes_one_comment_and_edits_it(pipeline: Pipeline) -> None:
    """The exit code is that of pgrehearse; a person's comment with the same marker is not edited."""
    for calls in (["GET", "POST"], ["GET", "POST", "GET", "PATCH"]):
        assert run_action(pipeline, PULL_REQUEST, scenario="absent.toml") == 3, pipeline.log
        assert pipeline.calls() == calls
    quoted, own = pipeline.comments()
    assert quoted["body"].endswith("a person has quoted it")
    assert own["body"].startswith("<!-- pgrehearse ci: absent -->\n")
    assert own["body"] == (pipeline.folder / "workspace" / "pgrehearse-ci" / "comment.md").read_text()
    assert (pipeline.folder / "summary.md").read_text().count("## pgrehearse: no verdict") == 2


def test_pip_gets_the_checkout_of_the_action_and_its_constraints(pipeline: Pipeline) -> None:
    run_action(pipeline, {}, scenario="absent.toml")
    arguments = (pipeline.standins / "pip.arguments").read_text().splitlines()
    assert arguments == ["install", "--quiet", "--constraint", str(ROOT / "constraints.txt"), f"{ROOT}[embedded]"]
    assert pipeline.calls() == []  # no pull request


def test_a_pull_request_from_a_fork_has_no_comment(pipeline: Pipeline) -> None:
    fork = {**PULL_REQUEST, "github.event.pull_request.head.repo.full_name": "somebody/app"}
    assert run_action(pipeline, fork, scenario="absent.toml") == 3
    assert pipeline.calls() == []
    assert "the pull request is from a fork" in pipeline.log
    assert "no verdict" in (pipeline.folder / "summary.md").read_text()


def test_several_migrations_and_gates_reach_the_command(pipeline: Pipeline) -> None:
    """Names with spaces and shell characters are arguments, and nothing else; the paths are those of the working directory."""
    pipeline.program("pgrehearse", '#!/bin/sh\nprintf "%s\\n" "$PWD" "$@"\nexit 5\n')
    workspace = pipeline.folder / "workspace"
    (workspace / "db").mkdir(parents=True)
    migration = "migrate/a b.sql\nmigrate/$(touch hacked).sql\n"
    inputs = {
        "migration": migration,
        "migration_at": "10s",
        "gates": "gates.toml",
        "working_directory": "db",
        "output": "out",
    }
    assert run_action(pipeline, {}, scenario="s.toml", **inputs) == 5
    words = pipeline.log.splitlines()
    expected = ["ci", "s.toml", "--output", "out", "--force", "--migration", "migrate/a b.sql"]
    expected += ["--migration", "migrate/$(touch hacked).sql", "--migration-at", "10s", "--gates", "gates.toml"]
    assert words[words.index(str(workspace / "db")) + 1 :][: len(expected)] == expected
    assert list(workspace.rglob("hacked*")) == []


def test_the_comment_script_refuses_another_text(pipeline: Pipeline) -> None:
    """The second workflow gets the text from a job of a fork."""
    (pipeline.folder / "comment.md").write_text("@everybody hello\n")
    more = {"GH_TOKEN": "a token", "GITHUB_REPOSITORY": "shop/app", "PULL_REQUEST": "42", "COMMENT": "comment.md"}
    script = f"bash {ROOT / '.github' / 'comment' / 'comment.sh'}"
    assert pipeline.shell(script, GITHUB_WORKSPACE=str(pipeline.folder), **more) == 1
    assert "does not begin with the marker" in pipeline.log
    assert pipeline.calls() == []


@dataclass
class GitLab:
    """The API of GitLab, as far as notes of one merge request need it."""

    notes: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def answer(self, method: str, path: str, body: dict[str, Any]) -> object:
        self.calls.append(f"{method} {path}")
        if path == "/user":
            return {"id": 5}
        if method == "GET":
            return self.notes if path.endswith("page=1") else []
        if method == "POST":
            self.notes.append({"id": 30 + len(self.notes), "author": {"id": 5}, **body})
        else:
            next(one for one in self.notes if one["id"] == int(path.rsplit("/", 1)[1])).update(body)
        return {}


@pytest.fixture
def gitlab() -> Iterator[tuple[GitLab, str]]:
    service = GitLab([{"id": 1, "author": {"id": 9}, "body": "<!-- pgrehearse ci: absent -->\nquoted"}])

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            assert self.headers["PRIVATE-TOKEN"] == "a token"
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else {}
            answer = json.dumps(service.answer(self.command, self.path, body)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_PUT = _answer  # noqa: N815 (names of http.server)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield service, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def run_component(pipeline: Pipeline, address: str, source: str = str(ROOT), **more: str) -> int:
    """Execute the script of the component; GitLab joins its lines into one script."""
    head, jobs = yaml.safe_load_all((ROOT / "templates" / "rehearse.yml").read_text())
    inputs = {name: str(one.get("default", "")) for name, one in head["spec"]["inputs"].items()}
    inputs |= {"scenario": "absent.toml", "source": source}
    (job,) = jobs.values()
    project = pipeline.folder / "project"
    project.mkdir(exist_ok=True)
    environment = {"CI_PROJECT_DIR": str(project), "CI_API_V4_URL": address, "CI_MERGE_REQUEST_PROJECT_ID": "8"}
    variables = {
        name: re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: inputs[match[1]], value)
        for name, value in job["variables"].items()
    }
    variables["PIP_CACHE_DIR"] = str(project / ".cache")
    return pipeline.shell("\n".join(job["script"]), **environment, **variables, **more)


def test_the_component_writes_one_note_and_edits_it(pipeline: Pipeline, gitlab: tuple[GitLab, str]) -> None:
    service, address = gitlab
    for _ in range(2):
        assert run_component(pipeline, address, PGREHEARSE_TOKEN="a token", CI_MERGE_REQUEST_IID="6") == 3, pipeline.log
    base = "/projects/8/merge_requests/6/notes"
    first = ["GET /user", f"GET {base}?per_page=100&page=1", f"GET {base}?per_page=100&page=2", f"POST {base}"]
    assert service.calls == [*first, "GET /user", f"GET {base}?per_page=100&page=1", f"PUT {base}/31"]
    assert [note["body"].splitlines()[0] for note in service.notes] == ["<!-- pgrehearse ci: absent -->"] * 2
    assert service.notes[0]["body"].endswith("quoted")
    arguments = (pipeline.standins / "pip.arguments").read_text().splitlines()
    assert arguments == ["install", "--quiet", "--constraint", str(ROOT / "constraints.txt"), f"{ROOT}[embedded]"]


def test_the_component_without_a_token_leaves_files_only(pipeline: Pipeline, gitlab: tuple[GitLab, str]) -> None:
    """A merge request from a fork does not have the variable."""
    service, address = gitlab
    assert run_component(pipeline, address, CI_MERGE_REQUEST_IID="6") == 3
    assert service.calls == []
    assert (pipeline.folder / "project" / "pgrehearse-ci" / "junit.xml").exists()


def test_a_checkout_without_a_slash_is_not_searched_in_an_index(pipeline: Pipeline, gitlab: tuple[GitLab, str]) -> None:
    """`pip install pgrehearse` would install a package of that name from the index, whoever published it."""
    checkout = pipeline.folder / "project" / "pgrehearse"
    checkout.mkdir(parents=True)
    assert run_component(pipeline, gitlab[1], "pgrehearse") == 3
    assert (pipeline.standins / "pip.arguments").read_text().splitlines()[-1] == f"{checkout}[embedded]"


def test_a_source_that_does_not_exist_installs_nothing(pipeline: Pipeline, gitlab: tuple[GitLab, str]) -> None:
    assert run_component(pipeline, gitlab[1], "pgrehearse") == 1
    assert not (pipeline.standins / "pip.arguments").exists()


def test_the_actions_are_pinned_by_commit() -> None:
    """Both actions and the component: no expression in a script, each used action by its commit."""
    for path in (ROOT / "action.yml", ROOT / ".github" / "comment" / "action.yml"):
        steps = yaml.safe_load(path.read_text())["runs"]["steps"]
        assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
        for line in re.findall(r"uses: (.*)", path.read_text()):
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
