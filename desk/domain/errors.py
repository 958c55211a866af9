"""What can go wrong, as one tree.

DeskError                      told to the officer in one sentence, never as a traceback
├── UsageError                 the command's words are wrong                       exit 2
├── Refused                    a rule says no: bad input, a step not allowed now   exit 3
├── NotFound                   no such case, service, file                         exit 4
├── StoreError                 the store can't be opened or is damaged             exit 5
├── Unreachable                central can't be reached                            exit 6
└── NotPermitted               this officer may not do that                        exit 7

Anything that is not a DeskError is a fault of the program (exit 1).

An error carries a stable `code`, the `field` it belongs to (a path such as ``applicant.nik``) where there is one, and
its sentence as a template with the `details` that fill it: Indonesian, complete, saying what is wrong, where, and what
to do. The template is what translations are keyed by (`desk.language.sentence`).
"""

from __future__ import annotations


class DeskError(Exception):
    """A known trouble of the world or of the input.

    Attributes:
        code: stable machine name, ``snake_case``.
        template: one Indonesian sentence with ``{names}`` of details.
        field: dotted path of the offending input, or None.
        details: what fills the template.
    """

    exit_code = 1

    def __init__(self, code: str, template: str, *, field: str | None = None, **details: object) -> None:
        self.code = code
        self.template = template
        self.field = field
        self.details = details
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The sentence in Indonesian."""
        return self.template.format(**self.details) if self.details else self.template


class UsageError(DeskError):
    """The command line itself is wrong."""

    exit_code = 2


class Refused(DeskError):
    """A rule of the counter says no."""

    exit_code = 3


class NotFound(DeskError):
    """Nothing by that name."""

    exit_code = 4


class StoreError(DeskError):
    """The store can't be opened, or is damaged, or is newer than this Desk."""

    exit_code = 5


class Unreachable(DeskError):
    """The central office did not answer."""

    exit_code = 6


class NotPermitted(DeskError):
    """The officer's role does not allow this."""

    exit_code = 7
