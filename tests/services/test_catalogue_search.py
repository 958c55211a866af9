"""Services are found by what applicants say, and one broken pack troubles nobody else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import NotFound
from desk.domain.pack import PackError
from desk.services import cases
from desk.services.catalogue import Catalogue
from desk.services.intake import register
from desk.services.packfiles import load_catalogue
from tests.counters import open_in
from tests.factory import intake, service_file


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ijin", "pasuruan/11"),
        ("ijin ziarah", "pasuruan/11"),
        ("terlantar", "pasuruan/02"),
        ("telantar balita", "pasuruan/03"),
        ("BPJS mati", "pasuruan/07"),
        ("kis tidak aktif", "pasuruan/07"),
        ("adopsi", "pasuruan/01"),
        ("angkat anak", "pasuruan/01"),
        ("kursi roda", "pasuruan/05"),
        ("SKM", "pasuruan/08"),
        ("dapur umum", "pasuruan/10"),
        ("pengaduan", "pasuruan/17"),
        ("pasuruan/14", "pasuruan/14"),
    ],
)
def test_what_applicants_say_leads_to_the_service(catalogue: Catalogue, said: str, meant: str) -> None:
    assert meant in [service.id for service in catalogue.search(said, "pasuruan", limit=3)]


@pytest.mark.parametrize(("said", "meant"), [("adobsi", "pasuruan/01"), ("kusi roda", "pasuruan/05")])
def test_a_slip_of_the_finger_is_forgiven_where_nothing_else_fits(catalogue: Catalogue, said: str, meant: str) -> None:
    assert catalogue.search(said, "pasuruan")[0].id == meant


def test_nothing_said_gives_all_in_the_decree_s_order(catalogue: Catalogue) -> None:
    assert [service.order for service in catalogue.search("", "pasuruan", limit=0)] == list(range(1, 18))
    assert len(catalogue.search("  ", limit=5)) == 5


def test_words_that_mean_nothing_find_nothing(catalogue: Catalogue) -> None:
    assert catalogue.search("qwertzuiop") == ()


@given(st.text(max_size=40))
def test_anything_may_be_said(catalogue: Catalogue, said: str) -> None:
    assert len(catalogue.search(said)) <= 8


def test_what_does_not_exist_is_said_with_what_does(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="pasuruan"):
        catalogue.office("bangil")
    with pytest.raises(NotFound, match="desk services"):
        catalogue.service("pasuruan/99")


# a pack that is wrong

Break = Callable[[Path], Any]


def put(name: str, value: Any) -> Break:
    def change(folder: Path) -> None:
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        (folder / name).write_bytes(content)

    return change


def office(**changes: Any) -> Break:
    def change(folder: Path) -> None:
        path = folder / "office.json"
        path.write_text(json.dumps({**json.loads(path.read_bytes()), **changes}), encoding="utf-8")

    return change


@pytest.fixture
def two_packs(data: Path, tmp_path: Path) -> Path:
    """Pasuruan's pack, and another office's beside it."""
    folder = tmp_path / "packs"
    shutil.copytree(data, folder)
    shutil.copytree(folder / "pasuruan", folder / "lain")
    for path in (folder / "lain").glob("[0-9]*.json"):
        if path.stem != "01":
            path.unlink()
    return folder


BROKEN = [
    (put("01.json", b"{"), "lain/01.json"),
    (put("01.json", b"\xff\xfe"), "lain/01.json"),
    (put("01.json", b""), "lain/01.json"),
    (put("01.json", b"[" * 100_000), "lain/01.json"),
    (put("01.json", []), "lain/01.json"),
    (put("01.json", service_file(titel="x")), "titel"),
    (
        put("01.json", service_file(requirements=[{"id": "x", "text": "x", "kind": "document", "document": "sim"}])),
        "sim",
    ),
    (put("office.json", b"null"), "lain/office.json"),
    (office(timezone="Asia/Bangil"), "timezone"),
    (office(region_type="desa"), "region_type"),
    (office(nama="x"), "nama"),
]


@pytest.mark.parametrize(("broken", "named"), BROKEN, ids=[str(number) for number in range(len(BROKEN))])
def test_another_office_s_broken_pack_does_not_disturb_this_counter(
    two_packs: Path, tmp_path: Path, broken: Break, named: str
) -> None:
    broken(two_packs / "lain")
    counter = open_in(tmp_path / "home", two_packs)
    receipt = register(counter, intake())
    assert cases.find(counter, receipt.tracking_code).id == receipt.id
    assert counter.catalogue.search("skm")
    for ask in (
        lambda: counter.catalogue.office("lain"),
        lambda: counter.catalogue.service("lain/01.json"),
        counter.catalogue.whole,
    ):
        with pytest.raises(PackError, match=named):
            ask()
    counter.store.close()


def test_a_counter_whose_own_pack_is_broken_says_where(two_packs: Path, tmp_path: Path) -> None:
    open_in(tmp_path / "home", two_packs).store.close()
    put("08.json", service_file(titel="x"))(two_packs / "pasuruan")
    with pytest.raises(PackError, match=r"pasuruan/08\.json: titel"):
        open_in(tmp_path / "home", two_packs)
    put("08.json", service_file())(two_packs / "pasuruan")
    open_in(tmp_path / "home", two_packs).store.close()


def test_a_counter_whose_own_pack_is_gone_says_which(two_packs: Path, tmp_path: Path) -> None:
    open_in(tmp_path / "home", two_packs, catalogue=load_catalogue(two_packs)).store.close()
    shutil.rmtree(two_packs / "pasuruan")
    with pytest.raises(NotFound, match="'pasuruan'"):
        open_in(tmp_path / "home", two_packs)


def test_a_file_keeps_the_standard_it_was_registered_under(two_packs: Path, tmp_path: Path) -> None:
    counter = open_in(tmp_path / "home", two_packs)
    receipt = register(counter, intake())
    counter.store.close()
    path = two_packs / "pasuruan" / "08.json"
    raw = json.loads(path.read_bytes())
    raw["duration"] |= {"min": 5, "max": 5, "unit": "minute"}
    raw["requirements"] = raw["requirements"][:1]
    path.write_text(json.dumps(raw), encoding="utf-8")
    counter = open_in(tmp_path / "home", two_packs)
    case = cases.load(counter, receipt.id)
    assert len(counter.catalogue.service("pasuruan/08").requirements) == 1
    assert len(counter.service_of(case).requirements) == 10
    assert [row.due_at for row in cases.search(counter, "siti")] == [receipt.due_at]
    assert register(counter, intake(key="again")).due_at == "2026-11-24T09:20:00+07:00"
    counter.store.close()


def test_a_form_sent_again_after_the_pack_changed_tells_the_old_promise(two_packs: Path, tmp_path: Path) -> None:
    counter = open_in(tmp_path / "home", two_packs)
    first = register(counter, intake(key="f"))
    counter.store.close()
    path = two_packs / "pasuruan" / "08.json"
    raw = json.loads(path.read_bytes())
    raw["duration"] |= {"min": 5, "max": 5, "unit": "minute"}
    path.write_text(json.dumps(raw), encoding="utf-8")
    counter = open_in(tmp_path / "home", two_packs)
    assert register(counter, intake(key="f")) == first
    path.unlink()
    counter.store.close()
    counter = open_in(tmp_path / "home", two_packs)
    assert register(counter, intake(key="f")) == first
    counter.store.close()
