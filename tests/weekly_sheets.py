"""Twenty-seven houses of six villages on a Thursday (S3): five under frame, two begun, the others in all stages."""

from __future__ import annotations

from app.actions import Action
from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import villages
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.workspace import Workspace
from models.base import new_id
from models.household import Household
from models.support import SupportCase
from models.vocabulary import Category, Stage, WorkType
from tests.make import NATIONAL, make_approved

VILLAGES = ("Bản Hua Nạng", "Bản Chi Luông", "Tổ dân phố 5", "Bản Na Nát", "Bản Quan Chiêng", "Bản Hô Nậm Cản")
HEADS = (
    "Lò Văn Pâng", "Cà Văn Ánh", "Tòng Văn Ơn", "Quàng Thị Ín", "Lường Văn Thoan", "Vì Văn Hặc", "Lò Thị Siên",
    "Cà Văn Muôn", "Tòng Thị Ngoan", "Quàng Văn Khặm", "Lường Thị Phóng", "Vì Thị Lả", "Lò Văn Ún", "Cà Văn Dợ",
    "Tòng Văn Tướng", "Quàng Văn Yêu", "Lường Văn Xôm", "Vì Văn Chựa", "Lò Văn Ban", "Cà Thị Đôi", "Tòng Văn Én",
    "Quàng Văn Giót", "Lường Văn Hịa", "Vì Văn Kẹo", "Lò Thị Mẳn", "Cà Văn Nọi", "Tòng Văn Sương",
)  # fmt: skip
#: The heads whose roof, whose foundation is told this week, and the house that stops.
ROOFED = ("Lò Văn Pâng", "Lường Văn Thoan", "Quàng Văn Khặm", "Cà Văn Dợ", "Vì Văn Chựa")
FOUNDED = ("Tòng Văn Ơn", "Vì Văn Kẹo")
STOPPED = "Quàng Văn Giót"


def make_weekly_sheets(workspace: Workspace) -> dict[str, str]:
    """The cases by their heads; village heads are known with their telephones."""
    office = workspace.author.office
    with workspace.read() as session:
        known = {one.name: one for one in villages(session, office)}
    drafts = []
    for place, name in enumerate(VILLAGES):
        row = known.get(name)
        drafts.append(
            VillageDraft(
                name,
                f"Lò Văn Trưởng {place}",
                f"098700000{place}",
                row.id if row else None,
                row.version if row else None,
            )
        )
    save_villages(workspace, drafts)
    with workspace.read() as session:
        ids = {one.name: one.id for one in villages(session, office)}
    cases = {head: new_id() for head in HEADS}
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        for place, head in enumerate(HEADS):
            home = new_id()
            household = {
                "id": home,
                "head_name": head,
                "birth": str(1950 + place),
                "category": Category.POOR.value,
                "commune_code": office,
                "village_id": ids[VILLAGES[place % len(VILLAGES)]],
                "member_count": 4,
                "citizen_id": f"0110850012{place:02}",
                "phone": f"09120000{place:02}",
            }
            work = WorkType.REPAIR if place % 5 == 4 else WorkType.NEW_BUILD
            case = {"id": cases[head], "household_id": home, "programme_id": NATIONAL, "work_type": work.value}
            change.recorder.record_many([(Household, household), (SupportCase, case)])
    make_approved(workspace, *cases.values(), day="2026-08-15")
    record_stages(workspace, [draft for head, case in cases.items() for draft in _before(head, case)])
    return cases


def _before(head: str, case: str) -> list[StageDraft]:
    """What was done by last week."""
    days = (("2026-09-05", Stage.START), ("2026-09-25", Stage.FOUNDATION), ("2026-10-20", Stage.FRAME_WALL))
    done = 3 if head in ROOFED else 1 if head in FOUNDED else 2
    return [StageDraft(case, stage, day) for day, stage in days[:done]]
