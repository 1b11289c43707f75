"""The short forms of decisions: one decision over many houses, and its correction with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QCompleter, QRadioButton, QWidget

from app.deciding import approve_explained
from app.documents.words import amount_in_words, money_text
from app.funding.queries import sources
from app.office.queries import paper_office
from app.outlook import Outlook, look_ahead
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.review.eligibility_queries import eligibility_warnings
from app.support.drafts import DecisionDraft
from app.support.facts import CaseFacts, DecisionRow
from app.support.operations import replace_decisions, revoke_decisions
from app.support.rules import amount_for, check_decision, check_decision_head, check_revocation
from app.wording import eligibility, support, vocabulary
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label, text_line
from views.widgets.money_edit import MoneyEdit
from views.widgets.outlook_box import OutlookBox


class _Fields:
    """The fields that a decision and its correction share."""

    def __init__(self, frame: WorkFrame) -> None:
        self.number = text_line(180, support.NUMBER_HINT)
        self.decided_on = DateEdit()
        self.signer = text_line(300)
        self.work_type = ChoiceEdit([Choice(*pair) for pair in vocabulary.WORK_TYPES.items()], width=220)
        self.work_type.field.setPlaceholderText(support.AS_RECORDED)
        with frame.workspace.read() as session:
            known = sources(session)
            office = paper_office(session, frame.workspace.author.office)
        signer = office.signer(today().isoformat()) if office else None
        self.usual_signer = signer.name if signer else ""
        self.signing = quiet_label()
        self._office = office
        self.signer.setCompleter(QCompleter(sorted({one.name for one in office.signers}) if office else []))
        self.signer.textChanged.connect(self.show_signing)
        self.decided_on.changed.connect(self.show_signing)
        self.source = ChoiceEdit([Choice(one.code, f"{one.code} – {one.name}") for one in known], width=300)

    def show_signing(self) -> None:
        """The lines above the signature, as the decision prints them."""
        day = "" if self.decided_on.problems() else self.decided_on.value() or ""
        name = self.signer.text().strip()
        lines = self._office.signature(day or today().isoformat(), name).titles if self._office and name else ()
        self.signing.setText(support.SIGNED_AS.format(lines=" / ".join(lines)) if lines else "")
        self.signing.setVisible(bool(lines))

    def values(self) -> dict[str, str | None]:
        """What the fields say, under the names of a decision's draft."""
        return {
            "number": self.number.text(),
            "decided_on": self.decided_on.value() or "",
            "signer": self.signer.text() or None,
            "work_type": self.work_type.value(),
            "source_code": self.source.value(),
        }


class DecisionForm(ShortForm):
    """One decision over many houses: number, day, signer, the amount of each house, the source."""

    def __init__(self, frame: WorkFrame, rows: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, support.RECORD_DECISION, support.confirm_text(len(rows)))
        self.frame = frame
        self._cases = [row.facts for row in rows]
        self._caseless = {row.key for row in rows if row.case_id is None}
        with frame.workspace.read() as session:
            keys = [row.key for row in rows]
            self._ineligible = eligibility_warnings(session, keys, programme_id=frame.programme)
        self.fields = _Fields(frame)
        self.reason = text_line(300, eligibility.DECIDED_ANYWAY_HINT)
        self.fields.signer.setText(self.fields.usual_signer)
        self.amount = MoneyEdit()
        self.ways = [QRadioButton(text) for text in (support.BY_REQUEST, support.BY_NORM, support.ONE_AMOUNT)]
        self.sum = quiet_label()
        self.sum.setWordWrap(True)
        self.box = OutlookBox()
        self._lay_out()
        self._connect()
        self.outlook = Outlook()
        self.preview()

    def _lay_out(self) -> None:
        form, fields = self.form, self.fields
        form.add_field("number", support.NUMBER, fields.number, required=True)
        form.add_field("decided_on", support.DECIDED_ON, fields.decided_on, required=True)
        form.add_field("signer", support.SIGNER, fields.signer)
        form.add_widget(fields.signing)
        form.add_field("work_type", support.WORK_TYPE, fields.work_type)
        form.add_field("source_code", support.SOURCE, fields.source)
        self._group = QButtonGroup(self)
        for way in self.ways:
            self._group.addButton(way)
            form.add_widget(way)
        self.ways[0].setChecked(True)
        form.add_field("amount", support.AMOUNT, self.amount)
        if self._ineligible:
            form.add_field("reason", eligibility.DECIDED_ANYWAY, self.reason)
        self.add_below(self.sum)
        self.add_below(self.box)

    def _connect(self) -> None:
        fields = self.fields
        for line in (fields.number, fields.signer):
            line.editingFinished.connect(self.preview)
        for field in (fields.decided_on, fields.work_type, fields.source, self.amount):
            field.changed.connect(self.preview)
        self.amount.textEdited.connect(lambda _: self.ways[2].setChecked(True))
        self._group.buttonToggled.connect(lambda *_: self.preview())

    def draft(self) -> DecisionDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return DecisionDraft(
            **self.fields.values(),  # type: ignore[arg-type]  # number and day are never None
            amount=self.amount.value() if self.ways[2].isChecked() else None,
            by_norm=self.ways[1].isChecked(),
            programme_id=self.frame.programme,
        )

    def preview(self) -> None:
        """Say what the decision would do as the form stands; what is not typed yet is not marked yet."""
        if self.marks.unreadable():
            return
        typed, day = self.draft(), today().isoformat()
        draft = typed if typed.decided_on else replace(typed, decided_on=day)  # norms of today until a day is typed
        author = self.frame.workspace.author
        self.outlook = look_ahead(
            self._cases,
            lambda one: [
                *check_decision(draft, one, author.office, author.level),
                *self._ineligible.get(one.case_id, ()),
            ],
            check_decision_head(typed, day),
        )
        self.box.show_outlook(self.outlook)
        self.confirm.setText(support.confirm_text(len(self.outlook.ready)))
        self.confirm.setEnabled(bool(self.outlook.ready))
        total = sum(amount_for(draft, one) or 0 for one in self.outlook.ready)
        self.sum.setText(support.sum_text(money_text(total), amount_in_words(total)) if total else "")

    def problems(self) -> Sequence[Problem]:
        self.preview()
        missing = self.ways[2].isChecked() and self.amount.value() is None
        extra = [Problem("amount", "amount_not_positive")] if missing else []
        return [*self.outlook.form, *extra]

    def carry_out(self) -> None:
        ready = [one.case_id for one in self.outlook.ready]
        cases = tuple(one for one in ready if one not in self._caseless)
        households = tuple(one for one in ready if one in self._caseless)
        draft = replace(self.draft(), case_ids=cases, household_ids=households)
        told = support.decided_text(draft.number, len(ready), len(self.outlook.blocked))
        operation = partial(approve_explained, self.frame.workspace, draft, self.reason.text())
        self.start(self.frame, operation, support.DECIDING, told)


class CorrectionForm(ShortForm):
    """Corrects decisions ("Sửa sai"): takes them back, or writes them again, always with a reason."""

    def __init__(
        self,
        frame: WorkFrame,
        decisions: Sequence[tuple[DecisionRow, CaseFacts]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, support.CORRECT_DECISIONS, support.CORRECT_DECISIONS)
        self.frame = frame
        self._decisions = {facts.case_id: one for one, facts in decisions}
        self._cases = [facts for _, facts in decisions]
        self.fields = _Fields(frame)
        self.amount = MoneyEdit()
        self.reason = text_line()
        self.take_back, self.again = QRadioButton(support.TAKE_BACK), QRadioButton(support.WRITE_AGAIN)
        self.take_back.setChecked(True)
        self.box = OutlookBox()
        self._lay_out()
        self.take_back.toggled.connect(self._offer_fields)
        self._offer_fields()
        self.preview()

    def _lay_out(self) -> None:
        form, fields = self.form, self.fields
        form.add_field("reason", support.REASON, self.reason, required=True)
        form.add_widget(self.take_back)
        form.add_widget(self.again)
        form.add_field("number", support.NUMBER, fields.number)
        form.add_field("decided_on", support.DECIDED_ON, fields.decided_on)
        form.add_field("amount", support.AMOUNT, self.amount)
        form.add_field("signer", support.SIGNER, fields.signer)
        form.add_widget(fields.signing)
        form.add_field("work_type", support.WORK_TYPE, fields.work_type)
        form.add_field("source_code", support.SOURCE, fields.source)
        self.add_below(self.box)
        fields.number.setText(self._common("number"))
        fields.number.setPlaceholderText("")
        for choice in (fields.work_type, fields.source):
            choice.field.setPlaceholderText(support.KEPT)
        fields.signer.setText(self._common("signer"))
        fields.decided_on.set_value(self._common("decided_on") or None)
        amounts = {one.amount for one in self._decisions.values()}
        self.amount.set_value(amounts.pop() if len(amounts) == 1 else None)

    def _common(self, name: str) -> str:
        """What all the decisions say under this name, or nothing."""
        found = {getattr(one, name) or "" for one in self._decisions.values()}
        return str(found.pop()) if len(found) == 1 else ""

    def _offer_fields(self) -> None:
        fields = self.fields
        for field in (fields.number, fields.decided_on, self.amount, fields.signer, fields.work_type, fields.source):
            field.setEnabled(self.again.isChecked())

    def preview(self) -> None:
        """Say which of the decisions can be corrected here."""
        office = self.frame.workspace.author.office
        self.outlook = look_ahead(self._cases, lambda one: check_revocation(self._decisions[one.case_id], one, office))
        self.box.show_outlook(self.outlook)
        self.confirm.setEnabled(bool(self.outlook.ready))

    def problems(self) -> Sequence[Problem]:
        return [] if self.reason.text().strip() else [Problem("reason", "reason_missing")]

    def carry_out(self) -> None:
        ids = [self._decisions[one.case_id].id for one in self.outlook.ready]
        workspace, reason = self.frame.workspace, self.reason.text()
        if self.take_back.isChecked():
            operation = partial(revoke_decisions, workspace, ids, reason)
            told = support.taken_back_text(len(ids))
        else:
            draft = DecisionDraft(**self.fields.values(), amount=self.amount.value())  # type: ignore[arg-type]
            operation = partial(replace_decisions, workspace, ids, draft, reason)
            told = support.corrected_text(len(ids))
        self.start(self.frame, operation, support.CORRECT_DECISIONS, told)
