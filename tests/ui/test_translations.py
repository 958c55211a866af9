"""The check of translations finds what it is there to find, and today's translations pass it."""

from __future__ import annotations

from babel.messages.catalog import Catalog

from scripts.check_translations import PO, Found, collect, compiled, placeholders, problems, read_catalogue, read_source


def read(source: str) -> Found:
    found = Found()
    read_source(source, "x.py", found)
    return found


def english(**sentences: str) -> Catalog:
    catalogue = Catalog(locale="en")
    for sentence, said in sentences.items():
        catalogue.add(sentence, said)
    return catalogue


def test_todays_translations_are_whole() -> None:
    assert problems(collect(), read_catalogue()) == []
    assert PO.with_suffix(".mo").read_bytes() == compiled(read_catalogue())


def test_sentences_are_found_wherever_they_are_said() -> None:
    found = read(
        'tr("satu")\nmark("dua")\nraise Refused("code", "tiga {n}", n=1)\ntemplate = "empat"\n'
        'refuse("code", "lima")\nself.tr("enam")\ntr("a" if x else "b")\nlog("bukan")\n'
    )
    assert set(found.sentences) == {"satu", "dua", "tiga {n}", "empat", "lima", "enam", "a", "b"}
    assert found.faults == []


def test_an_f_string_or_a_joined_text_can_t_be_translated() -> None:
    found = read('tr(f"Halo {name}")\ntr("a" + b)\nraise NotFound("code", f"tidak ada {x}")\n')
    assert len(found.faults) == 3


def test_missing_empty_obsolete_and_other_names_are_told() -> None:
    found = read('tr("hilang")\ntr("kosong")\ntr("punya {nama}")\n')
    told = "\n".join(problems(found, english(kosong="", lama="old", **{"punya {nama}": "has {name}"})))
    assert "not in en.po: 'hilang'" in told
    assert "empty in en.po: 'kosong'" in told
    assert "obsolete: 'lama'" in told
    assert "other {names} in en.po: 'punya {nama}'" in told


def test_names_in_braces_are_read_with_their_formats() -> None:
    assert placeholders("{a} {b!r} {c:,} {{d}}") == {"a", "b", "c"}
