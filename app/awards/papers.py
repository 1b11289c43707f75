"""The papers of awards: submission, achievement report, minutes of the council, the giấy khen and its proof."""

from __future__ import annotations

from app.awards.achievement_paper import ACHIEVEMENT_FORM
from app.awards.certificate_paper import CERTIFICATE_FORM, PROOF_FORM
from app.awards.council_paper import MINUTES_FORM
from app.awards.submission_paper import SUBMISSION_FORM

FORMS = (SUBMISSION_FORM, ACHIEVEMENT_FORM, MINUTES_FORM, CERTIFICATE_FORM, PROOF_FORM)
