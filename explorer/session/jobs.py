"""Worker processes and their requests: the one place where this program starts processes. Knows no job's meaning.

A worker speaks JSON lines (docs/architecture.md, "Worker protocol"). Each request has exactly one ending: a result or an error.
A worker that dies, hangs or ignores a cancel is replaced; what it was asked is asked again once, where that is harmless.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

MAIN = Path(__file__).resolve().parents[2] / "main.py"
CANCEL_GRACE_MS = 1000
HANG_MS = 30_000
SILENCE_MS = 600_000  # of a process at work: longer than any compiler or single run takes, or it hangs
QUIT_GRACE_MS = 400
HELLO_MS = 60_000  # a worker that has not said hello by then is taken for one that cannot be started
STARTS_BEFORE_GIVING_UP = 3
PREPARATION_ID = 0  # of the job that each process does first; requests count from 1

Answer = Callable[[dict[str, Any]], None]
Sentence = list[str]  # template, argument, …


def error_of(kind: str, template: str, *arguments: object) -> dict[str, Any]:
    """An error in the protocol's shape."""
    words = [str(a) for a in arguments]
    return {"kind": kind, "sentence": template.format(*words), "template": template, "arguments": words}


def sentence_of(error: Mapping[str, Any]) -> Sentence:
    """The translatable sentence of an error."""
    template = error.get("template")
    if not template:
        return ["{0}", str(error.get("sentence", ""))]
    return [template, *(str(a) for a in error.get("arguments", ()))]


def _ignore(_: dict[str, Any]) -> None:
    return


@dataclass
class _Request:
    id: int
    body: dict[str, Any]
    on_result: Answer
    on_error: Answer
    on_progress: Answer
    repeat: bool
    limit_ms: int
    sent: bool = False
    repeated: bool = False
    cancelled: bool = False
    timer: QTimer | None = None


@dataclass(frozen=True)
class Command:
    """How a worker is started: program, arguments, additions to the environment."""

    program: str
    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def worker(kind: str, environment: Mapping[str, str] | None = None) -> Command:
        """``python main.py worker KIND`` with this very Python."""
        return Command(sys.executable, (str(MAIN), "worker", kind), environment or {})


class _Preparation:
    """The job that each process of a kind does first, and the time it may take."""

    def __init__(self, parent: QObject) -> None:
        self.document: dict[str, Any] | None = None
        self.under_way = False
        self.timer = QTimer(parent)
        self.timer.setSingleShot(True)
        self.timer.setInterval(HANG_MS)

    def begin(self, write: Answer) -> None:
        if self.document is not None:
            self.under_way = True
            self.timer.start()
            write(self.document)

    def end(self) -> None:
        self.under_way = False
        self.timer.stop()


class WorkerProcess(QObject):
    """One worker of a kind, started when first needed and replaced when lost.

    Signals: greeted(hello) when a process is ready; worker_replaced(sentence) when one was lost and another started;
    worker_failed(sentence) when none can be started; idled() when the last request has ended; preparation_lost() when a process
    was lost while it prepared itself, which is left out from then on.
    ``silence`` runs while nothing is heard of a process at work.
    """

    greeted = Signal(dict)
    worker_replaced = Signal(list)
    worker_failed = Signal(list)
    idled = Signal()
    preparation_lost = Signal()

    def __init__(self, kind: str, command: Command | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.hello: dict[str, Any] = {}
        self._command = command or Command.worker(kind)
        self._process: QProcess | None = None
        self._buffer = b""
        self._requests: dict[int, _Request] = {}
        self._next_id = 1
        self._starts_in_vain = 0
        self._killed_for_cancel = False
        self._hung = ""
        self._stderr_tail = ""
        self.silence = QTimer(self)
        self.silence.setSingleShot(True)
        self.silence.setInterval(SILENCE_MS)
        self.silence.timeout.connect(lambda: self._on_overdue(silent=True))
        self._hello_timer = QTimer(self)
        self._hello_timer.setSingleShot(True)
        self._hello_timer.setInterval(HELLO_MS)
        self._hello_timer.timeout.connect(self._on_overdue)
        self._preparation = _Preparation(self)
        self._preparation.timer.timeout.connect(self._on_overdue)

    def request(
        self, job: str, body: Mapping[str, Any], *, on_result: Answer, on_error: Answer, on_progress: Answer = _ignore,
        repeat: bool = True, limit_ms: int = 0,
    ) -> int:
        """Ask; exactly one of ``on_result`` and ``on_error`` is called later, never from within this call.

        ``repeat`` asks again (once) when the worker dies at it. Without an answer ``limit_ms`` after it was sent, the worker is
        taken for hung and killed; 0 waits as long as it says anything at least every ``SILENCE_MS``.
        """
        document = {"id": self._next_id, "job": job, **body}
        request = _Request(self._next_id, document, on_result, on_error, on_progress, repeat, limit_ms)
        self._next_id += 1
        self._requests[request.id] = request
        self.start()
        if self.hello:
            self._send(request)
        return request.id

    def prepare(self, job: str, body: Mapping[str, Any]) -> None:
        """Have every process of this kind do this job before any other: the one that runs now, and each that replaces it."""
        self._preparation.document = {"id": PREPARATION_ID, "job": job, **body}
        if self.hello:
            self._preparation.begin(self._write)

    def cancel(self, request_id: int) -> None:
        """Ask the worker to drop a request; where it has not within a second, the worker is replaced."""
        request = self._requests.get(request_id)
        if request is None or request.cancelled:
            return
        request.cancelled = True
        if not request.sent:
            QTimer.singleShot(0, self, lambda: self._end_cancelled(request_id))
            return
        self._write({"cancel": request_id})
        self._watch(request, CANCEL_GRACE_MS)

    def is_busy(self) -> bool:
        """Whether any request has not ended."""
        return bool(self._requests)

    def pid(self) -> int:
        """Process id of the worker, 0 where none runs."""
        return int(self._process.processId()) if self._process else 0

    def start(self) -> None:
        """Start the process if there is none."""
        if self._process is not None:
            return
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in self._command.environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_stderr)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_process_error)
        self._process = process
        self._buffer, self._stderr_tail, self.hello = b"", "", {}
        self._hello_timer.start()
        process.start(self._command.program, list(self._command.arguments))

    def stop(self) -> None:
        """End the process: close its stdin, wait a little, kill. Requests end without a word; nobody is left to hear it."""
        process, self._process = self._process, None
        for request in self._requests.values():
            _unwatch(request)
        self._requests.clear()
        self._hello_timer.stop()
        self.silence.stop()
        self._preparation.end()
        self.hello = {}
        if process is None:
            return
        process.blockSignals(True)  # noqa: FBT003
        process.closeWriteChannel()
        if not process.waitForFinished(QUIT_GRACE_MS):
            process.kill()
            process.waitForFinished(5000)
        process.deleteLater()

    def _send(self, request: _Request) -> None:
        request.sent = True
        self._write(request.body)
        self.silence.start()
        if request.limit_ms:
            self._watch(request, request.limit_ms)

    def _watch(self, request: _Request, limit_ms: int) -> None:
        _unwatch(request)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._on_overdue)
        timer.start(limit_ms)
        request.timer = timer

    def _on_overdue(self, *, silent: bool = False) -> None:
        """A cancel, a request or the start was not answered in time, or nothing is heard of a process at work: it hangs."""
        if silent and not any(r.sent for r in self._requests.values()):
            return
        if not self.hello:
            self._stderr_tail = f"it did not answer within {self._hello_timer.interval() // 1000} s"
        late = [r for r in self._requests.values() if r.timer and not r.timer.isActive()]
        self._killed_for_cancel = any(r.cancelled for r in late)
        if silent:
            self._hung = f"no sign of life for {self.silence.interval() / 1000:g} s"
        elif late and not self._killed_for_cancel:
            self._hung = f"no answer for {max(r.limit_ms for r in late) / 1000:g} s"
        if self._process is not None:
            self._process.kill()

    def _write(self, document: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(orjson.dumps(document) + b"\n")
            self._process.waitForBytesWritten(0)  # now, not in the event loop: the worker begins while this process draws

    def _on_output(self) -> None:
        if self._process is None:
            return
        *lines, self._buffer = (self._buffer + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            try:
                document = orjson.loads(line)
            except ValueError:
                self._stderr_tail = (self._stderr_tail + line.decode(errors="replace"))[-2000:]
                continue
            self._on_document(document)
        if self._process is not None and self._process.bytesAvailable():  # it came while a request was written: nobody tells
            QTimer.singleShot(0, self, self._on_output)

    def _on_document(self, document: dict[str, Any]) -> None:
        if self.silence.isActive():
            self.silence.start()
        if "hello" in document:
            self._hello_timer.stop()
            self._starts_in_vain = 0
            self.hello = document["hello"]
            self._preparation.begin(self._write)
            self.greeted.emit(self.hello)
            for waiting in [r for r in self._requests.values() if not r.sent]:
                self._send(waiting)
            return
        if document.get("id") == PREPARATION_ID and "progress" not in document:
            self._preparation.end()
            return
        request = self._requests.get(document.get("id") or 0)
        if request is None:
            if document.get("id", 0) is None and "error" in document:  # it cannot start, or could not read a line
                self._stderr_tail = str(document["error"].get("sentence", ""))
            return
        if "progress" in document:
            request.on_progress(document["progress"])
        elif "result" in document:
            self._end(request, request.on_result, document["result"])
        elif "error" in document:
            self._end(request, request.on_error, document["error"])

    def _end(self, request: _Request, callback: Answer, answer: dict[str, Any]) -> None:
        _unwatch(request)
        self._requests.pop(request.id, None)
        callback(answer)
        if not self._requests:
            self.idled.emit()

    def _end_cancelled(self, request_id: int) -> None:
        request = self._requests.get(request_id)
        if request is not None:
            self._end(request, request.on_error, error_of("cancelled", "cancelled"))

    def _on_stderr(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            self._stderr_tail = (self._stderr_tail + text)[-2000:]
            sys.stderr.write(text)

    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._stderr_tail = self._process.errorString() if self._process else ""
            self._on_lost(said_hello=False, how=self._stderr_tail)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        crashed = status == QProcess.ExitStatus.CrashExit
        self._on_output()
        self._on_lost(said_hello=bool(self.hello), how=self._hung or (f"signal {code}" if crashed else f"exit code {code}"))

    def _on_lost(self, *, said_hello: bool, how: str) -> None:
        """The process is gone without having been asked to go."""
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._hello_timer.stop()
        self.silence.stop()
        self.hello, self._hung = {}, ""
        asked, self._killed_for_cancel = self._killed_for_cancel, False
        if self._preparation.under_way and not asked:
            self._preparation.document = None
            self.preparation_lost.emit()
        self._preparation.end()
        self._starts_in_vain = 0 if said_hello else self._starts_in_vain + 1
        last_words = self._stderr_tail.strip().splitlines()[-1:] or [how]
        if self._starts_in_vain >= STARTS_BEFORE_GIVING_UP:
            sentence = ["the {0} process cannot be started: {1}", self.kind, last_words[0]]
            for request in list(self._requests.values()):
                self._end(request, request.on_error, error_of("fault", *sentence))
            self.worker_failed.emit(sentence)
            return
        running = [r for r in self._requests.values() if r.sent]
        dropped = [r for r in running if r.cancelled or r.repeated or not r.repeat]
        for request in running:
            _unwatch(request)
            request.sent, request.repeated = False, True
        self.start()
        for request in dropped:
            gone = error_of("cancelled", "cancelled") if request.cancelled else error_of(
                "fault", "the {0} process ended ({1}) before it could finish", self.kind, how
            )
            self._end(request, request.on_error, gone)
        if not asked:
            again = len(running) > len(dropped)
            template = (
                "The {0} process ended ({1}); it was started again and its job is repeated." if again
                else "The {0} process ended ({1}); it was started again."
            )
            self.worker_replaced.emit([template, self.kind, how])


def _unwatch(request: _Request) -> None:
    if request.timer is not None:
        request.timer.stop()
        request.timer.deleteLater()
        request.timer = None
