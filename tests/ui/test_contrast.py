"""Every pair of colours that carries words or meaning meets WCAG AA, in every theme."""

from __future__ import annotations

import re

import pytest

from desk.places import bundled
from desk.ui.kit.theme import style_sheet
from desk.ui.kit.tokens import THEMES, TONES, Palette, ThemeName, contrast, palettes

TEXT, CONTROL = 4.5, 3.0
GROUNDS = ("page", "surface", "sunken", "hover", "accent_soft")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(theme: ThemeName, ink: str, ground: str) -> None:
    palette = palettes()[theme]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_a_tone_can_be_read_on_its_own_ground_and_on_paper(theme: ThemeName, tone: str) -> None:
    palette = palettes()[theme]
    text, ground = palette.tone(tone)  # type: ignore[arg-type]
    for behind in (ground, palette.surface, palette.page, palette.accent_soft):
        assert contrast(text, behind) >= TEXT
    assert contrast(palette.ink, ground) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_the_accent_carries_words(theme: ThemeName) -> None:
    palette = palettes()[theme]
    assert contrast(palette.on_accent, palette.accent) >= TEXT
    assert contrast(palette.on_accent, palette.accent_strong) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["page", "surface", "sunken"])
def test_controls_and_focus_can_be_seen(theme: ThemeName, ground: str) -> None:
    palette = palettes()[theme]
    for colour in (palette.edge, palette.focus, palette.accent, palette.bad):
        assert contrast(colour, getattr(palette, ground)) >= CONTROL


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_uses_only_tokens(theme: ThemeName) -> None:
    sheet = style_sheet(theme)
    assert "@" not in sheet
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet))
    palette = palettes()[theme]
    assert colours <= {getattr(palette, name) for name in Palette.__slots__}
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", bundled("resources", "theme.qss").read_text(encoding="utf-8"))


@pytest.mark.parametrize("theme", THEMES)
def test_drawn_marks_are_in_the_theme_s_colours(theme: ThemeName) -> None:
    palette = palettes()[theme]
    for icon, colour in (("check", palette.on_accent), ("chevron-down", palette.ink)):
        drawn = bundled("resources", "icons", "themed", f"{theme}-{icon}.svg").read_text(encoding="utf-8")
        assert colour in drawn
