"""What a screen says of something that went wrong. Without Qt."""

from __future__ import annotations

from desk.domain.errors import DeskError
from desk.language import sentence, tr


def said(trouble: Exception) -> str:
    """One sentence: the error's own, else that the data can't be read."""
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr(
        "Data tidak dapat dibaca ({trouble}). Coba lagi; bila tetap gagal, buka ulang Desk.",
        trouble=type(trouble).__name__,
    )


def said_of(trouble: DeskError, label: str, action: str) -> str:
    """The error's sentence with its field and its act called as the window calls them."""
    details = dict(trouble.details)
    if label and "path" in details:
        details["path"] = tr("“{label}”", label=label)
    if action and "action" in details:
        details["action"] = action
    return sentence(type(trouble)(trouble.code, trouble.template, field=trouble.field, **details))
