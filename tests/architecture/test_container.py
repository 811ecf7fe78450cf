"""The Dockerfile, its .dockerignore, and docker-compose.yml. `make check` lints the Dockerfile; `make image` builds it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
SLIM = ROOT / "docs" / "docker-slim.sh"


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with continued lines joined."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line]


def stages() -> dict[str, list[tuple[str, str]]]:
    """Return the instructions of each stage, after those of the stages that it starts from."""
    instructions_of: dict[str, list[tuple[str, str]]] = {}
    for word, rest in instructions():
        if word == "FROM":
            base, _, name = rest.partition(" AS ")
            instructions_of[name] = [*instructions_of.get(base, [])]
        instructions_of[name].append((word, rest))
    return instructions_of


def compose() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return document


def test_base_images_have_a_tag() -> None:
    """Each stage starts from another stage or from an image with a tag that is not ``latest``."""
    names = set(stages())
    bases = [rest.split(" AS ")[0] for word, rest in instructions() if word == "FROM"]
    assert all(base in names or re.fullmatch(r"[\w./-]+:(?!latest$)[\w.-]+", base) for base in bases)
    assert names == {"python", "build", "build-embedded", "build-ray", "runtime", "embedded", "ray", "final"}
    assert list(stages())[-1] == "final"


def test_images_run_as_an_unprivileged_user() -> None:
    """The last USER is a number other than 0; the entry point is the command."""
    for name in ("final", "embedded", "ray"):
        stage = stages()[name]
        user = [rest for word, rest in stage if word == "USER"][-1]
        assert int(user) >= 1000
        assert f"--uid {user} " in " ".join(rest for word, rest in stage if word == "RUN")
        assert [rest for word, rest in stage if word == "ENTRYPOINT"] == ['["pgrehearse"]']


def test_images_contain_no_build_tools() -> None:
    """The source, pip and the linker are only in the build stages; package lists are removed in the same layer."""
    for name in ("final", "embedded", "ray"):
        text = " ".join(rest for _, rest in stages()[name])
        assert not re.search(r"pip|binutils|/source|COPY \.", text)
    for word, rest in instructions():
        if word == "RUN" and "apt-get install" in rest:
            assert "--no-install-recommends" in rest
            assert "rm -rf /var/lib/apt/lists/*" in rest


def test_the_build_context_has_only_the_listed_files() -> None:
    """.dockerignore first excludes everything; the files that it includes exist, and contain the package."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    let_in = {rule[1:].rstrip("/") for rule in rules if rule.startswith("!")}
    assert rules[0] == "*"
    assert all((ROOT / name).exists() for name in let_in)
    rooms = {path.name for path in (ROOT / "pgrehearse").iterdir() if path.is_symlink()}
    assert rooms | {"pgrehearse", "pyproject.toml", "constraints.txt", "README.md", "LICENSE"} <= let_in


def test_the_image_has_the_aws_services_that_are_used() -> None:
    """The build removes botocore's descriptions of other services; a client without its description fails at run time."""
    rooms = [path for path in (ROOT / "pgrehearse").iterdir() if path.is_symlink()]
    text = "\n".join(path.read_text(encoding="utf-8") for room in rooms for path in room.resolve().rglob("*.py"))
    used = set(re.findall(r"boto3\.(?:client|resource)\(\s*\"([\w-]+)\"", text))
    assert used
    assert len(re.findall(r"boto3\.(?:client|resource)\(", text)) == len(
        re.findall(r"boto3\.(?:client|resource)\(\s*\"", text)
    )
    kept = re.search(r"^ +([\w|-]+)\) ;;$", SLIM.read_text(encoding="utf-8"), re.MULTILINE)
    assert kept is not None
    assert used | {"sts", "sso", "sso-oidc"} <= set(kept[1].split("|"))


def test_scripts_of_the_containers_parse() -> None:
    """By the shell in their first line."""
    for path in (ROOT / "docs").glob("docker-*.sh"):
        shell = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("#!")
        assert subprocess.run([shell, "-n", path], capture_output=True, check=False).returncode == 0, path.name


def test_databases_are_kept_after_a_restart() -> None:
    """Each service restarts, has a health check, keeps its data in its own volume and listens on loopback only."""
    services = compose()["services"]
    assert set(services) == {"postgres-16", "postgres-16-standby", "postgres-18", "postgres-18-standby"}
    assert set(compose()["volumes"]) == set(services)
    for name, service in services.items():
        assert re.fullmatch(r"postgres:\d+", service["image"])
        assert service["restart"] == "unless-stopped"
        assert "pg_isready" in " ".join(service["healthcheck"]["test"])
        volume, _, folder = service["volumes"][0].partition(":")
        # The image of 18 has its data directory below /var/lib/postgresql; earlier images have their own volume there.
        assert (volume, folder) == (name, "/var/lib/postgresql" + ("/data" if "16" in name else ""))
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])
        for mount in service["volumes"][1:]:
            assert (ROOT / mount.split(":")[0]).is_file()
        if "standby" in name:
            assert service["environment"]["DATA"].startswith(folder + "/")


def test_the_script_of_a_new_data_directory_can_run_again(tmp_path: Path) -> None:
    """After two runs of the script the rule for replication is in the file once."""
    (tmp_path / "pg_hba.conf").write_text("local all all trust\n")
    for _ in range(2):
        script = str(ROOT / "docs" / "docker-init.sh")
        subprocess.run(["bash", script], env={"PGDATA": str(tmp_path), "PATH": "/usr/bin:/bin"}, check=True)
    lines = (tmp_path / "pg_hba.conf").read_text().splitlines()
    assert lines == ["local all all trust", "host replication all all scram-sha-256"]
