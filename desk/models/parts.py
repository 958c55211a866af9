"""The tables that hang on a case and are made from it alone: who has it, who is in it, what it needs, what it counts as.

Each is a `Part`: written, thrown away, rebuilt, verified and hashed by the same few lines. A new list is a new part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from desk.domain.case import Case
from desk.domain.fold import Folded
from desk.models.connection import Connection
from desk.models.reckoning import Reckoned

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Projected:
    """A case about to be laid into the tables; `reckon` reads a clock, also that of the case as it once was."""

    case: Case
    folded: Folded
    reckon: Callable[[Case], Reckoned]
    now: Reckoned


@dataclass(frozen=True)
class Part:
    """One table.

    Attributes:
        columns: in the order of `rows`, the case's local number `n` left out.
        rows: the rows of a case, in an order that is always the same.
        wrong: what `verify` says where the table isn't what the journal gives; ``{number}`` is the case's.
    """

    table: str
    columns: tuple[str, ...]
    rows: Callable[[Projected], Sequence[Row]]
    wrong: str

    @cached_property
    def _names(self) -> str:
        return ", ".join(f'"{column}"' for column in self.columns)

    @cached_property
    def insert(self) -> str:
        """The statement that writes one row, `n` first."""
        places = ", ".join("?" * (len(self.columns) + 1))
        return f"INSERT INTO {self.table} (n, {self._names}) VALUES ({places})"  # noqa: S608 (names of ours)

    @cached_property
    def _delete(self) -> str:
        return f"DELETE FROM {self.table} WHERE n = ?"  # noqa: S608 (a name of ours)

    @cached_property
    def _select(self) -> str:
        return f"SELECT {self._names} FROM {self.table} WHERE n = ?"  # noqa: S608 (names of ours)

    def write(self, connection: Connection, n: int, projected: Projected, *, again: bool) -> None:
        """Lay the case's rows in; `again` for one that may have some. One that has none costs nothing."""
        if again:
            connection.exec_driver_sql(self._delete, (n,))
        rows = self.rows(projected)
        if rows:
            connection.driver.executemany(self.insert, [(n, *row) for row in rows])

    def agrees(self, connection: Connection, n: int, projected: Projected) -> bool:
        """Whether the table has exactly the rows that the journal gives."""
        found = connection.exec_driver_sql(self._select, (n,)).tuples()
        return sorted(map(repr, found)) == sorted(map(repr, map(tuple, self.rows(projected))))

    def strays(self, connection: Connection) -> list[int]:
        """Local numbers that stand in the table and belong to no case."""
        found = connection.exec_driver_sql(
            f"SELECT DISTINCT n FROM {self.table} WHERE n NOT IN (SELECT n FROM cases)"  # noqa: S608 (a name of ours)
        )
        return [int(n) for n in found.scalars()]

    def clear(self, connection: Connection) -> None:
        """Throw it away."""
        connection.exec_driver_sql(f"DELETE FROM {self.table}")  # noqa: S608 (a name of ours)

    def lines(self, connection: Connection) -> Iterator[str]:
        """Every row with its case's id in place of the local number, sorted: what a digest is taken of."""
        names = ", ".join(f'p."{column}"' for column in self.columns)
        found = connection.exec_driver_sql(
            f"SELECT c.id, {names} FROM {self.table} p JOIN cases c ON c.n = p.n"  # noqa: S608 (names of ours)
        )
        yield from sorted(repr(tuple(row)) for row in found)
