"""The process side of the jobs: one JSON document per line on stdin and stdout, as docs/architecture.md says. Knows no window.

Libraries print and prompt; so that nothing they do can corrupt the protocol, the two pipes are moved to private descriptors
before any of them is imported. A reader thread takes requests while a job runs; the job itself runs in the main thread.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

if sys.platform == "linux":
    import fcntl

from explorer.core.errors import BadInput, Cancelled

VERSION = 1
KINDS = ("engine", "bench", "export", "sweep", "library", "trial")  # the last two: own architectures, see explorer/trial.py
BETWEEN_JOBS = {"engine"}  # kinds whose answers no garbage collection may stall: it runs between two jobs
GRACE_S = 1.0  # for a job to notice that nobody wants it and to tidy up, once stdin is closed
PR_SET_PDEATHSIG = 1
PIPE_BYTES = 1 << 20  # an answer goes out whole while the window still draws the last one

Request = dict[str, Any]


class Channel:
    """The way out: whole lines, from whichever thread. A parent that has gone away is not an error."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, message: dict[str, Any]) -> None:
        self._write(json.dumps(message, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

    def send_encoded(self, identity: int | str, result: bytes) -> None:
        """A result that is JSON already: an analysis has no numbers JSON could not hold, and is large."""
        self._write(b'{"id":' + json.dumps(identity).encode() + b',"result":' + result + b"}\n")

    def _write(self, line: bytes) -> None:
        with self._lock:
            try:
                self._stream.write(line)
                self._stream.flush()
            except OSError:
                os._exit(0)

    def fail(self, identity: object, kind: str, sentence: str, template: str = "", arguments: tuple[str, ...] = ()) -> None:
        error = {"kind": kind, "sentence": sentence, "template": template or sentence.replace("{", "{{").replace("}", "}}")}
        self.send({"id": identity, "error": error | {"arguments": list(arguments)}})

    def refuse(self, identity: object, error: BadInput) -> None:
        self.fail(identity, "bad input", str(error), error.template, error.arguments)

    def drop(self, identity: object) -> None:
        self.fail(identity, "cancelled", "cancelled")


@dataclass
class Job:
    """One request and whether it is still wanted."""

    request: Request
    unwanted: threading.Event = field(default_factory=threading.Event)

    @property
    def identity(self) -> int | str:
        identity: int | str = self.request["id"]
        return identity


class Inbox:
    """Requests between the reader thread and the main thread. Of waiting ``analyse`` requests only the newest is kept."""

    def __init__(self, channel: Channel, known: tuple[str, ...]) -> None:
        self._channel = channel
        self._known = known
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._closed = False
        self._changed = threading.Condition()

    def take(self) -> Job | None:
        """The next job, waiting for one; None once the inbox is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            self._running = None if self._closed else self._waiting.popleft()
            return self._running

    def done(self) -> None:
        """The job that was taken has had its ending."""
        with self._changed:
            self._running = None
            self._changed.notify_all()

    def read(self, stream: BinaryIO) -> None:
        """Take in lines until the stream ends; then the process ends too, a running job with it."""
        for line in stream:
            if line.strip():
                self._receive(line)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            if self._running is None:
                return
            self._running.unwanted.set()
            self._changed.wait_for(lambda: self._running is None, timeout=GRACE_S)
        os._exit(0)

    def _receive(self, line: bytes) -> None:
        excerpt = line[:80].decode(errors="replace").strip()
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            self._channel.refuse(None, BadInput("not a line of JSON: {0}", excerpt))
            return
        if isinstance(message, dict) and set(message) == {"cancel"}:
            self._cancel(message["cancel"])
            return
        identity = message.get("id") if isinstance(message, dict) else None
        if isinstance(identity, bool) or not isinstance(identity, int | str):
            self._channel.refuse(None, BadInput("a request needs an \"id\", a number or a text: {0}", excerpt))
        elif message.get("job") not in self._known:
            known = ", ".join(self._known)
            self._channel.refuse(identity, BadInput("no job named {0} here; there are: {1}", message.get("job"), known))
        else:
            self._put(Job(message))

    def _put(self, job: Job) -> None:
        with self._changed:
            if job.request["job"] == "analyse":
                self._drop(lambda waiting: waiting.request["job"] == "analyse")
            self._waiting.append(job)
            self._changed.notify_all()

    def _cancel(self, identity: object) -> None:
        with self._changed:
            if self._running is not None and self._running.identity == identity:
                self._running.unwanted.set()
            self._drop(lambda waiting: waiting.identity == identity)

    def _drop(self, unwanted: Callable[[Job], bool]) -> None:
        for job in [j for j in self._waiting if unwanted(j)]:
            self._waiting.remove(job)
            self._channel.drop(job.identity)


def run(kind: str) -> int:
    """Serve jobs of one kind until stdin closes. Returns the exit code."""
    if kind not in KINDS:
        raise BadInput("no worker named {0}; there are: {1}", kind, ", ".join(KINDS))
    stdin, channel = _private_pipes()
    _leave_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is the parent's to judge
    gc.disable()  # what is loaded now stays; looking through torch's objects while they come takes a tenth of a second
    try:
        if kind == "library":
            from explorer import trial as jobs  # no torch: it only watches over processes that import the user's files
        else:
            from explorer import worker_jobs as jobs  # type: ignore[no-redef]  # torch comes with it

        handlers = jobs.handlers(kind)
        gc.freeze()  # leaves torch's hundred thousand objects out of every collection to come
        if kind not in BETWEEN_JOBS:
            gc.enable()
        channel.send({"hello": {"worker": kind, "version": VERSION, **jobs.hello()}})
    except Exception as error:  # noqa: BLE001 - a worker that cannot start says so instead of only dying
        traceback.print_exc()
        channel.fail(None, "fault", f"the {kind} worker cannot start: {_one_line(error)}")
        return 1
    inbox = Inbox(channel, tuple(handlers))
    threading.Thread(target=inbox.read, args=(stdin,), name="requests", daemon=True).start()
    while (job := inbox.take()) is not None:
        _serve(job, handlers[job.request["job"]], channel, inbox)
        jobs.tidy()
        if not gc.isenabled():  # jobs that must not be interrupted by a collection: it is made up for now, while nobody waits
            gc.collect()
    return 0


def _serve(job: Job, handler: Callable[..., dict[str, Any] | bytes], channel: Channel, inbox: Inbox) -> None:
    """Run one job to its one ending."""

    def progress(fraction: float, text: list[str], **more: Any) -> None:
        channel.send({"id": job.identity, "progress": {"fraction": fraction, "text": text, **more}})

    try:
        result = handler(job.request, progress, job.unwanted.is_set)
        if isinstance(result, bytes):
            channel.send_encoded(job.identity, result)
        else:
            channel.send({"id": job.identity, "result": result})
    except BadInput as error:
        channel.refuse(job.identity, error)
    except Cancelled:
        channel.drop(job.identity)
    except Exception as error:  # noqa: BLE001 - whatever a job throws, it must have an ending and the next job a worker
        traceback.print_exc()
        channel.fail(job.identity, "fault", _one_line(error))
    finally:
        inbox.done()


def _one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _private_pipes() -> tuple[BinaryIO, Channel]:
    """stdin and stdout under new descriptors; 0 becomes empty, 1 becomes stderr."""
    stdin, stdout = os.dup(0), os.dup(1)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a file, or a system that allows no more: it only takes longer then
            fcntl.fcntl(stdout, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    os.dup2(2, 1)
    return os.fdopen(stdin, "rb"), Channel(os.fdopen(stdout, "wb"))


def _leave_with_parent() -> None:
    """Linux: be killed when the thread that started this process ends, should its end of stdin live on in another process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
