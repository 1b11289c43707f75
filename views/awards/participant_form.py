"""Who takes part in a campaign: chosen among those the records know, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.awards.drafts import ParticipantDraft
from app.awards.facts import ParticipantRow
from app.awards.offers import Offer, offers
from app.awards.operations import save_participant
from app.awards.rules import check_participant
from app.campaigns.queries import campaign_detail
from app.problems import Problem
from app.wording import award_pages as words
from app.wording.vocabulary import AWARD_OBJECTS
from models.vocabulary import AwardObject
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit


class ParticipantForm(ShortForm):
    """A participant, new or as it stands. Somebody the records know fills the other fields."""

    def __init__(
        self, frame: WorkFrame, campaign_id: str, standing: ParticipantRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.PARTICIPANT_TITLE, words.SAVE)
        self.frame, self._campaign_id, self._standing = frame, campaign_id, standing
        with frame.workspace.read() as session:
            plan = campaign_detail(session, campaign_id)
            self._offers = {one.key: one for one in offers(session, campaign_id)} if standing is None else {}
        known = [Choice(one.key, _offered(one)) for one in self._offers.values()]
        self.known = ChoiceEdit(known, width=360)
        self.known.field.setPlaceholderText(words.KNOWN_HINT)
        self.name, self.position, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = ChoiceEdit([Choice(*one) for one in AWARD_OBJECTS.items()])
        self.unit = ChoiceEdit([Choice(one.id, one.name or "") for one in plan.units], width=360)
        groups = dict.fromkeys(one.whom for one in plan.quotas if one.whom)
        self.group = ChoiceEdit([Choice(one, one) for one in groups], width=360)
        self.outside = QCheckBox(words.OUTSIDE_TIP)
        self.kind.set_value(standing.kind if standing else AwardObject.COLLECTIVE)
        self._chosen: Offer | None = None
        if standing is not None:
            self._fill(standing)
        self._add_fields(has_units=bool(plan.units), has_groups=bool(groups))
        self.known.changed.connect(self._take)

    def _add_fields(self, *, has_units: bool, has_groups: bool) -> None:
        form = self.form
        if self._standing is None:
            form.add_field("known", words.KNOWN, self.known)
        form.add_field("name", words.NAME, self.name, required=True)
        form.add_field("kind", words.KIND, self.kind, required=True)
        form.add_field("position", words.POSITION, self.position)
        if has_units:
            form.add_field("unit_id", words.UNIT, self.unit)
        if has_groups:
            form.add_field("whom", words.GROUP, self.group)
        form.add_field("outside", words.OUTSIDE, self.outside)
        form.add_field("note", words.NOTE, self.note)

    def _fill(self, one: ParticipantRow) -> None:
        self.name.setText(one.name)
        self.position.setText(one.position or "")
        self.note.setText(one.note or "")
        self.unit.set_value(one.unit_id)
        self.group.set_value(one.whom)
        self.outside.setChecked(one.outside)

    def _take(self) -> None:
        """Somebody known was chosen: what the records say of him need not be typed."""
        one = self._chosen = self._offers.get(self.known.value() or "")
        if one is not None:
            self.name.setText(one.name)
            self.kind.set_value(one.kind)
            self.position.setText(one.position or (one.more if one.household_id else ""))
            self.unit.set_value(one.unit_id)

    def draft(self) -> ParticipantDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        one, chosen = self._standing, self._chosen
        if chosen is not None and chosen.name != self.name.text().strip():
            chosen = None  # another name was typed over it
        whose = chosen or one
        return ParticipantDraft(
            self._campaign_id,
            self.kind.value() or "",
            self.name.text().strip(),
            self.position.text() or None,
            self.unit.value(),
            self.outside.isChecked(),
            self.group.value(),
            whose.household_id if whose else None,
            whose.donor_id if whose else None,
            self.note.text() or None,
            one.id if one else None,
            one.version if one else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_participant(self.draft(), ())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED_PARTICIPANT.format(name=draft.name)
        self.start(self.frame, partial(save_participant, self.frame.workspace, draft), words.SAVING, told, warn=True)


def _offered(one: Offer) -> str:
    told = " – ".join(filter(None, (one.name, one.position, one.more)))
    return f"{told} ({AWARD_OBJECTS[one.kind].lower()})"
