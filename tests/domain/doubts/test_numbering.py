"""Numbering that jumps, repeats, starts late or runs backwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.catalogue import Duration, Executors
from desk.domain.doubts import numbering
from tests.domain.doubts.samples import ROUTE, kinds, requirement, route, service, step


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "2", "3"], []),
        (["a", "b", "c"], []),
        (["i", "ii", "iii", "iv"], []),
        (["1", "2", "4"], ["numbering_jumps"]),
        (["1", "2", "2", "3"], ["numbering_repeats"]),
        (["4", "5", "6"], ["numbering_starts_late"]),
        (["c", "d"], ["numbering_starts_late"]),
        (["1", "2", "4", "4"], ["numbering_jumps", "numbering_repeats"]),
        ([], []),
        (["–"], []),
    ],
)
def test_a_row_of_numbers(numbers: list[str], expected: list[str]) -> None:
    assert [kind for kind, _ in numbering.faults(numbers)] == expected


def test_requirements_and_their_parts() -> None:
    jumping = tuple(requirement(f"Surat {n}", number=n, id=f"k{n}") for n in ("1", "2", "4"))
    assert kinds(numbering.requirements(service(requirements=jumping))) == ["numbering_jumps"]
    parts = tuple(requirement(f"Surat {n}", number=n, id=f"k1.{n}") for n in ("a", "c"))
    whole = (requirement("Dengan lampiran", parts=parts),)
    assert kinds(numbering.requirements(service(requirements=whole))) == ["numbering_jumps"]


def test_an_entry_without_a_number() -> None:
    mixed = (requirement("Surat A"), requirement("Selain itu", number=None))
    assert kinds(numbering.unnumbered_requirement(service(requirements=mixed))) == ["requirement_without_number"]
    alone = (requirement("Surat permohonan", number=None),)
    assert kinds(numbering.unnumbered_requirement(service(requirements=alone))) == []


def renumbered(*numbers: str | None) -> object:
    return service(route=tuple(replace(one, number=number) for one, number in zip(ROUTE, numbers, strict=True)))


def test_gaps_in_the_route() -> None:
    assert kinds(numbering.route_gaps(renumbered("1", "2", "4", "5", "6"))) == ["numbering_jumps"]  # type: ignore[arg-type]
    assert kinds(numbering.route_gaps(renumbered("5", "6", "7", "8", "9"))) == ["numbering_starts_late"]  # type: ignore[arg-type]
    assert kinds(numbering.route_gaps(renumbered("a", "b", "c", "d", "e"))) == []  # type: ignore[arg-type]


def test_a_number_used_for_two_officials_and_a_step_split_between_two() -> None:
    assert kinds(numbering.route_repeats(renumbered("1", "4", "5", "4", "6"))) == ["numbering_repeats"]  # type: ignore[arg-type]
    assert kinds(numbering.route_repeats(renumbered("1", "2", "3", "3", "4"))) == []  # type: ignore[arg-type]
    back = route(ROUTE[0], ROUTE[1], replace(ROUTE[0], title="Pemohon menerima surat"))
    assert kinds(numbering.route_repeats(service(route=back))) == []


def test_a_chart_whose_numbers_do_not_follow_its_arrows() -> None:
    assert kinds(numbering.route_backwards(renumbered("1", "2", "6", "5", "3"))) == ["numbering_backwards"]  # type: ignore[arg-type]
    assert kinds(numbering.route_backwards(renumbered("1", "2", "2", "3", "4"))) == []  # type: ignore[arg-type]


def test_steps_without_a_number() -> None:
    assert kinds(numbering.step_without_number(renumbered("1", "2", None, "3", "4"))) == ["step_without_number"]  # type: ignore[arg-type]
    assert kinds(numbering.step_without_number(renumbered(None, None, None, None, None))) == []  # type: ignore[arg-type]


def test_the_printed_list_of_executors() -> None:
    late = Executors(2, ("A", "B"), "4. 1 (satu) orang A; 5. 1 (satu) orang B")
    assert kinds(numbering.executors(service(executors=late))) == ["numbering_starts_late"]


def test_a_list_inside_a_text() -> None:
    late = ("Jenjang pendidikan: c. minimal SMA d. minimal D3",)
    assert kinds(numbering.inside_a_text(service(competence=late))) == ["numbering_starts_late"]
    right = ("Jenjang pendidikan: a. minimal SMA b. minimal D3", "Bupati c.q. Kepala Dinas dan d.a. kantor")
    assert kinds(numbering.inside_a_text(service(competence=right))) == []


def test_a_number_in_the_middle_of_a_sentence() -> None:
    cut = step("2", "Petugas", "verify", "Telaah: 1. rancangan usulan 2. yang diajukan; dan 3. dokumen")
    assert kinds(numbering.sentence_cut(service(route=route(ROUTE[0], cut)))) == ["sentence_cut_by_number"]
    halves = (
        step("2", "Petugas", "verify", "Pengajuan sebagaimana dimaksud"),
        step("3", "Petugas", "verify", "dilakukan daring"),
    )
    assert kinds(numbering.sentence_cut(service(route=route(*halves)))) == ["sentence_cut_by_number"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("satu", 1), ("sepuluh", 10), ("sebelas", 11), ("dua puluh empat", 24), ("lima puluh lima", 55), ("seratus", 100),
     ("dua ratus tiga puluh", 230), ("asli", None), ("", None)],
)  # fmt: skip
def test_numbers_in_words(text: str, number: int | None) -> None:
    assert numbering.spoken_number(text) == number


def test_a_figure_and_its_word() -> None:
    wrong = Duration(3, 3, "day", "exact", "working", "office", "3 (dua) hari")
    assert kinds(numbering.figure_and_word(service(duration=wrong))) == ["figure_and_word_differ"]
    named = (requirement("Umur paling rendah 30 (tiga puluh) tahun, KTP (asli) 2 (dua) lembar"),)
    assert kinds(numbering.figure_and_word(service(requirements=named))) == []
