"""The bundled face in its few sizes. Figures are tabular, so that columns of digits stand still."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from desk.places import bundled

Role = Literal["body", "strong", "small", "small_strong", "lead", "title", "number", "code"]
FAMILY = "Inter"

_SIZES: dict[Role, tuple[float, QFont.Weight]] = {
    "body": (10.5, QFont.Weight.Normal),
    "strong": (10.5, QFont.Weight.DemiBold),
    "small": (9, QFont.Weight.Normal),
    "small_strong": (9, QFont.Weight.DemiBold),
    "lead": (10.5, QFont.Weight.Medium),
    "title": (13, QFont.Weight.DemiBold),
    "number": (22, QFont.Weight.Bold),
    "code": (13, QFont.Weight.DemiBold),
}
_FALLBACKS = ("NotoSansArabic", "NotoSansJavanese", "NotoSans")


def install() -> None:
    """Load the face, and faces for letters that it lacks (Arabic, Javanese)."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        _load(f"Inter-{weight}.otf")
    for name in _FALLBACKS:
        if bundled("resources", "fonts", f"{name}-Regular.ttf").is_file():
            _load(f"{name}-Regular.ttf")


@cache
def _load(name: str) -> None:
    QFontDatabase.addApplicationFont(str(bundled("resources", "fonts", name)))


def font(role: Role = "body") -> QFont:
    """The font of that role."""
    size, weight = _SIZES[role]
    face = QFont()
    face.setFamilies([FAMILY, "Noto Sans", "Noto Sans Arabic", "Noto Sans Javanese"])
    face.setPointSizeF(size)
    face.setWeight(weight)
    face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    face.setFeature(QFont.Tag("tnum"), 1)
    if role == "code":
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return face
