"""The person beside a file in the window, on a real counter: guarded lines, doubts, both files side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.event import CaseId
from desk.domain.intake import Applicant, Intake
from desk.services import audit, cases, intake, likeness
from desk.services.counter import Counter
from desk.ui.cases.page import CasesPage
from desk.ui.loket.page import LoketPage
from desk.ui.person.panel import PersonPanel
from desk.ui.session import Session
from tests.ui.conftest import OpenSession
from tests.ui.house import person

SITI = "3514096502900001"
KK = "3514091507100003"
Work = tuple[Session, PersonPanel, dict[str, CaseId]]


def take_in(session: Session, service: str, **changes: str) -> CaseId:
    known = {"name": "Siti Aminah", "nik": SITI, "kk": KK, "birth_date": "1990-02-25", **changes}
    applicant = Applicant(sex="P", address=person("x", 1).address, **known)  # type: ignore[arg-type]
    return intake.register(counter_of(session), Intake(service=service, applicant=applicant, everything=True)).id


def counter_of(session: Session) -> Counter:
    assert session.workplace is not None
    return session.workplace.counter


def settle(session: Session, qtbot: QtBot) -> None:
    qtbot.wait(100)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()


@pytest.fixture
def work(open_session: OpenSession, qtbot: QtBot) -> Work:
    """Siti's file in view; before it an adoption, a wheelchair, and the same once more without a NIK."""
    session = open_session(full=False)
    files = {
        "adoption": take_in(session, "pasuruan/01"),
        "wheelchair": take_in(session, "pasuruan/05"),
        "double": take_in(session, "pasuruan/08", name="Hj. Siti Amina", nik="", kk="", no_nik_reason="KTP hilang"),
        "here": take_in(session, "pasuruan/08"),
    }
    return session, open_file(session, qtbot, files["here"]), files


def open_file(session: Session, qtbot: QtBot, case_id: CaseId) -> PersonPanel:
    session.frame.go("cases", case_id)
    page = session.frame.here()
    assert isinstance(page, CasesPage)
    settle(session, qtbot)
    return page.sheet.person


def test_a_guarded_line_asks_why_and_then_leads_there(work: Work, qtbot: QtBot) -> None:
    session, panel, files = work
    adoption = cases.load(counter_of(session), files["adoption"])
    (line,) = [line for line in panel.history.lines.values() if line._line.guarded]
    assert adoption.registration_number not in line.accessibleName()
    assert not line.asking()
    QTest.mouseClick(line._go, Qt.MouseButton.LeftButton)
    assert line.asking()
    assert line.reason.editor.hasFocus()
    QTest.keyClick(line.reason.editor, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert "Tulis alasan" in line.reason.below()
    QTest.keyClicks(line.reason.editor, "diminta Kabid")
    QTest.keyClick(line.reason.editor, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert not line.asking()
    assert adoption.registration_number in line.accessibleName()
    (entry,) = audit.entries(counter_of(session)).rows
    assert (entry.action, entry.case_id, entry.detail) == ("look", adoption.id, "diminta Kabid")
    QTest.mouseClick(line._go, Qt.MouseButton.LeftButton)
    settle(session, qtbot)
    page = session.frame.here()
    assert isinstance(page, CasesPage)
    assert page.sheet._number.text() == adoption.registration_number
    assert len(audit.entries(counter_of(session)).rows) == 1  # the same look


def test_a_reason_half_written_survives_a_refresh(work: Work, qtbot: QtBot) -> None:
    session, panel, _ = work
    (line,) = [line for line in panel.history.lines.values() if line._line.guarded]
    line._on_go()
    QTest.keyClicks(line.reason.editor, "dimin")
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_F5)
    settle(session, qtbot)
    (again,) = [line for line in panel.history.lines.values() if line._line.guarded]
    assert again is line
    assert line.reason.text() == "dimin"


def test_a_double_is_compared_set_apart_and_called_back(work: Work, qtbot: QtBot) -> None:
    session, panel, files = work
    counter = counter_of(session)
    double, here = cases.load(counter, files["double"]), cases.load(counter, files["here"])
    assert panel.doubts.isVisible()
    assert panel.doubts.words() == (double.registration_number,)
    panel.doubts.compared.emit(double.id)
    settle(session, qtbot)
    comparison = panel.doubts.comparison
    assert comparison.isVisible()
    shown = comparison.shown()
    assert shown is not None
    assert shown.rows[0].standing == "differs"
    assert all(SITI not in row.here + row.there for row in shown.rows)
    QTest.mouseClick(comparison._other, Qt.MouseButton.LeftButton)
    QTest.keyClick(comparison.reason.editor, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert "Tulis alasannya" in comparison.reason.below()
    QTest.keyClicks(comparison.reason.editor, "ibu kandung berbeda")
    QTest.keyClick(comparison.reason.editor, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert not panel.doubts.isVisible()
    assert likeness.candidates(counter, cases.load(counter, here.id))[0].case_id != double.id
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(session, qtbot)
    assert panel.doubts.words() == (double.registration_number,)


def test_a_double_is_merged_into_the_file_in_view(work: Work, qtbot: QtBot) -> None:
    session, panel, files = work
    panel.doubts.compared.emit(files["double"])
    settle(session, qtbot)
    QTest.mouseClick(panel.doubts.comparison._here, Qt.MouseButton.LeftButton)
    settle(session, qtbot)
    double = cases.load(counter_of(session), files["double"])
    assert (double.state, double.merged_into) == ("merged", files["here"])
    assert not panel.doubts.isVisible()


def test_the_comparison_goes_when_another_file_comes_into_view(work: Work, qtbot: QtBot) -> None:
    session, panel, files = work
    panel.doubts.compared.emit(files["double"])
    settle(session, qtbot)
    assert panel.doubts.comparison.isVisible()
    open_file(session, qtbot, files["wheelchair"])
    assert not panel.doubts.comparison.isVisible()


def test_looking_at_numbers_is_written_down_before_they_are_shown(work: Work, qtbot: QtBot) -> None:
    session, _, files = work
    page = session.frame.here()
    assert isinstance(page, CasesPage)
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_F7)
    settle(session, qtbot)
    assert page.sheet._reveal.text() == "Tutup nomor"
    assert [(row.action, row.case_id) for row in audit.entries(counter_of(session)).rows] == [("reveal", files["here"])]


def test_what_is_asked_for_twice_is_said_at_loket_and_looked_at_beside_the_form(work: Work, qtbot: QtBot) -> None:
    session = work[0]
    session.frame.go("intake")
    page = session.frame.here()
    assert isinstance(page, LoketPage)
    assert page.desk is not None
    form = page.desk.front
    form.search("skm")
    form.choose()
    form.write("applicant.name", "Siti Amina")
    form.write("applicant.birth_date", "25/2/1990")
    form.leave("applicant.birth_date")
    settle(session, qtbot)
    assert page.person.under_way.isVisible()
    assert "masih diproses" in page.person.under_way.words()
    QTest.mouseClick(page.person.under_way.button(), Qt.MouseButton.LeftButton)
    settle(session, qtbot)
    berkas = session.frame.here()
    assert isinstance(berkas, CasesPage)
    session.frame.go("intake")
    settle(session, qtbot)
    assert form.form.text("applicant.name") == "Siti Amina"
    assert page.person.fields["applicant.name"].text() == "Siti Amina"


def test_the_panel_fits_a_narrow_sheet(work: Work, qtbot: QtBot) -> None:
    session, panel, files = work
    session.window.resize(1093, 614)
    panel.doubts.compared.emit(files["double"])
    settle(session, qtbot)
    page = session.frame.here()
    assert isinstance(page, CasesPage)
    viewport = page.sheet._scroll.viewport().width()
    inner = page.sheet._scroll.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= viewport
