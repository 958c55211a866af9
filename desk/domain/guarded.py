"""What a paper that passes through many hands says of a file whose service is guarded: no name, no matter. Pure."""

from __future__ import annotations

from desk.domain.intake import Applicant

GUARDED_MATTER = "Permohonan layanan sosial (isinya dijaga; baca di dalam berkas)"
"""In place of the service's title."""


def guarded_name(applicant: Applicant) -> str:
    """The initials of a person; organisations and governments are no secret."""
    if applicant.kind != "person":
        return applicant.name
    initials = [word[0].upper() for word in applicant.name.replace(".", " ").split() if word[0].isalpha()]
    return f"{'.'.join(initials[:4])}." if initials else "–"
