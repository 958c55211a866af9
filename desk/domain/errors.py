"""What can go wrong, as one tree.

DeskError                      told to the officer in one sentence, never as a traceback
├── UsageError                 the command's words are wrong                       exit 2
├── Refused                    a rule says no: bad input, a step not allowed now   exit 3
├── NotFound                   no such case, service, file                         exit 4
├── StoreError                 the store can't be opened or is damaged             exit 5
├── Unreachable                central can't be reached                            exit 6
└── NotPermitted               this officer may not do that                        exit 7

Anything that is not a DeskError is a fault of the program (exit 1).

An error carries a stable `code`, the `field` it belongs to (a path such as ``applicant.nik``) where there is one,
and `details`, the facts that its sentence needs. The sentence itself is `message`: Indonesian, complete, saying what
is wrong, where, and what to do. `desk.services.sentences` turns a code into another language where one is asked for.
"""

from __future__ import annotations


class DeskError(Exception):
    """A known trouble of the world or of the input.

    Attributes:
        code: stable machine name, ``snake_case``.
        message: one Indonesian sentence for the officer.
        field: dotted path of the offending input, or None.
        details: facts for a translated sentence.
    """

    exit_code = 1

    def __init__(self, code: str, message: str, *, field: str | None = None, **details: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
        self.details = details


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
