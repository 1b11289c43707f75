"""What a column of an officer's list can hold (`domain.md` 3.3)."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """A field of a list: of the household, of what it asks for, and of what was done before the program was used.

    `foundation_on` and the like are the days on which a stage was done; `paid_1` to `paid_3` are instalments, `paid`
    all of them; `source_...` is what one source gave or is to give.
    """

    SEQ = "seq"
    HOUSEHOLD_CODE = "household_code"
    HEAD_NAME = "head_name"
    BIRTH = "birth"
    GENDER = "gender"
    ETHNICITY = "ethnicity"
    CITIZEN_ID = "citizen_id"
    PHONE = "phone"
    VILLAGE = "village"
    ADDRESS = "address"
    COMMUNE = "commune"
    DISTRICT = "district"
    MEMBERS = "members"
    CATEGORY = "category"
    HOUSE_STATUS = "house_status"
    AREA_CURRENT = "area_current"
    LAND = "land"
    NEED = "need"
    SUPPORT_AMOUNT = "support_amount"
    NOTE = "note"
    DECISION_NUMBER = "decision_number"
    DECISION_DATE = "decision_date"
    APPROVED_AMOUNT = "approved_amount"
    STARTED_ON = "started_on"
    FOUNDATION_ON = "foundation_on"
    FRAME_WALL_ON = "frame_wall_on"
    ROOF_ON = "roof_on"
    FINISHED_ON = "finished_on"
    ACCEPTED_ON = "accepted_on"
    HANDED_OVER_ON = "handed_over_on"
    PROGRESS = "progress"
    PAID = "paid"
    PAID_1 = "paid_1"
    PAID_2 = "paid_2"
    PAID_3 = "paid_3"
    SOURCES = "sources"
    SOURCE_CENTRAL_BUDGET = "source_central_budget"
    SOURCE_LOCAL_BUDGET = "source_local_budget"
    SOURCE_FUND_FOR_POOR = "source_fund_for_poor"
    SOURCE_PUBLIC_SECURITY = "source_public_security"
    SOURCE_BUSINESS = "source_business"
    SOURCE_DONOR = "source_donor"
    SOURCE_CLAN = "source_clan"
    SOURCE_COMMUNITY = "source_community"
    SOURCE_HOUSEHOLD = "source_household"
    SOURCE_BANK_LOAN = "source_bank_loan"


#: Fields that hold money: the unit of the sheet or of their heading counts for them.
MONEY_FIELDS = frozenset(
    one for one in Field if one.value.startswith(("paid", "source_")) or one.value.endswith("_amount")
)

#: Fields that hold the day of a step of the works, or only that it was done.
STEP_FIELDS = frozenset(
    {
        Field.STARTED_ON, Field.FOUNDATION_ON, Field.FRAME_WALL_ON, Field.ROOF_ON, Field.FINISHED_ON,
        Field.ACCEPTED_ON, Field.HANDED_OVER_ON,
    }
)  # fmt: skip
