"""A story in the window: step by step in presentation mode, figures as they are computed; the user's work waits and comes back.

While it is told the document is the story's: each step begins with a stack of its own, on which the teller may try things. What
the user had (recipe, file, every undo step, what lay open) is set aside, stays in the kept file of the window's work, and is put
back as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.rules import DEFAULT
from explorer.core.story import Facts, Step, Story, demo_file, filled, names_in, read_story
from explorer.session.document_state import DocumentState
from explorer.session.series import Target
from explorer.session.session import step_label
from explorer.views.following import follow
from explorer.views.graph.levels import opened_to
from explorer.views.language import spoken
from explorer.views.view_state import ViewState
from explorer.views.words import dialog_text, engine_sentence

if TYPE_CHECKING:
    from explorer.views.window import MainWindow


def _ask_story(parent: QWidget, folder: str) -> str:
    return QFileDialog.getOpenFileName(parent, dialog_text("Open a story"), folder, dialog_text("Stories (*.json)"))[0]


class StoryPart(QObject):
    """Begins, steps and ends. ``ask`` is the file dialog, so that a test can answer it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.story: Story | None = None
        self.at = 0
        self.ask = _ask_story
        self._aside: tuple[DocumentState, ViewState] | None = None
        self._unseen = False  # the step's view waits for its network
        self._refused = ""
        self._measures = False  # what the step holds against each other is still to be measured
        window.table.connect({"demo": self.open_demo, "open_story": self.open})
        stage, document = window.stage, self.session.document
        stage.stepped.connect(self.go_by)
        stage.reset_wished.connect(lambda: self.go(self.at))
        document.analysed.connect(self._on_analysed)
        document.refused.connect(self._on_refused)
        for changed in (self.session.latency.measured, self.session.latency.recalled, self.session.pins.figures.arrived):
            follow(self, changed, lambda *_: self._on_figures())

    def open(self) -> None:
        """Ask which file, and tell it."""
        name = self.ask(self.window, self.session.preferences.text("folder"))
        if name:
            self.open_path(Path(name))

    def open_demo(self) -> None:
        """Tell the prepared story in the language that the window speaks."""
        self.open_path(demo_file(spoken(self.session.preferences.text("language"))))

    def open_path(self, path: Path) -> bool:
        """Tell the story of a file; the sentence is shown where it cannot be told, and nothing is changed."""
        try:
            story = read_story(path, self.session.catalogue)
        except BadInput as error:
            self.window.message.warn(engine_sentence([error.template, *error.arguments]))
            return False
        self.begin(story)
        return True

    def begin(self, story: Story) -> None:
        """Set the user's work aside and show the first step."""
        document = self.session.document
        if self._aside is None:
            self.window.work.keeper.pause()
            view = self.window.presenting.view_before() or ViewState.of(self.window)
            self._aside = DocumentState.of(document), view
        self.story = story
        self.window.presenting.enter(story=True)
        self.go(0)

    def is_on(self) -> bool:
        """Whether a story is being told."""
        return self._aside is not None

    def step(self) -> Step | None:
        """The step that is shown."""
        return self.story.steps[self.at] if self.story is not None else None

    def go_by(self, by: int) -> None:
        """So many steps on, or back; at the ends nothing happens."""
        if self.story is not None and 0 <= self.at + by < len(self.story.steps):
            self.go(self.at + by)

    def go(self, at: int) -> None:
        """Show a step as it was written."""
        if self.story is None:
            return
        self.at, self._unseen, self._refused = at, True, ""
        step = self.story.steps[at]
        self._measures = step.measure
        pins = self.session.pins  # whose figures come the same way; another rule or pin may have been chosen since the last step
        others = [each.against for each in self.story.steps if each.against is not None]
        pins.figures.want([*dict.fromkeys([*others, *(pin.recipe for pin in pins.set.pins)])], self.session.engine.rule)
        self.session.pins.series.stop()
        self.window.presenting.against = (
            None if step.against is None else (step.against, step.against_name or step.against.preset)
        )
        DocumentState(step.recipe).put_back(self.session.document)
        self.window.table[f"colour_{step.view.colour}"].trigger()
        self.window.centre.code.lend(step.view.code)
        self.window.presenting.choose_chart(step.view.chart)
        self._show()
        self.window.stage.setFocus()

    def on_left(self) -> None:
        """The stage was left: everything is as it was before."""
        aside, self._aside, self.story = self._aside, None, None
        if aside is None:
            return
        state, view = aside
        self.session.pins.series.stop()
        self.session.pins.on_rule()  # figures of the pins alone are wanted again
        state.put_back(self.session.document)
        self.window.work.resume(view)

    def _on_analysed(self) -> None:
        step = self.step()
        if step is None:
            return
        document = self.session.document
        if self._unseen and document.accepted == step.recipe:
            self._unseen = False
            self._look(step)
        self._on_figures()

    def _look(self, step: Step) -> None:
        """What lies open, what is selected, where the eye is."""
        graph, network = self.window.centre.graph, self.session.document.network
        if network is None:
            return
        known = set(network.ids())
        graph.set_unfolded(set())
        graph.set_opened((opened_to(network, step.view.level) | set(step.view.opened)) & known)
        selection = self.session.document.selection
        selection.select(step.view.select if step.view.select in known else "")
        self.window.presenting.frame()

    def _on_figures(self) -> None:
        step = self.step()
        if step is not None:
            self._measure(step)
            self._show()

    def _show(self) -> None:
        """The words with the figures that are known by now."""
        step = self.step()
        if step is None or self.story is None:
            return
        document, presenting = self.session.document, self.window.presenting
        recipe = document.accepted if document.accepted == document.recipe else document.recipe
        wants_shares = any(name.startswith("share.") for name in names_in(step.text))
        now = presenting.facts(recipe, whole=wants_shares) if recipe is not None else Facts()
        against = presenting.facts(step.against) if step.against is not None else presenting.facts(Recipe(step.recipe.preset))
        self.window.stage.show_words(step.title, self._refused or filled(step.text, now, against), step.source)
        self.window.stage.foot.show_text(
            self.tr("{0} of {1} · ← → · R: as written · Esc: back").format(self.at + 1, len(self.story.steps))
        )

    def _measure(self, step: Step) -> None:
        """Measure what the step holds against each other, one after the other, once both can be counted."""
        if not self._measures or self._unseen:
            return
        recipes = [step.recipe, *([step.against] if step.against is not None else [])]
        document, figures = self.session.document, self.session.pins.figures
        targets = []
        for recipe in recipes:
            found = document.analysis if recipe == document.accepted else figures.of(recipe)
            if found is None:
                return
            if self.session.latency.point(recipe) is None:
                targets.append(Target(recipe, self._label(recipe), int(found["counted"][DEFAULT])))
        self._measures = False
        if targets:
            self.session.pins.series.begin(targets)

    def _label(self, recipe: Recipe) -> str:
        architecture = self.session.catalogue.architecture(recipe.preset)
        words = step_label(recipe, architecture)
        return recipe.preset if words == recipe.preset else f"{recipe.preset} {words}"

    def _on_refused(self, sentence: list[str]) -> None:
        if self._aside is not None and self._unseen:
            self._refused = engine_sentence(sentence)
            self._show()
