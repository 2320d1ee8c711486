"""Python source as coloured spans, by the language's own tokenizer. Knows no colour and no window."""

from __future__ import annotations

import io
import keyword
import token
import tokenize
from collections.abc import Iterator
from functools import lru_cache

KEYWORD, STRING, COMMENT, NUMBER, DEFINITION, SELF = "keyword", "string", "comment", "number", "definition", "self"
KINDS = (KEYWORD, STRING, COMMENT, NUMBER, DEFINITION, SELF)
Span = tuple[int, int, str]  # first character, how many, kind
OPENS = ("class", "def")


@lru_cache(maxsize=32)
def spans(text: str) -> tuple[tuple[Span, ...], ...]:
    """For each line what is coloured in it. Text that is no Python is coloured as far as it can be read."""
    lines = text.splitlines()
    found: list[list[Span]] = [[] for _ in lines]
    for kind, (first, start), (last, end) in _tokens(text):
        for line in range(first, min(last, len(lines)) + 1):
            begin = start if line == first else 0
            stop = end if line == last else len(lines[line - 1])
            if stop > begin:
                found[line - 1].append((begin, stop - begin, kind))
    return tuple(tuple(line) for line in found)


def _tokens(text: str) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    before = ""
    try:
        for each in tokenize.generate_tokens(io.StringIO(text).readline):
            kind = _kind(each, before)
            if kind:
                yield kind, each.start, each.end
            if each.type == token.NAME:
                before = each.string
    except (tokenize.TokenError, SyntaxError):
        return


def _kind(each: tokenize.TokenInfo, before: str) -> str:
    if each.type == token.NAME:
        if before in OPENS and not keyword.iskeyword(each.string):
            return DEFINITION
        return KEYWORD if keyword.iskeyword(each.string) else SELF if each.string == "self" else ""
    if each.type == tokenize.COMMENT:
        return COMMENT
    if each.type == token.NUMBER:
        return NUMBER
    return STRING if each.type == token.STRING or token.tok_name[each.type].startswith("FSTRING") else ""
