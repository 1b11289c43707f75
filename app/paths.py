"""Where things are: the user's data folder and what it holds, and the resources that come with the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

ENVIRONMENT = "MAI_AM_DATA"


def data_folder(given: str | None) -> Path:
    """The data folder: the one given, else the one of the environment, else the user's own."""
    chosen = given or os.environ.get(ENVIRONMENT)
    return Path(chosen) if chosen else user_data_path("MaiAm", appauthor=False)


def sample_folder(data: Path) -> Path:
    """The folder of the sample office, beside the data folder: made-up people never stand among real ones."""
    return data.with_name(f"{data.name}-mau")


def program_folder() -> Path:
    """The folder that holds `resources` and `migrations`, in a checkout and in the built program alike."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A file or folder under `resources`."""
    return program_folder().joinpath("resources", *parts)
