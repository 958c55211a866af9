"""Bundled files are found in a checkout, an installed wheel and a frozen program (`make proof` builds a real wheel)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desk import places

REPOSITORY = Path(__file__).resolve().parents[1]


def a_package_at(folder: Path) -> Path:
    (folder / "desk" / "_bundled" / "data").mkdir(parents=True)
    (folder / "desk" / "_bundled" / "data" / "documents.json").write_text("{}", encoding="utf-8")
    return folder / "desk"


def test_a_checkout_has_its_bundled_files_beside_the_package() -> None:
    assert places.bundled("data") == REPOSITORY / "data"
    assert places.bundled("data", "documents.json").is_file()
    assert places.bundled() == REPOSITORY


def test_an_installed_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = a_package_at(tmp_path)
    monkeypatch.setattr(places, "__file__", str(package / "places.py"))
    assert places.bundled("data", "documents.json") == package / "_bundled" / "data" / "documents.json"
    assert places.bundled("data", "documents.json").is_file()


def test_a_frozen_program_has_them_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = a_package_at(tmp_path)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.bundled("data", "documents.json") == package / "_bundled" / "data" / "documents.json"
    assert places.bundled("data", "documents.json").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is Linux's")
def test_the_default_home_is_the_users_own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert places.default_home() == tmp_path / "Desk"
    assert not places.default_home().exists(), "asking where it would be creates nothing"


def test_finding_bundled_files_does_not_load_platformdirs() -> None:
    code = "import sys; from desk import places; places.bundled('data'); sys.exit('platformdirs' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)
