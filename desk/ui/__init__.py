"""The window: Qt only here. A folder a screen: a page that shows and a presenter, without Qt, that decides.

May import services, print, domain, language, places, and within itself the kit. Must not import SQLAlchemy, models,
cli, central or sync. `desk.ui.window.open_window` is the only door, called by `desk.app`.

Rules that a new screen follows (``desk/ui/catalogue`` is the smallest whole example):

* ``page.py`` derives from `desk.ui.page.Page`, builds widgets of `desk.ui.kit`, emits wishes (``…_requested``) and has
  ``show_*`` methods; ``presenter.py`` has no Qt; ``screen.py`` has ``build(workplace) -> Page`` that joins them.
* Slow things go through `Workplace.jobs.run(work, done=, failed=)`; what just happened is told with `Workplace.tell`.
* Every visible string goes through `desk.language.tr`, every control has an accessible name, every shortcut stands in
  `desk.ui.shortcuts.Key`.
"""
