"""Own architectures as plain data: which files of a folder are meant, and what became of each. Imports no file of the user's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.core.errors import BadInput

MOST_FILES = 200  # of a folder; more is not a folder of architectures but a folder chosen by mistake


@dataclass(frozen=True)
class OwnFile:
    """One file: its presets where it could be loaded (none: it declares no architecture), else the error.

    ``error`` is [template, argument, …] in one line, ``details`` the traceback; ``sha256`` is of the content that was loaded.
    """

    folder: str
    file: str
    sha256: str = ""
    presets: tuple[str, ...] = ()
    error: tuple[str, ...] = ()
    details: str = ""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.folder) / self.file

    def sentence(self) -> str:
        """The error in English; empty where there is none."""
        return self.error[0].format(*self.error[1:]) if self.error else ""

    def to_json(self) -> dict[str, Any]:
        """As it passes between the processes."""
        return {
            "folder": self.folder, "file": self.file, "sha256": self.sha256, "presets": list(self.presets),
            "error": list(self.error), "details": self.details,
        }

    @staticmethod
    def from_json(document: object) -> OwnFile:
        """Raises BadInput where the document is something else."""
        if not isinstance(document, Mapping) or not all(isinstance(document.get(k), str) for k in ("folder", "file")):
            raise BadInput("not a file of own architectures: {0}; folder and file are needed", document)
        texts = {k: tuple(str(t) for t in document.get(k, ())) for k in ("presets", "error")}
        return OwnFile(
            document["folder"], document["file"], str(document.get("sha256", "")), texts["presets"], texts["error"],
            str(document.get("details", "")),
        )


def own_files(folder: Path) -> list[OwnFile]:
    """The files of a folder that would be imported: ``*.py``, none that begins with _ or a full stop; by name.

    Raises BadInput where the folder is gone, cannot be read, or holds more than MOST_FILES.
    """
    try:
        names = sorted(p.name for p in folder.iterdir() if p.suffix == ".py" and p.name[0] not in "._" and not p.is_dir())
    except NotADirectoryError as error:
        raise BadInput("{0} is no folder; own architectures are the .py files of a folder", folder) from error
    except FileNotFoundError as error:
        raise BadInput("the folder {0} of own architectures is not there", folder) from error
    except OSError as error:
        raise BadInput("the folder {0} cannot be read: {1}", folder, error.strerror or error) from error
    for text in (str(folder.resolve()), *names):
        if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
            raise BadInput("{0} holds a name that is no text: {1}; rename it", ascii(str(folder)), ascii(text))
    if len(names) > MOST_FILES:
        raise BadInput("{0} holds {1} Python files; a folder of architectures has at most {2}", folder, len(names), MOST_FILES)
    return [OwnFile(str(folder.resolve()), name) for name in names]


def read_files(request: Mapping[str, Any]) -> list[OwnFile]:
    """The ``files`` of a worker's request. Raises BadInput."""
    files = request.get("files")
    if not isinstance(files, Sequence) or isinstance(files, str):
        raise BadInput("files is {0}; a list is needed", files)
    return [OwnFile.from_json(f) for f in files]
