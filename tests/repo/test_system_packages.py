"""What pip cannot install is named in one sentence where it may not be installed, and asked of apt-get where it may."""

from __future__ import annotations

import pytest

from scripts import system_packages


@pytest.fixture
def without_cursor(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine that lacks one library; the list holds what was installed, after which the library is there."""
    installed: list[str] = []
    lacking = "libxcb-cursor.so.0"
    monkeypatch.setattr(system_packages, "loads", lambda library: library != lacking or "libxcb-cursor0" in installed)
    monkeypatch.setattr(system_packages, "has_font", lambda *patterns: True)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(system_packages, "install", lambda prefix, packages, say: installed.extend(packages))
    return installed


def test_missing_and_not_installable_is_one_sentence(
    without_cursor: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "installer", lambda: None)
    assert system_packages.main(["run"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "sudo apt-get install libxcb-cursor0 " in said.err
    assert without_cursor == []


def test_missing_and_installable_is_installed(without_cursor: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "installer", lambda: ["apt-get"])
    assert system_packages.main(["run"]) == 0
    assert without_cursor == ["libxcb-cursor0"]


def test_tests_need_a_display_and_a_mouse(without_cursor: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: None)
    assert system_packages.missing("test")[0] == ["libxcb-cursor0", "xvfb", "xdotool"]
    assert system_packages.missing("run")[0] == ["libxcb-cursor0"]


def test_a_missing_korean_font_is_only_noted(
    monkeypatch: pytest.MonkeyPatch, without_cursor: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    without_cursor.append("libxcb-cursor0")
    monkeypatch.setattr(system_packages, "has_font", lambda *patterns: "*CJK*" not in patterns)
    monkeypatch.setattr(system_packages, "installer", lambda: None)
    assert system_packages.main(["run"]) == 0
    assert "fonts-noto-cjk" in capsys.readouterr().err


def test_unknown_kind_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.main(["walk"]) == 2
    assert "not one of: run, test" in capsys.readouterr().err
