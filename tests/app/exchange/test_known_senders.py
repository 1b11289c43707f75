"""Known senders through real packages: open, paired, held back, certified from above, retired."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.main import main
from app.device_keys import ENVIRONMENT, public_key
from app.devices import mint_device
from app.exchange.confirming import confirm_laptop
from app.exchange.known_laptops import LaptopState, known_laptops
from app.exchange.laptops import own_card, read_card, write_card
from app.exchange.merging import Report, receive_packages
from app.exchange.packing import export_packages
from app.exchange.pairing import laptop_of, pair_card, retire_laptop
from app.exchange.peers import held_by
from app.exchange.quarantine import held_packages
from app.exchange.queries import packages
from app.exchange.reading import read_payload
from app.exchange.tasks import decide_task, list_tasks
from app.problems import Refused
from app.restoring import check_soundness
from app.workspace import Workspace
from models.vocabulary import Role, TaskKind
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import content, head_of, send
from tests.conftest import UPPER
from tests.make import make_household
from tests.offices import set_up


@pytest.fixture
def second_upper(tmp_path: Path) -> Iterator[Workspace]:
    """Another laptop of the upper office, set up on its own."""
    draft = dataclasses.replace(UPPER, person="Phạm Thị Lan", device_name="Máy sở hai", series="b")
    workspace = set_up(tmp_path / "Máy sở hai", draft)
    yield workspace
    workspace.close()


def card_of(workspace: Workspace, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "the-may.json"
    write_card(own_card(workspace), path)
    return path


def pair(here: Workspace, there: Workspace, folder: Path) -> None:
    """Read the card of a laptop and believe it."""
    laptop = pair_card(here, card_of(there, folder))
    confirm_laptop(here, laptop.sender.device, own_card(there).check_code)


def states(workspace: Workspace) -> dict[str, LaptopState]:
    with workspace.read() as session:
        return {one.sender.device: one.state for one in known_laptops(session, workspace.author)}


def held(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return [one.why for one in held_packages(session.connection())]


def results(reports: list[Report]) -> list[str]:
    return [one.result for one in reports]


def test_an_open_office_merges_and_asks_for_the_code_and_then_is_paired(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    first = make_household(commune, "Lò Văn Pâng")
    assert receive(upper, send(commune, tmp_path / "1")).result == "merged"
    (task,) = [one for one in list_tasks(upper) if one.kind is TaskKind.DEVICE]
    assert own_card(commune).check_code in task.text
    assert states(upper)[commune.author.device] is LaptopState.UNCONFIRMED
    decide_task(upper, task.id, 1)
    assert states(upper)[commune.author.device] is LaptopState.CONFIRMED
    second = make_household(second_commune, "Cà Văn Hịa")
    package = send(second_commune, tmp_path / "2")
    before = content(upper)
    report = receive(upper, package)
    assert (report.result, report.code, report.as_json()["refused"]) == ("quarantined", "laptop_unknown", [])
    assert "Phường Điện Biên Phủ" in report.message
    assert "chưa nhập" in report.message
    assert content(upper) == before
    assert head_of(upper, first) == "Lò Văn Pâng"
    assert head_of(upper, second) is None
    assert states(upper)[second_commune.author.device] is LaptopState.QUARANTINED
    (task,) = [one for one in list_tasks(upper) if one.kind is TaskKind.DEVICE]
    assert own_card(second_commune).check_code in task.text
    package.unlink()
    done = confirm_laptop(upper, second_commune.author.device)
    assert results(list(done.reports)) == ["merged"], "the original in the inbox"
    assert head_of(upper, second) == "Cà Văn Hịa"
    assert held(upper) == []
    assert check_soundness(upper).sound


def test_a_package_that_is_held_stays_held_however_often_it_comes(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    pair(upper, commune, tmp_path / "thẻ")
    package = send(second_commune, tmp_path / "1")
    for _ in range(2):
        assert results(receive_packages(upper, [package])) == ["quarantined"]
    assert held(upper) == ["laptop_unknown"]
    assert len(list((upper.folder / "inbox").iterdir())) == 1
    discard = ["--data", str(upper.folder), "package", "discard", str(read_payload(package).manifest["package"])]
    assert [main(discard) for _ in range(2)] == [0, 1], "thrown away once, and then no longer held"
    assert (held(upper), list((upper.folder / "inbox").iterdir())) == ([], [])
    with upper.read() as session:
        [row] = packages(session)
    assert (row.result, row.report["discarded"]["by"]) == ("discarded", "Trần Văn Minh")
    assert results(receive_packages(upper, [package])) == ["quarantined"], "it may come again"
    confirm_laptop(upper, second_commune.author.device)
    assert len(list((upper.folder / "inbox").iterdir())) == 1
    assert receive(upper, package).result == "already"


def test_a_laptop_that_comes_with_another_key_is_held_in_an_open_office(
    commune: Workspace, upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(upper, send(commune, tmp_path / "1"))
    device, key = commune.author.device, public_key(commune.author.device)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv(ENVIRONMENT, str(tmp_path / "khóa khác"))
        forged = _with_key_of_its_own(commune, tmp_path / "2")
        new_card = card_of(commune, tmp_path / "thẻ mới")
    report = receive(upper, forged)
    assert (report.result, report.code) == ("quarantined", "laptop_key_changed")
    assert laptop_of(upper, device).sender.key == key, "the key that was noted stays"
    assert results(list(confirm_laptop(upper, device).reports)) == []
    assert held(upper) == ["laptop_key_changed"]
    with pytest.raises(Refused) as caught:
        pair_card(upper, new_card)
    assert caught.value.problems[0].code == "card_key_changed"
    retire_laptop(upper, device, "Cài lại máy")
    assert pair_card(upper, new_card).check_code == read_card(new_card).check_code
    assert results(list(confirm_laptop(upper, device).reports)) == ["merged"], "it was theirs after all"


def _with_key_of_its_own(workspace: Workspace, folder: Path) -> Path:
    """A package of somebody who has the folder and not the key, and hides it."""
    public_key(workspace.author.device)
    return send(workspace, folder)


def test_what_an_upper_office_retires_is_held_in_the_communes_too(
    commune: Workspace, upper: Workspace, second_upper: Workspace, tmp_path: Path
) -> None:
    package = send(commune, tmp_path / "lên")
    for number, one in enumerate((upper, second_upper)):
        receive(one, package)
        pair(commune, one, tmp_path / f"thẻ {number}")
    pair(upper, second_upper, tmp_path / "thẻ của sở")
    assert receive(commune, send(second_upper, tmp_path / "trước", "03151")).result == "merged"
    retire_laptop(upper, second_upper.author.device, "Mất máy")
    assert receive(commune, send(upper, tmp_path / "xuống", "03151")).result == "merged"
    make_household(second_upper)
    report = receive(commune, send(second_upper, tmp_path / "sau", "03151"))
    assert (report.result, report.code) == ("quarantined", "laptop_retired")
    with pytest.raises(Refused) as caught:
        confirm_laptop(commune, second_upper.author.device)
    assert caught.value.problems[0].code == "retired_elsewhere"


def test_a_new_laptop_of_the_upper_office_is_certified_by_the_old_one_in_either_order(
    commune: Workspace, upper: Workspace, second_upper: Workspace, tmp_path: Path
) -> None:
    receive(second_upper, send(commune, tmp_path / "lên"))
    pair(commune, upper, tmp_path / "thẻ")
    early = receive_packages(commune, [send(second_upper, tmp_path / "sớm", "03151")])
    assert results(early) == ["quarantined"]
    pair(upper, second_upper, tmp_path / "thẻ của sở")
    receive(upper, send(second_upper, tmp_path / "của máy hai", "11"))
    reports = receive_packages(commune, [send(upper, tmp_path / "chứng nhận", "03151")])
    assert results(reports) == ["merged", "merged"], "what was held came in by itself"
    assert held(commune) == []
    assert states(commune)[second_upper.author.device] is LaptopState.CONFIRMED
    assert receive(commune, send(second_upper, tmp_path / "muộn", "03151")).result == "merged"


def test_two_laptops_of_one_commune_believe_each_other_without_a_conflict(
    commune: Workspace, second_laptop: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    pair(commune, second_laptop, tmp_path / "a")
    pair(second_laptop, commune, tmp_path / "b")
    pair(commune, upper, tmp_path / "c")
    make_household(second_laptop, "Quàng Thị Ín")
    assert receive(commune, send(second_laptop, tmp_path / "1", "03151")).result == "merged"
    assert receive(second_laptop, send(commune, tmp_path / "2", "03151")).result == "merged"
    assert receive(commune, send(second_laptop, tmp_path / "3", "03151")).result == "merged"
    assert content(commune) == content(second_laptop)
    assert states(second_laptop)[upper.author.device] is LaptopState.CONFIRMED, "what one compared the other believes"
    for one in (commune, second_laptop):
        assert TaskKind.CONFLICT not in {task.kind for task in list_tasks(one)}


def test_a_restored_laptop_is_another_one_to_a_paired_office(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    pair(upper, commune, tmp_path / "thẻ")
    receive(upper, send(commune, tmp_path / "1"))
    old = commune.author.device
    mint_device(commune)
    household = make_household(commune, "Lò Văn Pâng")
    report = receive(upper, send(commune, tmp_path / "2"))
    assert report.code == "laptop_unknown"
    confirm_laptop(upper, commune.author.device, own_card(commune).check_code)
    assert head_of(upper, household) == "Lò Văn Pâng"
    found = states(upper)
    assert (found[old], found[commune.author.device]) == (LaptopState.CONFIRMED, LaptopState.CONFIRMED)
    assert TaskKind.DEVICE not in {one.kind for one in list_tasks(upper)}


def test_what_a_retired_laptop_wrote_is_taken_from_others(
    commune: Workspace, second_laptop: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    pair(upper, commune, tmp_path / "thẻ")
    household = make_household(second_laptop, "Quàng Thị Ín")
    package = send(second_laptop, tmp_path / "1", "03151")
    receive(commune, package)
    retire_laptop(commune, second_laptop.author.device)
    receive(upper, send(commune, tmp_path / "2"))
    assert head_of(upper, household) == "Quàng Thị Ín"
    make_household(second_laptop, "Vì Văn Siêng")
    for here, to in ((upper, "11"), (commune, "03151")):
        report = receive(here, send(second_laptop, tmp_path / f"3 {to}", to))
        assert (report.result, report.code) == ("quarantined", "laptop_retired")
    assert states(upper)[second_laptop.author.device] is LaptopState.RETIRED
    assert check_soundness(upper).sound


def test_a_retired_laptop_is_believed_again_when_its_code_is_compared_again(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    pair(upper, commune, tmp_path / "thẻ")
    device = commune.author.device
    retire_laptop(upper, device, "Gửi đi sửa")
    assert receive(upper, send(commune, tmp_path / "1")).code == "laptop_retired"
    assert states(upper)[device] is LaptopState.RETIRED
    assert results(list(confirm_laptop(upper, device).reports)) == ["merged"]


def test_a_laptop_that_was_retired_holds_nobody_back(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    receive(upper, send(commune, tmp_path / "1"))
    receive(commune, send(upper, tmp_path / "2", "03151"))
    with commune.read() as session:
        assert held_by(session.connection(), "11", dt.datetime.now(dt.UTC))
    retire_laptop(commune, upper.author.device)
    with commune.read() as session:
        assert held_by(session.connection(), "11", dt.datetime.now(dt.UTC)) == []


def test_cards_that_are_none_are_refused(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    card = own_card(upper)
    good = card.as_json()
    broken = {
        "chữ.txt": b"xin chao",
        "rỗng.json": b"",
        "danh sách.json": b"[1]",
        "khác.json": json.dumps(good | {"format": "mai-am-package"}).encode(),
        "khóa ngắn.json": json.dumps(good | {"key": "AAAA"}).encode(),
        "không máy.json": json.dumps(good | {"device": "../x"}).encode(),
        "cấp lạ.json": json.dumps(good | {"level": "planet"}).encode(),
        "nhị phân.json": bytes(range(256)),
        "to.json": b" " * 70_000,
    }
    for name, raw in broken.items():
        (tmp_path / name).write_bytes(raw)
        with pytest.raises(Refused) as caught:
            pair_card(commune, tmp_path / name)
        assert caught.value.problems[0].code == "card_unreadable", name
    assert read_card(card_of(upper, tmp_path)) == card
    assert set(states(commune)) == {commune.author.device}


def test_cards_of_this_laptop_and_of_offices_elsewhere_are_refused(
    commune: Workspace, second_commune: Workspace, tmp_path: Path
) -> None:
    for other, code in ((commune, "card_own"), (second_commune, "card_off_line")):
        with pytest.raises(Refused) as caught:
            pair_card(commune, card_of(other, tmp_path / code))
        assert caught.value.problems[0].code == code


def test_what_cannot_be_confirmed_or_retired_is_told(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    device = pair_card(upper, card_of(commune, tmp_path / "thẻ")).sender.device
    wrong = [
        ("device_unknown", lambda: confirm_laptop(upper, "khong-co")),
        ("device_own", lambda: confirm_laptop(upper, upper.author.device)),
        ("check_code_differs", lambda: confirm_laptop(upper, device, "00000 " * 6)),
        ("retire_own", lambda: retire_laptop(upper, upper.author.device)),
        ("device_unknown", lambda: retire_laptop(upper, "khong-co")),
    ]
    before = content(upper)
    for code, act in wrong:
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.problems[0].code == code
    assert content(upper) == before
    retire_laptop(upper, device)
    with pytest.raises(Refused) as caught:
        retire_laptop(upper, device)
    assert caught.value.problems[0].code == "retired_already"


def test_who_only_approves_or_keeps_the_books_believes_nobody(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    card = card_of(commune, tmp_path)
    device = pair_card(upper, card).sender.device
    for role in (Role.LEADER, Role.ACCOUNTANT):
        upper.author = dataclasses.replace(upper.author, role=role)
        for act in (lambda: pair_card(upper, card), lambda: confirm_laptop(upper, device)):
            with pytest.raises(Refused) as caught:
                act()
            assert caught.value.problems[0].code == "not_permitted"
        with pytest.raises(Refused):
            retire_laptop(upper, device)


def test_confirming_twice_says_nothing_twice(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    pair(upper, commune, tmp_path / "thẻ")
    before = content(upper)
    assert not confirm_laptop(upper, commune.author.device).changes.ids
    assert content(upper) == before


def test_a_locked_package_that_was_held_waits_for_its_password(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    pair(upper, commune, tmp_path / "thẻ")
    (made,) = export_packages(second_commune, tmp_path / "1", password="một hai ba")  # noqa: S106 - made up
    assert results(receive_packages(upper, [made.file], password="một hai ba")) == ["quarantined"]  # noqa: S106
    done = confirm_laptop(upper, second_commune.author.device)
    assert [one.code for one in done.reports] == ["workbook_password"]
    assert results(receive_packages(upper, [send(commune, tmp_path / "2")])) == ["merged"], "and says no more of it"
    again = confirm_laptop(upper, second_commune.author.device, password="một hai ba")  # noqa: S106
    assert results(list(again.reports)) == ["merged"]


def test_a_laptop_that_is_just_taking_a_new_identity_is_this_offices_own(commune: Workspace) -> None:
    author = dataclasses.replace(commune.author, device="mới")
    with commune.read() as session:
        assert known_laptops(session, author)[0].state is LaptopState.OWN
