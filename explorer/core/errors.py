"""The program's own errors. A message says what was wrong, the value, and what is allowed."""

from __future__ import annotations


class ExplorerError(Exception):
    """Base of every error this program raises on purpose."""


class BadInput(ExplorerError):
    """Something the user gave cannot be used: exit code 2, one sentence, nothing lost.

    ``template`` and ``arguments`` are the sentence before formatting, so that the window can translate it.
    """

    def __init__(self, template: str, *arguments: object) -> None:
        self.template = template
        self.arguments = tuple(str(a) for a in arguments)
        super().__init__(template.format(*self.arguments))


class Cancelled(ExplorerError):
    """The user cancelled the job. ``kept`` says what of it is there all the same; empty where nothing is."""

    kept = ""
