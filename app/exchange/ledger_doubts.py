"""What two offices broke together in the ledger: a limit, or one receipt number on two lines. No line is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.funding.queries import Breach, breach_problems, broken_limits, repeated_receipts
from app.support.queries import case_facts
from app.wording import tasks as words
from app.wording.messages import problem_text
from models.vocabulary import TaskKind

CEILING, RECEIPT = "ceiling", "receipt"


@dataclass(frozen=True)
class LedgerDoubt:
    """A limit that is broken, or a receipt number given twice; `figure` is by how much, or the number, in words."""

    id: str
    kind: TaskKind
    text: str
    case_id: str
    household_id: str
    head_name: str
    figure: str
    rows: tuple[str, ...] = ()


def find_ledger_doubts(session: Session, office: str) -> list[LedgerDoubt]:
    """Every limit that is broken and every receipt number that stands twice. Each office answers for itself.

    An answer holds until the figures change; a line that takes one back ends it without an answer.
    """
    breaches = broken_limits(session)
    facts = case_facts(session, sorted({one.case_id for one in breaches if one.case_id})) if breaches else {}
    found = []
    for one, problem in zip(breaches, breach_problems(session, breaches), strict=True):
        case = facts.get(one.case_id or "")
        found.append(
            LedgerDoubt(
                _name(one, office),
                TaskKind.CEILING,
                words.LIMIT_BROKEN.format(text=problem_text(problem)),
                case.case_id if case else "",
                case.household_id if case else "",
                case.head_name if case else one.values.get("source", one.values.get("item", "")),
                f"{one.values['used']} / {one.values['limit']}",
            )
        )
    return found + [_receipt(number, ids) for number, ids in repeated_receipts(session)]


def _name(breach: Breach, office: str) -> str:
    parts = (CEILING, *breach.key, f"{breach.excess.normalize():f}", office)
    return ":".join("_".join(part.split()) for part in parts)


def _receipt(number: str, ids: Sequence[str]) -> LedgerDoubt:
    text = words.RECEIPT_TWICE.format(number=number, count=len(ids))
    return LedgerDoubt(":".join((RECEIPT, *ids)), TaskKind.RED_FLAG, text, "", "", number, number, tuple(ids))
