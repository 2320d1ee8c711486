"""What a sweep has finished, line by line in a file: whatever ends the program, nothing that was finished is done again.

The first line is the plan; each further one ``{"analysed" or "measured": number, …figures}``. A line torn by a crash is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from explorer.core.errors import BadInput
from explorer.core.sweep import Plan

if os.name == "posix":
    import fcntl


class Journal:
    """The open journal of a plan. ``analysed`` and ``measured`` hold what is finished, by variant number, from earlier runs too.

    Raises BadInput where the file belongs to another sweep, is in use by another process, or cannot be read or written.
    """

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path = path
        self.analysed: dict[int, dict[str, Any]] = {}
        self.measured: dict[int, dict[str, Any]] = {}
        try:
            self._file: BinaryIO = path.open("a+b")
        except OSError as error:
            raise BadInput("the journal {0} cannot be written: {1}", path, error.strerror) from error
        try:
            self._lock()
            self._read(plan)
        except BaseException:
            self._file.close()
            raise

    def add_analyses(self, rows: Mapping[int, Mapping[str, Any]]) -> None:
        """Note analysed variants by number; they are on the disk when this returns. One that is noted already is left."""
        self._add("analysed", self.analysed, rows)

    def add_measurement(self, number: int, measurement: Mapping[str, Any]) -> None:
        """Note a measured variant, in the same way."""
        self._add("measured", self.measured, {number: measurement})

    def close(self) -> None:
        """Let go of the file; it stays."""
        self._file.close()

    def remove(self) -> None:
        """The sweep is whole and its result is written: the file goes."""
        self.path.unlink(missing_ok=True)
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _add(self, kind: str, held: dict[int, dict[str, Any]], rows: Mapping[int, Mapping[str, Any]]) -> None:
        new = {number: dict(row) for number, row in rows.items() if number not in held}
        lines = [json.dumps({kind: number, **row}, ensure_ascii=False, separators=(",", ":")) for number, row in new.items()]
        try:
            self._file.write("".join(line + "\n" for line in lines).encode())
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise BadInput("the journal {0} cannot be written: {1}", self.path, error.strerror) from error
        held |= new

    def _lock(self) -> None:
        if os.name != "posix":
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BadInput("the sweep {0} is running in another process", self.path) from error

    def _read(self, plan: Plan) -> None:
        head = (json.dumps(plan.to_json(), ensure_ascii=False, separators=(",", ":")) + "\n").encode()
        self._file.seek(0)
        content = self._file.read()
        whole = content[: content.rfind(b"\n") + 1]  # what follows was torn
        lines = whole.splitlines()
        try:
            documents = [json.loads(line) for line in lines]
            same = not documents or Plan.from_json(documents[0]) == plan
            if not same and len(documents) == 1:  # another sweep that finished nothing: nothing is lost with it
                whole, documents, same = b"", [], True
            analysed = {int(row.pop("analysed")): row for row in documents[1:] if "analysed" in row}
            measured = {int(row.pop("measured")): row for row in documents[1:] if "measured" in row}
        except (ValueError, KeyError, AttributeError, TypeError, BadInput) as error:
            raise BadInput("{0} is not the journal of a sweep; it is left as it is. Give another name", self.path) from error
        if not same:
            raise BadInput("{0} holds another sweep that is not finished; finish it, remove it, or give another name", self.path)
        if len(whole) < len(content):
            self._file.truncate(len(whole))
        if not documents:
            self._file.write(head)
            self._file.flush()
        self.analysed, self.measured = analysed, measured
