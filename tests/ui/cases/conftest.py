"""Files in every standing, made once for a module: they are only looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.ui.cases.dossier import Dossier
from tests.ui.cases.office import files


@pytest.fixture(scope="session")
def standings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    return files(Path(tmp_path_factory.mktemp("standings")) / "home")
