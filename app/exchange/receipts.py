"""The receipt of a package that was received: what people read, in the window and on the command line."""

from __future__ import annotations

from app.exchange.merging import Report
from app.exchange.quarantine import QUARANTINED
from app.wording import corrections as correction_words
from app.wording import exchange as words
from app.wording import packages as package_words
from app.wording.photo_parts import taken_lines
from app.wording.tasks import waiting_text

_SHOWN = 12


def report_lines(report: Report, tasks: int) -> list[str]:
    """What the receipt of one file says; `tasks` are the decisions that wait now, of all packages."""
    if report.result in ("refused", QUARANTINED):
        return [report.message]
    if report.part is not None:
        manifest = report.part.manifest
        return taken_lines(report.sender_name, manifest["part"], manifest["parts"], report.part.counts)
    if report.request and report.result != "already":
        return [package_words.REQUESTED.format(office=report.sender_name), *report.warnings]
    if report.result == "already":
        return [words.RECEIVED_AGAIN.format(office=report.sender_name), *_corrected(report), *report.warnings]
    waiting = waiting_text(tasks)
    lines = [words.RECEIVED.format(office=report.sender_name, tasks=waiting, **report.households)]
    if report.gaps:
        lines.append(words.GAPS.format(office=report.sender_name, gaps=gaps_text(report)))
    if report.newer_items:
        lines.append(words.NEWER_ITEMS.format(count=report.newer_items))
    return lines + _corrected(report) + report.warnings


def _corrected(report: Report) -> list[str]:
    """What was changed by hand in the file: proposals by number, the rest one by one with its reason."""
    lines = []
    written = sum(one["cell"] is not None for one in report.proposals)
    if written:
        lines.append(correction_words.PROPOSED.format(count=written))
    if report.reported:
        lines.append(correction_words.REPORTED.format(count=len(report.reported)))
    for one in report.reported[:_SHOWN]:
        place = correction_words.place_text(one["sheet"], one["cell"], one["label"])
        lines.append(correction_words.REPORTED_LINE.format(place=place, why=one["why"]))
    return lines


def gaps_text(report: Report) -> str:
    """Which numbers of which laptops are missing: "máy ab12: 12 đến 14"."""
    return "; ".join(words.gap_text(gap["laptop"], gap["from"], gap["to"]) for gap in report.gaps)


def resend_request(report: Report) -> str:
    """The words that ask an office to send again what is missing, ready for a message or a letter."""
    return words.RESEND_REQUEST.format(office=report.sender_name, gaps=gaps_text(report))
