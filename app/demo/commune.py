"""What the sample commune does, step by step; each step is the operation an officer would use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.actions import Action
from app.construction.drafts import AcceptanceDraft, StageDraft
from app.construction.operations import accept, record_stages
from app.demo.sample import Sample
from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.operations import add_source, allocate, contribute, pay
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import IssuedMinutes, print_minutes
from app.handover.operations import hand_over
from app.lists.operations import ImportOptions, import_list
from app.lists.report import ImportReport
from app.progress import Progress
from app.support.drafts import DecisionDraft
from app.support.operations import approve
from app.support.queries import case_of, case_states, programme_named
from app.workspace import Workspace
from models.base import key_id
from models.office import Committee, CommitteeMember, Signer
from models.review import OfficeText
from models.vocabulary import ContributionKind, Numbering, PaperKind, Part, SourceKind, Stage


def write_people(workspace: Workspace, facts: dict[str, Any]) -> None:
    """The office's signers and its committee."""
    office_id = key_id(f"office:{workspace.author.office}")
    with workspace.change(Action.SAVE_OFFICE) as change:
        session = change.session
        session.add_all(Signer(office_id=office_id, **one) for one in facts.get("signer", []))
        committee = facts.get("committee")
        if committee:
            row = Committee(
                office_id=office_id,
                name=committee["name"],
                decision_number=committee["decision_number"],
                decision_date=committee["decision_date"],
            )
            session.add(row)
            session.flush()
            session.add_all(CommitteeMember(committee_id=row.id, **one) for one in committee["member"])


def import_sample_list(workspace: Workspace, sample: Sample, progress: Progress) -> ImportReport:
    """Import the list of forty households."""
    options = ImportOptions(programme=sample.programme)
    _, report = import_list(workspace, sample.list_file, options, progress=progress)
    return report


def add_sources(workspace: Workspace, sample: Sample) -> int:
    """Add the sources of money and what came in; returns how many sources."""
    sources = sample.data["source"]
    for one in sources:
        add_source(workspace, SourceDraft(one["code"], one["name"], SourceKind(one["kind"]), one.get("ceiling")))
    contribute(
        workspace,
        [
            ContributionDraft(
                one["source"],
                ContributionKind(one["kind"]),
                one["date"],
                one["amount"],
                donor_name=one.get("donor"),
                note=one.get("note"),
            )
            for one in sample.data["contribution"]
        ],
    )
    return len(sources)


def cases_of(workspace: Workspace, sample: Sample, households: Sequence[str]) -> list[str]:
    """The cases of households in the sample's programme, in the order given."""
    with workspace.read() as session:
        programme = programme_named(session, sample.programme).id
        found = [case_of(session, household, programme) for household in households]
    return [one.case_id for one in found if one is not None]


def decide(workspace: Workspace, facts: dict[str, Any], cases: Sequence[str]) -> int:
    """One decision over cases, the amounts as requested; returns the sum in đồng."""
    approve(workspace, DecisionDraft(facts["number"], facts["date"], tuple(cases), source_code=facts["source"]))
    with workspace.read() as session:
        return sum(one.approved_amount or 0 for one in case_states(session, cases).values())


def allocate_support(workspace: Workspace, sample: Sample, cases: Sequence[str]) -> int:
    """Set the approved amount aside for each house; returns the sum in đồng."""
    facts = sample.data["allocation"]
    with workspace.read() as session:
        states = case_states(session, cases)
    drafts = [AllocationDraft(one, facts["source"], states[one].approved_amount or 0, facts["date"]) for one in cases]
    allocate(workspace, drafts)
    return sum(one.amount for one in drafts)


def note_stage_minutes(workspace: Workspace, sample: Sample, cases: Sequence[str]) -> None:
    """The stage minutes of the houses are signed: their day is noted, which opens the second part."""
    values = {"kind": PaperKind.STAGE_MINUTES.value, "issued_on": sample.data["stage_minutes"]["date"]}
    with workspace.change(Action.NOTE_ISSUED) as change:
        change.recorder.record_many([(OfficeText, {"about_id": one, **values}) for one in cases])


def pay_instalment(workspace: Workspace, facts: dict[str, Any], cases: Sequence[str]) -> int:
    """Pay a percentage of each approved amount; returns the sum in đồng."""
    with workspace.read() as session:
        states = case_states(session, cases)
    drafts = [
        PaymentDraft(
            case_id=case,
            source_code=facts["source"],
            amount=(states[case].approved_amount or 0) * facts["percent"] // 100,
            paid_on=facts["date"],
            voucher=facts["voucher"].format(number=facts["first_voucher"] + number),
            instalment=facts["number"],
        )
        for number, case in enumerate(cases)
    ]
    pay(workspace, drafts)
    return sum(one.amount for one in drafts)


def build(workspace: Workspace, sample: Sample, cases: Sequence[str]) -> int:
    """Record the start and the stages of the twelve houses in one change; returns how many entries."""
    drafts = [
        StageDraft(case, Stage(stage), day)
        for case, house in zip(cases, sample.data["house"], strict=True)
        for stage, day in sample.stage_days(house)
    ]
    record_stages(workspace, drafts)
    return len(drafts)


def accept_houses(workspace: Workspace, sample: Sample, cases: Sequence[str]) -> int:
    """Record the acceptance of the twelve houses."""
    drafts = [
        AcceptanceDraft(
            case_id=case,
            accepted_on=house["accepted_on"],
            area_m2=str(house["area_m2"]),
            hard=frozenset(Part(one) for one in house["hard"]),
            costs=house["cost"],
        )
        for case, house in zip(cases, sample.data["house"], strict=True)
    ]
    accept(workspace, drafts)
    return len(drafts)


def hand_over_houses(workspace: Workspace, sample: Sample, cases: Sequence[str]) -> int:
    """Hand the twelve houses over on one day."""
    facts = sample.data["handover"]
    drafts = [
        HandoverDraft(
            case_id=case,
            handed_over_on=facts["date"],
            place=facts["place"],
            receiver=house.get("receiver"),
            relation=house.get("relation"),
            thumbprint=house.get("thumbprint"),
        )
        for case, house in zip(cases, sample.data["house"], strict=True)
    ]
    hand_over(workspace, drafts)
    return len(drafts)


def print_all(
    workspace: Workspace, sample: Sample, cases: Sequence[str], target: Path, progress: Progress
) -> tuple[IssuedMinutes, ...]:
    """Issue the twelve minutes with register numbers and draw them into one PDF."""
    options = MinutesOptions(Numbering.REGISTER, copies=sample.data["handover"]["copies"])
    return print_minutes(workspace, cases, target, options, progress).issued
