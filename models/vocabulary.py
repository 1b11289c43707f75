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
    """The exceptions X1 to X16 (domain 6.3). Those named in `Status` take a house off the road; `resumed` brings a
    paused one back; the others are kept on the road with reason, day and decision.
    """

    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"
    REFUSED = "refused"
    ON_HOLD = "on_hold"
    RESUMED = "resumed"
    TRANSFERRED = "transferred"
    CANCELLED_DEATH = "cancelled_death"
    NEW_HEAD = "new_head"
    WORK_CHANGED = "work_changed"
    AMOUNT_CHANGED = "amount_changed"
    SELF_BUILT = "self_built"
    COMMUNE_BUILDS = "commune_builds"
    NOT_PASSED = "not_passed"
    DAMAGED_AGAIN = "damaged_again"
    CLAWED_BACK = "clawed_back"
    ESCAPED_POVERTY = "escaped_poverty"
    LISTED_TWICE = "listed_twice"
    FOUND_LATER = "found_later"


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


class SourceGroup(StrEnum):
    """The three groups of money (Nhà nước, Xã hội, Hộ gia đình); every total splits so."""

    STATE = "state"
    SOCIETY = "society"
    HOUSEHOLD = "household"


class ContributionKind(StrEnum):
    """What somebody gives. Goods and labour carry quantities; advice has no money value."""

    CASH = "cash"
    TRANSFER = "transfer"
    SALARY_DAY = "salary_day"
    GOODS = "goods"
    LABOUR = "labour"
    TRANSPORT = "transport"
    FOUNDATION = "foundation"
    ADVICE = "advice"


class PayMethod(StrEnum):
    """How money came or went."""

    CASH = "cash"
    TRANSFER = "transfer"
    PAYROLL = "payroll"


class PaymentKind(StrEnum):
    """A payment that is no ordinary instalment: money taken back from a household with a decision (X13)."""

    CLAWBACK = "clawback"


class DonorKind(StrEnum):
    """The kinds of givers, as lists of donors group them."""

    PERSON = "person"
    BUSINESS = "business"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    ANONYMOUS = "anonymous"


class PledgeState(StrEnum):
    """How far a promise was kept; computed from the contributions that name it."""

    OPEN = "open"
    PARTLY_KEPT = "partly_kept"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class ScreeningState(StrEnum):
    """What a village or agency said in a round; one that said nothing has not handed in."""

    RETURNED = "returned"
    NO_HOUSEHOLD = "no_household"


class RecheckResult(StrEnum):
    """What the re-check of a remark found: the house stays on the list, or goes back to the survey."""

    CONFIRMED = "confirmed"
    SENT_BACK = "sent_back"


class CampaignSection(StrEnum):
    """What a sentence of a plan is: the sections of a campaign's texts."""

    SLOGAN = "slogan"
    THEME = "theme"
    LEGAL_BASIS = "legal_basis"
    CONTRIBUTION = "contribution"
    CRITERION = "criterion"
    STANDARD = "standard"
    ROUTE = "route"
    RECIPIENT = "recipient"
    READING = "reading"


class UnitKind(StrEnum):
    """The kinds of units that plans name; districts are those of before July 2025."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    VILLAGE_GROUP = "village_group"
    DEPARTMENT = "department"
    AGENCY = "agency"
    ORGANISATION = "organisation"


class Measure(StrEnum):
    """What a target counts. All but `typed` come from the records; rates are in percent."""

    HOUSES = "houses"
    HOUSE_RATE = "house_rate"
    POVERTY_RATE_DROP = "poverty_rate_drop"
    NEAR_POOR_DROP = "near_poor_drop"
    POOR_LEFT = "poor_left"
    MONEY = "money"
    REPORTS_ON_TIME = "reports_on_time"
    TYPED = "typed"


class Compare(StrEnum):
    """How a figure is held against its target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


class CountsWhen(StrEnum):
    """When a house counts as done in a campaign."""

    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"


class Denominator(StrEnum):
    """Of which houses a share is taken: all put forward, those that meet the criteria, those decided."""

    LISTED = "listed"
    ELIGIBLE = "eligible"
    APPROVED = "approved"


class Repeat(StrEnum):
    """How often something is due."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class UnitReportKind(StrEnum):
    """What a unit handed in; a request is what starts a deadline "on request"."""

    REQUEST = "request"
    PLAN = "plan"
    REPORT = "report"
    WRAP_UP = "wrap_up"


class DeadlineState(StrEnum):
    """How a deadline stands on a day."""

    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE = "done"


class ActivityKind(StrEnum):
    """Publicity, visits, and what is worth copying."""

    ARTICLE = "article"
    BROADCAST = "broadcast"
    SESSION = "session"
    MODEL_EXAMPLE = "model_example"
    INITIATIVE = "initiative"
    INSPECTION = "inspection"
    SUPERVISION = "supervision"
    SOCIAL_CRITICISM = "social_criticism"


class AwardObject(StrEnum):
    """Whom an award may go to."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    HOUSEHOLD = "household"


class AwardLevel(StrEnum):
    """The level that gives an award."""

    STATE = "state"
    PROVINCE = "province"
    SECTOR = "sector"
    DISTRICT = "district"
    COMMUNE = "commune"
    UNIT = "unit"


class QuotaKind(StrEnum):
    """How a quota is set."""

    TIER = "tier"
    FIXED = "fixed"
    HANDED_DOWN = "handed_down"
    BY_UNIT = "by_unit"


class PovertyLevel(StrEnum):
    """The poverty class of a year."""

    POOR = "poor"
    NEAR_POOR = "near_poor"
    AVERAGE = "average"


class Role(StrEnum):
    """What a user may do."""

    OFFICER = "officer"
    LEADER = "leader"
    ACCOUNTANT = "accountant"


class PaperKind(StrEnum):
    """Papers that the office prints. The two minutes are kept as issued papers; the others are drawn anew."""

    HANDOVER_MINUTES = "handover_minutes"
    COMPLETION_CHECK = "completion_check"
    APPLICATION = "application"
    COMMITMENT = "commitment"
    AUTHORISATION = "authorisation"
    LAND_CONFIRMATION = "land_confirmation"
    SURVEY_FORM = "survey_form"
    REVIEW_MINUTES = "review_minutes"
    RECHECK_MINUTES = "recheck_minutes"
    POSTING_LIST = "posting_list"
    POSTING_END_MINUTES = "posting_end_minutes"
    SUBMISSION = "submission"
    DECISION = "decision"
    REFUSAL_NOTICE = "refusal_notice"
    RECEIPT = "receipt"
    DONOR_LIST = "donor_list"
    THANKS_LETTER = "thanks_letter"
    PAYMENT_REQUEST = "payment_request"
    CASH_HANDOVER_MINUTES = "cash_handover_minutes"
    GOODS_HANDOVER_MINUTES = "goods_handover_minutes"
    LABOUR_SHEET = "labour_sheet"
    SIGN_FOR_LIST = "sign_for_list"
    STAGE_MINUTES = "stage_minutes"
    SETTLEMENT = "settlement"
    PAYMENT_VOUCHER = "payment_voucher"
    SOURCE_SETTLEMENT = "source_settlement"
    PUBLIC_STATEMENT = "public_statement"
    CASHIER_LIST = "cashier_list"
    DEPARTMENT_REPORT = "department_report"
    DRIVE_STATEMENT = "drive_statement"
    HOUSEHOLD_SUMMARY = "household_summary"
    AWARD_SUBMISSION = "award_submission"
    ACHIEVEMENT_REPORT = "achievement_report"
    COUNCIL_MINUTES = "council_minutes"
    CERTIFICATE = "certificate"
    CERTIFICATE_PROOF = "certificate_proof"
    REMINDER_LETTER = "reminder_letter"
    COUNCIL_BRIEF = "council_brief"
    DRAFT_PLAN = "draft_plan"
    CEREMONY_INVITATION = "ceremony_invitation"
    CEREMONY_GUESTS = "ceremony_guests"
    CEREMONY_PROGRAMME = "ceremony_programme"
    CEREMONY_SIGN_IN = "ceremony_sign_in"
    PHOTO_PAIRS = "photo_pairs"
    PHOTO_ANNEX = "photo_annex"
    VILLAGE_SHEET = "village_sheet"
    VISIT_SHEET = "visit_sheet"


class ContactKind(StrEnum):
    """Whom the office calls and no other record names."""

    BUILDER = "builder"
    CARRIER = "carrier"
    AUTHORITY = "authority"
    OTHER = "other"


class PaperState(StrEnum):
    """How far a paper of a house's file is; each word includes those before it."""

    NONE = "none"
    PRINTED = "printed"
    SIGNED = "signed"
    SCANNED = "scanned"


class Numbering(StrEnum):
    """How a paper gets its number (domain 8.5)."""

    NONE = "none"
    TYPED = "typed"
    REGISTER = "register"


class TrustState(StrEnum):
    """What an office said of a laptop."""

    CONFIRMED = "confirmed"
    RETIRED = "retired"


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
