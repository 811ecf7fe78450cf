"""The folders of hosts of a cluster: their parts are copied in pieces; and whether a host can connect to the targets of a plan."""

from __future__ import annotations

import os
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pytest

pytest.importorskip("ray")

from pgrehearse.base.endpoint import Endpoint, Place
from pgrehearse.base.errors import BadInput, HarnessFailure, UsageProblem
from pgrehearse.replay.cluster import host_folder, left_parts
from pgrehearse.replay.cluster.gathering import gather_parts
from pgrehearse.replay.cluster.host_folder import HostFolder, copy_parts, note_processes, parts_of, writing
from pgrehearse.replay.cluster.hosts_file import HostRecord, HostsFile, read_hosts_file, write_hosts_file
from pgrehearse.replay.cluster.target_access import endpoints_of, files_of_endpoints, missing_files, own_addresses
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Reader, Route, Routing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pgrehearse.replay.cluster.host_folder import Call
    from pgrehearse.runs.run_in_s3 import RunInS3

_CONTENTS = {
    "outcomes/part-00-00000.parquet": b"0123456789",
    "outcomes/part-01-00000.parquet": b"",
    "connections-00.parquet": b"abc",
}


def _folder(path: Path) -> Path:
    """Write a folder with three parts, one part that is only half written, and a file that is no part."""
    others = {"outcomes/part-00-00001.parquet.1a2b.new": b"half", "pins.parquet": b"values"}
    for name, content in {**_CONTENTS, **others}.items():
        (path / "run" / name).parent.mkdir(parents=True, exist_ok=True)
        (path / "run" / name).write_bytes(content)
    return path


def _call(folder: Path) -> Call:
    host = HostFolder(str(folder))
    return lambda method, *args: getattr(host, method)(*args)


def _run(path: Path) -> Path:
    (path / "outcomes").mkdir(parents=True)
    return path


def test_complete_parts_are_copied_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a part that is only half written nor what only workers need is copied."""
    monkeypatch.setattr("pgrehearse.base.cluster.pieces.PIECE", 4)
    pieces: list[int] = []
    call = _call(_folder(tmp_path / "host"))

    def noted(method: str, *args: Any) -> Any:
        found = call(method, *args)
        pieces.extend([len(found)] if method == "piece" else [])
        return found

    run = _run(tmp_path / "a.run.partial")
    copy_parts(noted, run)
    assert {name: (run / name).read_bytes() for name in parts_of(run)} == _CONTENTS
    assert sorted(path.name for path in run.rglob("*") if path.is_file()) == sorted(
        name.rpartition("/")[2] for name in _CONTENTS
    )
    assert sorted(pieces) == [2, 3, 4, 4]


def test_parts_that_do_not_fit_stay_on_the_host(tmp_path: Path) -> None:
    """The remedy is the command that collects them; what was copied is complete."""
    call = _call(_folder(tmp_path / "host"))

    def full(method: str, *args: Any) -> Any:
        if method == "piece" and args[0].startswith("outcomes/part-00"):
            raise OSError(28, "No space left on device")
        return call(method, *args)

    run = _run(tmp_path / "a.run.partial")
    with pytest.raises(HarnessFailure, match="No space left on device") as raised:
        copy_parts(full, run)
    assert raised.value.remedy.endswith(f"pgrehearse replay --collect {tmp_path / 'a.run'}")
    assert parts_of(run) == {"connections-00.parquet": 3}
    assert parts_of(tmp_path / "host" / "run") == {name: len(content) for name, content in _CONTENTS.items()}


def test_a_folder_is_read_after_its_processes_have_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process runs; a child that has ended does not."""
    folder = _folder(tmp_path / "host")
    assert writing(folder) == []
    ended = os.posix_spawn("/bin/true", ["true"], os.environ)
    note_processes(folder, [ended])
    assert HostFolder(str(folder)).wait() == ""
    os.waitpid(ended, 0)
    note_processes(folder, [ended, os.getpid()])
    assert writing(folder) == [os.getpid()]
    monkeypatch.setattr(host_folder, "_ENDED_S", 0.01)
    assert HostFolder(str(folder)).wait() == f"the processes {[os.getpid()]} still write to {folder} on it"
    HostFolder(str(folder)).remove()
    assert HostFolder(str(folder)).wait() == f"there is no {folder} on it"


def test_the_hosts_of_a_run_are_recorded(tmp_path: Path) -> None:
    """A run without this file has no parts on a cluster."""
    hosts = HostsFile("10.0.0.1:6379", [HostRecord("a", "f00", "/srv/x", [0, 2])])
    with pytest.raises(BadInput, match=r"hosts\.json"):
        read_hosts_file(tmp_path)
    write_hosts_file(tmp_path, hosts)
    assert read_hosts_file(tmp_path) == hosts


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        (Endpoint("127.0.0.1", 5433), ["127.0.0.1:5433"]),
        (Endpoint("localhost"), ["localhost:5432"]),
        (Endpoint("::1"), ["[::1]:5432"]),
        (Endpoint("/var/run/postgresql"), ["/var/run/postgresql:5432"]),
        (Endpoint("db.example", hostaddr="127.0.0.3"), ["db.example[127.0.0.3]:5432"]),
        (Endpoint("10.0.0.5", others=(Place("127.0.0.1", 5432),)), ["127.0.0.1:5432"]),
        (Endpoint("10.0.0.5"), []),
        (Endpoint("db.example", hostaddr="10.0.0.5"), []),
        (Endpoint("fe80::1"), []),
    ],
)
def test_addresses_that_lead_each_host_to_itself(endpoint: Endpoint, expected: list[str]) -> None:
    """Loopback addresses and Unix sockets, also of the further servers of a DSN."""
    assert own_addresses([endpoint]) == expected


def test_a_name_that_only_the_hosts_resolve_is_no_loopback_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not refused here."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert own_addresses([Endpoint("db.internal")]) == []


def test_files_that_a_dsn_names_have_to_be_on_each_host(tmp_path: Path) -> None:
    """Of the target, of other targets, of readers; the file of passwords only where the DSN has none."""
    files = {name: tmp_path / name for name in ("root.crt", "client.key", "pass")}
    for path in files.values():
        path.write_text("")
    root, key, passwords = (
        (name, str(files[path]))
        for name, path in (("sslrootcert", "root.crt"), ("sslkey", "client.key"), ("passfile", "pass"))
    )
    plan = ReplayPlan(
        Endpoint("a", options=(root,)),
        routing=Routing(
            routes=(Route(Endpoint("b", options=(key, ("sslcert", "/there/is/none")))),),
            readers=(Reader(Endpoint("c", password="p", options=(passwords,))),),
        ),
    )
    assert files_of_endpoints(endpoints_of(plan)) == [str(files["client.key"]), str(files["root.crt"])]
    assert files_of_endpoints([Endpoint("d", options=(passwords,))]) == [str(files["pass"])]
    files["root.crt"].unlink()
    assert missing_files([str(path) for path in files.values()]) == [str(files["root.crt"])]


@dataclass
class _Host:
    """A host of a cluster with a folder on this machine. *uploaded*: what it answers when its parts have to be in S3; *meets*: it answers when others call too."""

    folder: Path
    uploaded: dict[str, str] | None = None
    meets: threading.Barrier | None = None

    def __hash__(self) -> int:
        return hash(self.folder)

    def call(self, method: str, *args: object) -> Any:
        if self.meets is not None and method == "parts":
            self.meets.wait(60)
        return self.uploaded if method == "uploaded" else _call(self.folder)(method, *args)

    def end(self) -> None:
        """End nothing."""

    def record(self, workers: Sequence[int] = ()) -> HostRecord:
        return HostRecord(self.folder.name, "n", str(self.folder), list(workers))


def _with_parts(folder: Path, worker: int) -> Path:
    (folder / "run" / "outcomes").mkdir(parents=True)
    (folder / "run" / "outcomes" / f"part-{worker:02}-00000.parquet").write_bytes(b"x")
    return folder


def test_hosts_are_gathered_at_the_same_time(tmp_path: Path) -> None:
    """Each of three hosts answers when all of them were called; the parts of all are there."""
    together = threading.Barrier(3)
    hosts = {_Host(_with_parts(tmp_path / f"h{n}", n), meets=together): [n] for n in range(3)}
    run = _run(tmp_path / "a.run.partial")
    assert gather_parts(hosts, run, None) == {}
    assert set(parts_of(run)) == {f"outcomes/part-{n:02}-00000.parquet" for n in range(3)}


def test_parts_that_s3_has_not_accepted_are_copied_from_the_host(tmp_path: Path) -> None:
    """The run is complete all the same. A host whose parts are in S3 is not read."""

    class Place:
        """A place in S3 from which files of one byte are fetched."""

        def fetch_parts(self, run: Path, names: Iterable[str]) -> None:
            for name in names:
                (run / name).write_bytes(b"s")

    in_s3, name = (
        _Host(_with_parts(tmp_path / "in_s3", 0), {"outcomes/part-00-00000.parquet": "tag"}),
        "outcomes/part-01-00000.parquet",
    )
    refused = _Host(_with_parts(tmp_path / "refused", 1))
    run, place = _run(tmp_path / "a.run.partial"), cast("RunInS3", Place())
    assert gather_parts({in_s3: [0], refused: [1]}, run, place) == {}
    assert (run / "outcomes/part-00-00000.parquet").read_bytes() == b"s"
    assert (run / name).read_bytes() == b"x"


def test_a_full_disk_ends_the_gathering_of_all_hosts(tmp_path: Path) -> None:
    """The error has the remedy; the parts stay on the hosts."""
    hosts = {_Host(_with_parts(tmp_path / f"h{n}", n)): [n] for n in range(3)}
    run = tmp_path / "a.run.partial"
    run.write_bytes(b"no directory")
    with pytest.raises(HarnessFailure) as caught:
        gather_parts(hosts, run, None)
    assert "pgrehearse replay --collect" in caught.value.remedy
    assert all(parts_of(host.folder / "run") for host in hosts)


def test_a_replay_that_still_runs_is_not_collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its workers write to the folder: exit code 2, and nothing is lost. A host that is gone is missing."""
    folder = tmp_path / "running"
    folder.mkdir()
    note_processes(folder, [os.getpid()])
    monkeypatch.setattr(host_folder, "_ENDED_S", 0.05)
    monkeypatch.setattr(left_parts, "connect", lambda _: None)
    monkeypatch.setattr(left_parts, "copy_left", lambda host, _: HostFolder(host.folder).wait())
    running, gone = HostRecord("a", "n", str(folder), [0]), HostRecord("b", "m", str(tmp_path / "gone"), [1])
    with pytest.raises(UsageProblem, match="the replay still runs: the host a"):
        left_parts.collect_parts(HostsFile("x:1", [running, gone]), tmp_path, "")
    assert set(left_parts.collect_parts(HostsFile("x:1", [gone]), tmp_path, "")) == {"b"}
