"""Which weights a recipe takes: a file, known by its hash, with the accuracy its owner states. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path, PurePath
from typing import Any

from explorer.core.errors import BadInput

DATASET_CHARACTERS = 80
NOTE_CHARACTERS = 120
HASH_CHARACTERS = 64


@dataclass(frozen=True)
class OwnAccuracy:
    """What the owner of a network measured: per cent on a data set, for the recipe of that digest and for no other.

    ``note``: how, in a few words ("3 seeds, 120 epochs").
    """

    top1: float
    dataset: str
    digest: str
    top5: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        for name, value in (("top-1", self.top1), ("top-5", self.top5)):
            if value is not None and not (isfinite(value) and 0 <= value <= 100):
                raise BadInput("{0} = {1} is not allowed; allowed: per cent from 0 to 100", name, value)
        if self.top5 is not None and self.top5 < self.top1:
            raise BadInput("top-5 = {0} is below top-1 = {1}", f"{self.top5:g}", f"{self.top1:g}")
        if not self.dataset.strip() or len(self.dataset) > DATASET_CHARACTERS:
            raise BadInput("the data set needs a name of 1 to {0} characters", DATASET_CHARACTERS)
        if len(self.note) > NOTE_CHARACTERS:
            raise BadInput("how it was measured is {0} characters long; allowed: at most {1}", len(self.note), NOTE_CHARACTERS)

    def to_json(self) -> dict[str, Any]:
        """The entry of a recipe file."""
        top5 = {} if self.top5 is None else {"top5": self.top5}
        note = {"note": self.note} if self.note else {}
        return {"top1": self.top1, **top5, "dataset": self.dataset, **note, "digest": self.digest}

    @staticmethod
    def from_json(document: object) -> OwnAccuracy:
        """Raises BadInput for anything but what ``to_json`` gives."""
        if not isinstance(document, dict):
            raise BadInput("recipe with a malformed accuracy: {0}; an object is needed", document)
        top1, top5, dataset, digest = (document.get(name) for name in ("top1", "top5", "dataset", "digest"))
        note = document.get("note", "")
        if not _is_number(top1) or not (top5 is None or _is_number(top5)):
            raise BadInput("recipe with a malformed accuracy: {0}; \"top1\" and \"top5\" are per cent", document)
        if not isinstance(dataset, str) or not isinstance(digest, str) or not isinstance(note, str):
            raise BadInput("recipe with a malformed accuracy: {0}; \"dataset\", \"digest\" and \"note\" are texts", document)
        return OwnAccuracy(float(str(top1)), dataset, digest, None if top5 is None else float(str(top5)), note)


def typed_accuracy(top1: str, top5: str, dataset: str, note: str, digest: str) -> OwnAccuracy | None:
    """What was typed into fields; None where no figure and no data set was. A decimal comma is one. Raises BadInput."""
    if not top1.strip() and not top5.strip() and not dataset.strip():
        return None
    tops = [_typed_number(name, text) for name, text in (("top-1", top1), ("top-5", top5))]
    if tops[0] is None:
        raise BadInput("{0} = {1} is not allowed; allowed: per cent from 0 to 100", "top-1", top1.strip() or "(nothing)")
    return OwnAccuracy(tops[0], dataset.strip(), digest, tops[1], " ".join(note.split()))


def _typed_number(name: str, text: str) -> float | None:
    try:
        return float(text.strip().replace(",", ".")) if text.strip() else None
    except ValueError:
        raise BadInput("{0} = {1} is not allowed; allowed: per cent from 0 to 100", name, text.strip()) from None


@dataclass(frozen=True)
class WeightsFile:
    """A checkpoint: path, SHA-256 of its content, and its own accuracy where the owner stated one."""

    path: str
    sha256: str
    accuracy: OwnAccuracy | None = None

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path).name

    def to_json(self) -> dict[str, Any]:
        """The entry of a recipe file."""
        accuracy = {} if self.accuracy is None else {"accuracy": self.accuracy.to_json()}
        return {"path": self.path, "sha256": self.sha256, **accuracy}

    @staticmethod
    def from_json(document: object) -> WeightsFile:
        """Raises BadInput for anything but what ``to_json`` gives."""
        if not isinstance(document, dict):
            raise BadInput("recipe with malformed weights: {0}; an object with \"path\" and \"sha256\" is needed", document)
        path, sha256, accuracy = document.get("path"), document.get("sha256"), document.get("accuracy")
        if not isinstance(path, str) or not path or "\0" in path:
            raise BadInput("recipe with malformed weights: \"path\" is {0}; a file name is needed", path)
        if not isinstance(sha256, str) or len(sha256) != HASH_CHARACTERS or not set(sha256) <= set("0123456789abcdef"):
            raise BadInput("recipe with malformed weights: \"sha256\" is {0}; 64 hexadecimal digits are needed", sha256)
        return WeightsFile(path, sha256, None if accuracy is None else OwnAccuracy.from_json(accuracy))

    def within(self, folder: Path) -> WeightsFile:
        """The same with a relative path made absolute: a recipe may lie beside its weights and be moved with them."""
        return replace(self, path=str(folder.absolute() / self.path))

    def seen_from(self, folder: Path) -> WeightsFile:
        """The same with the path relative to ``folder`` where the file lies in it."""
        try:
            return replace(self, path=str(Path(self.path).relative_to(folder.absolute())))
        except ValueError:
            return self


def shown_accuracy(weights: WeightsFile | None, digest: str, report: dict[str, Any] | None) -> OwnAccuracy | None:
    """The owner's accuracy where it holds: for the recipe it was stated for, with every tensor from the file."""
    if weights is None or weights.accuracy is None or report is None:
        return None
    whole = report["matched"] == report["needed"] and not report["reinitialised"]
    return weights.accuracy if whole and weights.accuracy.digest == digest else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
