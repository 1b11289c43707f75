"""The office's work goes to another laptop: counted, sealed, taken over whole, and never in two hands unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from app.actions import Action
from app.backup import write_backup
from app.backup_proof import seal_path
from app.database import FILE_NAME
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.operations import add_source, allocate, contribute, pay
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import issue_minutes, void_paper
from app.handover.operations import hand_over
from app.local import Fact, get_fact
from app.office import pins
from app.photos.operations import PhotosDraft, add_photos
from app.pictures import photo_path
from app.problems import Cancelled, Refused, Trouble
from app.progress import Progress
from app.restoring import check_soundness
from app.succession.facts import differing, handed_facts
from app.succession.giving import GiveDraft, check_give, give, go_on_here, handed_over, usual_draft
from app.succession.taking import Taken, take
from app.wording.messages import problem_text, trouble_text
from app.workspace import Workspace, open_workspace
from models.handover import Handover
from models.household import Household
from models.office import Device, User
from models.vocabulary import ContributionKind, Numbering, SourceKind
from tests.app.photos.test_photos import phone_picture
from tests.make import make_approved, make_case, make_finished, make_household

SECRET = "lúa nếp nương 2026"  # noqa: S105 - of made-up files


def busy_office(workspace: Workspace, tmp_path: Path) -> None:
    """Three houses, one of them handed over, minutes 1 to 3 of which 2 is void, money in hand, two photos."""
    add_source(workspace, SourceDraft("VNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(workspace, [ContributionDraft("VNN", ContributionKind.CASH, "2025-07-01", amount=200_000_000)])
    first, second = make_case(workspace, "Lò Văn Pâng"), make_case(workspace, "Quàng Thị Ín")
    add_photos(
        workspace, PhotosDraft(make_household(workspace, "Cà Văn Thiện"), (phone_picture(tmp_path / "một.jpg"),))
    )
    make_approved(workspace, first, second)
    make_finished(workspace, first)
    allocate(workspace, [AllocationDraft(first, "VNN", 60_000_000, "2025-07-20")])
    pay(workspace, [PaymentDraft(first, "VNN", 60_000_000, "2025-07-25", "PC01", payee="Lò Văn Pâng")])
    hand_over(workspace, [HandoverDraft(first, "2025-08-01")])
    _, [paper] = issue_minutes(workspace, [first], MinutesOptions(Numbering.REGISTER, start_at=27))
    void_paper(workspace, paper.paper_id, "In sai tên")
    issue_minutes(workspace, [first], MinutesOptions(Numbering.REGISTER))


def draft(workspace: Workspace, to: str = "Quàng Văn Nghĩa") -> GiveDraft:
    return replace(usual_draft(workspace, to, "2026-11-20"), to_position="Công chức địa chính")


def given_to(workspace: Workspace, tmp_path: Path) -> tuple[Path, Taken]:
    file = give(workspace, draft(workspace), tmp_path / "usb" / "bàn giao", SECRET).file
    return file, take(tmp_path / "Máy mới", file, SECRET)


def said(error: pytest.ExceptionInfo[Refused]) -> str:
    return problem_text(error.value.problems[0])


def test_what_is_counted_is_what_the_office_holds(commune: Workspace, tmp_path: Path) -> None:
    busy_office(commune, tmp_path)
    export_packages(commune, tmp_path / "gói")
    facts = handed_facts(commune)
    assert (facts.households, facts.houses) == (3, {"approved": 1, "handed_over": 1})
    assert (facts.approved, facts.paid, facts.in_hand) == (120_000_000, 60_000_000, 140_000_000)
    assert [(one.code, one.received, one.paid, one.left) for one in facts.sources] == [
        ("VNN", 200_000_000, 60_000_000, 140_000_000)
    ]
    minutes, receipts = facts.registers
    assert (minutes.symbol, minutes.last, minutes.count, minutes.void) == ("BB-UBND", "28", 2, 1)
    assert (receipts.symbol, receipts.count) == ("", 1)
    assert [(one.incoming, one.number, one.count) for one in facts.packages] == [(False, "1", 1)]
    assert (facts.photos, facts.photos_missing, facts.unnumbered, facts.drafts) == (1, 0, 0, 0)


def test_everything_arrives_and_is_counted_alike_with_a_new_laptop_and_letter(
    commune: Workspace, tmp_path: Path
) -> None:
    busy_office(commune, tmp_path)
    before = handed_facts(commune)
    file, taken = given_to(commune, tmp_path)
    new = taken.workspace
    assert file.name == "bàn giao.maiam"
    assert (taken.giver, taken.to, taken.day, taken.letter) == ("Lò Thị Hoa", "Quàng Văn Nghĩa", "20/11/2026", "b")
    assert taken.different == ()
    assert differing(handed_facts(new), before.as_json()) == []
    assert new.author.device != commune.author.device
    assert new.author.user_name == "Quàng Văn Nghĩa"
    with new.read() as session:
        laptop = session.scalars(select(Device).where(Device.device == new.author.device)).one()
        user = session.get_one(User, new.author.user_id)
        assert laptop.note == "Nhận bàn giao công việc: Lò Thị Hoa giao Quàng Văn Nghĩa ngày 20/11/2026"
        assert (user.position, user.role) == ("Công chức địa chính", "officer")
        old = session.scalars(select(Device).where(Device.device == commune.author.device)).one()
        assert (laptop.replaces_id, old.retired) == (old.id, True)
        contents = session.connection().execute(text("SELECT content FROM photo")).scalars().all()
        assert all(photo_path(new.folder, one).exists() for one in contents)
        assert get_fact(session.connection(), Fact.GIVEN_WORK) is None
    assert handed_over(new) is None
    assert check_soundness(new).sound
    make_household(new, "Vàng Thị Dợ")
    new.close()


def test_without_its_password_the_file_says_nothing(commune: Workspace, tmp_path: Path) -> None:
    make_case(commune, "Lò Văn Pâng")
    data = give(commune, draft(commune), tmp_path / "a.maiam", SECRET).file.read_bytes()
    for word in ("Pâng", "SQLite format", "Quàng", SECRET):
        assert word.encode() not in data


def test_the_old_laptop_rests_but_reads_prints_and_sends(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    busy_office(commune, tmp_path)
    given_to(commune, tmp_path)[1].workspace.close()
    state = handed_over(commune)
    assert state is not None
    assert (state.to, state.day) == ("Quàng Văn Nghĩa", "20/11/2026")
    with pytest.raises(Refused) as told:
        make_household(commune, "Vàng Thị Dợ")
    assert said(told).startswith("Máy này đã bàn giao công việc cho Quàng Văn Nghĩa ngày 20/11/2026")
    again = open_workspace(commune.folder)
    with pytest.raises(Refused, match="work_handed_over"):
        again.permit(Action.PAY)
    again.close()
    [package] = export_packages(commune, tmp_path / "gói")
    assert receive_packages(upper, [Path(package.file)])[0].result == "merged"
    with commune.read() as session:
        assert len(session.scalars(select(Household)).all()) == 3
        handed = [one for one in session.scalars(select(Handover.case_id)) if one]
    issue_minutes(commune, handed)


def test_who_goes_on_with_the_old_laptop_makes_no_fork(commune: Workspace, tmp_path: Path) -> None:
    make_case(commune, "Lò Văn Pâng")
    _, taken = given_to(commune, tmp_path)
    new, old_device = taken.workspace, commune.author.device
    with pytest.raises(Refused, match="resume_reason_missing"):
        go_on_here(commune, "  ")
    assert go_on_here(commune, "Người nhận nghỉ thai sản") == "c", "b went with the file"
    assert commune.author.device not in (old_device, new.author.device)
    with commune.read() as session:
        note = session.scalar(select(Device.note).where(Device.device == commune.author.device))
    assert note == "Dùng tiếp sau khi đã bàn giao: Người nhận nghỉ thai sản"
    make_household(commune, "Của máy cũ")
    make_household(new, "Của máy mới")
    code = commune.author.office
    for giver, taker in ((commune, new), (new, commune)):
        [package] = export_packages(giver, tmp_path / giver.folder.name, [code])
        [report] = receive_packages(taker, [Path(package.file)])
        assert (report.result, report.forks, report.gaps) == ("merged", [], [])
    for workspace in (commune, new):
        with workspace.read() as session:
            names = set(session.scalars(select(Household.head_name)))
            letters = {one.series for one in session.scalars(select(Device)) if not one.retired}
        assert {"Của máy cũ", "Của máy mới"} <= names
        assert letters == {"b", "c"}
    with pytest.raises(Refused, match="work_not_given"):
        go_on_here(commune, "Lần nữa")
    new.close()


@pytest.mark.usefixtures("quick_pins")
def test_pins_stay_on_the_laptop_where_they_were_set(commune: Workspace, tmp_path: Path) -> None:
    pins.set_pin(commune, "2580")
    _, taken = given_to(commune, tmp_path)
    assert pins.people_with_pin(taken.workspace) == frozenset()
    assert pins.people_with_pin(commune) == {commune.author.user_id}
    taken.workspace.close()


def nothing_taken(folder: Path) -> bool:
    return not (folder / FILE_NAME).exists() and not list(folder.glob("*.restoring"))


def test_a_wrong_password_a_flipped_byte_and_a_missing_file_are_a_sentence_each(
    commune: Workspace, tmp_path: Path
) -> None:
    file, folder = give(commune, draft(commune), tmp_path / "a.maiam", SECRET).file, tmp_path / "Máy mới"
    found = {}
    for name, given, secret in (
        ("wrong", file, "không phải"),
        ("none", file, None),
        ("missing", tmp_path / "b.maiam", SECRET),
    ):
        with pytest.raises(Trouble) as told:
            take(folder, given, secret)
        found[name] = trouble_text(told.value)
        assert nothing_taken(folder)
    assert "mật khẩu chưa đúng" in found["wrong"]
    assert "có mật khẩu" in found["none"]
    assert "Không thấy tệp b.maiam" in found["missing"]
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(Trouble) as told:
        take(folder, file, SECRET)
    assert "bị hỏng" in trouble_text(told.value)
    seal_path(file).unlink()
    with pytest.raises(Trouble) as told:
        take(folder, file, SECRET)
    assert told.value.code in ("backup_damaged", "backup_wrong_password")
    assert nothing_taken(folder)


def test_a_file_of_a_newer_program_is_a_sentence(commune: Workspace, tmp_path: Path) -> None:
    with commune.engine.connect().execution_options(writing=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.commit()
    file = give(commune, draft(commune), tmp_path / "a.maiam", SECRET).file
    with pytest.raises(Trouble) as told:
        take(tmp_path / "Máy mới", file, SECRET)
    assert "phiên bản mới hơn" in trouble_text(told.value)
    assert nothing_taken(tmp_path / "Máy mới")


def test_a_folder_in_use_takes_nothing_over(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    file = give(commune, draft(commune), tmp_path / "a.maiam", SECRET).file
    with pytest.raises(Refused, match="already_initialised"):
        take(upper.folder, file, SECRET)


FULL = """
import resource, sys
from pathlib import Path
from app.problems import Trouble
from app.succession.giving import give, handed_over, usual_draft
from app.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    give(workspace, usual_draft(workspace, "Quàng Văn Nghĩa", "2026-11-20"), Path(sys.argv[2]), "lúa nếp nương")
except Trouble as told:
    print(told.code, handed_over(workspace))
"""


def test_a_full_stick_is_told_nothing_is_left_and_the_laptop_goes_on(commune: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "usb" / "a.maiam"
    target.parent.mkdir()
    code = [sys.executable, "-c", FULL, str(commune.folder), str(target)]
    done = subprocess.run(code, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
    assert done.stdout.split() == ["disk_full", "None"], done.stderr
    assert list(target.parent.iterdir()) == []
    with commune.engine.connect() as connection:
        assert get_fact(connection, Fact.GIVEN_WORK) is None
    make_household(commune, "Vàng Thị Dợ")


def test_giving_that_is_stopped_leaves_everything_as_it_was(commune: Workspace, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        give(commune, draft(commune), tmp_path / "a.maiam", SECRET, progress)
    assert handed_over(commune) is None
    assert not list(tmp_path.glob("a.maiam*"))


@pytest.mark.parametrize(
    ("values", "password", "said_code"),
    [
        ({"to": " "}, SECRET, "successor_missing"),
        ({"to": "Lò Thị Hoa"}, SECRET, "successor_is_giver"),
        ({"on": ""}, SECRET, "day_missing"),
        ({}, "1234567", "password_short"),
    ],
)
def test_what_a_handing_over_lacks_is_told(values: dict[str, str], password: str, said_code: str) -> None:
    whole = GiveDraft("Quàng Văn Nghĩa", "2026-11-20", giver="Lò Thị Hoa")
    assert [one.code for one in check_give(replace(whole, **values), password)] == [said_code]
    assert check_give(whole, SECRET) == []


def test_an_accountant_hands_nothing_over(commune: Workspace, tmp_path: Path) -> None:
    commune.author = replace(commune.author, role="accountant")
    with pytest.raises(Refused, match="not_permitted"):
        give(commune, draft(commune), tmp_path / "a.maiam", SECRET)


def test_a_plain_backup_with_a_password_is_taken_over_as_what_it_is(commune: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "sao lưu.maiam"
    write_backup(commune.engine, file, commune.folder, password=SECRET)
    taken = take(tmp_path / "Máy mới", file, SECRET)
    assert (taken.to, taken.different, taken.workspace.author.user_name) == ("", (), "Lò Thị Hoa")
    taken.workspace.close()


def test_what_was_counted_otherwise_is_named(commune: Workspace) -> None:
    facts = handed_facts(commune)
    counted = json.loads(json.dumps(facts.as_json())) | {"households": 5, "in_hand": 1}
    assert differing(facts, counted) == ["households", "in_hand"]
