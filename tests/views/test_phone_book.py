"""The phone book: village heads, builders, suppliers, donors, committees in one list, found without accents."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import villages
from app.funding.drafts import SupplierDraft
from app.funding.supply_operations import save_supplier
from app.giving.drafts import DonorDraft, SponsorshipDraft
from app.giving.operations import save_donor, save_sponsorship
from app.office.contacts import save_contact
from app.office.drafts import CommitteeDraft, CommitteeMemberDraft, ContactDraft
from app.office.people import save_committees
from app.office.queries import contact_drafts
from app.problems import Refused, Stale
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import ContactKind
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.office.phone_book import ContactForm, PhoneBookPage
from views.page import PLACE
from views.runner import Runner


@pytest.fixture
def page(qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder) -> PhoneBookPage:
    with commune.read() as session:
        first = villages(session, commune.author.office)[0]
    save_villages(commune, [VillageDraft(first.name, "Lò Văn Trưởng", "0987000001", first.id, first.version)])
    save_supplier(commune, SupplierDraft("Cửa hàng Ánh Dương", "Tổ 3", "0912345678"))
    save_donor(commune, DonorDraft("Công ty Sông Đà", phone="0912000111"))
    member = CommitteeMemberDraft("Vàng A Páo", "Trưởng ban", "0977000222")
    save_committees(commune, [CommitteeDraft("Ban Chỉ đạo", members=(member,))])
    save_contact(commune, ContactDraft(ContactKind.BUILDER.value, "Tòng Văn Ơn", "0966000333", "Đội thợ bản Na"))
    home = make_household(commune, "Quàng Thị Ín")
    save_sponsorship(commune, SponsorshipDraft(home, "Lường Văn Thoan", "Đồn Biên phòng", "0944000555"))
    made = PhoneBookPage(Office(commune, runner))
    qtbot.addWidget(made)
    runner.changed.connect(made.forget)
    made.show()
    settled(qtbot, runner, lambda: made.list.table.complete)
    return made


def names(page: PhoneBookPage) -> list[str]:
    rows = (page.list.table.row_at(place) for place in range(page.list.table.count))
    return [row.name for row in rows if row is not None]


def test_everybody_the_office_calls_stands_in_one_list_and_is_found_without_accents(
    qtbot: QtBot, page: PhoneBookPage, runner: Runner
) -> None:
    assert {"Lò Văn Trưởng", "Cửa hàng Ánh Dương", "Công ty Sông Đà", "Vàng A Páo", "Tòng Văn Ơn"} < set(names(page))
    for text, found in (
        ("tong van on", ["Tòng Văn Ơn"]),
        ("0912345", ["Cửa hàng Ánh Dương"]),
        ("tho na", ["Tòng Văn Ơn"]),
        ("do dau quang", ["Lường Văn Thoan"]),
    ):
        page.list.panel.search.look_for(text)
        settled(qtbot, runner)
        assert names(page) == found
    page.list.panel.search.look_for("")
    page.kind.set_value("head")
    page.kind.changed.emit()
    settled(qtbot, runner)
    assert names(page) == ["Lò Văn Trưởng"]


def test_a_number_is_copied_and_a_line_kept_elsewhere_leads_there(
    qtbot: QtBot, page: PhoneBookPage, runner: Runner, messages: Recorder
) -> None:
    page.list.view.go_to(names(page).index("Cửa hàng Ánh Dương"))
    row = page.list.current()
    assert row is not None
    page.copy_number(row)
    assert QApplication.clipboard().text() == "0912345678"
    page.edit(row)
    assert isinstance(page.frame, Office)
    assert page.frame.gone_to == [(PLACE, "Kinh phí › Nguồn vốn")]


def test_a_builder_is_added_changed_and_taken_off(
    qtbot: QtBot, page: PhoneBookPage, runner: Runner, messages: Recorder
) -> None:
    page.add()
    form = page.findChildren(ContactForm)[-1]
    form.confirm.click()
    assert not form.look()
    form.name.setText("Cà Văn Ánh")
    form.phone.set_value("0955000444")
    form.try_it()
    settled(qtbot, runner, lambda: "Cà Văn Ánh" in names(page))
    row = next(
        one for one in map(page.list.table.row_at, range(page.list.table.count)) if one and one.name == "Cà Văn Ánh"
    )
    page.edit(row)
    form = page.findChildren(ContactForm)[-1]
    form.unit.setText("Đội thợ bản Hua Nạng")
    form.try_it()
    settled(qtbot, runner)
    with page.frame.workspace.read() as session:
        assert [one.unit for one in contact_drafts(session)][-1] == "Đội thợ bản Hua Nạng"
    messages.answer("Bỏ khỏi danh bạ")
    page.take_off(row)
    settled(qtbot, runner, lambda: "Cà Văn Ánh" not in names(page))
    undo_newest(page.frame.workspace)
    with page.frame.workspace.read() as session:
        assert [one.name for one in contact_drafts(session)] == ["Tòng Văn Ơn", "Cà Văn Ánh"]


def test_a_contact_needs_a_name_and_is_not_written_over_what_another_saved(commune: Workspace) -> None:
    with pytest.raises(Refused):
        save_contact(commune, ContactDraft(ContactKind.BUILDER.value, " "))
    _, warnings = save_contact(commune, ContactDraft(ContactKind.OTHER.value, "Lường Thị Én"))
    assert [one.code for one in warnings] == ["contact_without_phone"]
    with commune.read() as session:
        [one] = contact_drafts(session)
    save_contact(commune, ContactDraft(one.kind, one.name, "0912345678", id=one.id, version=one.version))
    with pytest.raises(Stale):
        save_contact(commune, ContactDraft(one.kind, one.name, "0912345679", id=one.id, version=one.version))
