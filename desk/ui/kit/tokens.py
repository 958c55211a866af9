"""The colours, measures and contrast arithmetic of the look. Values only, no Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from desk.places import bundled

ThemeName = Literal["light", "dark", "contrast"]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
Tone = Literal["ok", "warn", "bad", "info", "quiet"]
TONES: tuple[Tone, ...] = get_args(Tone)

GRID = 4
ROW = 34
RAIL = 136
RADIUS = 4


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as ``#RRGGBB``.

    `page` lies behind everything, `surface` carries reading and typing, `sunken` the rail and table heads; `line` is a
    hairline without meaning, `edge` the border of a control; `ink` and `soft` are text; each tone has a text colour
    and a soft ground.
    """

    page: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    accent_strong: str
    accent_soft: str
    focus: str
    hover: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    quiet: str
    quiet_soft: str
    disabled: str
    shade: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """(text, ground) of a tone."""
        return cast("str", getattr(self, tone)), cast("str", getattr(self, f"{tone}_soft"))


@cache
def palettes() -> dict[ThemeName, Palette]:
    """Every theme, read from ``resources/theme.json``."""
    raw = json.loads(bundled("resources", "theme.json").read_text(encoding="utf-8"))
    return {name: Palette(**raw[name]) for name in THEMES}


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
