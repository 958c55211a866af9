"""Which edit is taken up: a new one, or the draft that was left. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from desk.ui.catalogue.edit.acts import Mode
from desk.ui.catalogue.edit.presenter import SCREEN, EditPresenter, draft_key
from desk.ui.catalogue.edit.tidy import Json, blank
from desk.ui.catalogue.edit.working import Path


class Starting:
    """The drafts that are known, and the way into the editor.

    Attributes:
        drafts: bodies of kept drafts by their key.
    """

    def __init__(self, presenter: EditPresenter, next_id: Callable[[], str], changed: Callable[[frozenset[str]], None]):
        self._presenter, self._next_id, self._changed = presenter, next_id, changed
        self.drafts: dict[str, Mapping[str, Any]] = {}

    def learn(self, kept: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """What the store has kept."""
        self.drafts = {key: body for key, body in kept if body.get("screen") == SCREEN}
        self._tell()

    def note(self, key: str, body: Mapping[str, Any] | None) -> None:
        """A draft was kept, or dropped."""
        if body is None:
            self.drafts.pop(key, None)
        else:
            self.drafts[key] = body
        self._tell()

    def edit(self, service_id: str, path: Path = ()) -> None:
        """Edit a service, from its draft if there is one."""
        self._begin("edit", service_id, path)

    def correct(self, service_id: str, path: Path = ()) -> None:
        """Correct a service, from its draft if there is one."""
        self._begin("correct", service_id, path)

    def new(self, title: str, like: Json | None = None) -> None:
        """A new service: from the draft of one, empty, or made after another."""
        held = next((body for body in self.drafts.values() if body.get("mode") == "new"), None)
        service_id = str(held.get("service")) if held else self._next_id()
        start = blank(title)
        if like is not None:
            start = {key: value for key, value in like.items() if key != "corrections"}
            start["source"] = {"document": "Desk"}
        self._presenter.begin("new", service_id, start=start, draft=held if like is None else None)

    def unfinished(self) -> bool:
        """Whether a new service was begun and not saved."""
        return any(body.get("mode") == "new" for body in self.drafts.values())

    def _begin(self, mode: Mode, service_id: str, path: Path) -> None:
        self._presenter.begin(mode, service_id, draft=self.drafts.get(draft_key(mode, service_id)))
        if path:
            self._presenter.go_to(path)

    def _tell(self) -> None:
        self._changed(frozenset(str(body.get("service")) for body in self.drafts.values()))
