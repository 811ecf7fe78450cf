"""Where a replay writes its run: a directory, or a folder on this machine whose content is put in S3 at the end."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pgrehearse.base.artifact import abandon, partial_name
from pgrehearse.base.errors import HarnessFailure, Interrupted, PgrehearseError
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.base.s3_cache import SCHEME
from pgrehearse.replay.cluster.host_folder import worker_of
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_in_s3 import RunInS3
from pgrehearse.scenarios.replaying.collected_run import collect


class NotUploadedError(HarnessFailure):
    """A finished run could not be put in S3: it stays on this machine."""


class UploadInterruptedError(Interrupted):
    """Ctrl-C while a finished run was put in S3: it stays on this machine."""


@dataclass(frozen=True, slots=True)
class RunOutput:
    """The *path* of the run on this machine, its *place* in S3 (None: it stays where it is), and the *name* that the user gave."""

    path: Path
    place: RunInS3 | None
    name: str

    def complete(self, stages: Stages = SILENT) -> None:
        """Put a finished run in S3. Raises ``NotUploadedError`` or ``UploadInterruptedError`` if that was not possible."""
        if self.place is None:
            return
        with stages.stage(f"upload to {self.name}"):
            try:
                self.place.complete(self.path)
            except PgrehearseError as error:
                raise NotUploadedError(error.message, remedy=f"{error.remedy}; {self._kept()}") from None
            except KeyboardInterrupt:
                raise UploadInterruptedError("interrupted", remedy=self._kept()) from None

    def _kept(self) -> str:
        """Return where a run is that was not put in S3, and what to do with it."""
        return (
            f"the run is complete in {self.path} on this machine: compare it there, or upload it: "
            f"aws s3 cp --recursive {self.path} {self.name}"
        )


@contextmanager
def run_output(output: Path | str, *, force: bool) -> Iterator[RunOutput]:
    """Yield where a replay writes its run; ``complete`` has to be called when the run is finished.

    In S3: if the replay ends with an error after it has finished its run, the run is put there too. Raises ``UsageProblem`` if the objects at *output* may
    not be replaced, ``HarnessFailure`` if S3 refuses a request.
    """
    url = str(output)
    if not url.startswith(SCHEME):
        yield RunOutput(Path(output), None, url)
        return
    place = RunInS3(url, force=force)
    place.check()
    result = RunOutput(_folder() / PurePosixPath(place.url).name, place, place.url)
    try:
        yield result
    except PgrehearseError as error:
        _after_error(result, place, error)
        raise
    shutil.rmtree(result.path.parent)


@contextmanager
def collected_in_s3(url: str, cluster: str, stages: Stages = SILENT) -> Iterator[tuple[Run, str]]:
    """Collect the run at *url*, whose coordinator was lost, from S3 and from the hosts of its cluster; yield it and its name when the rest of it is in S3.

    Raises as ``collect``. A run that is incomplete after it can be collected again.
    """
    place = RunInS3(url)
    result = RunOutput(_folder() / PurePosixPath(place.url).name, place, place.url)
    partial = partial_name(result.path)
    try:
        with stages.stage(f"download {place.url}"):
            partial.mkdir(mode=0o700)
            place.fetch_incomplete(partial, lambda name: worker_of(name) is not None)
        run = collect(result.path, cluster, stages)
        place.take_over()
        result.complete(stages)
    except (NotUploadedError, UploadInterruptedError):
        raise
    except PgrehearseError as error:
        if result.path.is_dir():  # parts of a host are missing
            place.take_over()
            result.complete(stages)
            _named(error, result)
        abandon(result.path)
        shutil.rmtree(result.path.parent)  # all that was in it is in S3
        raise
    yield run, result.name
    shutil.rmtree(result.path.parent)


def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="pgrehearse-run-"))


def _after_error(result: RunOutput, place: RunInS3, error: PgrehearseError) -> None:
    """Put a finished run in S3 although its replay ended with an *error*; of an unfinished one, keep what is here, and name it."""
    if isinstance(error, NotUploadedError | UploadInterruptedError):
        return
    if result.path.is_dir():
        result.complete()
        shutil.rmtree(result.path.parent)
        _named(error, result)
    elif (partial := partial_name(result.path)).is_dir():
        error.remedy += f"; what was written is readable in {partial} on this machine"
        error.remedy += f"; on a cluster, `pgrehearse replay --collect {result.name}` completes the run"
    else:
        with suppress(PgrehearseError):  # the error of the replay is the one to report
            place.release()
        shutil.rmtree(result.path.parent)


def _named(error: PgrehearseError, result: RunOutput) -> PgrehearseError:
    """Let an error have the name of the run in S3 in the place of its path on this machine."""
    error.remedy = error.remedy.replace(str(result.path), result.name)
    return error
