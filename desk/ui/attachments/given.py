"""What the clipboard or a drop holds: files by their place on the disk, or a picture that has none yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog


@dataclass(frozen=True, slots=True)
class Given:
    """Files, else a function that makes a picture's bytes; neither where there is nothing to attach."""

    paths: tuple[Path, ...] = ()
    picture: Callable[[], bytes] | None = None


def offers(held: QMimeData) -> bool:
    """Whether there is something to attach in it."""
    return held.hasImage() or any(url.isLocalFile() for url in held.urls())


def read_given(held: QMimeData) -> Given:
    """What is in it. A picture is only taken along: making a file of it is slow, so not for the UI thread."""
    paths = tuple(Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())
    if paths:
        return Given(paths)
    image = held.imageData() if held.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return Given()
    return Given(picture=partial(png_of, image))


def png_of(image: QImage) -> bytes:
    """The picture as a file, without loss."""
    target = QByteArray()
    buffer = QBuffer(target)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(target.data())


def dialog_kind() -> QFileDialog.Option:
    """The system's own file dialog, where there is a system."""
    if QGuiApplication.platformName() == "offscreen":
        return QFileDialog.Option.DontUseNativeDialog
    return QFileDialog.Option(0)
