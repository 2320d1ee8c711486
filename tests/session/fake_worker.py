"""A worker without torch for tests: answers, waits, hangs or dies as the request says. Speaks the worker protocol."""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any


def say(document: dict[str, Any]) -> None:
    """One line out."""
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Serve until stdin closes."""
    marker = sys.argv[1] if len(sys.argv) > 1 else ""
    if marker == "silent":
        sys.stdin.read()
        return 0
    if marker == "broken":
        sys.stderr.write("no such module: torch\n")
        return 1
    say({"hello": {"worker": "fake", "version": 1, "torch": "none", "devices": ["cpu"], "cpus": 2, "pid": os.getpid()}})
    held: dict[int, threading.Event] = {}

    def wait(number: int, *, deaf: bool) -> None:
        say({"id": number, "progress": {"fraction": 0.5, "text": ["running in {0}", str(os.getpid())]}})
        held[number].wait()
        if not deaf:
            say({"id": number, "error": {"kind": "cancelled", "sentence": "cancelled", "template": "cancelled", "arguments": []}})

    for line in sys.stdin:
        message = json.loads(line)
        if "cancel" in message:
            held.get(message["cancel"], threading.Event()).set()
            continue
        number, job = message["id"], message["job"]
        if job == "echo":
            say({"id": number, "result": {"said": message.get("text", ""), "pid": os.getpid()}})
        elif job == "refuse":
            error = {"kind": "bad input", "sentence": "no", "template": "{0} is not allowed", "arguments": ["9"]}
            say({"id": number, "error": error})
        elif job == "die":
            os.kill(os.getpid(), 9)
        elif job == "die once":
            if not os.path.exists(message["file"]):  # noqa: PTH110
                open(message["file"], "w").close()  # noqa: PTH123
                os.kill(os.getpid(), 9)
            say({"id": number, "result": {"pid": os.getpid()}})
        elif job in ("wait", "deaf"):
            held[number] = threading.Event()
            threading.Thread(target=wait, args=(number,), kwargs={"deaf": job == "deaf"}, daemon=True).start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
