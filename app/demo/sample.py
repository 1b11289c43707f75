"""The facts of the sample office, read from `resources/samples/sample.toml`: made-up people, no figure in the code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.office.drafts import OfficeDraft
from app.paths import resource
from models.vocabulary import Level

STAGES = ("start", "foundation", "frame_wall", "roof", "finish")


@dataclass(frozen=True)
class Sample:
    """The sample as its file holds it."""

    data: dict[str, Any]

    @property
    def list_file(self) -> Path:
        """The list of households."""
        return resource("samples", self.data["list"]["file"])

    @property
    def programme(self) -> str:
        """The programme the list asks support from."""
        return str(self.data["list"]["programme"])

    def office(self, key: str) -> OfficeDraft:
        """The first facts of the commune or of the upper office."""
        facts = self.data[key]
        person = facts["person"][0]
        above = self.data["upper"] if key == "commune" else None
        return OfficeDraft(
            level=Level(facts["level"]),
            code=facts["code"],
            name=facts["name"],
            province=facts["province"],
            villages=tuple(one["name"] for one in facts.get("village", [])),
            superior_code=above["code"] if above else None,
            superior_name=above["name"] if above else None,
            person=person["name"],
            position=person["position"],
            device_name=facts["device"],
            body=facts["body"],
            header="\n".join(facts["header"]),
            place_name=facts["place_name"],
        )

    def stage_days(self, house: dict[str, Any]) -> list[tuple[str, str]]:
        """(stage, day) of a house, in order."""
        named = [(stage, "started_on" if stage == "start" else f"{stage}_on") for stage in STAGES]
        return [(stage, house[name]) for stage, name in named if name in house]


def load_sample() -> Sample:
    """Read the sample's file."""
    return Sample(tomllib.loads(resource("samples", "sample.toml").read_text(encoding="utf-8")))
