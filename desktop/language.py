"""The language of the windows: Indonesian is in the program, another comes from a file of translations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from resources.translations import translation_path


class Language:
    """What one application speaks."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app, self._translator, self._words = app, QTranslator(app), b""

    def speak(self, language: str) -> None:
        """From now on; what is shown already keeps its words until it is built anew.

        The file is read into memory: an update may write it anew while the window is open, and a mapped file would take
        the program down.
        """
        self.fall_silent()
        path = translation_path(language)
        self._words = path.read_bytes() if path.exists() else b""
        if self._words and self._translator.load(self._words):
            self._app.installTranslator(self._translator)

    def fall_silent(self) -> None:
        """Indonesian again."""
        self._app.removeTranslator(self._translator)
