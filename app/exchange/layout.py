"""What stands where in the visible sheets of a package (docs/exchange.md)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import BigInteger, Boolean

from app.documents.workbook import Look
from app.journal.store import table_of
from app.wording import exchange as words
from app.wording.fields import entity_label, field_label

_SHEETS: dict[str, str] = {
    "household": "code head_name gender birth citizen_id ethnicity phone commune_code village_id address category "
    "flags member_count bank_account bank_name bank_holder guardian independent_since resident_since "
    "note",
    "member": "name relation gender birth citizen_id note",
    "housing_condition": "surveyed_on description foundation foundation_hard frame_wall frame_wall_hard roof roof_hard "
    "area_m2 built_year land_papers flood_danger slide_danger fits_planning occupation education employment "
    "circumstances need surveyors note",
    "support_case": "programme_id work_type requested_amount registered_on build_mode house_name found_by note",
    "decision": "number decided_on amount work_type category head_name signer source_code office_code before_program "
    "note",
    "payment": "source_id amount paid_on voucher instalment payee relation thumbprint kind decision_number "
    "before_program reason",
    "stage_record": "stage done_on before_program note",
    "inspection": "visited_on result note",
    "acceptance": "accepted_on area_m2 foundation_hard frame_wall_hard roof_hard exemption before_program revoked "
    "reason note",
    "handover": "handed_over_on place receiver relation thumbprint before_program revoked reason note",
    "case_exception": "kind happened_on reason receiver decision_number review_on",
    "fund_source": "code name kind ceiling note",
    "area": "name head_name head_phone",
}
#: Sheets that stand in a package only where there are rows.
_LATER: dict[str, str] = {
    "poverty_class": "year standard level certificate certified_on force_majeure cause b1 b2 note",
    "screening_return": "village_id agency state returned_on reporter counts note",
    "review_vote": "agree disagree abstain present rank note",
    "remark": "received_on sender content rechecked_on rechecked_by recheck_result recheck_note answered_on answer",
    "submitted_case": "amount work_type",
    "contribution": "source_id kind method given_on amount item unit quantity people donor_name receipt before_program "
    "reason note",
    "allocation": "source_id amount item unit quantity allocated_on before_program reason note",
    "goods_handover": "item unit quantity handed_on receiver relation reason note",
    "pledge": "donor_name kind amount item unit quantity pledged_on due_on withdrawn_on reason note",
    "sponsorship": "helper helper_unit from_on to_on content result note",
    "site_report": "reported_on note",
    "village_meeting": "village_id held_on place chair secretary households present objections note",
    "posting": "posted_on place days closed_on note",
    "submission": "number submitted_on addressee signer returned_on return_reason note",
}
_DATES = ("_on", "valid_from", "valid_to")
_PARTIAL_DATES = frozenset({"birth", "independent_since", "resident_since"})
_WIDE = frozenset({"head_name", "name", "note", "reason", "description", "address", "programme_id", "exemption"})


@dataclass(frozen=True)
class FieldColumn:
    """A column of a sheet: the recorded field, its heading, its look, its drop-down (value -> text)."""

    entity: str
    field: str
    heading: str
    look: Look
    choices: dict[str, str]

    @property
    def machine_id(self) -> str:
        """What the hidden first row says."""
        return f"{self.entity}.{self.field}"

    @property
    def partial(self) -> bool:
        """A date of which the year alone may be known."""
        return self.field in _PARTIAL_DATES

    @property
    def width(self) -> float:
        """In characters."""
        return 28.0 if self.field in _WIDE else 15.0


@dataclass(frozen=True)
class EntitySheet:
    """A visible sheet: one row a record of one kind. `always`: it stands in a package also without rows."""

    entity: str
    title: str
    columns: tuple[FieldColumn, ...]
    always: bool


@cache
def sheets() -> tuple[EntitySheet, ...]:
    """The visible sheets in their order."""
    return tuple(
        EntitySheet(
            entity, entity_label(entity), tuple(_column(entity, name) for name in names.split()), entity in _SHEETS
        )
        for entity, names in (_SHEETS | _LATER).items()
    )


def _column(entity: str, name: str) -> FieldColumn:
    choices = words.choices_of(entity, name)
    column = table_of(entity).columns[name]
    if isinstance(column.type, Boolean):
        look, choices = Look.TEXT, {"true": words.YES, "false": words.NO}
    elif isinstance(column.type, BigInteger):
        look = Look.YEAR if name == "built_year" else Look.NUMBER
    elif name.endswith(_DATES) or name in _PARTIAL_DATES:
        look = Look.DATE
    elif name in ("citizen_id", "phone", "bank_account", "code", "commune_code", "voucher"):
        look = Look.IDENTIFIER
    else:
        look = Look.TEXT
    return FieldColumn(entity, name, field_label(entity, name), look, choices)
