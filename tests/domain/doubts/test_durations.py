"""Durations against SOP, guarantees and route."""

from __future__ import annotations

import pytest

from desk.domain.catalogue import Duration, Service, Sop, SopRow
from desk.domain.doubts import durations
from tests.domain.doubts.samples import ROUTE, kinds, requirement, route, service, step

SIX_MINUTES = Duration(0, 6, "minute", "at_most", "office", "office", "Maksimal 6 Menit")
ONE_HOUR = Duration(0, 1, "hour", "at_most", "office", "office", "Mak 1 jam")


def sop(*times: str | None) -> tuple[Sop, ...]:
    return (Sop("SOP", tuple(SopRow(f"Langkah {i}", (), None, time, None) for i, time in enumerate(times))),)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("30 menit", 30, 30),
        ("1-8 jam", 60, 480),
        ("1 (satu) hari", 480, 480),
        ("14 Hari – 60 Hari", 14 * 480, 14 * 480),
        ("3 sd 5 bulan", 3 * 21 * 480, 5 * 21 * 480),
    ],
)
def test_times_in_a_text(text: str, least: int, most: int) -> None:
    span = durations.spans(text)[0]
    assert (span.least, span.most) == (least, most)


def test_the_steps_of_the_sop_fit_into_the_duration() -> None:
    assert kinds(durations.against_sop(service(duration=SIX_MINUTES, sop=sop("30 menit", "1 hari")))) == [
        "duration_shorter_than_sop"
    ]
    assert kinds(durations.against_sop(service(duration=SIX_MINUTES, sop=sop("1 menit", "5 menit")))) == []
    assert kinds(durations.against_sop(service(sop=sop("1-8 jam", "1-8 jam", "1 hari")))) == []


def test_guarantees_promise_the_same_time() -> None:
    promise = ("Berkas lengkap, maksimal pelayanan 1 hari",)
    assert kinds(durations.against_guarantees(service(assurance=promise))) == ["duration_differs"]
    assert kinds(durations.against_guarantees(service(assurance=("Layanan selesai dalam 2 hari",)))) == []
    assert kinds(durations.against_guarantees(service(assurance=("Survei tiap 3 bulan",)))) == []


@pytest.mark.parametrize(
    ("extra", "word"),
    [
        (step("9", "Petugas", "visit", "Kunjungan ke rumah"), "kunjungan lapangan"),
        (step("9", "BPJS Kesehatan", "decide", "BPJS Kesehatan mengaktifkan kartu", external=True), "pihak luar"),
        (step("9", "Peksos", "verify", "Asesmen terhadap keluarga"), "asesmen"),
    ],
)
def test_an_hour_is_too_short_for(extra: object, word: str) -> None:
    spoilt = service(duration=ONE_HOUR, route=route(*ROUTE[:-1], extra, ROUTE[-1]))  # type: ignore[arg-type]
    (doubt,) = durations.implausible(spoilt)
    assert word in doubt.message


def test_an_hour_is_too_short_for_many_signatures_or_papers() -> None:
    officials = [
        step(str(n), name, "initial", f"Paraf {name}") for n, name in enumerate(("Kasi", "Kabid", "Sekretaris"), 2)
    ]
    assert kinds(durations.implausible(service(duration=ONE_HOUR, route=route(ROUTE[0], *officials, *ROUTE[3:])))) != []
    many = tuple(requirement(f"Berkas {n}", number=str(n), id=f"k{n}") for n in range(1, 12))
    assert kinds(durations.implausible(service(duration=ONE_HOUR, requirements=many))) == ["duration_implausible"]


def test_an_hour_is_enough_for_a_check_and_a_signature_and_the_applicants_own_steps() -> None:
    assert kinds(durations.implausible(service(duration=ONE_HOUR))) == []
    asks = step("9", "Pemohon", "enter_external", "Pemohon mengisi aplikasi", external=True)
    assert kinds(durations.implausible(service(duration=ONE_HOUR, route=route(ROUTE[0], asks, *ROUTE[1:])))) == []


def test_following_up_takes_longer_than_days() -> None:
    watched = route(*ROUTE, step("6", "Peksos", "monitor", "Monitoring dan evaluasi"))
    assert kinds(durations.implausible(service(route=watched))) == ["duration_implausible"]
    months = Duration(4, 4, "month", "exact", "calendar", "printed", "4 bulan")
    assert kinds(durations.implausible(service(route=watched, duration=months))) == []


def test_times_missing_from_some_lines_of_an_sop() -> None:
    def of(*times: str | None) -> Service:
        return service(sop=sop(*times))

    assert kinds(durations.times_missing(of(None, "30 menit"))) == ["sop_time_missing"]
    assert kinds(durations.times_missing(of(None, None))) == []
    assert kinds(durations.times_missing(of("5 menit"))) == []
