"""The panel "Ủng hộ" of a dossier: who stands by the household, what was given or promised to its house by name."""

from __future__ import annotations

from collections.abc import Sequence

from app.giving.facts import PledgeRow, SponsorshipRow
from app.giving.gift_text import gift_text, kept_text, promise_text
from app.giving.queries import gifts_to, pledges, sponsorships
from app.reports.worklists import CaseRow
from app.wording import giving
from app.wording import giving_pages as words
from app.wording.vocabulary import PLEDGE_STATES
from views.case_panel import Block, CasePanel
from views.giving.pledge_forms import KeptForm
from views.giving.sponsorships import SponsorshipForm, VisitForm
from views.short_form import opened
from views.worklist import day_shown


class GivingPanel(CasePanel):
    """Gifts and promises of each case, then those who stand by the household."""

    title = words.PANEL

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        if row.case_id is None:
            return ()
        with self.frame.workspace.read() as session:
            given = gifts_to(session, row.case_id)
            promised = [one for one in pledges(session) if one.case_id == row.case_id]
        block = Block(words.PANEL_GIFTS)
        for gift in given:
            name = gift.donor_name or giving.UNNAMED
            block.add_line(
                words.PANEL_LINE.format(day=day_shown(gift.given_on), name=name, what=gift_text(gift)),
                quiet=gift.reverses_id is not None,
            )
        for one in promised:
            self._tell_promise(block, one)
        if not given and not promised:
            block.add_line(words.PANEL_NO_GIFTS, quiet=True)
        return [block]

    def _tell_promise(self, block: Block, one: PledgeRow) -> None:
        state = words.LATE if one.late else PLEDGE_STATES[one.state]
        told = words.PANEL_PROMISE.format(name=one.donor_name, what=promise_text(one), state=state)
        more = [day_shown(one.due_on), kept_text(one)]
        actions = [(words.KEEP_PLEDGE, lambda: opened(KeptForm(self.frame, one, self)))] if not one.withdrawn_on else []
        block.add_line(" · ".join(filter(None, (told, *more))), actions, warning=one.late)

    def about_all(self) -> Sequence[Block]:
        with self.frame.workspace.read() as session:
            standing = sponsorships(session, self.household_id)
        block = Block(words.SPONSORS_TAB)
        block.add_head_button(words.ADD_SPONSOR, self.add)
        for one in standing:
            self._tell_sponsor(block, one)
        if not standing:
            block.add_line(words.PANEL_NO_SPONSORS, quiet=True)
        return [block]

    def _tell_sponsor(self, block: Block, one: SponsorshipRow) -> None:
        period = " – ".join(filter(None, (day_shown(one.from_on), day_shown(one.to_on))))
        told = " · ".join(filter(None, (one.helper, one.helper_unit, period, one.content, one.result)))
        actions = [
            (words.VISIT, lambda: opened(VisitForm(self.frame, one, self))),
            (words.EDIT_SPONSOR, lambda: opened(SponsorshipForm(self.frame, one, self))),
        ]
        block.add_line(told, actions, strong=True)
        for visit in one.visits:
            block.add_line(" · ".join(filter(None, (day_shown(visit.visited_on), visit.note))), quiet=True)

    def add(self) -> None:
        """Somebody new stands by this household."""
        opened(SponsorshipForm(self.frame, None, self, self.household_id))

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or tables & {"contribution", "pledge", "sponsorship", "sponsor_visit", "donor"}:
            self.read()
        else:
            super().forget(changes)
