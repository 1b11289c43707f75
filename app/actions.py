"""Every user action: its name in the journal, who may do it, and whether "Hoàn tác" can take it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from models.vocabulary import Role

#: The one place that says what a role may do. An officer does all of the office's work, an accountant writes the pages
#: of money, a leader looks on and approves: decisions, targets, awards, answers to what waits.
OFFICERS = frozenset({Role.OFFICER})
MONEY = frozenset({Role.OFFICER, Role.ACCOUNTANT})
LEADERS = frozenset({Role.OFFICER, Role.LEADER})
EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class _Traits:
    name: str
    roles: frozenset[Role]
    undoable: bool = True


class Action(Enum):
    """A user action. Money, issued papers, imports and exports are taken back by an action of their own ("Sửa sai")."""

    INITIALISE = _Traits("INITIALISE", EVERYBODY, undoable=False)
    SAVE_OFFICE = _Traits("SAVE_OFFICE", OFFICERS)
    SAVE_CONTACT = _Traits("SAVE_CONTACT", MONEY)
    SAVE_VILLAGES = _Traits("SAVE_VILLAGES", OFFICERS)
    SAVE_HOUSEHOLD = _Traits("SAVE_HOUSEHOLD", OFFICERS)
    DELETE_HOUSEHOLD = _Traits("DELETE_HOUSEHOLD", OFFICERS)
    RESTORE_HOUSEHOLD = _Traits("RESTORE_HOUSEHOLD", OFFICERS)
    MOVE_HOUSEHOLD = _Traits("MOVE_HOUSEHOLD", OFFICERS, undoable=False)
    ERASE_HOUSEHOLD = _Traits("ERASE_HOUSEHOLD", OFFICERS, undoable=False)
    JOIN_HOUSEHOLDS = _Traits("JOIN_HOUSEHOLDS", OFFICERS)
    PART_HOUSEHOLDS = _Traits("PART_HOUSEHOLDS", OFFICERS)
    TELL_APART = _Traits("TELL_APART", OFFICERS)
    IMPORT_LIST = _Traits("IMPORT_LIST", OFFICERS)
    SAVE_CASE = _Traits("SAVE_CASE", OFFICERS)
    APPROVE = _Traits("APPROVE", LEADERS)
    RECORD_EXCEPTION = _Traits("RECORD_EXCEPTION", OFFICERS)
    SAVE_ROUND = _Traits("SAVE_ROUND", OFFICERS)
    SAVE_SURVEY = _Traits("SAVE_SURVEY", OFFICERS)
    SAVE_PHOTO = _Traits("SAVE_PHOTO", OFFICERS)
    SAVE_MEETING = _Traits("SAVE_MEETING", OFFICERS)
    SAVE_POSTING = _Traits("SAVE_POSTING", OFFICERS)
    SAVE_REMARK = _Traits("SAVE_REMARK", OFFICERS)
    SAVE_SUBMISSION = _Traits("SAVE_SUBMISSION", OFFICERS)
    SAVE_POVERTY_CLASS = _Traits("SAVE_POVERTY_CLASS", OFFICERS)
    ANSWER_FLAG = _Traits("ANSWER_FLAG", LEADERS)
    NOTE_ISSUED = _Traits("NOTE_ISSUED", MONEY)
    SAVE_PROGRAMME = _Traits("SAVE_PROGRAMME", OFFICERS)
    ADD_SOURCE = _Traits("ADD_SOURCE", MONEY)
    PAY = _Traits("PAY", MONEY, undoable=False)
    REVERSE_PAYMENT = _Traits("REVERSE_PAYMENT", MONEY, undoable=False)
    SAVE_CEILING = _Traits("SAVE_CEILING", MONEY, undoable=False)
    CONTRIBUTE = _Traits("CONTRIBUTE", MONEY, undoable=False)
    ALLOCATE = _Traits("ALLOCATE", MONEY, undoable=False)
    REVERSE_LINE = _Traits("REVERSE_LINE", MONEY, undoable=False)
    CLAW_BACK = _Traits("CLAW_BACK", MONEY, undoable=False)
    HAND_OVER_GOODS = _Traits("HAND_OVER_GOODS", MONEY, undoable=False)
    SAVE_LOAN = _Traits("SAVE_LOAN", MONEY)
    SAVE_SUPPLIER = _Traits("SAVE_SUPPLIER", MONEY)
    RECORD_DELIVERY = _Traits("RECORD_DELIVERY", MONEY, undoable=False)
    PAY_SUPPLIER = _Traits("PAY_SUPPLIER", MONEY, undoable=False)
    SAVE_DONOR = _Traits("SAVE_DONOR", MONEY)
    SAVE_PLEDGE = _Traits("SAVE_PLEDGE", MONEY)
    SAVE_SPONSORSHIP = _Traits("SAVE_SPONSORSHIP", MONEY)
    SAVE_DRIVE = _Traits("SAVE_DRIVE", MONEY)
    REMIT = _Traits("REMIT", MONEY, undoable=False)
    ADD_CAMPAIGN = _Traits("ADD_CAMPAIGN", OFFICERS)
    SAVE_CAMPAIGN = _Traits("SAVE_CAMPAIGN", OFFICERS)
    SAVE_TARGET = _Traits("SAVE_TARGET", LEADERS)
    NOTE_REPORT = _Traits("NOTE_REPORT", OFFICERS)
    SAVE_MOVEMENT = _Traits("SAVE_MOVEMENT", OFFICERS)
    SAVE_QUOTA = _Traits("SAVE_QUOTA", LEADERS)
    SAVE_AWARD = _Traits("SAVE_AWARD", OFFICERS)
    APPROVE_AWARD = _Traits("APPROVE_AWARD", LEADERS)
    KEEP_REPORT = _Traits("KEEP_REPORT", OFFICERS)
    CLOSE_CAMPAIGN = _Traits("CLOSE_CAMPAIGN", LEADERS)
    RECORD_STAGE = _Traits("RECORD_STAGE", OFFICERS)
    RECORD_STAGES = _Traits("RECORD_STAGES", OFFICERS)
    INSPECT = _Traits("INSPECT", OFFICERS)
    ACCEPT = _Traits("ACCEPT", OFFICERS)
    REVOKE_ACCEPTANCE = _Traits("REVOKE_ACCEPTANCE", OFFICERS)
    SAVE_CEREMONY = _Traits("SAVE_CEREMONY", OFFICERS)
    FAIL_HOUSE = _Traits("FAIL_HOUSE", OFFICERS)
    HAND_OVER = _Traits("HAND_OVER", OFFICERS)
    REVOKE_HANDOVER = _Traits("REVOKE_HANDOVER", OFFICERS)
    REVOKE_DECISION = _Traits("REVOKE_DECISION", LEADERS)
    ISSUE_PAPER = _Traits("ISSUE_PAPER", OFFICERS, undoable=False)
    VOID_PAPER = _Traits("VOID_PAPER", OFFICERS, undoable=False)
    NUMBER_PAPER = _Traits("NUMBER_PAPER", OFFICERS)
    NOTE_PRINTED = _Traits("NOTE_PRINTED", EVERYBODY, undoable=False)
    MARK_PAPER = _Traits("MARK_PAPER", OFFICERS)
    SCAN_PAPER = _Traits("SCAN_PAPER", OFFICERS)
    CLOSE_FILE = _Traits("CLOSE_FILE", OFFICERS)
    REOPEN_FILE = _Traits("REOPEN_FILE", OFFICERS)
    CHECK_MONTH = _Traits("CHECK_MONTH", MONEY)
    CLOSE_MONTH = _Traits("CLOSE_MONTH", MONEY)
    RESOLVE = _Traits("RESOLVE", LEADERS, undoable=False)
    ACCEPT_PROPOSAL = _Traits("ACCEPT_PROPOSAL", LEADERS, undoable=False)
    REJECT_PROPOSAL = _Traits("REJECT_PROPOSAL", LEADERS, undoable=False)
    EXPORT_PACKAGE = _Traits("EXPORT_PACKAGE", OFFICERS, undoable=False)
    RECEIVE_PACKAGE = _Traits("RECEIVE_PACKAGE", OFFICERS, undoable=False)
    UNDO_PACKAGE = _Traits("UNDO_PACKAGE", OFFICERS, undoable=False)
    DISCARD_PACKAGE = _Traits("DISCARD_PACKAGE", OFFICERS, undoable=False)
    GIVE_WORK = _Traits("GIVE_WORK", LEADERS, undoable=False)
    CONFIRM_DEVICE = _Traits("CONFIRM_DEVICE", OFFICERS, undoable=False)
    RETIRE_DEVICE = _Traits("RETIRE_DEVICE", OFFICERS, undoable=False)
    NEW_DEVICE = _Traits("NEW_DEVICE", EVERYBODY, undoable=False)
    UNDO = _Traits("UNDO", EVERYBODY, undoable=False)

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that may do it."""
        return self.value.roles

    @property
    def undoable(self) -> bool:
        """Whether "Hoàn tác" takes it back."""
        return self.value.undoable


#: What a laptop whose work was handed over still does; everything else is new work.
AFTER_HANDING_OVER = frozenset(
    {
        Action.EXPORT_PACKAGE,
        Action.RECEIVE_PACKAGE,
        Action.DISCARD_PACKAGE,
        Action.ISSUE_PAPER,
        Action.NOTE_PRINTED,
        Action.GIVE_WORK,
        Action.NEW_DEVICE,
    }
)
