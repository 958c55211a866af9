"""A pack with a typo: the sentence names the file and the place in it, and nothing else breaks."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.catalogue import Service
from desk.domain.pack import PackError, read_documents, read_office, read_service
from tests.factory import service_file


def read(raw: object) -> Service:
    return read_service(raw, "pasuruan/99.json", office="pasuruan", order=99, content=b"{}")


def mistake(raw: object) -> PackError:
    with pytest.raises(PackError) as caught:
        read(raw)
    return caught.value


def paper(**changes: Any) -> dict[str, Any]:
    return {"id": "ktp", "text": "Fotokopi KTP", "kind": "document"} | changes


def step(key: str = "a", **changes: Any) -> dict[str, Any]:
    return {"key": key, "actor": "Petugas", "action": "receive", "title": "Terima"} | changes


def test_a_service_file_is_read_whole() -> None:
    found = read(service_file())
    assert (found.id, found.order, found.office) == ("pasuruan/99", 99, "pasuruan")
    assert [r.id for r in found.every_requirement()] == ["ktp", "k2", "k2.a"]
    assert found.requirements[1].copies == 2
    assert found.duration is not None
    assert found.duration.printed == "3 hari kerja"
    assert found.route[0].next[0].to == "serah"
    assert found.hash == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_what_a_decree_leaves_out_is_empty_and_not_invented() -> None:
    found = read(service_file(duration=None, requirements=[], route=[], products=[], questions=[]))
    assert (found.duration, found.requirements, found.route, found.division, found.hand_off) == (
        None,
        (),
        (),
        None,
        None,
    )
    assert (found.executors.count, found.executors.roles) == (None, ())


@pytest.mark.parametrize(
    ("changes", "path", "problem"),
    [
        ({"title": ...}, "title", "wajib ada"),
        ({"title": ""}, "title", "tidak boleh kosong"),
        ({"title": 8}, "title", "bukan teks"),
        ({"titel": "x"}, "titel", "salah ketik"),
        ({"fee": "gratis"}, "fee", "bukan bilangan bulat"),
        ({"fee": True}, "fee", "bukan bilangan bulat"),
        ({"fee": 1.5}, "fee", "bukan bilangan bulat"),
        ({"field_visit": "ya"}, "field_visit", "bukan true/false"),
        ({"field_visit": 1}, "field_visit", "bukan true/false"),
        ({"requirements": {}}, "requirements", "bukan daftar"),
        ({"requirements": ["KTP"]}, "requirements[0]", "harus ada objek"),
        (
            {"requirements": [paper(), paper(id="kk", kind="dokumen")]},
            "requirements[1].kind",
            "'dokumen' tidak dikenal",
        ),
        ({"requirements": [paper(from_="x")]}, "requirements[0].from_", "salah ketik"),
        ({"requirements": [paper(copies="2")]}, "requirements[0].copies", "bukan bilangan bulat"),
        ({"requirements": [paper(form="asli")]}, "requirements[0].form", "'asli' tidak dikenal"),
        (
            {"requirements": [paper(parts=[paper(id="ktp.a", kind="x")])]},
            "requirements[0].parts[0].kind",
            "tidak dikenal",
        ),
        ({"requirements": [paper(), paper()]}, "requirements", "'ktp' dipakai dua kali"),
        ({"requirements": [paper(parts=[paper(id="a")])]}, "requirements", "harus diawali 'ktp.'"),
        ({"requirements": [paper(any_of=["kia"])]}, "requirements", "'kia' yang tidak ada"),
        (
            {"requirements": [paper(applies_when={"field": "answer.kawin", "op": "eq", "value": True})]},
            "requirements",
            "pertanyaannya tidak ada",
        ),
        (
            {
                "requirements": [
                    paper(rule={"kind": "age", "field": "applicant.age", "op": "antara", "value": [30, 55]})
                ]
            },
            "requirements[0].rule.op",
            "'antara' tidak dikenal",
        ),
        (
            {"requirements": [paper(rule={"kind": "age", "field": "applicant.age", "op": "eq", "value": {}})]},
            "requirements[0].rule.value",
            "bukan nilai aturan",
        ),
        ({"duration": {"min": 3}}, "duration.max", "wajib ada"),
        ({"duration": "3 hari"}, "duration", "harus ada objek"),
        ({"duration": {**service_file()["duration"], "min": 4}}, "duration.min", "lebih besar daripada max"),
        ({"duration": {**service_file()["duration"], "unit": "hari"}}, "duration.unit", "'hari' tidak dikenal"),
        ({"route": [step(action="terima")]}, "route[0].action", "'terima' tidak dikenal"),
        ({"route": [step(), step()]}, "route[0].key", "dipakai dua kali"),
        ({"route": [step(next=[{"to": "b"}])]}, "route[0].next", "langkah 'b' tidak ada"),
        ({"products": [{"kind": "surat", "name": "x"}]}, "products[0].kind", "tidak dikenal"),
        ({"keywords": ["skm", 3]}, "keywords[1]", "bukan teks"),
        ({"applicants": ["hantu"]}, "applicants", "'hantu' tidak dikenal"),
        ({"questions": [{"key": "dtks"}]}, "questions[0].text", "wajib ada"),
        ({"source": "seed"}, "source", "bukan"),
        ({"complaints": [{"kind": "merpati", "value": "x"}]}, "complaints[0].kind", "tidak dikenal"),
        ({"sop": [{"title": "SOP", "rows": [{"actors": []}]}]}, "sop[0].rows[0].activity", "wajib ada"),
    ],
)
def test_a_typo_is_named_by_file_and_path(changes: dict[str, Any], path: str, problem: str) -> None:
    error = mistake(service_file(**changes))
    assert error.field == path
    assert f"pasuruan/99.json: {path}" in error.message
    assert problem in error.message
    assert error.exit_code == 3


@pytest.mark.parametrize("raw", [None, [], "x", 3])
def test_a_file_that_holds_no_object_is_refused_by_its_name(raw: object) -> None:
    assert "pasuruan/99.json" in mistake(raw).message


@pytest.mark.parametrize("key", sorted(service_file()))
def test_any_value_of_the_wrong_type_is_refused_in_words(key: str) -> None:
    for value in (object, 1.5, {"x": 1}, [[1]], "x", 3, True, None):
        raw = service_file(**{key: value})
        try:
            read(raw)
        except PackError as error:
            assert "pasuruan/99.json" in error.message  # noqa: PT017 (some values are right)


def test_an_office_with_a_typo_is_named_too() -> None:
    with pytest.raises(PackError) as caught:
        read_office({"name": "Dinas Sosial"}, "pasuruan/office.json", slug="pasuruan", services=())
    assert "pasuruan/office.json: region" in caught.value.message


@pytest.mark.parametrize("zone", ["WIB", "Asia/Bangil", "../../etc/passwd", "\0", "a" * 500])
def test_a_timezone_that_does_not_exist_is_found_before_any_clock_needs_it(zone: str) -> None:
    raw = {
        "name": "Dinas Sosial", "region": "Pasuruan", "region_type": "kabupaten", "region_code": "35.14",
        "province": "Jawa Timur", "timezone": zone, "city": "Pasuruan", "address": "Jl. Raya",
    }  # fmt: skip
    with pytest.raises(PackError) as caught:
        read_office(raw, "pasuruan/office.json", slug="pasuruan", services=())
    assert caught.value.field == "timezone"


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ({"1673": "Kota Lubuklinggau"}, "region_names.1673"),
        ({"16.73": ""}, "region_names.16.73"),
        ({"16.73": ["Lubuklinggau"]}, "region_names.16.73"),
        (["16.73"], "region_names"),
    ],
)
def test_an_offices_own_names_of_regions_are_names_by_code(names: object, field: str) -> None:
    raw = {
        "name": "Dinas Sosial", "region": "Lubuklinggau", "region_type": "kota", "region_code": "16.73",
        "province": "Sumatera Selatan", "timezone": "Asia/Jakarta", "city": "Lubuklinggau", "address": "Jl. Raya",
    }  # fmt: skip
    own = {"16.73": "Kota Lubuklinggau"}
    assert read_office(raw, "x", slug="lubuklinggau", services=()).region_names == {}
    assert read_office(raw | {"region_names": own}, "x", slug="lubuklinggau", services=()).region_names == own
    with pytest.raises(PackError) as caught:
        read_office(raw | {"region_names": names}, "x", slug="lubuklinggau", services=())
    assert caught.value.field == field


def test_two_document_types_of_one_id_are_refused() -> None:
    document = {"id": "ktp", "name": "Kartu Tanda Penduduk", "short": "KTP", "description": "Kartu"}
    assert read_documents({"documents": [document]}, "documents.json")[0].valid_months is None
    with pytest.raises(PackError, match=r"documents\[1\]\.id"):
        read_documents({"documents": [document, document]}, "documents.json")
