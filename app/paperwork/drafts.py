"""What a form or a command hands in about the papers of a house's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.vocabulary import PaperState


@dataclass(frozen=True)
class MarkDraft:
    """A paper of each of these cases was printed or signed on a day."""

    case_ids: tuple[str, ...]
    kind: str
    state: PaperState
    done_on: str
    signer: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ScanDraft:
    """The scan of one signed paper, for the case it is about or for all that stand on it; `done_on` is its day."""

    case_ids: tuple[str, ...]
    kind: str
    file: Path
    done_on: str
    signer: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class CloseDraft:
    """The file of a house is closed on a day; the reason is a must while papers are missing."""

    case_id: str
    closed_on: str
    reason: str = ""
