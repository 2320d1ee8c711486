"""Which language the window speaks: the choice, its translators, and whether there is a font for it.

The English texts in the code are the keys; ``resources/i18n`` holds what they are in Korean. Numbers, file formats and what the
command line says are the same in every language.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

ENGLISH, KOREAN = "en", "ko"
SYSTEM = "system"
LANGUAGES = (SYSTEM, ENGLISH, KOREAN)  # what can be chosen
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
CATALOGUE = "architecture_explorer_{0}.qm"
OF_QT = "qtbase_{0}.qm"  # what Qt's own dialogs and buttons say


def spoken(choice: str) -> str:
    """The language of a choice; the system's is Korean where it prefers Korean to English, else English."""
    if choice in (ENGLISH, KOREAN):
        return choice
    preferred = [name.partition("-")[0].partition("_")[0] for name in QLocale.system().uiLanguages()]
    known = [name for name in preferred if name in (ENGLISH, KOREAN)]
    return known[0] if known else ENGLISH


def can_draw(language: str) -> bool:
    """Whether some font here has the language's letters."""
    return language != KOREAN or bool(QFontDatabase.families(QFontDatabase.WritingSystem.Korean))


class Language:
    """The translators of the application. Texts made after ``speak`` are in that language; those that stand stay as they are."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.now = ENGLISH
        self._folder = folder
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> list[str]:
        """Use this language from now on. A sentence ([template, argument]) on what is missing for it, empty where nothing is:
        without its catalogue the texts stay English, without a font they are there, but cannot be read."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        self.now = language
        if language == ENGLISH:
            return []
        own = self._folder / CATALOGUE.format(language)
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / OF_QT.format(language)
        for path in (of_qt, own):
            translator = QTranslator()
            if translator.load(str(path)):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
            elif path == own:
                return ["The translation {0} cannot be read; the window stays English. `make translations` writes it.", str(own)]
        if not can_draw(language):
            return [NO_HANGUL]
        return []


NO_HANGUL = (
    "No font with Korean letters is installed: Korean texts show as boxes. On Debian or Ubuntu: apt install fonts-noto-cjk. "
    "한국어 글꼴이 없습니다."
)
