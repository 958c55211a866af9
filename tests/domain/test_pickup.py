"""The message that a product can be fetched."""

from __future__ import annotations

from datetime import date, time

from desk.domain.catalogue import Branch, Step
from desk.domain.pickup import fetching_steps, hours_in_words, pickup_text
from desk.domain.workcalendar import ramadan_hours, standard_hours
from tests.factory import service, steps


def test_the_message_says_who_what_where_and_when() -> None:
    text = pickup_text(
        office="Dinas Sosial Kabupaten Pasuruan",
        address="Jalan Dr. Wahidin 59",
        number="L1ABC-2026-000001",
        service="Surat Keterangan Miskin",
        ready_on=date(2026, 11, 24),
        hours=("Senin–Kamis 08.00–15.00",),
    )
    assert text.splitlines() == [
        "Pemberitahuan dari Dinas Sosial Kabupaten Pasuruan.",
        (
            "Permohonan Bapak/Ibu nomor L1ABC-2026-000001 (Surat Keterangan Miskin) sudah selesai dan siap diambil sejak "
            "24 November 2026."
        ),
        "Tempat: Jalan Dr. Wahidin 59.",
        "Jam pelayanan: Senin–Kamis 08.00–15.00.",
        "Mohon membawa tanda terima berkas dan KTP asli.",
    ]


def test_what_is_not_known_is_left_out() -> None:
    text = pickup_text(office="Dinas", address="", number="1", service="", ready_on=None, hours=())
    assert "()" not in text
    assert "Tempat: Dinas." in text
    assert "Jam" not in text
    assert "sejak" not in text


def test_days_with_the_same_hours_are_told_together() -> None:
    assert hours_in_words(standard_hours()) == (
        "Senin–Kamis 07.30–12.00 dan 13.00–16.00",
        "Jumat 07.30–11.30 dan 13.00–16.30",
    )
    assert hours_in_words(ramadan_hours())[0].startswith("Senin–Kamis 08.00–12.00 dan 12.30–15.00")
    whole = ((time(0), time(23, 59)),)
    assert hours_in_words((whole,) * 7) == ("Senin–Minggu 00.00–23.59",)
    assert hours_in_words(((),) * 7) == ()


def test_a_file_is_fetched_where_it_is_handed_over() -> None:
    assert fetching_steps(service(route=steps("receive", "sign", "deliver", "archive"))) == ("s2",)


def test_without_a_step_for_it_where_the_product_is_there() -> None:
    assert fetching_steps(service(route=steps("receive", "sign", "monitor", "archive"))) == ("s2",)
    assert fetching_steps(service(route=steps("receive", "sign"))) == ()


def test_what_was_handed_over_before_the_product_was_ready_is_not_waited_for_again() -> None:
    assert fetching_steps(service(route=steps("sign", "deliver", "report", "monitor"))) == ()


def test_information_given_on_the_way_is_nothing_to_fetch() -> None:
    told_first = (
        Step("a", "1", "Petugas", "deliver", "Memberi penjelasan", next=(Branch(None, "b"),)),
        Step("b", "2", "Petugas", "sign", "Tanda tangan", next=(Branch(None, "c"),)),
        Step("c", "3", "Petugas", "deliver", "Serahkan", next=()),
    )
    assert fetching_steps(service(route=told_first)) == ("c",)
