"""A standard that nobody would query, of an office that does not exist; tests spoil it one place at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desk.domain.catalogue import (
    Branch,
    Channel,
    Citation,
    Decree,
    Duration,
    Executors,
    Head,
    Office,
    Product,
    Requirement,
    Service,
    Sop,
    SopRow,
    Source,
    Step,
)
from desk.domain.doubts.doubt import Doubt
from desk.domain.doubts.laws import Law, Laws

TITLE = "Penerbitan Rekomendasi Alat Bantu bagi Penyandang Disabilitas"
PRODUCT = "Surat Rekomendasi Alat Bantu Penyandang Disabilitas"


def requirement(text: str, *, number: str | None = "1", **changes: Any) -> Requirement:
    """A paper that the applicant brings."""
    values: dict[str, Any] = {"id": f"k{number}", "kind": "document"} | changes
    return Requirement(number=number, text=text, **values)


def step(number: str | None, actor: str, action: Any, title: str, **changes: Any) -> Step:
    """A step; `route` leads each to the next."""
    return Step(key=f"s{number}{action}", number=number, actor=actor, action=action, title=title, **changes)


def route(*steps: Step) -> tuple[Step, ...]:
    """The steps, each leading to the next."""
    keyed = [replace(one, key=f"{one.key}{index}") for index, one in enumerate(steps)]
    follows = [*((Branch(None, after.key),) for after in keyed[1:]), ()]
    return tuple(replace(one, next=after) for one, after in zip(keyed, follows, strict=True))


ROUTE = route(
    step("1", "Pemohon", "receive", "Pemohon menyerahkan surat permohonan dan berkas kepada petugas", external=True),
    step("2", "Petugas Pelayanan", "check", "Petugas Pelayanan memeriksa kelengkapan berkas"),
    step("3", "Pekerja Sosial", "draft", "Pekerja Sosial menyusun surat rekomendasi"),
    step("4", "Kepala Dinas", "sign", "Kepala Dinas menandatangani surat rekomendasi"),
    step("5", "Petugas Pelayanan", "deliver", "Petugas Pelayanan menyerahkan surat rekomendasi kepada pemohon"),
)


def service(order: int = 1, **changes: Any) -> Service:
    """A clean standard, with what a test spoils."""
    values: dict[str, Any] = {
        "id": f"contoh/{order:02d}",
        "office": "contoh",
        "order": order,
        "title": TITLE,
        "division": "Bidang Rehabilitasi Sosial",
        "requirements": (
            requirement(
                "Surat permohonan", number="1", id="surat_permohonan", kind="form", document="surat_permohonan"
            ),
            requirement("Fotokopi Kartu Tanda Penduduk", number="2", id="ktp", document="ktp", form="copy"),
            requirement("Fotokopi Kartu Keluarga", number="3", id="kk", document="kk", form="copy"),
        ),
        "duration": Duration(2, 2, "day", "exact", "working", "printed", "2 (dua) hari kerja"),
        "fee": 0,
        "product": PRODUCT,
        "products": (Product("letter", PRODUCT),),
        "route": ROUTE,
        "field_visit": False,
        "returns_incomplete": True,
        "can_reject": False,
        "hand_off": None,
        "complaints": (
            Channel("phone", "(0343) 123456"),
            Channel("email", "dinsos@contohkab.go.id"),
            Channel("lapor", "https://www.lapor.go.id"),
        ),
        "legal_basis": (
            Citation("UU 11/2009", "Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial"),
            Citation("UU 8/2016", "Undang-Undang Nomor 8 Tahun 2016 tentang Penyandang Disabilitas"),
        ),
        "facilities": ("Ruang tunggu", "Komputer"),
        "competence": ("Memahami peraturan tentang penyandang disabilitas",),
        "oversight": ("Pengawasan oleh Kepala Bidang Rehabilitasi Sosial",),
        "executors": Executors(
            3,
            ("Petugas Pelayanan", "Pekerja Sosial", "Kepala Dinas"),
            "3 (tiga) orang terdiri dari: 1. Petugas Pelayanan 2. Pekerja Sosial 3. Kepala Dinas",
        ),
        "assurance": ("Layanan selesai sesuai dengan jangka waktu",),
        "safety": ("Data pemohon dijamin kerahasiaannya",),
        "evaluation": ("Survei kepuasan masyarakat setiap tahun",),
        "sop": (),
        "corrections": (),
        "source": Source("contoh.txt", None),
    } | changes
    return Service(**values)


def office(*services: Service, **changes: Any) -> Office:
    """A clean office with these services."""
    values: dict[str, Any] = {
        "slug": "contoh",
        "name": "Dinas Sosial Kabupaten Contoh",
        "region": "Kabupaten Contoh",
        "region_type": "kabupaten",
        "region_code": "99.01",
        "province": "Jawa Timur",
        "timezone": "Asia/Jakarta",
        "city": "Contoh",
        "address": "Jalan Melati 1",
        "phone": "(0343) 123456",
        "email": "dinsos@contohkab.go.id",
        "website": None,
        "decree": Decree("000.8.3.2/1/2024", "2024-05-13"),
        "head": Head("Sari Wulandari", "197911182003122012", None),
        "motto": None,
        "pledge": ("Kami melayani sesuai standar",),
        "complaint_channels": (),
        "letterhead": ("PEMERINTAH KABUPATEN CONTOH", "DINAS SOSIAL"),
        "services": services or (service(),),
    } | changes
    return Office(**values)


def second(**changes: Any) -> Service:
    """Another clean standard of the same office: aid after a disaster, with a visit and an SOP."""
    values: dict[str, Any] = {
        "title": "Bantuan Logistik bagi Korban Bencana",
        "division": "Bidang Perlindungan dan Jaminan Sosial",
        "requirements": (
            requirement("Surat laporan kejadian bencana dari kepala desa", document="surat_laporan_bencana"),
            requirement("Foto lokasi bencana", number="2", kind="photo"),
        ),
        "duration": Duration(0, 24, "hour", "at_most", "elapsed", "printed", "Maksimal 24 jam"),
        "product": "Bantuan logistik bagi korban bencana",
        "products": (Product("aid", "Bantuan logistik bagi korban bencana"),),
        "route": route(
            step("1", "Petugas Piket", "receive", "Petugas Piket menerima laporan"),
            step("2", "Tagana", "visit", "Tagana meninjau lokasi bencana"),
            step("3", "Kepala Bidang", "decide", "Kepala Bidang menetapkan bantuan"),
            step("4", "Tagana", "deliver", "Tagana menyerahkan bantuan kepada korban"),
        ),
        "field_visit": True,
        "legal_basis": (
            Citation("UU 24/2007", "UU Nomor 24 Tahun 2007 tentang Penanggulangan Bencana"),
            Citation("Perbup 3/2020", "Peraturan Bupati Contoh Nomor 3 Tahun 2020 tentang Bantuan Korban Bencana"),
        ),
        "competence": ("Mampu mengidentifikasi jenis bantuan",),
        "oversight": ("Pengawasan oleh Kepala Bidang Perlindungan dan Jaminan Sosial",),
        "executors": Executors(4, (), "4 (empat) orang"),
        "sop": (
            Sop(
                "SOP Bantuan Logistik",
                (
                    SopRow(
                        "Menerima laporan", ("Petugas Piket",), "Surat laporan kejadian bencana", "15 menit", "Laporan"
                    ),
                    SopRow("Menyerahkan bantuan", ("Tagana",), None, "4 jam", "Bantuan diterima"),
                ),
            ),
        ),
    } | changes
    return service(2, **values)


LAWS = Laws(
    {
        law.citation: law
        for law in (
            Law("UU 6/1974", "Ketentuan-Ketentuan Pokok Kesejahteraan Sosial", replaced_by="UU 11/2009"),
            Law("UU 23/2002", "Perlindungan Anak", amended_by=("UU 35/2014",)),
            Law("UU 40/2004", "Sistem Jaminan Sosial Nasional"),
            Law("UU 24/2007", "Penanggulangan Bencana", basis_of=("bencana",)),
            Law("UU 11/2009", "Kesejahteraan Sosial", general=True),
            Law("UU 35/2014", "Perubahan atas Undang-Undang Nomor 23 Tahun 2002 tentang Perlindungan Anak"),
            Law("UU 8/2016", "Penyandang Disabilitas", basis_of=("disabilitas",)),
            Law("PP 39/2012", "Penyelenggaraan Kesejahteraan Sosial", general=True),
            Law("Permensos 110/HUK/2009", "Persyaratan Pengangkatan Anak"),
            Law("Perma 4/2014", "Pedoman Pelaksanaan Diversi dalam Sistem Peradilan Pidana Anak"),
        )
    }
)


def kinds(doubts: Iterable[Doubt]) -> list[str]:
    """What a rule raised, in order."""
    return [doubt.kind for doubt in doubts]
