"""The ground that every test stands on: no display, no keyring of the developer's, no home of theirs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue
from tests.counters import open_in
from tests.fakes import Clock, Luck
from tests.terminal import Terminal

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for name in [name for name in os.environ if name.startswith("DESK_")]:
    del os.environ[name]

# No deadline anywhere: two workers share two cores. `ci` tries the same examples each time; `proof` many more.
settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("proof", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one office's real pack: quicker than all, and no other office can break a test."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("documents.json", "regions.csv"):
        shutil.copy(DATA / name, folder)
    for name in ("holidays", "pasuruan"):
        shutil.copytree(DATA / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def catalogue(data: Path) -> Catalogue:
    """What that folder holds."""
    return load_catalogue(data)


@pytest.fixture
def clock() -> Clock:
    """A Tuesday morning, until the test says otherwise."""
    return Clock()


OpenCounter = Callable[..., Counter]


@pytest.fixture
def open_counter(tmp_path: Path, data: Path, catalogue: Catalogue, clock: Clock) -> Iterator[OpenCounter]:
    """Opens a counter of Pasuruan by its name, setting it up the first time; all are closed at the end."""
    opened: list[Counter] = []
    luck = Luck()

    def open_one(name: str = "Loket 1", *, read_only: bool = False, patience: float = 0.1) -> Counter:
        counter = open_in(
            tmp_path / name,
            data,
            name=name,
            clock=clock,
            luck=luck,
            catalogue=catalogue,
            read_only=read_only,
            patience=patience,
        )
        opened.append(counter)
        return counter

    yield open_one
    for counter in opened:
        counter.store.close()


@pytest.fixture
def counter(open_counter: OpenCounter) -> Counter:
    """One counter at work, in ``Loket 1`` of the test's folder."""
    return open_counter()


@pytest.fixture
def terminal(tmp_path: Path, data: Path, catalogue: Catalogue, clock: Clock) -> Terminal:
    """A shell beside a home of Pasuruan that was set up."""
    shell = Terminal(tmp_path / "home", data, catalogue, clock)
    shell.json("setup", "--office", "pasuruan", "--counter", "Loket 1", "--officer", "Rini")
    return shell
