"""Do MACs predict time on this machine? Everything that the store has under equal conditions, with Spearman's ρ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from explorer.core.age import local_time
from explorer.core.grounds import Group, name_of
from explorer.core.ranks import FEWEST, Bootstrap, Interval, spearman
from explorer.core.tabular import Table, Value
from explorer.session.chart_memory import ChartMemory
from explorer.session.measured import Measured
from explorer.views.chart import full, short_count
from explorer.views.chart_frame import AXES, Option
from explorer.views.points_chart import PointsChart
from explorer.views.time_charts import plain_table

if TYPE_CHECKING:
    from explorer.core.store import Stored
    from explorer.views.plots import Plot

SLICE_S = 0.004  # of the interval's computation between two events of the window
PRESENT = "present"


class CorrelationChart(PointsChart):
    """The newest latency of each recipe on one ground: by default that of the present conditions."""

    def __init__(self, measured: Measured, memory: ChartMemory | None = None) -> None:
        super().__init__("", "chart.correlation", measured, memory)
        self.set_title(self.tr("Do MACs predict time here? all that was measured, median ms · MACs"),
                       self.tr("MACs and time: all measured"))
        self.group: Group | None = None
        self.rho: float | None = None
        self.interval: Interval | None = None
        self.left_out: list[tuple[str, int]] = []
        self.empty = self._waiting()
        self._shown: tuple[object, ...] = ()
        self._bootstrap: Bootstrap | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self.conditions = self.corner_button(self.tr("conditions ▾"), self.tr("Under which conditions"), "link")
        self.conditions.setObjectName("chart.correlation.conditions")
        self.conditions.clicked.connect(lambda: self.popup_choices(self.conditions, self.tr("Conditions")))
        self.recall()

    def new_plot(self) -> Plot:
        plot = super().new_plot()
        plot.bottom.words = short_count
        return plot

    def refresh(self) -> None:
        """Other measurements, MACs or conditions."""
        measured = self.measured
        self.group = self._chosen()
        trusted = self._trusted()
        places = [(float(macs), e.median_ms, e) for e in trusted if (macs := measured.macs(e.digest))]
        now = (self.group.ground if self.group else None, tuple((e.uid, x) for x, _, e in places), measured.waiting())
        if self.conditions.isHidden() == bool(measured.groups):
            self.conditions.setVisible(bool(measured.groups))
            self.place_corner()
        if now == self._shown:
            return
        self._shown, self._at = now, -1
        self.places = sorted(places, key=lambda place: (place[0], place[1]))
        self.left_out = self._left_out(trusted)
        xs, ys = [x for x, _, _ in self.places], [y for _, y, _ in self.places]
        self.rho, self.interval = spearman(xs, ys), None
        self._bootstrap = Bootstrap(xs, ys) if self.rho is not None else None
        self._timer.start(0) if self._bootstrap else self._timer.stop()
        self.say_empty("" if self.places else self._waiting())
        self._state()
        self.data_changed()

    def told(self, x: float, y: float, entry: Stored) -> str:
        words = self.tr("{0}\n{1} MACs, median {2} ms, p10 {3}, p90 {4}, n {5}, measured {6}").format(
            f"{entry.preset} {name_of(entry)}" if name_of(entry) != entry.preset else entry.preset, full(round(x)), f"{y:.4g}",
            f"{entry.p10_ms:.4g}", f"{entry.p90_ms:.4g}", entry.n, local_time(entry.started),
        )
        return words + "\n" + self.tr("doubtful: {0}").format(doubts_of(entry)) if entry.flags else words

    def axis_titles(self) -> tuple[str, str]:
        return self.tr("MACs"), self.tr("median ms")

    def notes(self) -> list[str]:
        if self.group is None:
            return []
        told = [f"{self.statement()}. {self.tr('Interval: percentile bootstrap over recipes, 95 %.')}"]
        told += [self.tr("Measured on: {0}").format(self.group.ground.words())]
        mixed = self.group.mixed()
        told += [self.tr("Different among them: {0}").format("; ".join(mixed))] if mixed else []
        out = [words.format(number) for words, number in self.left_out]
        told += [self.tr("Left out: {0}").format("; ".join(out))] if out else []
        return told + ([self.tr("Rings: doubtful")] if any(e.flags for _, _, e in self.places) else [])

    def statement(self) -> str:
        """``Spearman ρ 0.93 (95 % 0.85–0.97), n 24``, or why there is none."""
        n = len(self.places)
        if self.rho is None:
            few = self.tr("n {0}: for Spearman's ρ {1} recipes are needed").format(n, FEWEST)
            return few if n < FEWEST else self.tr("n {0}: one of the two does not vary").format(n)
        between = f" (95 % {self.interval[0]:.2f}–{self.interval[1]:.2f})" if self.interval is not None else ""
        return self.tr("Spearman ρ {0}{1}, n {2}").format(f"{self.rho:.2f}", between, n)

    def table(self) -> Table | None:
        if not self.places:
            return None
        titles = ("preset", "changes", "MACs", "median (ms)", "p10 (ms)", "p90 (ms)", "runs", "doubts", "measured (UTC)",
                  "recipe SHA-256")
        rows: list[list[Value]] = [
            [e.preset, name_of(e) if name_of(e) != e.preset else "", round(x), y, e.p10_ms, e.p90_ms, e.n,
             doubts_of(e), e.started, e.digest] for x, y, e in self.places
        ]
        return plain_table(titles, rows, "Median time of one run against multiply-accumulates; the newest of each recipe.",
                           self.notes())

    def options(self) -> list[Option]:
        name, chosen = self.objectName(), self._kept()
        group = self.tr("Conditions")
        found = [Option(PRESENT, self.tr("the present conditions"), chosen == PRESENT,
                        self.choosing("conditions", PRESENT, self.refresh), group)]
        found += [
            Option(f"conditions.{i}", f"{each.ground.words()} ({len(each.entries)})", chosen == each.ground.key,
                   self.choosing("conditions", each.ground.key, self.refresh), group)
            for i, each in enumerate(self.measured.groups)
        ]
        doubtful = Option("trusted", self.tr("Leave doubtful ones out"), self.memory.flag(name, "trusted"), self._set_trusted,
                          AXES, "D", self.tr("Measurements with a reason to distrust them, such as another process at work."))
        return [*super().options(), doubtful, *found]

    def file_name(self) -> str:
        return "macs-and-time"

    def _kept(self) -> str:
        keys = {group.ground.key for group in self.measured.groups}
        return self.memory.word(self.objectName(), "conditions", keys, PRESENT)

    def _chosen(self) -> Group | None:
        kept = self._kept()
        if kept == PRESENT:
            return self.measured.group(self.measured.present())
        return next(group for group in self.measured.groups if group.ground.key == kept)

    def _trusted(self) -> list[Stored]:
        entries = list(self.group.entries.values()) if self.group else []
        only = self.memory.flag(self.objectName(), "trusted")
        return [entry for entry in entries if not (only and entry.flags)]

    def _left_out(self, trusted: list[Stored]) -> list[tuple[str, int]]:
        """What of this ground is no point, why, and how many."""
        if self.group is None:
            return []
        doubtful, unknown = len(self.group.entries) - len(trusted), len(trusted) - len(self.places)
        waiting = sum(not self.measured.is_counted(entry.digest) for entry in trusted)
        told = ((self.tr("{0} doubtful"), doubtful), (self.tr("{0} still being counted"), waiting),
                (self.tr("{0} whose MACs cannot be counted"), unknown - waiting),
                (self.tr("{0} older measurements of the same recipes"), self.group.older))
        return [(words, number) for words, number in told if number]

    def _state(self) -> None:
        """ρ in the plot, and for a screen reader."""
        out = len(self.group.entries) - len(self.places) if self.group else 0
        self.mark = self.statement() + (" · " + self.tr("{0} left out").format(out) if out else "")
        self.setAccessibleDescription(" ".join(self.notes()))
        self.setToolTip("\n".join(self.notes()))
        self.redraw()

    def _advance(self) -> None:
        if self._bootstrap is None or self._bootstrap.advance(SLICE_S):
            self._timer.stop()
            self.interval = self._bootstrap.interval() if self._bootstrap else None
            self._state()
            self.data_changed()

    def _set_trusted(self, on: bool) -> None:  # noqa: FBT001  (a menu row's state)
        self.memory.keep(self.objectName(), "trusted", on)
        self.refresh()

    def _waiting(self) -> str:
        if self.measured.waiting():
            return self.tr("The MACs of {0} measured recipes are being counted.").format(self.measured.waiting())
        if self.measured.groups:
            return self.tr("Nothing was measured under the present conditions. Press Measure (F9), or choose others above (▾).")
        return self.tr("Nothing was measured on this machine yet. Press Measure (F9); a sweep measures many at once (Ctrl+G).")


def doubts_of(entry: Stored) -> str:
    """Reasons to distrust a measurement, as one sentence."""
    return "; ".join(flag[0].format(*flag[1:]) for flag in entry.flags)
