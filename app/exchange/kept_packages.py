"""The originals of packages: what came lies in the inbox, what went in the outbox, beside the database."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.exchange.package_trace import KEY
from app.exchange.quarantine import INBOX, OUTBOX
from app.exchange.queries import PackageRow
from app.problems import Trouble

LOOKED_AT = "looked_at"


def keep_sent(folder: Path, written: Path) -> str:
    """Keep a copy of a package that was written; returns its name in the outbox. Raises `Trouble`."""
    outbox = folder / OUTBOX
    try:
        outbox.mkdir(exist_ok=True)
        kept, number = outbox / written.name, 2
        while kept.exists():
            kept, number = outbox / f"{written.stem}_{number}{written.suffix}", number + 1
        part = kept.with_name(kept.name + ".part")
        shutil.copyfile(written, part)
        part.replace(kept)
    except OSError as error:
        raise Trouble("disk_full", name=OUTBOX) from error
    return kept.name


def original_of(folder: Path, package: PackageRow) -> Path | None:
    """The original of a package that was sent or received; None where it is not there any more.

    Of packages before 0.3.0 only what was received was kept, under a name that its own begins.
    """
    inside = folder / (INBOX if package.incoming else OUTBOX)
    kept = kept_name(package.report)
    if kept:
        return inside / kept if (inside / kept).is_file() else None
    stem, ending = Path(package.file_name).stem[:80], Path(package.file_name).suffix
    found = sorted(one for one in inside.glob("*") if one.name.startswith(f"{stem}_") and one.suffix == ending)
    return found[-1] if found and package.incoming else None


def copy_to_look(folder: Path, original: Path) -> Path:
    """A copy of an original for Excel to open: what is saved there does not touch what is kept. Raises `Trouble`.

    Those looked at before go, as far as no program holds them open.
    """
    beside = folder / LOOKED_AT
    try:
        beside.mkdir(exist_ok=True)
        for old in beside.iterdir():
            with contextlib.suppress(OSError):
                old.unlink()
        return Path(shutil.copyfile(original, beside / original.name))
    except OSError as error:
        raise Trouble("disk_full", name=LOOKED_AT) from error


def kept_name(report: Mapping[str, Any]) -> str:
    """The name under which an original is kept, from the report in a package's note; "" where none is told."""
    for key in (KEY, "held"):
        about = report.get(key)
        if isinstance(about, dict) and about.get("kept"):
            return str(about["kept"])
    return str(report.get("kept") or "")
