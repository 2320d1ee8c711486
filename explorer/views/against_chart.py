"""One way of running against another: the same recipes in two runtimes, on two devices or machines, and the line of equality."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from explorer.core.grounds import Group, name_of, partner, shared
from explorer.core.ranks import Interval, ratios, spearman
from explorer.core.tabular import Table, Value
from explorer.session.chart_memory import ChartMemory
from explorer.session.measured import Measured
from explorer.views.chart_frame import Option
from explorer.views.correlation_chart import doubts_of
from explorer.views.figure import Line
from explorer.views.points_chart import PointsChart, area
from explorer.views.scales import ceiling, log_range
from explorer.views.theme import Theme
from explorer.views.time_charts import plain_table

if TYPE_CHECKING:
    from explorer.core.store import Stored

AUTO = "auto"


class AgainstChart(PointsChart):
    """Milliseconds of ``groups[0]`` along x, of ``groups[1]`` up; a point below the line is faster on the second."""

    def __init__(self, measured: Measured, memory: ChartMemory | None = None) -> None:
        super().__init__("", "chart.against", measured, memory)
        self.groups: tuple[Group, Group] | None = None
        self.ratio: tuple[float, Interval | None] | None = None
        self._others: dict[str, Stored] = {}
        self._shown: tuple[object, ...] = ()
        self.empty = self._waiting()
        self.buttons = tuple(self.corner_button("", tip, "link") for tip in (
            self.tr("What stands up"), self.tr("What stands along")))
        for button, kept in zip(self.buttons, ("y", "x"), strict=True):
            button.setObjectName(f"chart.against.{kept}")
            button.clicked.connect(lambda _on=False, at=button, kept=kept: self.popup_choices(at, kept))
        self._entitle()
        self.recall()

    def refresh(self) -> None:
        """Other measurements, or another choice."""
        self.groups = self._chosen()
        pairs = shared(*self.groups) if self.groups else []
        now = tuple(group.ground for group in self.groups or ()), tuple((a.uid, b.uid) for a, b in pairs)
        self._entitle()
        if now == self._shown and self.empty == ("" if pairs else self._waiting()):
            return
        self._shown, self._at = now, -1
        self.places = [(a.median_ms, b.median_ms, a) for a, b in pairs]
        self._others = {b.digest: b for _, b in pairs}
        xs, ys = [x for x, _, _ in self.places], [y for _, y, _ in self.places]
        self.ratio = ratios(xs, ys) if pairs else None
        self.mark = self.statement()
        self.say_empty("" if pairs else self._waiting())
        self.setAccessibleDescription(". ".join(self.notes()))
        self.setToolTip("\n".join(self.notes()))
        self.redraw()
        self.data_changed()

    def statement(self) -> str:
        """``median ratio 0.41 (95 % 0.38–0.45), n 12``."""
        if self.ratio is None:
            return ""
        middle, ends = self.ratio
        between = f" (95 % {ends[0]:.3g}–{ends[1]:.3g})" if ends is not None else ""
        return self.tr("median ratio {0}{1}, n {2}").format(f"{middle:.3g}", between, len(self.places))

    def told(self, x: float, y: float, entry: Stored) -> str:
        first, second = self._names()
        name = f"{entry.preset} {name_of(entry)}" if name_of(entry) != entry.preset else entry.preset
        return self.tr("{0}\n{1}: {2} ms, {3}: {4} ms, ratio {5}").format(
            name, first, f"{x:.4g}", second, f"{y:.4g}", f"{y / x:.3g}")

    def axis_titles(self) -> tuple[str, str]:
        first, second = self._names()
        return self.tr("{0}, median ms").format(first), self.tr("{0}, median ms").format(second)

    def notes(self) -> list[str]:
        if self.groups is None or not self.places:
            return []
        first, second = self.groups
        rho = spearman([x for x, _, _ in self.places], [y for _, y, _ in self.places])
        told = [self.tr("{0}: {1} ÷ {2}; interval between order statistics").format(self.statement(), *reversed(self._names()))]
        told += [self.tr("Spearman ρ {0}: how alike the two order the recipes").format(f"{rho:.2f}")] if rho is not None else []
        told += [f"x: {first.ground.words()}", f"y: {second.ground.words()}"]
        alone = [len(group.entries) - len(self.places) for group in self.groups]
        told += [self.tr("Left out, measured under one of the two only: {0} and {1}").format(*alone)] if any(alone) else []
        return told + [self.tr("Different within {0}: {1}").format(name, "; ".join(group.mixed()))
                       for name, group in zip(("x", "y"), self.groups, strict=True) if group.mixed()]

    def lines(self, theme: Theme) -> tuple[Line, ...]:
        box = self.whole()
        low, high = max(box.left(), box.top()), min(box.right(), box.bottom())
        return (Line(((low, low), (high, high)), theme.dim, self.tr("equal"), 1.0),)

    def whole(self) -> QRectF:
        """Both axes alike, so that the line of equality is the diagonal."""
        every = [value for x, y, _ in self.places for value in (x, y)]
        ends = log_range(min(every), max(every)) if self.log else (0.0, ceiling(max(every) * 1.06))
        return area(ends, ends)

    def table(self) -> Table | None:
        if not self.places:
            return None
        first, second = self._names()
        titles = ("preset", "changes", f"{first} (ms)", f"{second} (ms)", "ratio", "doubts", "recipe SHA-256")
        rows: list[list[Value]] = []
        for x, y, entry in self.places:
            doubts = "; ".join(dict.fromkeys(filter(None, map(doubts_of, (entry, self._others[entry.digest])))))
            changed = name_of(entry) if name_of(entry) != entry.preset else ""
            rows.append([entry.preset, changed, x, y, y / x, doubts, entry.digest])
        return plain_table(titles, rows, "Median time of one run, the same recipes under two conditions.", self.notes())

    def options(self) -> list[Option]:
        groups = self.measured.groups
        found = list(super().options())
        for kept, now in zip(("x", "y"), self.groups or (None, None), strict=True):
            for i, group in enumerate(groups):
                other = self.groups[1 if kept == "x" else 0] if self.groups else None
                both = self.tr(", {0} in common").format(len(shared(group, other))) if other and other is not group else ""
                found.append(Option(f"{kept}.{i}", f"{group.ground.words()} ({len(group.entries)}{both})", group is now,
                                    self._choosing(kept, group), kept))
        return found

    def file_name(self) -> str:
        return "time-against-time"

    def _choosing(self, kept: str, group: Group) -> Callable[[bool], None]:
        def then() -> None:
            if self.groups is not None:  # the same on both axes says nothing: the other one moves over
                old, other = (self.groups if kept == "x" else self.groups[::-1])
                kept_other = "y" if kept == "x" else "x"
                moved = old if other is group else other
                self.memory.keep(self.objectName(), kept_other, moved.ground.key)
            self.refresh()

        return self.choosing(kept, group.ground.key, then)

    def _chosen(self) -> tuple[Group, Group] | None:
        """What was chosen, as far as it is there; else the present conditions, or the largest group, and what differs least."""
        groups = self.measured.groups
        by_key = {group.ground.key: group for group in groups}
        x, y = (by_key.get(self.memory.word(self.objectName(), kept, by_key, AUTO)) for kept in ("x", "y"))
        if x is not None and y is not None and x is not y:
            return x, y
        present = self.measured.group(self.measured.present())
        for first in ([present] if present else []) + groups:
            second = partner(first, groups)
            if second is not None:
                return first, second
        return None

    def _names(self) -> tuple[str, str]:
        if self.groups is None:
            return "x", "y"
        first, second = (group.ground for group in self.groups)
        return first.against(second), second.against(first)

    def _entitle(self) -> None:
        first, second = self._names()
        there = self.groups is not None
        self.set_title(self.tr("{0} against {1}: the same recipes, median ms").format(second, first) if there
                       else self.tr("One way of running against another"), self.tr("Against"))
        for button, name, axis in zip(self.buttons, (second, first), ("↑", "→"), strict=True):
            button.setText(f"{axis} {name} ▾")
            button.setVisible(there)
        self.place_corner()

    def _waiting(self) -> str:
        groups = self.measured.groups
        if len(groups) < 2:
            return self.tr("Nothing was measured in two ways yet. Press Measure runtimes side by side (Alt+F9); times of another"
                           " machine come by File › Join times from elsewhere…")
        words = self.tr("No recipe was measured in two of the {0} ways there are. Open one that was measured and press Alt+F9.")
        return words.format(len(groups))
