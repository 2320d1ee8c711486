"""Own architectures: files of a folder that the user chose, each imported under a private name, registered whole or not at all.

A file is the module ``own_architectures.<key of the folder>.<its name>``, so that it collides with nothing bundled and nothing
installed; files of one folder import one another relatively (``from .blocks import Mixer``) and the library by its name
(``from models import common``). What is executed is exactly what was hashed: no bytecode is read or written.

Importing a file runs it. Whoever calls ``add`` has the user's consent; what may hang or crash has been tried elsewhere before
(explorer/trial.py). Knows torch and the registry, no Qt and no analysis.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from models.declaration import DeclarationError, check_declaration
from models.knobs import KnobError
from models.registry import REGISTRY, Architecture, Registry

PACKAGE = "own_architectures"


class LoadError(Exception):
    """A file that cannot be used: ``sentence`` is [template, argument, …] in one line, ``details`` the traceback."""

    def __init__(self, sentence: Sequence[object], details: str = "") -> None:
        self.sentence = tuple(str(s) for s in sentence)
        self.details = details
        super().__init__(self.sentence[0].format(*self.sentence[1:]))


@dataclass(frozen=True)
class Source:
    """The file that an architecture comes from and the SHA-256 of its content as it was executed."""

    path: Path
    sha256: str


class UserLibrary:
    """The user's files in a registry: which were executed, what each registered."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._folders: dict[str, Path] = {}  # by key
        self._hashes: dict[Path, str] = {}
        self._owners: dict[str, Path] = {}  # architecture -> file

    def add(self, path: Path) -> list[Architecture]:
        """Execute a file (unless another one has imported it already) and return what it registered, checked.

        Raises LoadError; then nothing of it is left.
        """
        name = self._module_name(path)
        try:
            importlib.import_module(name)
            entries = [self.registry.architectures[n] for n, owner in self._owners.items() if owner == path]
            for entry in entries:
                check_declaration(entry)
        except (Exception, SystemExit) as error:
            self.remove(path)
            raise load_error(error, path) from error
        return entries

    def remove(self, path: Path) -> None:
        """Take a file's architectures and its module away."""
        for entry in [n for n, owner in self._owners.items() if owner == path]:
            del self._owners[entry]
            self.registry.remove(entry)
        if "." not in path.stem:
            sys.modules.pop(self._module_name(path), None)

    def clear(self) -> None:
        """Take everything of the user's away: the next ``add`` executes afresh."""
        for entry in self._owners:
            self.registry.remove(entry)
        self._owners.clear()
        self._hashes.clear()
        self._folders.clear()
        for name in [n for n in sys.modules if n == PACKAGE or n.startswith(PACKAGE + ".")]:
            del sys.modules[name]

    def source(self, architecture: str) -> Source | None:
        """Where an architecture comes from; None for a bundled one."""
        path = self._owners.get(architecture)
        return None if path is None else Source(path, self._hashes[path])

    def hash_of(self, path: Path) -> str:
        """SHA-256 of a file's content as it was executed; empty where it was not."""
        return self._hashes.get(path, "")

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Python's question to a finder of ``sys.meta_path``: the file of a private module name."""
        package, _, rest = name.partition(".")
        key, _, inner = rest.partition(".")
        if package != PACKAGE or key not in self._folders or not inner:
            return None
        place = self._folders[key].joinpath(*inner.split("."))
        file = place.with_name(place.name + ".py")
        if file.is_file():
            return spec_from_file_location(name, file, loader=_Loader(name, file, self))
        file = place / "__init__.py"
        if file.is_file():
            loader = _Loader(name, file, self)
            return spec_from_file_location(name, file, loader=loader, submodule_search_locations=[str(place)])
        return None

    @contextmanager
    def executing(self, path: Path, content_hash: str) -> Iterator[None]:
        """Around the execution of one file: what it registers is its own, and is gone again where it raises."""
        architectures, presets = dict(self.registry.architectures), dict(self.registry.presets)
        self._hashes[path] = content_hash
        try:
            yield
            touched = [n for n, entry in architectures.items() if self.registry.architectures.get(n) is not entry]
            if touched:
                raise DeclarationError("it changes architectures that are not its own: {0}", ", ".join(touched))  # noqa: TRY301
        except BaseException:
            inner = {n: self.registry.architectures[n] for n in self._owners if n in self.registry.architectures}
            self.registry.architectures.clear()
            self.registry.architectures.update(architectures | inner)
            self.registry.presets.clear()
            self.registry.presets.update(presets | {p.name: (e, p) for e in inner.values() for p in e.presets})
            raise
        for name in self.registry.architectures:
            if name not in architectures and name not in self._owners:
                self._owners[name] = path

    def _module_name(self, path: Path) -> str:
        """The private name; the packages around it are made where they are missing."""
        if "." in path.stem:
            raise LoadError(["a file name with a full stop in it ({0}) cannot be imported; rename the file", path.name])
        key = "f" + hashlib.sha256(str(path.parent).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self._folders[key] = path.parent
        for name in (PACKAGE, f"{PACKAGE}.{key}"):
            if name not in sys.modules:
                package = ModuleType(name)
                package.__path__ = []
                sys.modules[name] = package
        if self not in sys.meta_path:
            sys.meta_path.append(self)
        return f"{PACKAGE}.{key}.{path.stem}"


class _Loader(SourceFileLoader):
    """Reads, hashes and executes one file as it is now."""

    def __init__(self, name: str, path: Path, library: UserLibrary) -> None:
        super().__init__(name, str(path))
        self._file = path
        self._library = library
        self._hash = ""

    def get_code(self, fullname: str) -> CodeType:
        content = self.get_data(self.path)
        self._hash = hashlib.sha256(content).hexdigest()
        code: CodeType = self.source_to_code(content, self.path)
        return code

    def exec_module(self, module: ModuleType) -> None:
        code = self.get_code(module.__name__)
        with self._library.executing(self._file, self._hash):
            exec(code, module.__dict__)


def load_error(error: BaseException, path: Path) -> LoadError:
    """The error of a file as one line with the line number, and the traceback from the file on."""
    if isinstance(error, LoadError):
        return error
    line, details = _line_and_details(error, path)
    if isinstance(error, DeclarationError | KnobError):
        template, arguments = error.template, error.arguments
    elif isinstance(error, SyntaxError) and error.filename == str(path):
        template, arguments = "{0}", (f"{type(error).__name__}: {error.msg}",)
        line = error.lineno or line
    elif isinstance(error, SystemExit):
        template, arguments = "it ends the program (sys.exit) when it is imported", ()
    else:
        said = " ".join(str(error).split())
        template, arguments = "{0}", (f"{type(error).__name__}: {said[:300]}" if said else type(error).__name__,)
    if not line:
        return LoadError([template, *arguments], details)
    return LoadError([f"line {{{len(arguments)}}}: " + template, *arguments, line], details)


def _line_and_details(error: BaseException, path: Path) -> tuple[int, str]:
    """The innermost line of the file on the way to an error or its cause; the traceback without what is above the file."""
    each: BaseException | None = error
    line = 0
    while each is not None:
        lines = [number for frame, number in traceback.walk_tb(each.__traceback__) if frame.f_code.co_filename == str(path)]
        line = lines[-1] if lines else line
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    stack = traceback.TracebackException.from_exception(error, max_group_width=8)
    whole: traceback.TracebackException | None = stack
    while whole is not None:
        inside = [i for i, frame in enumerate(whole.stack) if frame.filename == str(path)]
        whole.stack = traceback.StackSummary.from_list(list(whole.stack)[inside[0]:] if inside else [])
        whole = whole.__cause__ or whole.__context__
    return line, "".join(stack.format())


LIBRARY = UserLibrary(REGISTRY)
