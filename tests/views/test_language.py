"""The language of the window: chosen, remembered, changed while everything else stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QMetaMethod, QObject, QProcess
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.core.catalogue import read_catalogue
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from explorer.views import language
from explorer.views.bottom import LAYERS, OVERVIEW, PAPER, SWEEP
from explorer.views.language import ENGLISH, KOREAN, NO_HANGUL, Language, spoken
from explorer.views.shortcuts import ShortcutsDialog
from explorer.views.window import MainWindow
from explorer.views.window_keeper import WindowKeeper
from tests.session.recorded import HeldWorker
from tests.views.making import PLAIN, analysis, fakes
from tests.views.texts import HANGUL, WORD, english_words, texts

HELLO = {"torch": "2.13.0", "devices": ["cpu"], "cpus": 2}
TERMS = frozenset(word for line in Path(__file__).with_name("english_terms.txt").read_text(encoding="utf-8").splitlines()
                  for word in line.partition("#")[0].lower().split())


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """MobileNetV2 with the real catalogue; what is asked of the workers is kept."""
    running = Session(PLAIN, read_catalogue(), Preferences(str(tmp_path)), commands=fakes())
    for client in (running.latency, running.engine, running.opinions):
        client.worker = HeldWorker()  # type: ignore[assignment]
    running.preferences.keep("auto_measure", False)
    running.preferences.keep("language", ENGLISH)
    yield running
    running.document.stack.clear()
    running.stop()


@pytest.fixture
def keeper(qtbot: QtBot, session: Session) -> Iterator[WindowKeeper]:
    """The window on the screen, analysed; English again afterwards."""
    made = WindowKeeper(session, parent=session)
    made.window.resize(1280, 800)
    made.window.show()
    session.workers["engine"].greeted.emit(HELLO)
    session.document.compare_with("mobilenet_v2", analysis(PLAIN))
    session.document.accept(PLAIN, analysis(PLAIN))
    minimap = made.window.findChild(QWidget, "graph.minimap")
    qtbot.waitUntil(minimap.isVisible)  # it comes when all has settled: from here on nothing comes by itself
    yield made
    made.window.close()
    made.window.deleteLater()
    delete_posted()
    made.language.speak(ENGLISH)


def delete_posted() -> None:
    """What was marked for deletion goes now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def switch(qtbot: QtBot, keeper: WindowKeeper, to: str) -> MainWindow:
    """Choose a language in the menu, as the user does, and wait for the window."""
    before = keeper.window
    before.table[f"language_{to}"].trigger()
    qtbot.waitUntil(lambda: keeper.window is not before)
    delete_posted()
    return keeper.window


def edit(session: Session, change: Callable[[], None]) -> None:
    """A change and the engine's answer to it."""
    change()
    session.document.accept(session.document.recipe, analysis(session.document.recipe))


def shown(window: MainWindow) -> dict[str, dict[str, Any]]:
    """What every widget that is seen holds, by its place among its like."""

    def place(widget: QWidget) -> str:
        parts = []
        while widget is not window:
            around = widget.parentWidget()
            like = [c for c in around.children() if type(c) is type(widget) and c.objectName() == widget.objectName()]
            parts.append(f"{type(widget).__name__}#{widget.objectName()}[{like.index(widget)}]")
            widget = around
        return "/".join(reversed(parts))

    held = {}
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and "crumbs" not in place(widget):  # those of the last path go with the next turn of the loop
            values = {}
            for name in ("text", "toolTip", "accessibleName", "isEnabled", "isChecked", "value", "currentText"):
                reading = getattr(widget, name, None)
                values[name] = reading() if callable(reading) else None
            held[place(widget)] = values
    return held


def actions(window: MainWindow) -> dict[str, tuple[str, str, bool, bool]]:
    """Every action of the table: text, tip, possible, on."""
    return {
        a.objectName(): (a.text(), a.toolTip(), a.isEnabled(), a.isChecked())
        for a in window.findChildren(QAction) if a.objectName().startswith("action.") and "language" not in a.objectName()
    }


@pytest.mark.parametrize("tab", [OVERVIEW, LAYERS, PAPER, SWEEP])
def test_a_window_made_anew_shows_the_same(qtbot: QtBot, keeper: WindowKeeper, session: Session, tab: int) -> None:
    edit(session, lambda: session.document.set_knob("alpha", 0.5))
    session.document.selection.select("stages.2.1")
    keeper.window.bottom.tabs.setCurrentIndex(tab)
    QCoreApplication.processEvents()
    before, possible = shown(keeper.window), actions(keeper.window)
    keeper.make_anew()
    delete_posted()
    qtbot.waitUntil(lambda: shown(keeper.window).keys() == before.keys())
    assert shown(keeper.window) == before
    assert actions(keeper.window) == possible


def test_every_text_follows_and_comes_back(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    edit(session, lambda: session.document.set_knob("alpha", 0.5))
    session.document.selection.select("stages.2.1")
    QCoreApplication.processEvents()
    english, before = actions(keeper.window), shown(keeper.window)
    window = switch(qtbot, keeper, KOREAN)
    left: dict[str, str] = {}
    allowed = TERMS | names(session)
    for tab in range(window.bottom.tabs.count()):
        window.bottom.tabs.setCurrentIndex(tab)
        QCoreApplication.processEvents()
        left |= {text: where for where, text in texts(window) if english_words(text, allowed)}
    assert not left, "\n".join(f"{where}: {text}" for text, where in left.items())
    assert sum(bool(HANGUL.search(text)) for _, text in texts(window)) > 500
    window.bottom.tabs.setCurrentIndex(0)
    back = switch(qtbot, keeper, ENGLISH)
    assert actions(back) == english
    qtbot.waitUntil(lambda: shown(back).keys() == before.keys())
    assert shown(back) == before


def names(session: Session) -> frozenset[str]:
    """Words of the library that belong to no language: titles, presets, papers, sources, values of choices, types of layers."""
    words: list[str] = []
    for architecture in session.catalogue.architectures:
        words += [architecture.title, architecture.family, architecture.paper]
        words += [text for preset in architecture.presets for text in (preset.name, preset.source)]
        words += [text for knob in architecture.knobs.values() for text in (knob.source, *knob.choices)]
        if architecture.paper_table:
            words += [column.title for column in architecture.paper_table.columns] + [architecture.paper_table.source]
    words += [row[key] for row in analysis(PLAIN)["layers"] for key in ("type", "kind", "path", "detail")]
    return frozenset(word.lower() for text in words for word in WORD.findall(text))


@pytest.mark.parametrize("name", ["shortcuts", "export", "picture", "own", "sweep", "bundle"])
def test_dialogs_are_korean(qtbot: QtBot, keeper: WindowKeeper, session: Session, name: str) -> None:
    window = switch(qtbot, keeper, KOREAN)
    opened = {
        "shortcuts": lambda: ShortcutsDialog(window).open(), "export": window.table["export"].trigger,
        "picture": window.pictures.open, "own": window.own.open, "sweep": window.sweeps.open,
        "bundle": window.table["bundle"].trigger,
    }[name]
    opened()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    keys = "ctrl backspace alt enter esc home end page up down space menu delete shift"
    allowed = TERMS | names(session) | set(keys.split())
    left = {text: where for where, text in texts(dialog) if english_words(text, allowed)}
    dialog.close()
    assert not left, "\n".join(f"{where}: {text}" for text, where in left.items())


def test_what_the_user_has_set_survives(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    edit(session, lambda: session.document.set_knob("alpha", 0.5))
    edit(session, lambda: session.document.set_knob("expansion", 4, "stages.5"))
    session.document.stack.undo()
    session.document.accept(session.document.recipe, analysis(session.document.recipe))
    window = keeper.window
    session.document.selection.choose(["stages.2.0", "stages.2.1"])
    window.centre.graph.set_opened({"stages.2", "stages.2.1"})
    window.centre.graph.set_unfolded({"stages.5.1", "stages.5.2"})
    window.centre.graph.zoom_to(0.7)
    window.table["colour_params"].trigger()
    window.centre.search.look_for("dw")
    window.library.search.setText("shuffle")
    window.bottom.tabs.setCurrentIndex(LAYERS)
    window.bottom.layers.tools.filter.setText("stride=2")
    window.bottom.layers.table.sortByColumn(3, window.bottom.layers.table.horizontalHeader().sortIndicatorOrder())
    window.docks["right"].hide()
    session.pins.pin(session.document.recipe, "half")
    recipe, opened, unfolded = session.document.recipe, window.centre.graph.opened(), window.centre.graph.unfolded()
    window = switch(qtbot, keeper, KOREAN)
    assert session.document.recipe == recipe
    assert session.document.stack.canUndo() and session.document.stack.canRedo()
    assert session.document.selection.nodes == ("stages.2.0", "stages.2.1")
    assert window.centre.graph.opened() == opened and window.centre.graph.unfolded() == unfolded
    assert window.centre.graph.lit() == {"stages.2.0", "stages.2.1"} or "stages.2.1" in window.centre.graph.lit()
    assert window.centre.graph.scale_now() == pytest.approx(0.7)
    assert window.centre.colour == "params"
    assert window.centre.search.bar.isVisible() and window.centre.search.bar.field.text() == "dw"
    assert window.library.search.text() == "shuffle"
    assert window.bottom.tabs.currentIndex() == LAYERS
    assert window.bottom.layers.tools.filter.text() == "stride=2"
    assert window.docks["right"].isHidden() and window.docks["left"].isVisible()
    assert [pin.name for pin in session.pins.set.pins] == ["half"]


def test_steps_have_their_names_in_the_language_spoken(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    window = keeper.window
    window.knobs.reach.set(window.knobs.rows["alpha"].spec, 0.5)
    english = keeper.window.table["undo"].text()
    assert english == "Undo width α 0.5"
    window = switch(qtbot, keeper, KOREAN)
    assert window.table["undo"].text() == "실행 취소 폭 배수 α 0.5"
    assert switch(qtbot, keeper, ENGLISH).table["undo"].text() == english


def test_a_measurement_goes_on(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    session.latency.on_analysed(PLAIN, "mobilenet_v2", 300)
    keeper.window.table["measure"].trigger()
    assert session.latency.is_measuring()
    window = switch(qtbot, keeper, KOREAN)
    assert session.latency.is_measuring()
    assert window.table["stop_measuring"].isEnabled()
    said = window.status.device.text()
    session.latency.progressed.emit(0.5, ["warm-up: {0} of {1} runs", "3", "10"])
    assert window.status.device.text() != said and "워밍업: 실행 3/10" in window.status.device.text()


def test_nothing_of_the_old_window_listens_any_more(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    """The new window has as many connections to the session as the old one had, signal by signal."""
    for tab in range(keeper.window.bottom.tabs.count()):
        keeper.window.bottom.tabs.setCurrentIndex(tab)
    before = receivers(session)
    for to in (KOREAN, ENGLISH):
        window = switch(qtbot, keeper, to)
        for tab in range(window.bottom.tabs.count()):
            window.bottom.tabs.setCurrentIndex(tab)
    after = receivers(session)
    more = {name: (before.get(name, 0), count) for name, count in after.items() if count > before.get(name, 0)}
    assert not more, "connect them with explorer.views.following.follow"


def receivers(session: Session) -> dict[tuple[str, str, int], int]:
    """How many listen to each signal of the session's objects."""
    found = {}
    for place, each in enumerate([session, *session.findChildren(QObject)]):
        if isinstance(each, QProcess) or isinstance(each.parent(), QProcess):
            continue
        for i in range(each.metaObject().methodCount()):
            method = each.metaObject().method(i)
            signature = bytes(method.methodSignature().data()).decode()
            if method.methodType() == QMetaMethod.MethodType.Signal and not signature.startswith("destroyed"):
                found[type(each).__name__, signature, place] = each.receivers(SIGNAL(signature))
    return found


def test_an_analysis_reaches_the_new_window_alone(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    switch(qtbot, keeper, KOREAN)
    window = switch(qtbot, keeper, ENGLISH)
    edit(session, lambda: session.document.set_knob("alpha", 0.5))
    session.history.complained.emit(["there is no file {0}", "x"])
    assert "x" in window.message.text()
    assert window.totals.macs.value.text().startswith(f"{analysis(session.document.recipe)['macs'] / 1e6:.1f}")


def test_the_dialog_of_a_sweep_is_taken_over(qtbot: QtBot, keeper: WindowKeeper) -> None:
    keeper.window.sweeps.open()
    dialog = keeper.window.sweeps.dialog
    assert dialog is not None
    dialog.axes[0].values.setText("0.25, 0.5")
    dialog.sample.setValue(7)
    window = switch(qtbot, keeper, KOREAN)
    assert window.sweeps.dialog is not None and window.sweeps.dialog.isVisible()
    assert window.sweeps.dialog.axes[0].values.text() == "0.25, 0.5"
    assert window.sweeps.dialog.sample.value() == 7
    assert window.sweeps.dialog.windowTitle() == "새 스윕"
    window.sweeps.dialog.close()


def test_charts_keep_how_they_are_shown(qtbot: QtBot, keeper: WindowKeeper) -> None:
    cost = keeper.window.bottom.cost
    view = cost.make().view
    view.zoom(0.5)
    keeper.window.bottom.time.show_table(True)
    low, high = view.viewRange()[0]
    window = switch(qtbot, keeper, KOREAN)
    assert window.bottom.cost.make().view.viewRange()[0] == pytest.approx([low, high])
    assert window.bottom.time.twin is not None and window.bottom.cost.twin is None


def test_numbers_keep_their_form(qtbot: QtBot, keeper: WindowKeeper, session: Session) -> None:
    figures = [total.value.text() for total in (keeper.window.totals.params, keeper.window.totals.macs)]
    window = switch(qtbot, keeper, KOREAN)
    assert [total.value.text() for total in (window.totals.params, window.totals.macs)] == figures


def test_qts_own_words_are_korean_too(qtbot: QtBot, keeper: WindowKeeper) -> None:
    switch(qtbot, keeper, KOREAN)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert HANGUL.search(box.button(QDialogButtonBox.StandardButton.Cancel).text())


def test_the_choice_is_remembered(qtbot: QtBot, keeper: WindowKeeper, session: Session, tmp_path: Path) -> None:
    switch(qtbot, keeper, KOREAN)
    session.preferences.sync()
    assert Preferences(str(tmp_path)).text("language") == KOREAN
    assert keeper.window.table["language_ko"].isChecked() and not keeper.window.table["language_en"].isChecked()


@pytest.mark.parametrize(("preferred", "expected"), [
    (["ko-KR", "ko", "en-US"], KOREAN), (["en-GB", "ko-KR"], ENGLISH), (["de-DE", "ko-KR"], KOREAN), (["fr"], ENGLISH),
    ([], ENGLISH),
])
def test_the_system_decides_where_nothing_is_chosen(
    monkeypatch: pytest.MonkeyPatch, preferred: list[str], expected: str,
) -> None:
    class Locale:
        @staticmethod
        def system() -> Locale:
            return Locale()

        def uiLanguages(self) -> list[str]:
            return preferred

    monkeypatch.setattr(language, "QLocale", Locale)
    assert spoken("system") == spoken("something else") == expected
    assert spoken(KOREAN) == KOREAN and spoken(ENGLISH) == ENGLISH


def test_without_a_korean_font_it_says_so(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_: []))
    session.preferences.keep("language", KOREAN)
    keeper = WindowKeeper(session, parent=session)
    qtbot.addWidget(keeper.window)
    assert keeper.missing == [NO_HANGUL]
    assert "fonts-noto-cjk" in keeper.window.message.text()
    keeper.language.speak(ENGLISH)


def test_without_its_catalogue_it_says_so_and_stays_english(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.preferences.keep("language", KOREAN)
    keeper = WindowKeeper(session, Language(tmp_path / "nowhere"), parent=session)
    qtbot.addWidget(keeper.window)
    assert str(tmp_path) in keeper.missing[1]
    assert keeper.window.table["save"].text() == "Save recipe"
    keeper.language.speak(ENGLISH)


def test_hangul_is_drawn(qtbot: QtBot) -> None:
    """Where a Korean font is installed, a label in the program's face is not made of boxes: two syllables look different."""
    if not language.can_draw(KOREAN):
        pytest.skip("no Korean font is installed here")
    pictures = []
    for syllable in ("가", "힣"):
        made = QLabel(syllable)
        qtbot.addWidget(made)
        made.resize(40, 40)
        pictures.append(made.grab().toImage())
    assert pictures[0] != pictures[1]
