"""Checkpoint files as named tensors. No pickle is ever executed: what needs one to run code is refused with a sentence.

``.safetensors`` holds tensors only. ``.pth``, ``.pt`` and ``.bin`` are pickles; torch's own restricted reader
(``weights_only=True``) takes tensors and plain containers out of them and nothing else. Which of the two a file is, its content
says, not its name.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from explorer.core import units
from explorer.core.errors import BadInput
from explorer.core.memory import available_bytes
from explorer.core.recipe import Recipe

WRAPPERS = ("state_dict", "model", "model_state_dict", "model_ema", "ema")
PREFIXES = ("module.", "_orig_mod.")  # of DataParallel and of torch.compile
RECIPE_KEY, DIGEST_KEY = "architecture_explorer.recipe", "architecture_explorer.digest"
CHUNK = 1 << 22
ZIP_MAGIC = b"PK\x03\x04"
HEADER_LIMIT = 100_000_000  # bytes of a safetensors header, as the format has it
TOO_DEEP = 4


@dataclass(frozen=True)
class Checkpoint:
    """Tensors by name, prefixes taken off; ``wrapper`` is the key they stood under ("" at the top).

    ``digest`` and ``trained_from`` are those of the recipe that our own training script noted in the file, where it did.
    """

    path: Path
    sha256: str
    tensors: Mapping[str, Tensor]
    wrapper: str = ""
    digest: str = ""
    trained_from: Recipe | None = None


def read_checkpoint(path: Path, sha256: str = "") -> Checkpoint:
    """The checkpoint in a file; ``sha256`` is what its content has to have ("" anything).

    Raises BadInput for a file that is not there, is not the one of that hash, is damaged, holds no tensors or needs a pickle run.
    """
    found = file_hash(path)
    if sha256 and found != sha256:
        raise BadInput("{0} is not the weights file of this recipe: its SHA-256 begins {1}, the recipe's {2}", path, found[:12],
                       sha256[:12])
    with path.open("rb") as file:
        head = file.read(9)
    if len(head) == 9 and head[8:] == b"{" and int.from_bytes(head[:8], "little") <= HEADER_LIMIT:
        tensors, notes = _read_safetensors(path)
        wrapper = ""
    else:
        document = _read_torch(path, zipped=head.startswith(ZIP_MAGIC))
        tensors, wrapper, notes = _unwrapped(document)
    if not tensors:
        raise BadInput("{0} holds no named tensors; a state dict is needed, bare or under {1}", path, ", ".join(WRAPPERS))
    return Checkpoint(path, found, {_bare(name): tensor for name, tensor in tensors.items()}, wrapper, *_origin(notes))


def file_hash(path: Path) -> str:
    """SHA-256 of a file's content. Raises BadInput where it cannot be read."""
    try:
        if path.exists() and not path.is_file():
            raise BadInput("{0} is not an ordinary file; a weights file is needed", path)
        stamp = path.stat()
        return _hash(path, stamp.st_mtime_ns, stamp.st_size, stamp.st_ino)
    except FileNotFoundError:
        raise BadInput("there is no weights file {0}", path) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise BadInput("cannot read {0}: {1}", path, getattr(error, "strerror", None) or error) from error


@lru_cache(maxsize=16)
def _hash(path: Path, _changed: int, _size: int, _inode: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _read_safetensors(path: Path) -> tuple[dict[str, Tensor], Mapping[str, Any]]:
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt", device="cpu") as file:
            return {name: file.get_tensor(name) for name in file.keys()}, file.metadata() or {}  # noqa: SIM118
    except (SafetensorError, OSError, ValueError) as error:
        raise BadInput("{0} is damaged, or not a safetensors file: {1}", path, _first_line(error)) from error


def _read_torch(path: Path, *, zipped: bool) -> object:
    _check_room(path, zipped=zipped)
    try:
        with _without_warnings():
            return torch.load(path, map_location="cpu", weights_only=True, mmap=zipped)
    except pickle.UnpicklingError as error:
        name = re.search(r"GLOBAL ([\w.]+)", str(error))
        if name is None:
            raise BadInput("{0} is damaged, or not a checkpoint that torch wrote", path) from error
        raise BadInput(
            "{0} is refused: reading it would run code ({1}), and this program runs none from a file; save the state dict alone, "
            "torch.save(model.state_dict(), …), or as .safetensors", path, name[1],
        ) from error
    except Exception as error:  # a damaged file makes the reader stumble anywhere
        raise BadInput("{0} is damaged, or not a checkpoint that torch wrote: {1}", path, _first_line(error)) from error


def _check_room(path: Path, *, zipped: bool) -> None:
    """Raises BadInput where the file unpacks to more than there is memory: a zip can say little and hold much."""
    size = path.stat().st_size
    if zipped:
        try:
            with zipfile.ZipFile(path) as archive:
                size = max(size, sum(entry.file_size for entry in archive.infolist()))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise BadInput("{0} is damaged, or not a checkpoint that torch wrote: {1}", path, _first_line(error)) from error
    free = available_bytes()
    if free is not None and size > free:
        raise BadInput("{0} takes {1} of memory and {2} is free", path, units.size(size), units.size(free))


@contextmanager
def _without_warnings() -> Iterator[None]:
    """What torch thinks of old formats is not for the user."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _unwrapped(document: object) -> tuple[dict[str, Tensor], str, Mapping[str, Any]]:
    """The first mapping with tensors on the way down through the known wrappers, its key, and the notes at the top."""
    top: Mapping[str, Any] = document if isinstance(document, Mapping) else {}
    level: object = document
    way: list[str] = []
    while isinstance(level, Mapping) and len(way) < TOO_DEEP:
        tensors = {name: tensor for name, tensor in level.items() if isinstance(name, str) and isinstance(tensor, Tensor)}
        inner = next((key for key in (*WRAPPERS, "module") if isinstance(level.get(key), Mapping)), None)
        if tensors and (inner is None or len(tensors) > len(level[inner])):
            return tensors, ".".join(way), top
        if inner is None:
            break
        level = level[inner]
        way.append(inner)
    return {}, "", top


def _bare(name: str) -> str:
    while name.startswith(PREFIXES):
        name = name.removeprefix(PREFIXES[0]).removeprefix(PREFIXES[1])
    return name


def _origin(notes: Mapping[str, Any]) -> tuple[str, Recipe | None]:
    """The digest noted in the file and its recipe; neither where the two contradict each other."""
    text, digest = notes.get(RECIPE_KEY), notes.get(DIGEST_KEY)
    if not isinstance(digest, str):
        return "", None
    if not isinstance(text, str):
        return digest, None
    try:
        recipe = Recipe.from_json(json.loads(text)).structure()
    except (BadInput, ValueError, RecursionError):  # not ours: the tensors may be of use all the same
        return "", None
    return (digest, recipe) if digest == recipe.digest() else ("", None)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
