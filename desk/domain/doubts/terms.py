"""Words that are never right, words that were replaced, and words that only the dictionary spells otherwise."""

from __future__ import annotations

SUPERSEDED: tuple[tuple[str, str, str], ...] = (
    (r"\bDTKS\b|Data Terpadu Kesejahteraan Sosial", "DTKS", "DTSEN, Data Tunggal Sosial dan Ekonomi Nasional (Inpres 4/2025)"),
    (r"\bPMKS\b|Penyandang Masalah Kesejahteraan Sosial", "PMKS", "PPKS, Pemerlu Pelayanan Kesejahteraan Sosial"),
    (r"\b(?:orang dengan kecacatan|penyandang cacat|orang cacat|kecacatan)\b", "kecacatan", "penyandang disabilitas (UU 8/2016)"),
    (r"\bpenderita (?:ODGJ|gangguan jiwa)", "penderita ODGJ", "orang dengan gangguan jiwa (ODGJ)"),
    (r"\bSIUP\b|\bSITU\b|\bTDP\b", "SIUP/SITU/TDP", "Nomor Induk Berusaha (NIB)"),
    (r"surat keterangan (?:ber)?kelakuan baik|\bSKKB\b", "Surat Keterangan Kelakuan Baik", "SKCK"),
    (r"\b(?:askeskin|jamkesmas)\b", "Jamkesmas", "JKN/PBI"),
    (r"\bRastra\b|\bRaskin\b", "Raskin/Rastra", "Sembako/BPNT"),
)  # fmt: skip
"""What to look for, how it is called, and what took its place."""

MISSPELT: dict[str, str] = {
    "toliet": "toilet", "oprasional": "operasional", "operasionil": "operasional", "kerahasiannya": "kerahasiaannya",
    "motifikasi": "motivasi", "perkaswinan": "perkawinan", "matrai": "meterai", "disposi": "disposisi",
    "benca": "bencana", "pejelasan": "penjelasan", "jamina": "jaminan",
    "direkatifasi": "direaktivasi", "direaktifasi": "direaktivasi", "reaktifasi": "reaktivasi",
    "dikirm": "dikirim", "dikirmkan": "dikirimkan", "dilakukang": "dilakukan", "tandatangi": "tandatangani",
    "tribunalan": "triwulan", "kepahlawan": "kepahlawanan", "mefasilitasi": "memfasilitasi", "peneriam": "penerima", "scara": "secara",
    "operaor": "operator", "mmberikan": "memberikan", "persyarat": "persyaratan", "disabilites": "disabilities",
    "badukcapil": "Disdukcapil", "recana": "rencana",
    "kesejahteran": "kesejahteraan", "rekomondasi": "rekomendasi", "persaratan": "persyaratan", "pengaduaan": "pengaduan",
    "masyarkat": "masyarakat", "penanangan": "penanganan", "pemeriksaaan": "pemeriksaan", "kelengkapn": "kelengkapan",
}  # fmt: skip
"""Slips of the pen: never right anywhere."""

NOT_KBBI: dict[str, str] = {
    "ijin": "izin", "perijinan": "perizinan", "antrian": "antrean", "akte": "akta", "survey": "survei",
    "logistic": "logistik", "propinsi": "provinsi", "telpon": "telepon", "telfon": "telepon", "tlp": "telepon",
    "analisa": "analisis", "standart": "standar", "standard": "standar", "public": "publik", "system": "sistem",
    "asesment": "asesmen", "asessment": "asesmen", "assessment": "asesmen", "assesment": "asesmen",
    "bermaterai": "bermeterai", "materai": "meterai", "diagnosa": "diagnosis", "praktek": "praktik",
    "apotik": "apotek", "jadual": "jadwal", "resiko": "risiko", "nopember": "November", "pebruari": "Februari",
    "kwitansi": "kuitansi", "obyek": "objek", "subyek": "subjek", "sertipikat": "sertifikat", "isteri": "istri",
    "dicopy": "difotokopi", "legalisir": "legalisasi", "tehnis": "teknis", "kordinasi": "koordinasi",
    "koordinir": "koordinasi", "himbauan": "imbauan", "trampil": "terampil", "social": "sosial", "diktik": "diketik",
    "kontinue": "kontinu", "kontinyu": "kontinu", "berattitude": "bersikap baik", "fotocopy": "fotokopi",
    "foto copy": "fotokopi", "fotocopi": "fotokopi", "photocopy": "fotokopi", "terlantar": "telantar",
}  # fmt: skip
"""Not the dictionary's form, and read by everybody: one remark for the office. 'Terlantar' stands in the laws, too."""

TOLERATED = frozenset({"fotocopy", "foto copy", "fotocopi", "photocopy", "fc"})
"""Alone not worth a remark: every second paper in the country says so."""

PLACES = frozenset(
    "atas bawah dalam depan belakang samping kertas lapangan panti rumah wilayah lingkungan bidang lembaga desa "
    "kelurahan kecamatan kantor dinas tempat lokasi kemudian mana sini situ".split()
)
"""What 'di' and 'ke' stand apart from: 'diatas' is 'di atas'."""

VERBS: dict[str, str] = {
    verb: f"di{verb}"
    for verb in "verifikasi sertai tandatangani legalisir ajukan inginkan berikan teruskan tindaklanjuti disposisi naikkan "
    "sampaikan arsipkan buat kirim serahkan lakukan proses tangani pungut isi lampirkan ketahui lengkapi".split()
} | {
    "tandatangan": "ditandatangani", "tandatangi": "ditandatangani", "tanda": "ditandatangani",
    "tindak": "ditindaklanjuti", "legalisir": "dilegalisasi", "naikan": "dinaikkan", "copy": "difotokopi",
}  # fmt: skip
"""What 'di' is part of: 'di verifikasi' is 'diverifikasi'."""

DOUBLED_RIGHTLY = frozenset(
    "hak nilai ketentuan surat masing anak undang pokok satu rata tiap macam pihak syarat berkas data dasar hal orang "
    "masyarakat lain dinas sama desa".split()
)
"""Nouns that Indonesian doubles; without their hyphen they are no slip worth a doubt."""

DISCRIMINATING = (
    r"berpenampilan menarik|penampilan menarik|berparas|good looking|tinggi badan minimal",
    r"\bsecukupnya\b|\bseperlunya\b|\bsewajarnya\b",
)
"""Words that shut people out, or that nobody can check."""

COMMON_ACRONYMS = frozenset(
    "KTP KK NIK NPWP BPJS RT RW SMA SMP SD PNS ASN CCTV HP WA SMS RI UU PP AC TMP FC SOP ATK WIFI IT LAN TV PC QR NIP "
    "SH SE MM MA KUA PBB LAPOR SPN SPAN SIM ID II III IV VI VII VIII IX UKM SK AD ART FO APIP KIS KIA KIP SKTM SKCK "
    "DTKS SIKS NG RSUD RS PKH BPKAD UPT JKN PBI SHM OK SP4N SKP PPK DINSOS TTE TTD NIB NO KM JL SKM IKM APBD APBN SE "
    "JF BA LKS RSJ PMI POLRES PTSP TNI POLRI SPM RAB LPJ COTA CAA WEB ODGJ PPKS PMKS PUB LKSA SLRT SIUP SITU".split()
)
"""Acronyms that every applicant or officer of a social-service office knows."""
