"""People as they come to a counter in East Java: names, identity numbers, villages. Made up, and always the same."""

from __future__ import annotations

from datetime import date
from random import Random

from desk.domain.intake import Address, Applicant, Sex

_FIRST: dict[Sex, tuple[str, ...]] = {
    "L": tuple(
        "Muhammad Ahmad Moh. Agus Slamet Sutrisno Budi Bambang Eko Joko Hadi Supriyadi Suparman Wahyudi Rudi Dedi Andi "
        "Hendra Iwan Yusuf Abdul Nur Imam Khoirul Arif Fajar Rizki Dimas Bayu Teguh Untung Mulyono Sugeng Sukarman Edi "
        "Gunawan Heru Irfan Lukman Maulana Nanang Purnomo Rahmat Saiful Taufik Umar Wawan Yanto Zainal Achmad".split()
    ),
    "P": tuple(
        "Siti Sri Nur Dewi Ani Rina Yuni Wahyuni Sulastri Sumiati Endang Tri Dwi Eka Fitri Indah Lestari Maya Novi Putri "
        "Ratna Rini Susi Titik Umi Wiwik Yanti Zulaikha Khusnul Lilik Mariyam Ningsih Nurul Painem Rukmini Sutini Tutik "
        "Vina Winarti Yuliana Aisyah Fatimah Halimah Kartini Mutmainah Suryani Supiyah Musrifah Jumiati Kholifah".split()
    ),
}
_MIDDLE = tuple(
    "Abdul Adi Agung Aji Akbar Amin Bagus Candra Dian Faisal Hidayatul Ika Indra Jaya Kurnia Laila Mega Nanda Oktavia "
    "Prasetyo Puji Rahma Setia Tri Wulan Yoga Zahra Maulida Nurhayati Rohmah".split()
)
_LAST = tuple(
    "Aminah Hidayat Rahmawati Santoso Wibowo Setiawan Kusuma Lestari Utami Handayani Nugroho Saputra Pratama Susanti "
    "Wahyuningsih Kurniawan Hartono Purwanto Subagyo Wijaya Suryanto Maulana Fauzi Ramadhan Firmansyah Anggraini "
    "Puspitasari Permatasari Safitri Hasanah Khasanah Rohmah Jannah Sholihah Mahmudah Zubaidah Rofiah Ariyanto Widodo "
    "Suwarno Kartika Yulianti Astuti Mulyani Sundari Hariyanto Prayitno Sasongko Budiman Iskandar Basri Mansyur Arifin "
    "Ma'ruf Syaifudin Kholis Anwar Hakim Rosyid Ghufron Efendi Junaidi Sulaiman Zakaria Maksum Nawawi Hamid".split()
)
_VILLAGES = tuple(
    f"{first}{last}"
    for first in "Karang Sumber Kedung Gondang Tambak Wono Kali Banjar Sido Pager Ranu Gempol".split()
    for last in "rejo sari agung anyar wetan kulon lor kidul mulyo dadi".split()
)
_STREETS = tuple("Raya Pahlawan Merdeka Diponegoro Melati Mawar Kenanga Sudirman Kartini Hasanuddin".split())


def applicant(random: Random, number: int, districts: tuple[tuple[str, str], ...]) -> Applicant:
    """Somebody new; common names are more common. `districts` are (code, name), the code with which a NIK begins."""
    sex: Sex = "P" if random.random() < 0.58 else "L"
    parts = [_often(random, _FIRST[sex])]
    if random.random() < 0.35:
        parts.append(_often(random, _MIDDLE))
    if random.random() < 0.93:
        parts.append(_often(random, _LAST))
    code, district = districts[random.randrange(len(districts))]
    birth = date.fromordinal(date(1946, 1, 1).toordinal() + random.randrange(22_000))
    nik = nik_of(code, birth, sex, number)
    return Applicant(
        name=" ".join(parts),
        nik=nik,
        kk=f"{nik[:6]}{random.randrange(1, 29):02d}{random.randrange(1, 13):02d}{random.randrange(5, 25):02d}"
        f"{random.randrange(1, 10_000):04d}",
        sex=sex,
        birth_place="Pasuruan" if random.random() < 0.8 else "Malang",
        birth_date=birth.isoformat(),
        phone=f"08{random.randrange(10**9, 10**10)}" if random.random() < 0.8 else "",
        address=Address(
            street=f"Jl. {_often(random, _STREETS)} {random.randrange(1, 200)}",
            rt=f"{random.randrange(1, 12):03d}",
            rw=f"{random.randrange(1, 8):03d}",
            village=_often(random, _VILLAGES),
            district=district,
        ),
    )


def nik_of(district: str, birth: date, sex: Sex, number: int) -> str:
    """District, birth day (women's plus 40), serial; two people of a serial differ by district or day, nearly always."""
    day = birth.day + (40 if sex == "P" else 0)
    return f"{district.replace('.', '')}{day:02d}{birth:%m%y}{number % 9999 + 1:04d}"


def _often(random: Random, choices: tuple[str, ...]) -> str:
    """One of them, the first ones more often."""
    return choices[int(len(choices) * random.random() ** 1.7)]
