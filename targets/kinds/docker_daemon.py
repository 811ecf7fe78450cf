"""The Docker daemon of this machine: what a target needs of it. Everything that is created has the label of the run.

Interface: https://docs.docker.com/reference/api/engine/.
"""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docker
from docker.errors import APIError, DockerException, ImageNotFound, NotFound

from pgrehearse.base.docker_socket import require_docker_socket
from pgrehearse.base.errors import TargetProblem

RUN, TARGET = "pgrehearse.run", "pgrehearse.target"
# Docker answers within this time, except for a copy of data.
_TIMEOUT_S, _COPY_S = 60.0, 24 * 3600.0
_STOP_S = 120


@dataclass(frozen=True, slots=True)
class Daemon:
    """The client of a daemon that answers."""

    client: Any

    def require_image(self, image: str) -> None:
        """Pull an image that this machine does not have."""
        with problems(f"image {image}"):
            try:
                self.client.images.get(image)
            except ImageNotFound:
                self.client.images.pull(image)

    def user_id(self, image: str) -> int:
        """Return the id of the user ``postgres`` in an image."""
        return int(self._executed(image, ["-u", "postgres"], entrypoint="id").strip())

    def copy_inside(self, image: str, volume: str, script: str) -> None:
        """Execute a shell script that copies files of a volume, which is mounted at ``/pgrehearse``."""
        mounts = {volume: {"bind": "/pgrehearse", "mode": "rw"}}
        self._executed(image, ["-ec", script], entrypoint="sh", user="root", volumes=mounts)

    def _executed(self, image: str, command: list[str], **options: Any) -> str:
        """Execute a command in a container of its own, without a network, and return its output."""
        with problems(f"image {image}"):
            container = self.client.containers.create(image, command, network_mode="none", **options)
            try:
                container.start()
                # Without the timeout of the client: a copy of much data takes long.
                code = container.wait(timeout=_COPY_S)["StatusCode"]
                output: str = container.logs().decode(errors="replace")
            finally:
                container.remove(force=True)
        if code != 0:
            raise TargetProblem(
                f"Docker, image {image}: {options['entrypoint']} returned exit code {code}: {output.strip()}",
                remedy="the image needs a shell and the user postgres",
            )
        return output

    def container(self, resource: str) -> Any:
        """Return a container by its id."""
        with problems(f"container {resource[:12]}"):
            return self.client.containers.get(resource)

    def stop(self, resource: str) -> None:
        """Stop a container: the server is shut down."""
        with problems(f"container {resource[:12]}"):
            self.container(resource).stop(timeout=_STOP_S)


@contextmanager
def connected() -> Iterator[Daemon]:
    """Connect by the environment (DOCKER_HOST) for the time of the block. Raises ``TargetProblem`` if there is no daemon."""
    with ExitStack() as closed:
        try:
            require_docker_socket()
            client = docker.from_env(timeout=_TIMEOUT_S)
            closed.callback(client.close)
            client.ping()
        except (DockerException, OSError) as error:
            raise TargetProblem(
                f"no Docker daemon: {error}", remedy='start Docker, or set DOCKER_HOST; or use kind = "embedded"'
            ) from None
        yield Daemon(client)


@contextmanager
def problems(what: str) -> Iterator[None]:
    """Raise ``TargetProblem`` for an error of Docker in the block."""
    try:
        yield
    except APIError as error:
        raise TargetProblem(
            f"Docker, {what}: {error.explanation or error}", remedy="correct the target's file"
        ) from None
    except (DockerException, OSError) as error:
        raise TargetProblem(f"Docker, {what}: {error}", remedy="check that Docker runs: docker info") from None


def put_folder(container: Any, folder: Path, name: str, owner: int) -> None:
    """Copy a folder into the folder ``/pgrehearse`` of a container, as *name*; *owner*: the id of its user there."""

    def owned(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = owner
        member.uname = member.gname = ""
        return member

    with tempfile.TemporaryFile() as stream:
        with tarfile.open(fileobj=stream, mode="w") as archive:
            archive.add(folder, arcname=name, filter=owned)
        stream.seek(0, io.SEEK_SET)
        with problems(f"container {container.name}"):
            container.put_archive("/pgrehearse", stream)


def removed(kind: str, name: str, resource: str, run: str) -> str:
    """Remove a container, volume or network of the run; return why not ("": it is removed, or never existed).

    *resource*: its id ("": not known, it is looked for by its name). What has no label of this run is not removed.
    """
    word = kind.removeprefix("docker-")
    try:
        with connected() as daemon, problems(f"{word} {name}"):
            try:
                found = getattr(daemon.client, f"{word}s").get(resource or name)
            except NotFound:
                return ""
            if _labels(found).get(RUN) != run:
                return f"{word} {name} has no label {RUN}={run}, and is not removed"
            found.remove(**({"force": True} if word == "container" else {}))
    except TargetProblem as error:
        return f"{error.message}; to remove it: docker {word} rm {'-f ' if word == 'container' else ''}{name}"
    return ""


def _labels(found: Any) -> dict[str, str]:
    labels: dict[str, str] = found.attrs.get("Labels") or found.attrs.get("Config", {}).get("Labels") or {}
    return labels
