"""The papers of a campaign, one form for each kind. `app.papers` lists them with those of the other rooms."""

from __future__ import annotations

from app.campaigns.brief_paper import BLANK_BRIEF, brief, briefs
from app.campaigns.draft_plan_paper import BLANK_PLAN, draft_plan, draft_plans
from app.campaigns.reminder_paper import BLANK_REMINDER, reminder_letter, reminders
from app.documents.paper_forms import About, PaperForm
from models.vocabulary import PaperKind

FORMS = (
    PaperForm(
        PaperKind.REMINDER_LETTER,
        About.CAMPAIGN_UNIT,
        reminders,
        reminder_letter,
        BLANK_REMINDER,
        office_text=True,
    ),
    PaperForm(PaperKind.COUNCIL_BRIEF, About.CAMPAIGN_TASK, briefs, brief, BLANK_BRIEF),
    PaperForm(PaperKind.DRAFT_PLAN, About.CAMPAIGN, draft_plans, draft_plan, BLANK_PLAN, office_text=True),
)
