"""Own architectures in this process: load the user's files and hold each preset against the analysis."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import models
from explorer.analysis.answer import analyse, catalogue
from explorer.core.catalogue import ArchitectureSpec
from explorer.core.errors import ExplorerError
from explorer.core.own import OwnFile
from explorer.core.recipe import Recipe
from models.registry import Architecture
from models.user_library import LIBRARY, LoadError, load_error


def no_watch(_file: OwnFile) -> None:
    """Nobody needs to know which file is loaded next."""


def load(files: Iterable[OwnFile], *, analysed: bool = True, watch: Callable[[OwnFile], None] = no_watch) -> list[OwnFile]:
    """Load these files afresh in place of what was loaded before; returns what became of each.

    A file that carries an error already is only passed on. ``analysed`` has every preset built and walked at its defaults. A
    file whose content is no longer the one that was tried (its ``sha256``) is refused: what runs here has been tried.
    """
    LIBRARY.clear()
    report = []
    for file in files:
        if file.error:
            report.append(file)
            continue
        watch(file)
        try:
            report.append(_load(file, analysed=analysed))
        except LoadError as error:
            LIBRARY.remove(file.path)
            report.append(OwnFile(file.folder, file.file, file.sha256, (), error.sentence, error.details))
    return report


def whole_catalogue(files: Iterable[OwnFile]) -> dict[str, Any]:
    """The catalogue with the user's architectures, marked, and ``own_files``: what became of each file."""
    document = catalogue()
    for entry in models.architectures():
        source = LIBRARY.source(entry.name)
        if source is not None:
            marks = {"origin": "user", "source_file": source.path.name, "folder": str(source.path.parent)}
            document["architectures"].append(entry.describe() | marks)
    return document | {"own_files": [f.to_json() for f in files]}


def _load(file: OwnFile, *, analysed: bool) -> OwnFile:
    entries = LIBRARY.add(file.path)
    sha256 = LIBRARY.hash_of(file.path)
    if file.sha256 and file.sha256 != sha256:
        raise LoadError(["it was changed while it was being loaded; reload"])
    if analysed:
        for entry in entries:
            _describe(entry)
        for entry in entries:
            _walk(entry, file)
    return OwnFile(file.folder, file.file, sha256, tuple(p.name for entry in entries for p in entry.presets))


def _describe(entry: Architecture) -> None:
    """Raises LoadError where the window could not read the declaration: its whole library would be lost."""
    try:
        ArchitectureSpec.of(json.loads(json.dumps(entry.describe())))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LoadError(["{0}: the window cannot read the declaration ({1})", entry.name, repr(error)]) from error


def _walk(entry: Architecture, file: OwnFile) -> None:
    """Raises LoadError where a preset cannot be analysed as it stands."""
    for preset in entry.presets:
        try:
            analyse(Recipe(preset.name))
        except Exception as error:  # whatever the user's constructor or forward throws
            cause = error.__cause__ if isinstance(error, ExplorerError) and error.__cause__ is not None else error
            found = load_error(cause, file.path)
            template, *arguments = found.sentence
            raise LoadError([f"the preset {{{len(arguments)}}} cannot be analysed: " + template, *arguments, preset.name],
                            found.details) from error
