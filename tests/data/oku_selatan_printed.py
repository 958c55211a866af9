"""What the scan of OKU Selatan's standards prints, taken down by a second reading that started from the scan."""

from __future__ import annotations

from dataclasses import dataclass, field

PHONE = "085357559002"
MEET = (
    "Tatap Muka langsung kepada Pejabat Pengelola Pengaduan/dengan petugas front dan back office "
    "di Dinas Sosial Kab. OKU Selatan"
)
BOX = "Tertulis disampaikan ke kotak pengaduan yang disediakan di Dinas Sosial Kab. OKU Selatan"
POST = "Atau surat yg dialamatkan ke Dinas Sosial Kab. OKU Selatan d/a Jl. Serasan Seandanan No.16 Muaradua"
WEBSITE = "dinsos.okuselatankab.go.id"


def channels(website: str = WEBSITE, facebook: str = "Dinsos OKU Selatan") -> list[tuple[str, str]]:
    """The twelve channels; their values ran into each other in the scan, and are printed anew in each service."""
    return [
        ("counter", MEET),
        ("box", BOX),
        ("letter", POST),
        ("other", "Disimpan sebagai data"),
        ("whatsapp", PHONE),
        ("telegram", PHONE),
        ("phone", PHONE),
        ("website", website),
        ("email", "dinsosokuselatan@gmail.com"),
        ("facebook", facebook),
        ("twitter", "Dinas Sosial OKU Selatan"),
        ("instagram", "Dinsos OKU Selatan"),
    ]


TWO_CHANNELS = [("counter", "Tatap muka dengan petugas front dan back office"), ("lapor", "SP4N Lapor")]

FACILITIES = (
    "Ruang Pelayanan dan informasi",
    "Ruang Tunggu",
    "Ruang Laktasi",
    "Ruang Pengaduan",
    "Arena bermain Anak",
    "Pojok baca",
)
COMPETENCE = (
    "Cakap",
    "Memahami Standar Operasional Prosedur (SOP)",
    "Memiliki Kemampuan mengoperasikan Komputer dan Perangkat lainnya",
)
ETHICS = "Memiliki Etika Pelayanan yaitu: Disiplin, Cepat, {}, Sopan, ramah, Komunikatif, Kreatif, Inovatif dan "
ETHICS += "Tanggung Jawab"
OVERSIGHT: tuple[str, ...] = ("Dilakukan Oleh atasan langsung", "Dilakukan secara Kontinue")
ASSURANCE = (
    "Berkas lengkap, Maksimal pelayanan 1 Hari",
    "Diwujudkan dalam kualitas proses layanan dan produk layanan yang didukung oleh petugas yang berkompeten",
    "Tidak ada diskriminasi terhadap pemohon",
)
SAFE = "Memberikan rasa aman dan nyaman kepada Pemohon"
VALID = "Produk pelayanan yang diproses dijamin keabsahannya sesuai dengan ketentuan peraturan perundang-undangan"
WOMEN = "Bansos Perempuan Rawan Sosial Ekonomi"
POOR = ("Surat Keterangan Tidak Mampu dari Pemerintah Setempat", "FC Kartu Tanda Penduduk", "FC Kartu Keluarga")
PLIGHT = (
    "Kartu Keluarga dan KTP calon penerima bantuan",
    "Surat Laporan dari Kelurahan/Desa",
    "Surat Permohonan bantuan ditujukan kepada Kepala Dinas Sosial Kabupaten OKU Selatan",
)
POOR_STEPS = (
    "Menerima laporan dari keluarga, Masyarakat, atau dari TKSK yang datang langsung",
    "Persyaratan di verifikasi",
    "Mengarsipkan berkas dokumen data dan melakukan penginputan data",
    "Jika Semua syarat sudah dipenuhi akan diproses dan akan diajukan untuk penerima Bansos Perempuan",
)
PLIGHT_STEPS = (
    "Pemohon datang Ke Dinas Sosial OKU Selatan",
    "Pemohon menyetor berkas kelengkapan",
    "Petugas Memeriksa Kelengkapan Berkas",
    "Kepala Dinas Sosial memberikan disposisi surat permohonan kepada Kabid Linjamsos",
    "Kepala Bidang Linjamsos menugaskan Kepala Seksi, staf dan anggota Tagana meninjau lapangan/kelayakan",
    "Kepala Seksi, staf dan anggota Tagana yang ditugaskan melakukan peninjauan langsung",
    "Setelah dinilai layak, pemohon diberikan bantuan sosial",
)
DISABILITY_LAWS = "UU 8/2016, Permensos 25/2012"
DISASTER_LAWS = "UU 24/2007, UU 11/2009, UU 25/2009"


@dataclass(frozen=True)
class Printed:
    """What the scan prints of one service; six of the nine are one text under six headings."""

    title: str
    sop: tuple[str, ...]  # the titles of the tables that follow the standard
    division: str | None = None
    requirements: tuple[str, ...] = POOR
    parts: dict[str, int] = field(default_factory=dict)
    at_most: tuple[int, str] = (6, "minute")
    as_written: str = "Maksimal 6 Menit"
    product: str = WOMEN
    steps: tuple[str, ...] = POOR_STEPS
    channels: list[tuple[str, str]] = field(default_factory=channels)
    laws: str = DISABILITY_LAWS
    firm: str = "Tegas"  # 06 has 'Tegak'
    oversight: tuple[str, ...] = OVERSIGHT
    safety: tuple[str, ...] = (SAFE, VALID, "Jaminan Kerahasiaan Data")
    evaluation: str = "Evaluasi dilakukan secara berkala"
    visit: bool = True
    returns: bool = False
    hand_off: str | None = None


HELP = "Standar Operasional Pelayanan bagi {} Dinas Sosial Kab. OKU Selatan"
UNSAFE = (SAFE, VALID, "Jamina Kerahasiaan Data")  # twice so: the decree's own
MONTHLY = "Evaluasi dilakukan setiap bulan"

PRINTED = {
    1: Printed("Pelayanan bagi Pemulung", (HELP.format("bagi Pemulung"),)),
    2: Printed("Pelayanan bagi Orang dengan Kecacatan", (HELP.format("Orang dengan Kecacatan"),)),
    3: Printed("Pelayanan bagi Orang dengan Gangguan Jiwa", (HELP.format("Orang dengan Gangguan Jiwa"),)),
    4: Printed("Pelayanan bagi Lanjut Usia", (HELP.format("Lanjut Usia"),)),
    5: Printed("Pelayanan bagi Anak Terlantar", (HELP.format("Anak Terlantar"),)),
    6: Printed(
        "Pelayanan Bidang Linjamsos bagi Korban Bencana Alam",
        (),
        division="Bidang Linjamsos",
        requirements=PLIGHT,
        parts={"k1": 2},
        at_most=(3, "day"),
        as_written="Maksimal 3 Hari",
        product="Pemberian Sandang dan Permakanan",
        steps=PLIGHT_STEPS,
        channels=TWO_CHANNELS,
        laws=DISASTER_LAWS,
        firm="Tegak",
        safety=UNSAFE,
        evaluation=MONTHLY,
    ),
    7: Printed(
        "Pelayanan Bidang Linjamsos bagi Korban Bencana Sosial",
        (
            "Standar Operasional Prosedural SOP Bantuan Dana Bencana Sosial",
            "Standar Operasional Prosedural Penanggulangan Bencana Sosial",
        ),
        division="Bidang Linjamsos",
        requirements=PLIGHT,
        parts={"k1": 2},
        at_most=(3, "day"),
        as_written="Maksimal 3 Hari",
        product="Pemberian Sandang, Permakanan, dan Bantuan Uang",
        steps=(
            *PLIGHT_STEPS,
            "Untuk Bantuan Dana Tak Terencana berkas Laporan di ajukan dengan nota dinas kepada BPKAD",
            "Bantuan Dicairkan Melalui BPKAD",
        ),
        channels=TWO_CHANNELS,
        laws=DISASTER_LAWS,
        safety=UNSAFE,
        evaluation=MONTHLY,
        hand_off="BPKAD",
    ),
    8: Printed(
        "Pelayanan bagi Perempuan Rawan Sosial Ekonomi",
        (HELP.format("Perempuan Rawan Sosial Ekonomi"),),
        channels=channels(website="www." + WEBSITE),
    ),
    9: Printed(
        "Pelayanan Program Keluarga Harapan",
        ("Standar Operasional Prosedural Pelayanan Program Keluarga Harapan (PKH) di OKU Selatan",),
        division="Bidang Linjamsos",
        requirements=("Kartu Keluarga dan KTP", "Kartu PKH (KKS)"),
        parts={"k1": 2},
        product="Pejelasan, Keterangan dan verifikasi Permasalahan bagi KPM PKH",
        steps=(
            "Pemohon datang menuju Dinas Sosial",
            "Pemohon menyetor berkas kelengkapan",
            "Petugas memeriksa kelengkapan berkas",
            "Petugas Memverifikasi berkas",
            "Petugas Memvalidasi Data KPM PKH",
            "Pemohon Menerima Penjelasan dan Data yang di inginkan",
        ),
        channels=channels(facebook="Dinas OKU Selatan"),
        laws="UU 11/2009, UU 25/2009",
        oversight=("Dilakukan Oleh atasan langsung secara Kontinue",),
        safety=("Setiap identitas pemohon dijaga kerahasiaannya",),
        evaluation=MONTHLY,
        visit=False,
        returns=True,
    ),
}

# Rows of the SOP tables: activity, officials (where the scan kept the mark), requirement, time, output.
Row = tuple[str, tuple[str, ...], str | None, str | None, str | None]

HELP_ROWS: list[Row] = [
    (
        "Pemohon Datang ke Dinas Sosial di sertai dengan membawa persyaratan",
        ("Dinas Sosial",),
        "SKTM, FC KTP, KK",
        None,
        "Tersampaikannya Informasi dan data",
    ),
    ("Persyaratan di verifikasi", ("Front Office",), None, "30 menit", "Syarat lengkap"),
    ("Dilakukan survei lokasi bekerja sama dengan TKSK", ("Petugas survei",), None, "1 hari", None),
    (
        "Jika Semua syarat sudah dipenuhi dan akan diproses diajukan untuk penerima Bansos ODK",
        ("Dinas Sosial",),
        None,
        None,
        "Rekomendasi",
    ),
]
FAR = " (keterangan: Dengan memperhatikan Topografi dan Jarak Tempuh Lokasi{})"
FOUND = "Mendapatkan data Valid Korban Bencana" + FAR
HOUSES = "Kondisi Rumah (Rusak Berat/Sedang/Ringan)" + FAR.format("")
GOODS = "Korban Mendapat Bantuan Logistik" + FAR.format(" Bencana")
MONEY_ROWS: list[Row] = [
    ("Assesment di Lokasi Bencana", (), "Kendaraan", "1-8 jam", FOUND.format("")),
    ("Hasil Assesment", (), "Laporan dan Dokumentasi", "1-8 jam", HOUSES),
    (
        "Pembuatan Nota Dinas dan Laporan Kepala Dinas Sosial",
        (),
        "Komputer, Printer, Laporan tertulis dari Desa dan Kecamatan, Dokumentasi",
        "1 Hari Kerja",
        "Laporan Lengkap",
    ),
    (
        "Proses Pencairan dan transfer dana",
        (),
        "NOTA DINAS, LAPORAN KEPALA DINAS",
        "1 Hari Kerja",
        "Pencairan dana Bantuan Terealisasi",
    ),
    (
        "Penyerahan Bantuan dana Kepada Penerima Bantuan di lokasi bencana",
        (),
        "Berita Acara-Serah Terima",
        "1 jam",
        "Dana diterima langsung oleh Korban",
    ),
]
CAUSED = "Menerima Laporan Bencana Sosial seperti Kebakaran, Konflik Sosial yang disebabkan oleh kelalaian "
CAUSED += "manusia itu sendiri"
RELIEF_ROWS: list[Row] = [
    (
        CAUSED,
        ("Masyarakat/Pemerintah Desa/Kecamatan",),
        "Laporan Tertulis dari PemDes dan Kecamatan, Dokumentasi",
        "1 Menit",
        "Data Diterima",
    ),
    ("Melakukan tanggap darurat bencana", (), "Kendaraan", "1-8 Jam", FOUND.format(" Bencana")),
    ("Assesment di Lokasi Bencana", (), "Kendaraan", "1-8 Jam", FOUND.format(" Bencana")),
    ("Hasil Assesment", (), "Laporan dan Dokumentasi", "1-8 Jam", HOUSES),
    (
        "Menyiapkan Bantuan Logistik Tanggap Darurat Bencana dan Berita acara Serah Terima Barang (BAST)",
        (),
        "LOGISTIK, Kendaraan",
        "1-8 Jam",
        GOODS,
    ),
    ("Penyerahan Bantuan Kepada Penerima Bantuan di lokasi bencana", (), "LOGISTIK, Kendaraan", "1-8 Jam", GOODS),
    ("Tanda Tangan BAST", (), "Berita Acara Serah Terima", "5 menit", "Administrasi Selesai"),
    (
        "Pelaporan",
        (),
        "Berita Acara Serah Terima",
        "10 Menit",
        "Pelaporan Kepada Kepala Dinas dan Administrasi Selesai",
    ),
]
REQUEST, REPORT = "Kelengkapan permohonan", "Hasil laporan"
BACK_OFFICE = ("Back Office Dinas Sosial",)  # its column holds the chart's 'TDK' and 'YA'
PKH_ROWS: list[Row] = [
    (
        "Pemohon datang menuju Dinas Sosial",
        (),
        "Surat Keterangan dari Desa/Kelurahan, Fotocopy KTP, Fotocopy KK, Buku Tabungan, KKS",
        "1 menit",
        REQUEST,
    ),
    ("Pemohon menyetor berkas kelengkapan", (), REQUEST, "1 menit", REQUEST),
    ("Petugas memeriksa kelengkapan berkas", BACK_OFFICE, REQUEST, "1 menit", REPORT),
    ("Petugas Memverifikasi berkas", BACK_OFFICE, REQUEST, "1 menit", REPORT),
    ("Petugas Memvalidasi Data KPM PKH", (), REQUEST, "1 menit", REPORT),
    ("Pemohon Menerima Penjelasan dan Data yang di inginkan", (), REQUEST, "1 menit", REPORT),
]
SOPS: dict[int, tuple[list[Row], ...]] = {
    **dict.fromkeys((1, 2, 3, 4, 5, 8), (HELP_ROWS,)),
    6: (),
    7: (MONEY_ROWS, RELIEF_ROWS),
    9: (PKH_ROWS,),
}
# The officials at the head of the tables whose marks the scan lost.
HEADS: dict[tuple[int, int], tuple[str, ...]] = {
    (7, 0): (
        "Masyarakat/Pemerintah Desa/Kecamatan",
        "Kepala Dinas Sosial",
        "Kabid. Linjamsos",
        "Bendahara Bansos Dinas Sosial",
        "TAGANA/PORDAM",
        "BPKAD",
    ),
    (7, 1): (
        "Masyarakat/Pemerintah Desa/Kecamatan",
        "Kepala Dinas Sosial",
        "Kabid. Linjamsos",
        "TAGANA/PORDAM",
        "Petugas Logistik",
    ),
    (9, 0): (
        "Front Office Dinas Sosial",
        "Back Office Dinas Sosial",
        "Koordinator Kabupaten PKH",
        "Pekerja Sosial",
        "Kabid Linjamsos",
    ),
}
