"""Tries the user's files in a process to lose, before any other process imports them. Imports none of them itself; no torch.

A file may loop for ever, call ``os._exit`` or crash the interpreter. The trial process says before each file which one it is;
where it dies or falls silent, that file is to blame, is reported, and the others are tried again in a fresh process. So one
process (about as long as importing torch) is the usual cost, and each bad file of this kind costs one more.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from explorer.core.errors import ExplorerError
from explorer.core.own import OwnFile, read_files
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched

MAIN = Path(__file__).resolve().parents[1] / "main.py"
START_S = 60.0  # for a trial process to say hello: torch is imported
FILE_S = 20.0  # for a file to be imported and its presets to be analysed
LOOK_S = 0.1  # between two looks at whether the trial is still wanted
LIMIT_VARIABLE = "ARCHITECTURE_EXPLORER_TRIAL_S"  # another limit for a file, in seconds


@dataclass
class _Attempt:
    """How one trial process went: the report, or which file it was at (-1 before the first) when it ended and how."""

    report: list[OwnFile] = field(default_factory=list)
    at: int = -1
    how: tuple[str, ...] = ()


def try_files(
    files: Sequence[OwnFile], *, progress: Progress = unwatched, cancelled: IsCancelled = never, command: Sequence[str] = ()
) -> list[OwnFile]:
    """What became of each file, in the given order. Raises ExplorerError where no trial process can be had, Cancelled."""
    command = command or (sys.executable, str(MAIN), "worker", "trial")
    blamed: dict[OwnFile, OwnFile] = {}
    while True:
        candidates = [f for f in files if f not in blamed]
        attempt = _attempt(command, candidates, progress, cancelled) if candidates else _Attempt()
        if not attempt.how:
            found = {(f.folder, f.file): f for f in (*attempt.report, *blamed.values())}
            return [found[f.folder, f.file] for f in files]
        if attempt.at < 0:
            raise ExplorerError(f"own architectures cannot be tried: the trial process {attempt.how[0].format(*attempt.how[1:])}")
        culprit = candidates[attempt.at]
        blamed[culprit] = replace(culprit, error=("importing it " + attempt.how[0], *attempt.how[1:]))


def hello() -> dict[str, Any]:
    """What the worker that watches over trials says of itself."""
    return {"pid": os.getpid()}


def tidy() -> None:
    """Nothing is left behind here: the trials are other processes."""


def handlers(_kind: str) -> dict[str, Callable[..., dict[str, Any]]]:
    """Its one job."""

    def attempt(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        files = try_files(read_files(request), progress=progress, cancelled=cancelled)
        return {"files": [f.to_json() for f in files]}

    return {"try": attempt}


def _attempt(command: Sequence[str], files: Sequence[OwnFile], progress: Progress, cancelled: IsCancelled) -> _Attempt:
    with tempfile.TemporaryFile() as words, subprocess.Popen(
        list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words
    ) as process:
        lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=_read, args=(process.stdout, lines), daemon=True).start()
        try:
            return _follow(process, lines, files, progress, cancelled)
        finally:
            process.kill()


def _read(stream: IO[bytes], lines: queue.Queue[bytes]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(b"")


def _follow(
    process: subprocess.Popen[bytes], lines: queue.Queue[bytes], files: Sequence[OwnFile], progress: Progress,
    cancelled: IsCancelled,
) -> _Attempt:
    assert process.stdin is not None
    request = {"id": 1, "job": "try", "files": [f.to_json() for f in files]}
    attempt = _Attempt()
    limit_s = file_limit_s()
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
    except OSError:
        attempt.how = ("ends the process",)
        return attempt
    waited, allowed = 0.0, START_S
    while True:
        stop_if(cancelled)
        try:
            line = lines.get(timeout=LOOK_S)
        except queue.Empty:
            waited += LOOK_S
            if waited > allowed:
                attempt.how = ("takes longer than {0} s", f"{allowed:g}")
                return attempt
            continue
        if not line:
            attempt.how = ("ends the process ({0})", _death(process.wait()))
            return attempt
        message = json.loads(line)
        waited, allowed = 0.0, limit_s
        if "progress" in message:
            attempt.at = int(message["progress"]["text"][0])
            progress(message["progress"]["fraction"], ["trying {0}", files[attempt.at].file])
        elif "result" in message:
            attempt.report = [OwnFile.from_json(f) for f in message["result"]["files"]]
            return attempt
        elif "error" in message:
            raise ExplorerError(f"own architectures cannot be tried: {message['error']['sentence']}")


def file_limit_s() -> float:
    """Seconds that one file may take."""
    try:
        return float(os.environ.get(LIMIT_VARIABLE, FILE_S))
    except ValueError:
        return FILE_S


def _death(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    return signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
