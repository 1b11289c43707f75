"""The panel "Xây dựng" of a dossier: the house as a picture, its stages, visits and acceptance."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.documents.words import decimal_text
from app.reports.worklists import CaseRow
from app.wording import construction, vocabulary, week, worklists
from app.wording import photos as photo_words
from models.vocabulary import ExceptionCase, Stage, Status
from views.case_panel import Block, CasePanel
from views.construction.pause_form import PauseForm
from views.construction.photo_sheets import PhotoSheets
from views.construction.stage_form import StageForm
from views.page import HANDOVER
from views.short_form import opened
from views.widgets.house_pictogram import HousePicture
from views.widgets.photo_strip import PhotoStrip
from views.worklist import building_stage, day_or_before, day_shown, stages_shown

_NOT_ACCEPTED = (Status.APPROVED, Status.STARTED, Status.IN_PROGRESS)


class ConstructionPanel(CasePanel):
    """Records and corrects the stages of this one house."""

    title = construction.PANEL

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        return [self._stages(row), *([self._checks(row)] if row.facts.inspections or row.state.acceptance else [])]

    def about_all(self) -> Sequence[Block]:
        """The photos of the works; new ones are of the last stage that is done."""
        done = [stage for row in self.rows for stage in row.state.stages]
        latest = next((stage for stage in reversed(Stage) if stage in done), Stage.START)
        self.photos = PhotoStrip(self.frame, self.household_id, latest, photo_words.STAGES_TITLE, tuple(Stage))
        block = Block("")
        block.add_wide(self.photos)
        if any(row.case_id is not None for row in self.rows):
            block.add_head_widget(PhotoSheets(self._cases, self.show_papers))
        return [block]

    def _cases(self) -> list[str]:
        """The household's cases; of several the newest, whose works the photos show."""
        return [row.case_id for row in self.rows if row.case_id is not None][-1:]

    def forget(self, changes: object) -> None:
        super().forget(changes)
        self.photos.forget(changes)

    def _stages(self, row: CaseRow) -> Block:
        block = Block(construction.PROGRESS_TAB)
        if row.case_id is not None and row.state.acceptance is None:
            if row.state.status is Status.ON_HOLD:
                block.add_head_button(construction.RESUME, lambda: self._pause(row, ExceptionCase.RESUMED))
            else:
                block.add_head_button(construction.PAUSE, lambda: self._pause(row, ExceptionCase.ON_HOLD))
                block.add_head_button(construction.RECORD_STAGE, lambda: opened(StageForm(self.frame, row, None, self)))
        if row.state.status in _NOT_ACCEPTED:
            block.add_head_button(construction.ACCEPT, lambda: self.frame.go(HANDOVER, row.case_id))
        picture = HousePicture(72)
        picture.set_house(stages_shown(row), building_stage(row))
        block.add_widget(picture)
        if row.state.exception is not None:
            held = row.state.exception
            text = construction.ON_HOLD.format(
                state=vocabulary.EXCEPTIONS.get(held.kind or "", ""),
                day=day_shown(held.happened_on),
                reason=held.reason or "",
            )
            block.add_line(text, warning=True)
        if not row.state.stages:
            block.add_line(construction.NO_STAGE, quiet=True)
        for stage, one in row.state.stages.items():
            day = day_or_before(one.done_on, one.before_program)
            text = construction.STAGE_LINE.format(stage=vocabulary.STAGES[stage.value], day=day)
            text = worklists.of_before(f"{text} · {one.note}" if one.note else text, one.before_program)
            correct = (worklists.CORRECT, lambda stage=stage: opened(StageForm(self.frame, row, stage, self)))
            block.add_line(text, [correct] if row.state.acceptance is None else [])
        if row.news.note and all(one.note != row.news.note for one in row.state.stages.values()):
            block.add_line(week.TOLD.format(note=row.news.note, day=day_shown(row.news.heard_on)))
        return block

    def _checks(self, row: CaseRow) -> Block:
        block = Block(construction.CHECKS)
        for visit in row.facts.inspections:
            result = vocabulary.INSPECTION_RESULTS.get(visit.result or "", "")
            text = construction.VISITED.format(day=day_shown(visit.visited_on), result=result)
            block.add_line(f"{text} · {visit.note}" if visit.note else text)
        accepted = row.state.acceptance
        if accepted is not None:
            day = day_or_before(accepted.accepted_on, accepted.before_program)
            text = construction.ACCEPTED_WITHOUT_AREA.format(day=day)
            if accepted.area_m2:
                area = decimal_text(Decimal(accepted.area_m2))
                text = construction.ACCEPTED.format(day=day, area=area)
            block.add_line(worklists.of_before(text, accepted.before_program), strong=True)
            if accepted.exemption:
                block.add_line(construction.EXEMPTED.format(reason=accepted.exemption), warning=True)
        return block

    def _pause(self, row: CaseRow, kind: ExceptionCase) -> None:
        opened(PauseForm(self.frame, [row.facts], kind, self))
