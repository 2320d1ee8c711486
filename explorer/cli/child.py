"""One job in a worker process of its own, for a command that needs another environment than this process has."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from explorer.core.errors import BadInput, Cancelled, ExplorerError

MAIN = Path(__file__).resolve().parents[2] / "main.py"
LEAVE_S = 5.0


def ask_worker(
    kind: str, request: Mapping[str, Any], environment: Mapping[str, str], command: Sequence[str] | None = None, *,
    first: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The worker's result. Raises what it answers: BadInput, Cancelled, or ExplorerError for a fault or its death.

    ``first`` is a request sent before, whose answer nobody waits for.
    """
    command = command or [sys.executable, str(MAIN), "worker", kind]
    with tempfile.TemporaryFile() as stderr, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, env=dict(environment)
    ) as process:
        try:
            requests = [{"id": 0, **first}] if first else []
            ending = _talk(process, [*requests, {"id": 1, **request}])
        finally:
            _dismiss(process)
        if ending is None:
            raise ExplorerError(f"the {kind} process {_death(process.returncode)} before it could finish{_last_words(stderr)}")
    if "error" in ending:
        raise _as_error(ending["error"])
    result: dict[str, Any] = ending["result"]
    return result


def _talk(process: subprocess.Popen[bytes], requests: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The message that ends the last request, None where the worker ends first."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(b"".join(json.dumps(request).encode() + b"\n" for request in requests))
        process.stdin.flush()
    except OSError:  # it died before it read anything
        return None
    for line in process.stdout:
        message: dict[str, Any] = json.loads(line)
        if ("result" in message or "error" in message) and message.get("id") != 0:
            return message
    return None


def _dismiss(process: subprocess.Popen[bytes]) -> None:
    """Close the worker's stdin, upon which it leaves; kill it where it does not."""
    if process.stdin is not None:
        try:
            process.stdin.close()
        except OSError:  # it is gone already
            process.stdin = None
    try:
        process.wait(LEAVE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _as_error(error: dict[str, Any]) -> ExplorerError:
    if error["kind"] == "bad input":
        return BadInput(error["template"], *error["arguments"])
    return Cancelled(error["sentence"]) if error["kind"] == "cancelled" else ExplorerError(error["sentence"])


def _death(code: int) -> str:
    if code >= 0:
        return f"ended with exit code {code}"
    name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
    return f"was killed ({name}{', perhaps for want of memory' if name == 'SIGKILL' else ''})"


def _last_words(stderr: IO[bytes]) -> str:
    stderr.seek(0)
    lines = stderr.read().decode(errors="replace").strip().splitlines()
    return f": {lines[-1]}" if lines else ""
