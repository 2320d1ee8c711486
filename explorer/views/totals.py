"""The totals against the preset: parameters, MACs under their rule, latency with its spread and what it was measured with."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.core import rules, units
from explorer.core.recipe import Recipe
from explorer.core.runtimes import interval_words, switched
from explorer.session.document import Document
from explorer.session.latency import Latency, Point
from explorer.session.session import Session
from explorer.views.age_words import age_words, exact_words
from explorer.views.opinion_words import agreement, spaced
from explorer.views.published import PublishedDialog, PublishedLine, accuracy_words, figure_words
from explorer.views.theme import BODY_PX, SMALL_PX, TINY_PX, TOTAL_PX
from explorer.views.widgets import Figure, Note, is_shown, label, mark, rule, say, section
from explorer.views.words import engine_sentence, rule_title


class TotalRow(QWidget):
    """One total: what it is, the number, its change, a line below, and a warning where there is one."""

    def __init__(self, name: str, title: str, tip: str, *, lines: int = 1) -> None:
        super().__init__()
        self.setObjectName(f"total.{name}")
        self.title = label(title, pixels=SMALL_PX, ink="dim")
        self.value = Figure(TOTAL_PX, bold=True)
        self.value.show_text("–")
        self.value.setObjectName(f"total.{name}.value")
        self.change = Figure(BODY_PX, right=True)
        self.below = Note(least=lines)
        self.below.setObjectName(f"total.{name}.below")
        self.warning = Note(mark="warning", most=4)
        self.warning.setObjectName(f"total.{name}.warning")
        self.warning.hide()
        self.setToolTip(tip)
        self.setAccessibleName(title)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.value, 1, 0)
        grid.addWidget(self.change, 1, 1, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 6, 0, 6)
        self.lines.setSpacing(0)
        self.lines.addLayout(grid)
        self.lines.addWidget(self.below)
        self.lines.addWidget(self.warning)

    def show_total(self, value: str, change: str = "", below: str = "", warning: str = "", tip: str = "") -> None:
        """The number as text; less is better, so a fall is good."""
        self.value.show_text(value)
        self.change.show_text(change, {"−": "good", "+": "warning"}.get(change[:1], "dim"))
        self.below.show_text(below)
        self.warning.show_text(warning)
        if self.warning.isHidden() == bool(warning):
            self.warning.setVisible(bool(warning))
        if tip and self.toolTip() != tip:
            self.setToolTip(tip)
        self.setAccessibleDescription(" ".join(filter(None, (value, change, below, warning))))


class RuleButton(QToolButton):
    """The counting rule in a few words; its menu has the others, each with what it would count."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("total.rule")
        self.session = session
        mark(self, "link")
        mark(self, "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(TINY_PX + 5)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        group = QActionGroup(self)
        for name, each in rules.RULES.items():
            action = self.choices.addAction(rule_title(name))
            action.setObjectName(f"rule.{name}")
            action.setCheckable(True)
            action.setToolTip(engine_sentence([each.sentence]))
            action.triggered.connect(lambda _on=False, chosen=name: session.choose_rule(chosen))
            group.addAction(action)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)
        self.show_rule(session.engine.rule)

    def show_rule(self, name: str) -> None:
        """Which rule the numbers are under."""
        each = rules.RULES.get(name)
        words = f"{engine_sentence([each.short]) if each else name} ▾"
        if words != self.text():
            self.setText(words)
            tip = f"{rule_title(name)}: {engine_sentence([each.sentence])}" if each else name
            self.setToolTip(self.tr("{0}\nClick for other counting rules.").format(tip))
            self.setAccessibleName(self.tr("Counting rule: {0}").format(words.removesuffix(" ▾")))

    def _fill(self) -> None:
        analysis = self.session.document.analysis or {}
        counted = analysis.get("counted", {})
        for action in self.choices.actions():
            name = action.objectName().removeprefix("rule.")
            number = f"   {units.count(counted[name])}" if name in counted else ""
            action.setText(rule_title(name) + number)
            action.setChecked(name == analysis.get("rule", self.session.engine.rule))


class TotalsPanel(QWidget):
    """The numbers a reader looks for first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("totals")
        self.session = session
        self.document: Document = session.document
        self.latency: Latency = session.latency
        self._missed = False  # something, while the panel was out of sight
        tips = (
            self.tr("All learnable tensors, BatchNorm's γ and β included; running statistics not."),
            self.tr("Multiply-accumulates for one image, under the rule named below."),
            self.tr("Median of single runs on this machine; p10–p90 beside it."),
        )
        self.params = TotalRow("params", self.tr("Parameters"), tips[0])
        self.params.below.hide()
        self.macs = TotalRow("macs", self.tr("MACs"), tips[1])
        self.rule = RuleButton(session)
        self.macs.lines.insertWidget(1, self.rule)
        self.papers = {name: PublishedLine(f"total.{name}.published") for name in ("params", "macs", "accuracy")}
        self.params.lines.addWidget(self.papers["params"])
        self.macs.lines.insertWidget(2, self.papers["macs"])
        self.macs.lines.addWidget(self.papers["accuracy"])
        for line in self.papers.values():
            line.clicked.connect(self.show_published)
        self.time = TotalRow("latency", self.tr("CPU latency"), tips[2], lines=2)
        self._time_tip = tips[2]
        self.cancel = QToolButton()
        self.cancel.setObjectName("total.latency.cancel")
        mark(self.cancel, "link")
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setFixedHeight(TINY_PX + 5)
        self.cancel.setToolTip(self.tr("Ends this measurement (Shift+F9)."))
        self.cancel.clicked.connect(session.latency.cancel)
        self.progress = Figure(mark="dim")
        self.progress.setObjectName("total.latency.progress")
        self._measuring = QWidget()
        row = QHBoxLayout(self._measuring)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        self._measuring.setFixedHeight(self.time.below.height())
        self._measuring.hide()
        self.time.lines.addWidget(self._measuring)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 4)
        column.setSpacing(0)
        column.addWidget(section(self.tr("Totals, against the preset")))
        column.addSpacing(4)
        for i, each in enumerate((self.params, self.macs, self.time)):
            if i:
                column.addWidget(rule())
            column.addWidget(each)
        column.addWidget(rule())
        self._connect()
        self.refresh_latency()

    def refresh(self) -> None:
        """Parameters and MACs from the newest analysis."""
        analysis, baseline = self.document.analysis, self.document.baseline
        if analysis is None or self._is_away():
            return
        alike = baseline is not None and all(baseline[key] == analysis[key] for key in ("preset", "rule"))
        before: dict[str, Any] = baseline if alike and baseline is not None else {}
        self.params.show_total(units.count(analysis["params"]), self._change(analysis["params"], before.get("params", 0)))
        self.rule.show_rule(analysis["rule"])
        say(self.macs.title, rule_title(analysis["rule"]))
        warning, tip = "", self.tr("{0}: {1}, for one image.").format(rule_title(analysis["rule"]), spaced(analysis["macs"]))
        if analysis.get("incomplete"):
            uncounted = analysis["uncounted"]
            one, more_words = self.tr("incomplete: 1 operation not counted"), self.tr("incomplete: {0} operations not counted")
            warning = one if len(uncounted) == 1 else more_words.format(len(uncounted))
            rows = [f"{row['path']}: {row['operation']} → {units.shape(row['output'])}" for row in uncounted]
            tip = "\n".join([tip, self.tr("Not counted:"), *rows])
        words, mark_of_them, more = agreement(analysis, self.session.opinions.of(self.document.accepted))
        tip = f"{tip}\n{more}" if more else tip
        change = self._change(analysis["macs"], before.get("macs", 0))
        self.macs.show_total(units.count(analysis["macs"]), change, words, warning, tip)
        self.macs.below.show_text(words, mark_of_them)
        entries = analysis.get("published", [])
        for name in ("params", "macs"):
            self.papers[name].show_words(*figure_words(entries, name, analysis["rule"]))
        self.papers["accuracy"].show_words(*accuracy_words(entries))
        self.refresh_latency()

    def show_published(self) -> None:
        """The list of every published record of what is shown."""
        analysis = self.document.analysis or {}
        if analysis.get("published"):
            title = f"{analysis['title']}, {units.shape(analysis['input'])}"
            PublishedDialog(title, analysis["published"], self.window()).show()

    def refresh_latency(self) -> None:
        """The measurement of exactly this recipe, or why there is none."""
        if self._is_away():
            return
        recipe, latency = self.document.recipe, self.latency
        device = latency.conditions.device
        point = latency.point(recipe)
        title, old = self.tr("{0} latency").format(device.upper()), age_words(point) if point is not None else ""
        say(self.time.title, f"{title}, {old}" if old else title)
        if point is None:
            below, warning = self._why_none(recipe)
            self.time.show_total("–", "", below, warning, self._time_tip)
            return
        measurement = point.measurement
        preset = latency.point(Recipe(recipe.preset))
        change = self._change(measurement["median_ms"], preset.measurement["median_ms"]) if preset else ""
        flags = measurement.get("flags") or []
        runs = f"p10–p90 {measurement['p10_ms']:#.3g}–{measurement['p90_ms']:#.3g} ms"
        told = self._time_tip, *filter(None, [exact_words(point)]), spread(point), runs
        tip = "\n".join([*told, *(engine_sentence(flag) for flag in flags)])
        self.time.show_total(f"{measurement['median_ms']:#.3g} ms", change, spread(point), doubts(flags), tip)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self._missed = False
            self.refresh_latency()
            self.refresh()

    def _is_away(self) -> bool:
        """Whether the panel is out of sight; then it catches up when it comes back."""
        away = not is_shown(self)
        self._missed = self._missed or away
        return away

    def _connect(self) -> None:
        document, latency = self.document, self.latency
        document.analysed.connect(self.refresh)
        document.baseline_changed.connect(self.refresh)
        self.session.opinions.arrived.connect(self.refresh)
        document.recipe_changed.connect(self.refresh_latency)
        latency.measured.connect(self.refresh_latency)
        latency.recalled.connect(self.refresh_latency)
        latency.conditions_changed.connect(self.refresh_latency)
        latency.started.connect(self._on_started)
        latency.progressed.connect(self._on_progressed)
        latency.ended.connect(self._on_ended)
        self.session.greeted.connect(self.refresh_latency)

    def _why_none(self, recipe: Recipe) -> tuple[str, str]:
        """Words and a warning for a latency that is not there."""
        latency = self.latency
        devices = self.session.workers["engine"].hello.get("devices") or [latency.conditions.device]
        if latency.conditions.device not in devices:
            template = self.tr("There is no {0} here; devices: {1}.")
            return "", template.format(latency.conditions.device.upper(), ", ".join(devices))
        failure = latency.failure
        if failure is not None and failure[:2] == (recipe.digest(), latency.conditions):
            return "", engine_sentence(failure[2])
        if latency.is_measuring():
            return "", ""
        if self.session.exporter.is_exporting() and latency.is_due():
            return self.tr("measured after the export"), ""
        waits = latency.auto and (latency.is_due() or self._is_stale())
        return (self.tr("measured once you pause") if waits else self.tr("not measured; press Measure (F9)")), ""

    def _is_stale(self) -> bool:
        """Whether the recipe is newer than the analysis: its measurement is decided upon when that is there."""
        return self.document.accepted != self.document.recipe

    def _change(self, now: float, before: float) -> str:
        change = units.change(now, before)
        return "" if change == "±0 %" and not self.document.recipe.edited() else change

    def _on_started(self) -> None:
        self._show_measuring(self.tr("measuring…"))

    def _on_progressed(self, fraction: float, sentence: list[str]) -> None:
        self._show_measuring(self.tr("{0} % · {1}").format(round(100 * fraction), engine_sentence(sentence)))

    def _on_ended(self) -> None:
        self._measuring.hide()
        self.time.below.show()
        self.refresh_latency()

    def _show_measuring(self, text: str) -> None:
        self.progress.show_text(text)
        if self._measuring.isHidden():
            self.refresh_latency()
            self.time.below.setVisible(self.latency.point(self.document.recipe) is not None)
            self._measuring.show()


def doubts(flags: list[list[str]]) -> str:
    """One reason to distrust a figure as its sentence; several in a word and a number each: ``noisy (27 %), drifting (9 %)``."""
    if len(flags) < 2:
        return "".join(engine_sentence(flag) for flag in flags)
    words = []
    for flag in flags:
        name = engine_sentence(flag).partition(":")[0]
        words.append(f"{name} ({flag[1]} %)" if "{0} %" in flag[0] else name)
    return ", ".join(words)


def spread(point: Point) -> str:
    """``p10–p90 10.3–10.9 ms · n 84`` and, below, ``PyTorch eager, 1 thread``."""
    m = point.measurement
    threads, batch = m["settings"]["threads"], m["settings"].get("batch", 1)
    translate = QCoreApplication.translate
    words = translate("totals", "1 thread") if threads == 1 else translate("totals", "{0} threads").format(threads)
    if batch != 1:
        words += translate("totals", ", batch {0}").format(batch)
    words = ", ".join([words, *switched(m["settings"])])
    runtime = str(m.get("fingerprint", {}).get("runtime", "PyTorch eager"))
    known = interval_words(m)
    around = f"{known} ms" if known else f"p10–p90 {m['p10_ms']:#.3g}–{m['p90_ms']:#.3g} ms"
    return f"{around} · n {m['n']}\n{runtime}, {words}"
