"""The status line: the counting rule in words, what is running, device, threads, the engine's torch."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStatusBar

from explorer.core.rules import RULES
from explorer.session.latency import Conditions
from explorer.session.session import Session
from explorer.views.following import follow
from explorer.views.theme import SMALL_PX
from explorer.views.widgets import Figure, label, say
from explorer.views.words import engine_sentence, rule_title


class StatusLine(QStatusBar):
    """Facts on the machine and the rule; nothing here needs an answer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.session = session
        self.rule = Figure(SMALL_PX, mark="dim")
        self.rule.setObjectName("status.rule")
        self.device = label("", pixels=SMALL_PX, ink="dim")
        self.device.setObjectName("status.device")
        self.gpu = label("", pixels=SMALL_PX, ink="dim")
        self.engine = label(self.tr("engine is starting…"), pixels=SMALL_PX, ink="dim")
        self.engine.setObjectName("status.engine")
        self.addWidget(self.rule, 1)
        for each in (self.device, self.gpu, self.engine):
            self.addPermanentWidget(each)
        session.greeted.connect(self._on_greeted)
        session.document.analysed.connect(self._on_analysed)
        session.latency.conditions_changed.connect(self._show_conditions)
        follow(self, session.latency.progressed, lambda _fraction, sentence: self._show_device(engine_sentence(sentence)))
        follow(self, session.latency.ended, lambda: self._show_conditions(session.latency.conditions))
        for job in (session.layer_times, session.peaks):
            follow(self, job.progressed, lambda _fraction, sentence: self._show_device(engine_sentence(sentence)))
            follow(self, job.ended, lambda: self._show_conditions(session.latency.conditions))
        self._show_rule(session.engine.rule)
        self._show_conditions(session.latency.conditions)

    def _on_greeted(self, hello: dict[str, Any]) -> None:
        say(self.engine, f"torch {hello.get('torch', '?')}")
        gpus = [d for d in hello.get("devices", []) if d != "cpu"]
        say(self.gpu, f"● {', '.join(gpus)}" if gpus else self.tr("○ GPU: none found"))

    def _on_analysed(self) -> None:
        if self.session.document.analysis is not None:
            self._show_rule(self.session.document.analysis["rule"])

    def _show_rule(self, name: str) -> None:
        rule = RULES.get(name)
        words = self.tr("Counting {0}: {1}")
        self.rule.show_text(words.format(rule_title(name), engine_sentence([rule.sentence])) if rule else name)

    def _show_conditions(self, conditions: Conditions) -> None:
        threads = self.tr("1 thread") if conditions.threads == 1 else self.tr("{0} threads").format(conditions.threads)
        batch = "" if conditions.batch == 1 else self.tr(" · batch {0}").format(conditions.batch)
        self._show_device(f"{conditions.device.upper()} · {threads}{batch}")

    def _show_device(self, text: str) -> None:
        say(self.device, f"● {text}")
