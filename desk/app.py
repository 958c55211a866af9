"""The one place that builds things, starts and stops them."""

from __future__ import annotations

import gc
import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.cli.answer import fault, tell
from desk.cli.words import Globals, split_globals
from desk.domain.errors import DeskError, UsageError
from desk.language import language, speak, tr
from desk.places import bundled, default_home

if TYPE_CHECKING:
    from desk.services.counter import Counter
    from desk.ui.first_run.presenter import Newcomer
    from desk.ui.session import Session as WindowSession

LOG = "desk.log"
INTERRUPTED = 130
"""What shells say of a program that was stopped by Ctrl+C."""


def main(words: Sequence[str] | None = None) -> int:
    """Run Desk with those words (default: the process's); returns the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    os.umask(0o077)  # what Desk writes is for its owner
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the system's own encoding is: the contract's
    try:
        chosen, rest = split_globals(words)
        folder = _home(chosen.home or os.environ.get("DESK_HOME"))
    except DeskError as error:
        return tell(error, as_json="--json" in words)
    if (chosen.language or "id") != language():
        speak(chosen.language or "id")
    try:
        return _dispatch(rest, folder, chosen)
    except DeskError as error:
        return tell(error, as_json=chosen.json)
    except BrokenPipeError:  # whoever read the answer has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        log_to(folder)
        return fault(error, as_json=chosen.json, where=str(folder / LOG))


def _dispatch(words: Sequence[str], folder: Path, chosen: Globals) -> int:
    """The window, the demonstration, or one command."""
    if list(words) in ([], ["window"]):
        return open_window(folder, speaking=chosen.language)
    if words[0] == "demo" and not {"-h", "--help"} & set(words):
        return play_demo(words, as_json=chosen.json)
    if words[0] == "batch" and folder.is_dir():
        log_to(folder)  # a fault in one line is answered, and the others go on
    from desk.cli import run  # noqa: PLC0415 (a window paints before services are imported)
    from desk.cli.session import Session  # noqa: PLC0415 (see above)
    from desk.models.home import Home  # noqa: PLC0415 (see above)

    session = Session(home=Home(folder), data=bundled("data"), clock=clock, random=os.urandom)
    return run.run(session, words, as_json=chosen.json)


def _home(said: str | None) -> Path:
    """The folder that was named, or this user's own.

    Raises:
        UsageError: it can't be the name of a folder.
    """
    try:
        return (Path(said) if said else default_home()).expanduser().absolute()
    except (OSError, RuntimeError, ValueError) as error:
        template = "Folder '{home}' pada --home atau DESK_HOME tidak bisa dipakai ({reason})."
        raise UsageError("usage", template, field="--home", home=said, reason=str(error)) from error


def clock() -> datetime:
    """The PC's clock, aware."""
    return datetime.now(UTC)  # noqa: TID251 (this is the clock that everything else is handed)


class _Discreet(logging.Formatter):
    """Writes where a fault happened and of what type, but not its words: they may hold somebody's name."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 (logging's own name)
        return "".join(traceback.format_tb(ei[2])) + (ei[0].__name__ if ei[0] else "")


def log_to(folder: Path) -> None:
    """Write faults to the home's log, without anybody's data in it; a home that can't be written has none."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 (brings sockets along; not before the first paint)

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / LOG, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("desk").addHandler(handler)


def open_window(
    folder: Path, start: Callable[[WindowSession], None] | None = None, *, speaking: str | None = None
) -> int:
    """Open the window on that home, and stay until it is closed; `speaking` overrules this PC's language. The store is opened after the first paint.

    Raises:
        UsageError: there is no screen to show it on.
    """
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        raise UsageError("no_screen", "Di sini tidak ada layar untuk jendela; perintah lain tetap bisa: `desk --help`.")
    from desk.ui.window import open_window as show  # noqa: PLC0415 (Qt only where there is a window)

    def open_counter() -> Counter:
        log_to(folder)
        from desk.models.home import Home  # noqa: PLC0415 (after the first paint)
        from desk.services import setup  # noqa: PLC0415 (after the first paint)

        home, data = Home(folder), bundled("data")
        counter = setup.open_counter(home, data, clock=clock, random=os.urandom, patience=0.5)
        gc.freeze()  # catalogue and modules stay: looking through them for garbage would stop the window for a frame
        return counter

    return show(
        open_counter,
        close_counter=lambda counter: counter.store.close(),
        preferences=folder / "preferences.json",
        start=start,
        language=speaking,
        newcomer=_newcomer(folder),
    )


def _newcomer(folder: Path) -> Newcomer:
    """What the window offers a home that is no counter yet."""
    from desk.ui.first_run.presenter import Newcomer  # noqa: PLC0415 (Qt only where there is a window)

    def offices() -> tuple[tuple[str, str], ...]:
        from desk.services.packfiles import load_catalogue  # noqa: PLC0415 (after the first paint)

        return tuple((office.slug, office.name) for office in load_catalogue(bundled("data")).offices)

    def set_up(office: str, counter: str, officer: str) -> None:
        from desk.models.home import Home  # noqa: PLC0415 (after the first paint)
        from desk.services import setup  # noqa: PLC0415 (see above)
        from desk.services.packfiles import load_catalogue  # noqa: PLC0415 (see above)

        catalogue = load_catalogue(bundled("data"))
        names = {"office": office, "counter": counter, "officer": officer}
        setup.set_up(Home(folder), catalogue, now=clock, random=os.urandom, **names)

    return Newcomer(offices, set_up)


def play_demo(words: Sequence[str], *, as_json: bool) -> int:
    """A working day on a throw-away home: papers and pictures in a folder; with ``--run`` and a screen, the window."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 (only a demonstration needs it)

    from desk.cli.parser import build_parser  # noqa: PLC0415 (only here)

    options = build_parser().parse_args(words)
    with TemporaryDirectory(prefix="desk-demo-") as temporary:
        folder = Path(temporary)
        if options.run and has_screen():
            counter = _demo_day(folder)
            counter.store.close()
            return open_window(folder)
        out = Path(options.out or "desk-demo").absolute()
        out.mkdir(parents=True, exist_ok=True)
        return _demo_papers(folder, out, as_json=as_json)


def has_screen() -> bool:
    """Whether a window can be shown to somebody."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _demo_day(folder: Path) -> Counter:
    from desk import demo  # noqa: PLC0415 (only a demonstration needs it)
    from desk.models.home import Home  # noqa: PLC0415 (see above)
    from desk.services.packfiles import load_catalogue  # noqa: PLC0415 (see above)

    data = bundled("data")
    return demo.play(Home(folder), data, load_catalogue(data), clock().date())


def _demo_papers(folder: Path, out: Path, *, as_json: bool) -> int:
    """The day without a screen: its papers, pictures of its window, and a summary that names every file."""
    from desk import demo  # noqa: PLC0415 (only a demonstration needs it)
    from desk.cli.answer import Answer, write_answer  # noqa: PLC0415 (see above)

    counter = _demo_day(folder)
    made = demo.papers(counter, out)
    counter.store.close()
    made += [demo.Made(name, what) for name, what in _pictures(folder, out)]
    counter = _reopen(folder)
    try:
        summary = demo.write_summary(counter, out, made)
    finally:
        counter.store.close()
    said = tr("Hari kerja contoh ada di {out}: {count} berkas; daftarnya di ringkasan.md.", out=out, count=len(made))
    write_answer(Answer({**summary, "out": str(out)}, said), as_json=as_json)
    return 0


def _reopen(folder: Path) -> Counter:
    from desk.models.home import Home  # noqa: PLC0415 (only a demonstration needs it)
    from desk.services import setup  # noqa: PLC0415 (see above)

    return setup.open_counter(Home(folder), bundled("data"), clock=clock, random=os.urandom)


def _pictures(folder: Path, out: Path) -> list[tuple[str, str]]:
    """Pictures of the window on that home, taken without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what that platform lacks interests nobody here
    from desk.ui.pictures import Photographer  # noqa: PLC0415 (Qt only where there is a window)

    photographer = Photographer(out)
    open_window(folder, photographer.begin)
    return photographer.taken
