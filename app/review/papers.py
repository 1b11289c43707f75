"""The papers from the village meeting to the submission."""

from __future__ import annotations

from app.documents.paper_forms import PaperForm
from app.review.meeting_paper import REVIEW_FORM
from app.review.posting_papers import POSTING_FORMS
from app.review.submission_paper import SUBMISSION_FORM

FORMS: tuple[PaperForm, ...] = (REVIEW_FORM, *POSTING_FORMS, SUBMISSION_FORM)
