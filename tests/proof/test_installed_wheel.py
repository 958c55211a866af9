"""A wheel, installed beside nothing but the runtime lock, is the whole program: no checkout, no development package."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.proof


def run(*words: object, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds requirements.lock and the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=REPOSITORY)
    (wheel,) = folder.glob("desk-*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps"]
    run(*install, "--require-hashes", "--only-binary=:all:", "-r", REPOSITORY / "requirements.lock", cwd=folder)
    run(*install, "--no-index", wheel, cwd=folder)
    return python


def test_the_runtime_lock_satisfies_every_requirement(installed: Path) -> None:
    run(installed, "-m", "pip", "check", cwd=installed.parent)


def test_bundled_files_are_inside_the_installed_package(installed: Path) -> None:
    code = (
        "from desk.places import bundled\n"
        "for file in sorted(p for top in ('data', 'resources') for p in bundled(top).rglob('*') if p.is_file()):\n"
        "    print(file.relative_to(bundled()).as_posix())\n"
    )
    inside = set(run(installed, "-c", code, cwd=installed.parent).split("\n")) - {""}
    committed = run("git", "ls-files", "data", "resources", cwd=REPOSITORY).split("\n")
    assert inside >= {name for name in committed if name}


def test_every_module_imports_without_the_development_packages(installed: Path) -> None:
    code = (
        "import importlib, pkgutil, desk\n"
        "for module in pkgutil.walk_packages(desk.__path__, 'desk.'):\n"
        "    if not module.name.endswith('__main__') and '.migrations' not in module.name:\n"
        "        importlib.import_module(module.name)\n"
    )
    run(installed, "-c", code, cwd=installed.parent)
