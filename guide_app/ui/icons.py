"""Icons drawn for this project, coloured by the theme when they are asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPixmap

ICON_SIZE = 20


class Icons:
    """Draws the SVG files of a folder in a given colour; each icon and colour is drawn once.

    A file that is missing gives an empty icon: every control has words as well.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._size = ICON_SIZE
        self._drawn: dict[tuple[str, str, int], QIcon] = {}

    def set_scale(self, scale: float) -> None:
        """Draw icons as much larger as the words beside them are from now on."""
        self._size = round(ICON_SIZE * scale)

    def icon(self, name: str, colour: str, size: int = 0) -> QIcon:
        """Return the icon `name` in `colour`, for widgets of `size` pixels (0: as the words) at any screen scale."""
        size = size or self._size
        key = (name, colour, size)
        if key not in self._drawn:
            icon = QIcon()
            # Drawn once, for the finest screen; Qt scales it down on the others.
            ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
            pixmap = self.pixmap(name, colour, size, ratio)
            if not pixmap.isNull():
                icon.addPixmap(pixmap)
            self._drawn[key] = icon
        return self._drawn[key]

    def pixmap(self, name: str, colour: str, size: int = ICON_SIZE, ratio: float = 1.0) -> QPixmap:
        """Return the icon as a pixmap of `size` by `size` device-independent pixels."""
        try:
            source = (self._folder / f"{name}.svg").read_bytes()
        except OSError:
            return QPixmap()
        pixels = round(size * ratio)
        source = source.replace(b'width="24" height="24"', f'width="{pixels}" height="{pixels}"'.encode())
        image = QImage()
        image.loadFromData(QByteArray(source.replace(b"currentColor", QColor(colour).name().encode())))
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def application_icon(self) -> QIcon:
        """Return the program's own icon."""
        image = QImage(str(self._folder / "guide.svg"))
        icon = QIcon()
        if not image.isNull():
            for size in (16, 32, 64):
                scaled = image.scaled(
                    QSize(size, size), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                icon.addPixmap(QPixmap.fromImage(scaled))
        return icon
