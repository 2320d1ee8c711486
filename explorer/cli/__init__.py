"""The program without a window: ``main.py list | analyse | compare | measure | export | picture | worker``. Knows no Qt.

Exit code 0 done, 2 bad input (one line on stderr says what), 1 a fault, 130 interrupted. JSON goes to stdout, nothing else does.
"""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Sequence
from contextlib import redirect_stdout

from explorer.core.errors import BadInput, Cancelled, ExplorerError

TRACEBACK_VARIABLE = "ARCHITECTURE_EXPLORER_TRACEBACK"
FAULT, BAD_INPUT, INTERRUPTED, NOBODY_READS = 1, 2, 130, 141


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Every failure is one line on stderr."""
    try:
        code = _run(list(sys.argv[1:] if words is None else words))
        sys.stdout.flush()
    except BadInput as error:
        return _end(BAD_INPUT, str(error))
    except (Cancelled, KeyboardInterrupt) as error:
        kept = error.kept if isinstance(error, Cancelled) else ""
        return _end(INTERRUPTED, f"interrupted; {kept or 'nothing was written'}")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still buffered has nowhere to go
        return NOBODY_READS
    except ExplorerError as error:
        return _end(FAULT, str(error))
    except Exception as error:  # noqa: BLE001 - the user gets a sentence, a developer asks for the traceback
        text = str(error) or type(error).__name__
        return _end(FAULT, f"a fault of this program: {text} (set {TRACEBACK_VARIABLE}=1 to see where)")
    return code


def _run(words: list[str]) -> int:
    if words[:1] == ["worker"] and len(words) == 2 and not words[1].startswith("-"):
        from explorer import worker  # before anything that could print

        return worker.run(words[1])
    from explorer.cli.arguments import parse

    arguments = parse(words)
    arguments.out, arguments.own = sys.stdout, []
    if getattr(arguments, "library", None):
        return _run_with_own(arguments)
    if arguments.command == "history":
        from explorer.cli.history import history

        return history(arguments)
    from explorer.cli import commands  # torch comes with it

    return commands.COMMANDS[arguments.command](arguments)


def _run_with_own(arguments: Namespace) -> int:
    """The same with the user's own architectures; what their code prints goes to stderr."""
    from explorer.cli import own

    tried = own.begin(arguments.library)
    from explorer.cli import commands

    with redirect_stdout(sys.stderr):
        arguments.own = own.load(tried())
        try:
            return commands.COMMANDS[arguments.command](arguments)
        except BadInput as error:
            raise own.with_failures(error, arguments.own) from error


def _end(code: int, sentence: str) -> int:
    if os.environ.get(TRACEBACK_VARIABLE):
        traceback.print_exc()
    sys.stderr.write("main.py: " + " ".join(sentence.split()) + "\n")
    return code
