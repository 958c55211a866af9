"""Places in the five decrees that a careful reader would query: read from the scans, not from the program's answers.

By office: component, kind, and the services (their order in the annex) where it stands.
"""

from __future__ import annotations

EVERY_MESUJI = range(1, 9)
MESUJI = (
    ("assurance", "component_empty", EVERY_MESUJI),
    ("evaluation", "component_empty", EVERY_MESUJI),
    ("competence", "unverifiable_wording", EVERY_MESUJI),  # 'Berpenampilan menarik'
    ("executors", "role_not_among_executors", EVERY_MESUJI),
    ("product", "product_copied", (2, 4)),  # Surat Pengantar untuk Pemulangan Orang Terlantar
    ("product", "product_not_of_title", (1,)),
    ("product", "product_not_made", (1,)),  # promised a covering letter, signed a recommendation
    ("product", "permit_or_recommendation", (5,)),
    ("product", "product_names_a_place", (6,)),  # di Kantor Dinas Sosial
    ("route", "no_delivery", (1, 6, 7)),  # the letter ends in the archive
    ("route", "step_repeated", (8,)),  # steps 6 and 7 hand over the same print-out
    ("route", "misspelling", (3, 5)),  # disposi, benca; persyarat
    ("requirements", "letter_not_listed", (1, 3, 4, 8)),
    ("requirements", "paper_without_subject", (1, 3)),
    ("requirements", "identity_card_unlikely", (1,)),
    ("requirements", "form_unsaid", (1, 4, 5)),
    ("requirements", "acronym_with_two_meanings", (2,)),  # COTA: Angkat, Asuh
    ("requirements", "papers_run_together", (2,)),  # Akta Kelahiran by search and replace
    ("requirements", "instruction_among_requirements", (2,)),
    ("requirements", "range_covers_conditions", (2,)),
    ("requirements", "condition_among_documents", (2, 7)),
    ("requirements", "stamp_duty_unstated", (2, 5)),
    ("requirements", "misspelling", (2,)),  # motifikasi, Perkaswinan, Matrai
    ("requirements", "undetermined_requirement", (5,)),  # pejabat yang berwenang
    ("requirements", "superseded_term", (7,)),
    ("title", "superseded_term", (8,)),
    ("title", "name_varies", (5,)),  # Uang atau Barang, Uang dan Barang
    ("facilities", "misspelling", (1, 2, 3, 7)),  # Toliet
    ("safety", "misspelling", EVERY_MESUJI),  # kerahasiannya
    ("legal_basis", "citation_incomplete", (3,)),  # PP Nomor Tahun 2012
    ("legal_basis", "law_title_differs", (3, 6)),
    ("legal_basis", "law_amended", (2,)),
    ("legal_basis", "basis_missing", (2,)),
)

EVERY_LUBUKLINGGAU = range(1, 12)
LUBUKLINGGAU = (
    ("route", "component_empty", (1,)),
    ("safety", "component_empty", (3, 4, 7, 8, 9, 10, 11)),
    ("complaints", "channel_without_address", EVERY_LUBUKLINGGAU),
    ("competence", "competence_copied", (9, 10, 11)),  # Berobat ke Rumah Sakit Jiwa
    ("legal_basis", "law_title_differs", (1, 2, 4, 5, 6, 7, 8)),  # the title of UU 6/1974
    ("legal_basis", "law_number_differs", (5,)),  # 110 without HUK
    ("legal_basis", "citation_title_doubled", (10,)),
    ("legal_basis", "no_specific_basis", (2, 4, 6, 8)),
    ("legal_basis", "basis_missing", (4, 5)),  # UU Undian, PP 54/2007
    ("route", "numbering_repeats", (2, 3, 4, 6)),  # two boxes numbered 4
    ("route", "numbering_jumps", (9, 10)),  # no box 3
    ("route", "numbering_backwards", (2, 3, 4, 5, 6, 7, 8)),
    ("route", "no_delivery", (3, 4, 5, 6, 7, 8, 9)),
    ("route", "decider_absent", (3, 4)),  # the mayor
    ("duration", "duration_implausible", (2, 3, 4, 8, 11)),
    ("executors", "fewer_executors_than_actors", (2, 3, 4, 5, 6, 7, 8)),
    ("product", "product_not_of_title", (3,)),  # permit in the title, recommendation as product
    ("product", "product_not_made", (5,)),  # Surat Izin Sosial in the chart
    ("product", "product_without_signature", (9,)),
    ("product", "acronym_unexplained", (1,)),  # TRC
    ("requirements", "made_by_the_office", (1,)),  # Pendataan Tim Tagana
    ("requirements", "old_stamp_duty", (5,)),
    ("requirements", "superseded_term", (5, 6, 10)),  # kelakuan baik, SITU and SIUP, DTKS
    ("requirements", "word_doubled", (5,)),  # calon orang calon orang tua
    ("requirements", "earlier_permit_required", (6,)),
    ("requirements", "photo_without_size", (2, 6)),
    ("requirements", "paper_without_subject", (3, 7)),
    ("requirements", "instruction_among_requirements", (3, 4)),
    ("requirements", "own_product_required", (2,)),
    ("requirements", "form_unsaid", (11,)),
    ("title", "superseded_term", (9,)),
    ("title", "open_ended_title", (11,)),
)

THE_SIX = (1, 2, 3, 4, 5, 8)
OKU_SELATAN = (
    ("product", "product_copied", (1, 2, 3, 4, 5)),  # Bansos Perempuan Rawan Sosial Ekonomi
    ("route", "route_copied", (1, 2, 3, 4, 5)),
    ("legal_basis", "legal_basis_copied", (1, 4, 5, 8)),  # the disability law for scavengers, the old, children, women
    ("sop", "sop_copied", (1, 4, 5, 8)),  # Bansos ODK
    ("duration", "duration_shorter_than_sop", THE_SIX),  # six minutes, half an hour and a day
    ("duration", "duration_differs", range(1, 10)),  # one day in the guarantee
    ("duration", "duration_implausible", THE_SIX),
    ("sop", "sop_time_missing", THE_SIX),
    ("route", "archived_before_the_end", THE_SIX),
    ("route", "no_delivery", THE_SIX),
    ("route", "step_without_number", THE_SIX),  # the survey, only in the SOP
    ("route", "acronym_unexplained", THE_SIX),  # TKSK
    ("complaints", "not_a_channel", (*THE_SIX, 9)),  # Disimpan sebagai data
    ("complaints", "channels_incomplete", (6, 7)),
    ("complaints", "differs_by_a_letter", (9,)),  # Dinas, Dinsos OKU Selatan
    ("title", "superseded_term", (2,)),  # kecacatan
    ("requirements", "identity_card_unlikely", (5,)),
    ("requirements", "sop_asks_more", (9,)),
    ("requirements", "form_unsaid", (6, 7, 9)),
    ("executors", "fewer_executors_than_actors", (6, 7, 9)),
    ("competence", "differs_by_a_letter", (6,)),  # tegak, tegas
    ("safety", "misspelling", (6, 7)),  # Jamina
    ("product", "misspelling", (9,)),  # Pejelasan
    ("sop", "word_doubled", (1,)),  # bagi bagi
    ("legal_basis", "law_superseded", THE_SIX),  # Permensos 25/2012
    ("legal_basis", "no_specific_basis", (9,)),
)

KOTABARU = (
    ("route", "no_reception", (1,)),
    ("route", "no_delivery", (1, 3)),
    ("route", "office_absent", (2,)),
    ("route", "incomplete_is_refused", (3,)),
    ("route", "sentence_cut_by_number", (2, 3)),
    ("route", "numbering_starts_late", (15,)),  # 5 to 8
    ("executors", "numbering_starts_late", (6,)),  # 4 to 6
    ("competence", "numbering_starts_late", (3, 7)),  # c. and d.
    ("competence", "entry_empty", (1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 16)),  # Pelatihan:
    ("duration", "duration_implausible", (1, 2, 3, 5, 10, 12)),
    ("product", "product_not_of_title", (2, 3, 9, 11)),
    ("product", "product_without_signature", (2,)),
    ("product", "product_is_the_service", (16,)),
    ("product", "product_unspecific", (4,)),
    ("requirements", "requirements_copied", (9,)),  # of the mentally ill, for the old
    ("route", "route_copied", (9,)),
    ("legal_basis", "legal_basis_copied", (9,)),
    ("requirements", "made_by_the_procedure", (8, 14, 15)),  # the doctor's letter; lulus seleksi
    ("requirements", "made_by_the_office", (11, 12)),  # Hasil Asesmen
    ("requirements", "no_papers_listed", (10,)),
    ("requirements", "requirement_without_number", (2,)),
    ("requirements", "condition_among_documents", (3, 6, 7, 13, 14, 15)),
    ("requirements", "card_valid_for_life", (4, 6, 7)),
    ("requirements", "acronym_with_two_meanings", (13,)),  # Kesejahteraan Sejahtera
    ("requirements", "identity_card_unlikely", (8, 9, 13)),
    ("requirements", "form_unsaid", (2, 8, 9, 14)),
    ("requirements", "superseded_term", (6, 7, 13, 14, 15)),
    ("requirements", "stamp_duty_unstated", (2,)),
    ("title", "superseded_term", (4,)),
    ("route", "superseded_term", (8, 9)),  # penderita ODGJ
    ("route", "misspelling", (1, 14)),  # Kepahlawan, mefasilitasi
    ("facilities", "misspelling", (1, 2, 3)),  # peneriam
    ("complaints", "phone_written_two_ways", range(1, 17)),
    ("executors", "role_not_among_executors", (1, 10, 12)),
    ("legal_basis", "kind_of_rule_unknown", (1, 12, 13)),  # Kemensos, Kepres
    ("legal_basis", "law_title_differs", (1, 10, 12, 13, 15, 16)),
    ("legal_basis", "law_number_differs", (13,)),  # UU 1/1998
    ("legal_basis", "law_superseded", (12, 13)),
    ("legal_basis", "law_amended", (10, 14)),
    ("legal_basis", "citation_incomplete", (8, 9, 13)),  # TKSK without year; 2—4
    ("legal_basis", "citation_without_title", (13,)),
    ("legal_basis", "basis_missing", (10,)),
    ("legal_basis", "no_specific_basis", (11,)),
)

THE_TEN = (1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17)
PASURUAN = (
    ("complaints", "email_differs", range(1, 18)),
    ("safety", "guarantee_without_content", THE_TEN),  # Maklumat dan motto
    ("assurance", "guarantee_without_content", THE_TEN),  # Registrasi keluhan
    ("requirements", "own_product_required", (1,)),
    ("requirements", "paper_asked_twice", (1,)),
    ("requirements", "word_doubled", (1,)),  # kandung kandung
    ("requirements", "condition_among_documents", (1, 6, 8)),
    ("requirements", "made_by_the_procedure", (5, 7)),  # SK Bupati, Nota Dinas; SKTM
    ("requirements", "undetermined_requirement", (3, 5)),
    ("requirements", "paper_without_subject", (3,)),
    ("requirements", "identity_card_unlikely", (2,)),
    ("requirements", "alternative_unsaid", (10,)),
    ("requirements", "instruction_among_requirements", (16,)),
    ("requirements", "papers_under_one_number", (12, 15)),
    ("requirements", "superseded_term", (5, 6, 8)),
    ("requirements", "form_unsaid", (2, 12)),
    ("title", "system_name_varies", (6, 7, 8)),  # SIKN-NG; Maslahat, masalahat
    ("title", "misspelling", (7,)),  # Reaktifasi
    ("route", "numbering_jumps", (7,)),  # 2 to 4
    ("route", "misspelling", (7, 8)),
    ("route", "step_without_number", (7, 9)),  # only in the chart
    ("route", "no_reception", (4,)),
    ("route", "no_check", (9, 10)),
    ("route", "drafted_before_data", (4,)),
    ("route", "word_doubled", (4,)),  # UPT UPT
    ("route", "decider_absent", (14,)),
    ("route", "permit_or_recommendation", (14,)),
    ("route", "superseded_term", (2,)),  # PMKS
    ("route", "acronym_unexplained", (3, 4)),
    ("duration", "duration_implausible", (7, 8)),
    ("product", "product_not_made", (3, 7, 15)),
    ("product", "product_without_signature", (11,)),
    ("product", "product_unspecific", (4, 7, 8, 11, 13, 14)),
    ("product", "product_is_the_service", (6, 12, 17)),
    ("oversight", "overseer_unnamed", (11, 12, 13, 14, 15, 16, 17)),
    ("oversight", "misspelling", (7, 13)),  # Reaktifasi, tribunalan
    ("competence", "word_doubled", (16,)),  # dan dan
    ("executors", "executor_not_in_route", (1, 2, 3, 4)),
    ("executors", "applicant_among_executors", (5,)),
    ("executors", "fewer_executors_than_actors", (14,)),
    ("complaints", "channel_only_in_route", (17,)),
    ("legal_basis", "impossible_year", (1,)),  # UU 23 Tahun 2020
    ("legal_basis", "law_number_differs", (6, 7, 8, 13)),  # UU 40/1998; UU 36/2012
    ("legal_basis", "law_title_differs", (2, 3, 4, 6, 7, 8, 9, 10, 13)),
    ("legal_basis", "law_superseded", (8, 9, 10, 17)),
    ("legal_basis", "law_amended", (6, 7, 8)),
    ("legal_basis", "citation_without_title", (6, 7, 8)),  # PP 101/2012, Permensos 11/2011
    ("legal_basis", "citation_incomplete", (6, 7, 8)),  # Pergub No 16
    ("legal_basis", "basis_for_past_year", (6, 7, 8)),
    ("legal_basis", "kind_of_rule_unknown", (6, 7, 8)),  # Perbub
    ("legal_basis", "citation_title_varies", (17,)),
    ("legal_basis", "basis_missing", (17,)),  # Perpres 76/2013
)

OFFICES = (
    ("mesuji", "email", "email_not_official"),
    ("lubuklinggau", "email", "email_not_official"),
    ("oku-selatan", "decree", "decree_missing"),
    ("oku-selatan", "head", "head_missing"),
    ("kotabaru", "pledge", "pledge_missing"),
    ("pasuruan", "pledge", "pledge_missing"),
    ("pasuruan", "email", "email_not_official"),
)
"""Places of the offices themselves."""

PLACES = {
    "mesuji": MESUJI,
    "lubuklinggau": LUBUKLINGGAU,
    "oku-selatan": OKU_SELATAN,
    "kotabaru": KOTABARU,
    "pasuruan": PASURUAN,
}

IN_ORDER = (
    ("lubuklinggau/02", "requirements", "undetermined_requirement"),  # 'atau identitas lainnya' helps the applicant
    ("lubuklinggau/05", "requirements", "papers_under_one_number"),  # KTP of two people and a KK
    ("kotabaru/06", "duration", "duration_implausible"),  # months
    ("kotabaru/15", "requirements", "identity_card_unlikely"),
    ("pasuruan/01", "executors", "role_not_among_executors"),
    ("pasuruan/05", "route", "numbering_repeats"),  # one step, several officials in turn
    ("pasuruan/08", "product", "product_not_made"),
    ("pasuruan/12", "duration", "duration_implausible"),
    ("pasuruan/16", "route", "no_delivery"),
    ("pasuruan/17", "executors", "fewer_executors_than_actors"),
    ("mesuji/02", "route", "no_delivery"),  # handed on to the province
    ("oku-selatan/08", "product", "product_copied"),  # here it belongs
    ("oku-selatan/03", "legal_basis", "legal_basis_copied"),  # a disorder of the mind is a disability in law
)
"""Places that look odd to a machine and are not."""
