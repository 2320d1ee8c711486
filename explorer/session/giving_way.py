"""Who gives way to whom: what measures stops when anything else begins, and goes on when all is quiet.

Only when something asks itself again is written here; whether it may go on, each asks of the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.session.session import Session


def take_turns(session: Session) -> None:
    """Connect the jobs of a session with each other."""
    latency, layers, peaks, runtimes, turns = (
        session.latency, session.layer_times, session.peaks, session.runtimes, session.turns
    )
    for job in (latency, layers, peaks, runtimes, turns):
        session.engine.settled.connect(job.on_others_settled)
        for other in (session.exporter, session.weights):
            other.started.connect(job.on_others_began)
            other.ended.connect(job.on_others_settled)
    session.source.started.connect(latency.on_others_began)
    for ended in (session.source.ended, session.pins.figures.ended, session.pins.series.step_ended):
        ended.connect(latency.on_others_settled)
        ended.connect(turns.on_others_settled)
    session.measured.ended.connect(latency.on_others_settled)
    layers.ended.connect(peaks.on_others_settled)
    for done in (layers, peaks):
        done.ended.connect(runtimes.on_others_settled)
        done.ended.connect(turns.on_others_settled)
    runtimes.ended.connect(turns.on_others_settled)
    turns.ended.connect(runtimes.on_others_settled)
    for waiting in (latency, layers, peaks):
        runtimes.ended.connect(waiting.on_others_settled)
        turns.ended.connect(waiting.on_others_settled)
    for began in (session.exporter.started, session.weights.started):
        began.connect(session.pins.series.on_others_began)
    turns.ended.connect(session.history.poll)
    session.history.changed.connect(turns.on_history_changed)
    _sweeps(session)


def _sweeps(session: Session) -> None:
    """A sweep takes every processor: what is measured gives way and waits; a sweep that measures gives way to the user."""
    sweeps = session.sweeps
    for job in (session.latency, session.layer_times, session.peaks, session.turns):
        sweeps.started.connect(job.on_others_began)
        sweeps.ended.connect(job.on_others_settled)
    sweeps.started.connect(session.pins.series.on_others_began)
    for began in (session.exporter.started, session.weights.started, session.source.started):
        began.connect(sweeps.on_others_began)
    for settled in (
        session.engine.settled, session.exporter.ended, session.weights.ended, session.source.ended, session.pins.figures.ended,
        session.latency.ended, session.pins.series.step_ended,
    ):
        settled.connect(sweeps.on_others_settled)
