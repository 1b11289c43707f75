"""Every fixed word of the records. The values are what the database, the package and the command line carry."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """What kind of office works with the program."""

    COMMUNE = "commune"
    UPPER = "upper"
    AGENCY = "agency"


class AreaKind(StrEnum):
    """The levels of the map since 1 July 2025, and the commune's own villages."""

    PROVINCE = "province"
    COMMUNE = "commune"
    VILLAGE = "village"


class Gender(StrEnum):
    """As printed on the identity card."""

    MALE = "male"
    FEMALE = "female"


class Category(StrEnum):
    """Beneficiary groups, the union of the five plans (đối tượng)."""

    POOR = "poor"
    NEAR_POOR = "near_poor"
    MERITORIOUS = "meritorious"
    MARTYR_RELATIVE = "martyr_relative"
    POLICY_FAMILY = "policy_family"
    DISASTER = "disaster"
    ELDERLY_ALONE = "elderly_alone"
    DISABLED = "disabled"
    OTHER = "other"


class Flag(StrEnum):
    """Priority marks beside the category; a household may carry several."""

    ETHNIC_MINORITY = "ethnic_minority"
    MERITORIOUS_MEMBER = "meritorious_member"
    FEMALE_HEAD = "female_head"
    NO_LABOUR = "no_labour"
    NO_LIVELIHOOD = "no_livelihood"
    ELDERLY_ALONE = "elderly_alone"
    DISABLED = "disabled"
    DISASTER = "disaster"
    ORPHAN_HEAD = "orphan_head"


class WorkType(StrEnum):
    """What is done to the house."""

    NEW_BUILD = "new_build"
    REPAIR = "repair"


class BuildMode(StrEnum):
    """Who builds: the household itself, or the commune for it (exception X10)."""

    HOUSEHOLD = "household"
    COMMUNE = "commune"


class Status(StrEnum):
    """Where the house is. Money and papers are tracks of their own."""

    REGISTERED = "registered"
    SURVEYED = "surveyed"
    VILLAGE_REVIEWED = "village_reviewed"
    POSTED = "posted"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    STARTED = "started"
    IN_PROGRESS = "in_progress"
    ACCEPTED = "accepted"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"
    ON_HOLD = "on_hold"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"
    REFUSED = "refused"
    TRANSFERRED = "transferred"
    CANCELLED_DEATH = "cancelled_death"


class Stage(StrEnum):
    """The start of the works and the stages of building, in order."""

    START = "start"
    FOUNDATION = "foundation"
    FRAME_WALL = "frame_wall"
    ROOF = "roof"
    FINISH = "finish"


class Part(StrEnum):
    """The three main parts that must be hard ("ba cứng")."""

    FOUNDATION = "foundation"
    FRAME_WALL = "frame_wall"
    ROOF = "roof"


class InspectionResult(StrEnum):
    """The outcome of a visit to the site."""

    PASS = "pass"
    FAIL = "fail"


class ExceptionCase(StrEnum):
    """Why a house leaves the ordinary road (domain 6.3); `resumed` brings a paused one back."""

    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"
    REFUSED = "refused"
    ON_HOLD = "on_hold"
    RESUMED = "resumed"
    TRANSFERRED = "transferred"
    CANCELLED_DEATH = "cancelled_death"


class SourceKind(StrEnum):
    """Where money comes from."""

    CENTRAL_BUDGET = "central_budget"
    LOCAL_BUDGET = "local_budget"
    FUND_FOR_POOR = "fund_for_poor"
    PUBLIC_SECURITY = "public_security"
    BUSINESS = "business"
    DONOR = "donor"
    CLAN = "clan"
    COMMUNITY = "community"
    HOUSEHOLD = "household"
    BANK_LOAN = "bank_loan"


class Role(StrEnum):
    """What a user may do."""

    OFFICER = "officer"
    LEADER = "leader"
    ACCOUNTANT = "accountant"


class PaperKind(StrEnum):
    """Papers that the office issues."""

    HANDOVER_MINUTES = "handover_minutes"
    COMPLETION_CHECK = "completion_check"


class Numbering(StrEnum):
    """How a paper gets its number (domain 8.5)."""

    NONE = "none"
    TYPED = "typed"
    REGISTER = "register"


class TaskKind(StrEnum):
    """What waits for a person's decision."""

    CONFLICT = "conflict"
    PROPOSAL = "proposal"
    GAP = "gap"
    FORK = "fork"
    DUPLICATE = "duplicate"
    DELETED = "deleted"
    CEILING = "ceiling"
    RED_FLAG = "red_flag"
    DEADLINE = "deadline"
    DEVICE = "device"
    CLOCK = "clock"


class Owner(StrEnum):
    """Who owns a field: the office whose word counts when two differ."""

    HOLDER = "holder"
    UPPER = "upper"
    AUTHOR = "author"
