"""The language of the layer table's filter and of the graph's search: ``dw stride=2``, ``macs>5% -bn``, ``path:stages.5``.

A query is a test on one layer row of the analysis (docs/architecture.md); it reads ``path, type, kind, detail, input, output,
params, macs, runs`` and, where they are there, ``inputs``, ``kernel``, ``stride``, ``groups``, further columns of numbers and
``within`` (types of the enclosing modules). Words in a row must all hold; ``or`` and ``|`` bind less than that.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from explorer.core.errors import BadInput

Row = Mapping[str, Any]
Test = Callable[[Row, int, int], bool]  # a layer row, the network's MACs, its parameters

CONVOLUTIONS = frozenset({"standard", "depthwise", "pointwise", "group"})
HELP: tuple[tuple[str, str], ...] = (  # example, what it finds; every example is tried by a test
    ("dw", "depthwise convolutions; likewise pw, group, standard, conv, linear, bn, norm, relu, act, pool, add, concat, SE"),
    ("1×1", "kernels of 1×1; 3x3 and 1×7 likewise"),
    ("macs>5%", "more than 5 % of the network's MACs; params likewise"),
    ("params>=10k", "also 2.5M, 1G and 10,000; with =, equal to the digits typed"),
    ("groups>1", "also kernel, stride, channels (those that leave), in, out, size (height or width that leaves)"),
    ("stride=2", "of two different sides the larger one counts; kernel=1×7 asks for both"),
    ("path:stages.5", "in the path only; likewise type:, kind:, detail:"),
    ("idle", "modules that do not run at inference"),
    ("-bn", "not; several words must all hold, or between two of them is enough; ( ) group"),
    ('"1280 → 1000"', "this very text; any other word is looked for in path, type, kind and detail"),
)


@dataclass(frozen=True)
class Query:
    """A compiled query. ``text`` is what was typed; an empty one matches every row."""

    text: str
    test: Test | None

    def __bool__(self) -> bool:
        """Whether it asks for anything."""
        return self.test is not None

    def matches(self, row: Row, total_macs: int, total_params: int) -> bool:
        """Whether a layer row is found; the totals are what ``%`` is of."""
        return self.test is None or self.test(row, total_macs, total_params)


def compile_query(text: str) -> Query:
    """What was typed as a query; raises BadInput with what cannot be understood."""
    tokens = _tokens(text)
    if not tokens:
        return Query(text, None)
    parser = _Parser(tokens)
    test = parser.either()
    if parser.next is not None:
        raise BadInput("there is a ) without a (")
    return Query(text, test)


class Window(NamedTuple):
    """What a layer looks through: sides of kernel and stride (height, width) and its groups; None where it has none."""

    kernel: tuple[int, ...] | None
    stride: tuple[int, ...] | None
    groups: int | None


def window_of(row: Row) -> Window:
    """Kernel, stride and groups of a layer row: its own fields, or what its detail says."""
    kernel, stride, groups = row.get("kernel"), row.get("stride"), row.get("groups")
    if kernel is None:
        found = _window_in(row["detail"])
        if found.kernel is None:
            return found
        if row["kind"] not in CONVOLUTIONS:
            return found._replace(groups=None)
        if row["kind"] == "depthwise" and row["input"]:
            return found._replace(groups=row["input"][1])
        return found
    return Window(tuple(kernel), tuple(stride or (1, 1)), groups)


@lru_cache(maxsize=4096)
def _window_in(detail: str) -> Window:
    """``3×3 /2 g4`` as numbers."""
    found = _DETAIL.match(detail)
    if found is None:
        return Window(None, None, None)
    height, width, down, across, groups = found.groups()
    vertical = int(down or 1)
    return Window((int(height), int(width)), (vertical, int(across or vertical)), int(groups or 1))


_DETAIL = re.compile(r"(\d+)×(\d+)(?: /(\d+)(?:×(\d+))?)?(?: g(\d+))?$")
_TIMES = re.compile(r"(\d+)[x×*](\d+)")
_SHAPE = re.compile(r"(\d+)[x×*](\d+)[x×*](\d+)")
_SQUEEZE = re.compile(r"se|se_?(layer|module|block|unit)|squeeze_?(and_?)?excit\w*")
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d*)?|\.\d+)\s*([kmg%]?)", re.IGNORECASE)
_SIZES = {"": 1.0, "%": 1.0, "k": 1e3, "m": 1e6, "g": 1e9}

# what a layer is -------------------------------------------------------------------------------------------------------


def _kind(*kinds: str) -> Test:
    wanted = frozenset(kinds)
    return lambda row, _macs, _params: row["kind"] in wanted


def _type(*parts: str) -> Test:
    return lambda row, _macs, _params: any(part in row["type"].lower() for part in parts)


def _any(*tests: Test) -> Test:
    """One of them is enough. (The kind of what does not run is not known; its type is.)"""
    return lambda row, macs, params: any(test(row, macs, params) for test in tests)


def _is_squeeze(row: Row, _macs: int, _params: int) -> bool:
    """Whether a layer belongs to squeeze-and-excitation: by its path or the types around it."""
    parts = (*re.split(r"[.:]", row["path"]), *row.get("within", ()), row["type"])
    return any(_SQUEEZE.fullmatch(part.lower()) for part in parts)


WORDS: dict[str, Test] = {
    **dict.fromkeys(("dw", "depthwise"), _kind("depthwise")),
    **dict.fromkeys(("pw", "pointwise"), _kind("pointwise")),
    **dict.fromkeys(("group", "grouped"), _kind("group")),
    "standard": _kind("standard"),
    **dict.fromkeys(("conv", "convolution"), _any(_kind(*CONVOLUTIONS), _type("conv"))),
    **dict.fromkeys(("linear", "fc", "dense"), _any(_kind("linear"), _type("linear"))),
    **dict.fromkeys(("act", "activation"), _kind("activation")),
    **dict.fromkeys(("concat", "cat"), _kind("concat")),
    **{kind: _kind(kind) for kind in ("norm", "pool", "add", "multiply", "reshape")},
    **dict.fromkeys(("bn", "batchnorm"), _type("batchnorm", "batch_norm")),
    **dict.fromkeys(("hswish", "h-swish"), _type("hardswish")),
    "swish": _type("silu", "swish"),
    **dict.fromkeys(("se", "squeeze-excite"), _is_squeeze),
    "idle": lambda row, _macs, _params: not row["runs"],
}

# its numbers -----------------------------------------------------------------------------------------------------------


def _channels(shape: Sequence[int]) -> int | None:
    """Channels of an N×C×H×W or N×C shape; of N×tokens×C the last."""
    if len(shape) < 2:
        return None
    return shape[-1] if len(shape) == 3 else shape[1]


def _side(sides: Sequence[int] | None) -> int | None:
    return max(sides) if sides else None


def _further(name: str) -> Callable[[Row], Any]:
    return lambda row: row.get(name)


NUMBERS: dict[str, Callable[[Row], Any]] = {
    "macs": lambda row: row["macs"],
    "params": lambda row: row["params"],
    "groups": lambda row: window_of(row).groups,
    "kernel": lambda row: _side(window_of(row).kernel),
    "stride": lambda row: _side(window_of(row).stride),
    "channels": lambda row: _channels(row["output"]),
    "in": lambda row: _channels(row["input"]),
    "out": lambda row: _channels(row["output"]),
    "size": lambda row: _side(row["output"][2:]) if len(row["output"]) == 4 else None,
    **{name: _further(name) for name in ("weights", "activations", "access", "intensity")},
    "receptive": lambda row: _side((row.get("receptive") or {}).get("size") or ()),
}
SAME = {"flops": "macs", "parameters": "params", "group": "groups", "g": "groups", "k": "kernel", "s": "stride", "c": "channels",
        "resolution": "size"}
SHARES = {"macs": 0, "params": 1}  # which total a per cent is of
TEXTS = ("path", "type", "kind", "detail")
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le,
}
SPELLINGS = {"==": "=", "≥": ">=", "≤": "<=", "≠": "!=", ":": "="}


def _comparison(name: str, sign: str, value: str) -> Test:
    """``macs>5%`` as a test; raises BadInput where the column or the value makes no sense."""
    typed, name, sign = f"{name}{sign}", name.lower(), SPELLINGS.get(sign, sign)
    name = SAME.get(name, name)
    if name in TEXTS:
        if sign not in ("=", "!="):
            raise BadInput("{0} is text: it is asked for with a colon, {0}:…", name)
        if not value:
            raise BadInput("what should stand after {0}?", typed)
        found = _text(value, (name,))
        return found if sign == "=" else _not(found)
    if name not in NUMBERS:
        raise BadInput("no column is called {0}; there are: {1}", name, ", ".join((*NUMBERS, *TEXTS)))
    if not value:
        raise BadInput("{0} lacks a number", typed)
    sides = _TIMES.fullmatch(value)
    if sides is not None and name in ("kernel", "stride"):
        if sign not in ("=", "!="):
            raise BadInput("two sides are compared with =, as in {0}=3×3", name)
        wanted = (int(sides[1]), int(sides[2]))
        return lambda row, _macs, _params: (has := getattr(window_of(row), name)) is not None and (has == wanted) == (sign == "=")
    return _numeric(name, sign, value)


def _numeric(name: str, sign: str, value: str) -> Test:
    number = _NUMBER.fullmatch(value)
    if number is None:
        raise BadInput("{0} is not a number; allowed: 12, 1.5, 10k, 1M, 1G, and 5% for macs and params", value)
    digits, unit = number[1].replace(",", ""), number[2].lower()
    if unit == "%" and name not in SHARES:
        raise BadInput("{0} has no total to take per cent of; macs and params have", name)
    limit = float(digits) * _SIZES[unit]
    slack = _SIZES[unit] * 10.0 ** -len(digits.partition(".")[2]) / 2  # equal is equal to the digits typed

    def compare(has: float, want: float) -> bool:
        if sign in COMPARISONS:
            return COMPARISONS[sign](has, want)
        return (abs(has - want) <= slack) == (sign == "=")

    read = NUMBERS[name]
    if unit == "%":
        total = SHARES[name]
        return lambda row, macs, params: compare(100 * read(row) / ((macs, params)[total] or 1), limit)
    return lambda row, _macs, _params: (has := read(row)) is not None and compare(has, limit)


# text ------------------------------------------------------------------------------------------------------------------


def _text(word: str, fields: Sequence[str] = TEXTS, *, literal: bool = False) -> Test:
    """Whether a word stands in one of the fields. Unless it is literal, no number is cut: 5 is not found in 15 or 50."""
    low = word.lower()
    if literal:
        return lambda row, _macs, _params: any(low in row[field].lower() for field in fields)
    low = low.replace("*", "×") if _TIMES.fullmatch(low) else low
    before = r"(?<!\d)" if low[0].isdigit() else ""
    after = r"(?!\d)" if low[-1].isdigit() else ""
    pattern = re.compile(before + re.escape(low) + after)
    return lambda row, _macs, _params: any(pattern.search(row[field].lower()) for field in fields)


def _word(word: str) -> Test:
    """A bare word: one of the table, a kernel, a shape, or a text."""
    known = WORDS.get(word.lower())
    if known is not None:
        return known
    sides = _TIMES.fullmatch(word)
    if sides is not None:
        kernel = (int(sides[1]), int(sides[2]))
        return lambda row, _macs, _params: window_of(row).kernel == kernel
    shape = _SHAPE.fullmatch(word)
    if shape is not None:
        dims = [int(side) for side in shape.groups()]
        return lambda row, _macs, _params: dims in (row["output"][1:], *(i[1:] for i in row.get("inputs") or [row["input"]]))
    if any(sign in word for sign in "<>=≥≤≠"):
        raise BadInput("{0} is no comparison; the column comes first, as in macs>5%", word)
    return _text(word)


# the grammar -----------------------------------------------------------------------------------------------------------


class _Token(NamedTuple):
    kind: str  # open, close, or, and, not, quoted, compare, word
    word: str = ""
    sign: str = ""
    value: str = ""


_LEXER = re.compile(
    r"""\s*(?:
    (?P<open>\() | (?P<close>\)) | (?P<or>\|\|?) | (?P<and>&&?)
    | (?P<not>[-−!](?=[^\s=]))
    | (?P<quoted>"[^"]*"|“[^”“]*”|'[^']*')
    | (?P<broken>["“'])
    | (?P<field>[A-Za-z]+)\s*(?P<sign>>=|<=|==|!=|[<>=≥≤≠])\s*(?P<value>"[^"]*"|[\d.,]+\s*(?:%|[kmg](?!\w))|[^\s()|&"]*)
    | (?P<text>path|type|kind|detail|macs|params|groups|kernel|stride|channels|in|out|size):(?P<words>"[^"]*"|[^\s()|"]*)
    | (?P<word>[^\s()|"]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINTS = {"or": "or", "and": "and", "not": "not"}
_SPELT = {"or": "or", "and": "and", "not": "not", "open": "(", "close": ")"}


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        found = _LEXER.match(text, position)
        if found is None:
            raise BadInput("{0} cannot be read", text[position:].strip())
        position = found.end()
        if found["broken"]:
            raise BadInput("the quotation mark before {0} is not closed", text[found.end():].strip() or "…")
        if found["quoted"]:
            tokens.append(_Token("quoted", found["quoted"][1:-1]))
        elif found["field"]:
            tokens.append(_Token("compare", found["field"], found["sign"], found["value"].strip('"')))
        elif found["text"]:
            tokens.append(_Token("compare", found["text"], ":", found["words"].strip('"')))
        elif found["word"]:
            tokens.append(_Token(_JOINTS.get(found["word"].lower(), "word"), found["word"]))
        else:
            tokens.append(_Token(str(found.lastgroup)))
    return tokens


class _Parser:
    """either: every (or every)*; every: one (and? one)*; one: not one | ( either ) | comparison | word."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def either(self) -> Test:
        tests = [self._every()]
        while self.next is not None and self.next.kind == "or":
            self._at += 1
            tests.append(self._every())
        return tests[0] if len(tests) == 1 else _any(*tests)

    def _every(self) -> Test:
        tests = [self._one()]
        while self.next is not None and self.next.kind not in ("or", "close"):
            if self.next.kind == "and":
                self._at += 1
            tests.append(self._one())
        return tests[0] if len(tests) == 1 else lambda row, macs, params: all(test(row, macs, params) for test in tests)

    def _one(self) -> Test:
        token = self.next
        if token is None or token.kind in ("or", "and", "close"):
            raise self._missing()
        self._at += 1
        if token.kind == "not":
            return _not(self._one())
        if token.kind == "open":
            inner = self.either()
            if self.next is None:
                raise BadInput("a ( is not closed")
            self._at += 1
            return inner
        if token.kind == "quoted":
            if not token.word:
                raise BadInput("nothing stands between the quotation marks")
            return _text(token.word, literal=True)
        return _comparison(token.word, token.sign, token.value) if token.kind == "compare" else _word(token.word)

    def _missing(self) -> BadInput:
        before = self._tokens[self._at - 1] if self._at else None
        if before is None:
            return BadInput("nothing stands before {0}", _SPELT.get(self._tokens[0].kind, ""))
        return BadInput("nothing stands after {0}", _SPELT.get(before.kind, before.word))


def _not(test: Test) -> Test:
    return lambda row, macs, params: not test(row, macs, params)
