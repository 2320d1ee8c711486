"""``--library DIR`` of the command line: naming the folder is the consent to run what lies in it. No torch until it loads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from explorer.core.errors import BadInput
from explorer.core.own import OwnFile, own_files
from explorer.trial import try_files


def begin(folders: Iterable[str]) -> Callable[[], list[OwnFile]]:
    """Start trying the folders' files beside what this process does meanwhile (importing torch); the call waits for the end.

    Raises BadInput where a folder cannot be used.
    """
    listed = [file for folder in dict.fromkeys(Path(f).resolve() for f in folders) for file in own_files(folder)]
    pool = ThreadPoolExecutor(1)
    future = pool.submit(try_files, listed)
    pool.shutdown(wait=False)
    return future.result


def load(tried: Iterable[OwnFile]) -> list[OwnFile]:
    """Load what was tried, in this process."""
    from explorer.analysis.own import load as load_files

    return load_files(tried, analysed=False)


def with_failures(error: BadInput, files: Iterable[OwnFile]) -> BadInput:
    """An error about an unknown preset, and the files that could not be loaded: it may have been in one of them."""
    failed = [f"{f.file} ({f.sentence()})" for f in files if f.error]
    if not failed or "no preset named" not in str(error):
        return error
    return BadInput("{0}; not loaded: {1}", error, "; ".join(failed))
