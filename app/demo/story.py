"""`mai-am demo`: two offices, the main job and the exchange between them, in a folder of its own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.demo import commune as steps
from app.demo.sample import Sample, load_sample
from app.documents.sample_mark import marked_papers
from app.documents.words import money_text
from app.exchange.merging import Report, receive_packages
from app.exchange.packing import export_packages
from app.local import Fact, set_fact
from app.office.operations import initialise
from app.problems import refuse
from app.progress import Progress
from app.restoring import check_soundness
from app.support.queries import case_states
from app.wording import demo as words
from app.wording.vocabulary import STATUSES
from app.workspace import Workspace


@dataclass
class Told:
    """What the demo did: its lines as printed, and the figures and paths for `--json`."""

    say: Callable[[str], None]
    data: dict[str, Any] = field(default_factory=dict)

    def step(self, key: str, value: Any, **shown: object) -> None:
        """Tell one step and keep its figure."""
        self.data[key] = value
        self.say(words.STEPS[key].format(value=value, **shown))


def run_demo(out: Path, say: Callable[[str], None], progress: Progress | None = None) -> dict[str, Any]:
    """Do the main job on the sample commune in a new subfolder of `out`; returns figures and paths.

    Raises what the operations raise; the user's own data is never touched.
    """
    progress = progress or Progress()
    sample, told = load_sample(), Told(say)
    folder = _new_folder(out)
    told.step("folder", str(folder))
    commune = prepare_commune(folder / words.COMMUNE_FOLDER, sample, told, progress)
    try:
        upper, _ = initialise(folder / words.UPPER_FOLDER, sample.office("upper"))
        try:
            households = list(told.data.pop("households"))
            with marked_papers():
                _hand_twelve_over(commune, sample, households[: len(sample.data["house"])], folder, told, progress)
            _exchange(commune, upper, sample, households[len(sample.data["house"]) :], folder, told)
            _finish(commune, upper, told)
        finally:
            upper.close()
    finally:
        commune.close()
    return told.data


def prepare_commune(folder: Path, sample: Sample, told: Told, progress: Progress) -> Workspace:
    """The sample commune with its people, sources and list; the caller closes it."""
    commune, _ = initialise(folder, sample.office("commune"))
    try:
        with commune.engine.connect().execution_options(writing=True) as connection:
            set_fact(connection, Fact.SAMPLE, "1")
            connection.commit()
        steps.write_people(commune, sample.data["commune"])
        told.step("sources", steps.add_sources(commune, sample))
        report = steps.import_sample_list(commune, sample, progress)
        told.step("imported", report.new, read=report.read, rejected=report.rejected, skipped=report.skipped)
        told.data["households"] = report.ids
    except BaseException:
        commune.close()
        raise
    return commune


def prepare_sample(folder: Path, progress: Progress | None = None) -> None:
    """A data folder to try the program with: the sample commune, twelve houses decided and handed over."""
    sample, told = load_sample(), Told(lambda _line: None)
    progress = progress or Progress()
    commune = prepare_commune(folder, sample, told, progress)
    try:
        cases = steps.cases_of(commune, sample, told.data["households"][: len(sample.data["house"])])
        _build_twelve(commune, sample, cases, told)
    finally:
        commune.close()


def _new_folder(out: Path) -> Path:
    stamp = f"{dt.datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for suffix in ("", *(f"-{number}" for number in range(2, 100))):
        folder = out / f"mai-am-demo-{stamp}{suffix}"
        if not folder.exists():
            folder.mkdir(parents=True)
            return folder
    raise refuse("out", "demo_folder_full")


def _build_twelve(commune: Workspace, sample: Sample, cases: list[str], told: Told) -> None:
    facts = sample.data["commune_decision"]
    amount = steps.decide(commune, facts, cases)
    told.step("decided", len(cases), number=facts["number"], amount=money_text(amount))
    steps.allocate_support(commune, sample, cases)
    first, second = sample.data["instalment"]
    first_sum = steps.pay_instalment(commune, first, cases)
    told.step("first_instalment", first_sum, percent=first["percent"], amount=money_text(first_sum))
    told.step("stages", steps.build(commune, sample, cases))
    told.step("accepted", steps.accept_houses(commune, sample, cases))
    steps.note_stage_minutes(commune, sample, cases)
    second_sum = steps.pay_instalment(commune, second, cases)
    told.step("second_instalment", second_sum, percent=second["percent"], amount=money_text(second_sum))
    told.step("handed_over", steps.hand_over_houses(commune, sample, cases))


def _hand_twelve_over(
    commune: Workspace, sample: Sample, households: list[str], folder: Path, told: Told, progress: Progress
) -> None:
    cases = steps.cases_of(commune, sample, households)
    _build_twelve(commune, sample, cases, told)
    target = folder / words.MINUTES_FILE
    issued = steps.print_all(commune, sample, cases, target, progress)
    numbers = [one.minutes.number for one in issued]
    told.step("minutes", str(target), count=len(issued), first=numbers[0], last=numbers[-1])


def _exchange(
    commune: Workspace, upper: Workspace, sample: Sample, households: list[str], folder: Path, told: Told
) -> None:
    up = export_packages(commune, folder / words.PACKAGES_FOLDER)
    told.step("package_up", str(up[0].file), operations=up[0].operations, rows=up[0].rows)
    told.step("received_above", _rows(receive_packages(upper, [one.file for one in up])))
    facts = sample.data["upper_decision"]
    steps.write_people(upper, sample.data["upper"])
    cases = steps.cases_of(upper, sample, households)
    amount = steps.decide(upper, facts, cases)
    told.step("decided_above", len(cases), number=facts["number"], amount=money_text(amount))
    down = export_packages(upper, folder / words.PACKAGES_FOLDER)
    told.step("package_down", str(down[0].file), operations=down[0].operations, rows=down[0].rows)
    told.step("received_below", _rows(receive_packages(commune, [one.file for one in down])))


def _rows(reports: list[Report]) -> int:
    """The rows that were new; a package that was refused ends the demo with its sentence."""
    for one in reports:
        if one.result == "refused":
            raise refuse("package", "demo_package_refused", message=one.message)
    return sum(one.rows["new"] for one in reports)


def _finish(commune: Workspace, upper: Workspace, told: Told) -> None:
    counts = []
    for workspace in (commune, upper):
        with workspace.read() as session:
            counts.append(Counter(state.status.value for state in case_states(session).values()))
        if not check_soundness(workspace).sound:
            raise refuse("", "demo_unsound")
    shown = ", ".join(f"{STATUSES[status]}: {number}" for status, number in sorted(counts[0].items()))
    told.step("counts", dict(counts[0]), shown=shown)
    if counts[0] != counts[1]:
        raise refuse("", "demo_differs")
    told.step("equal", True)
