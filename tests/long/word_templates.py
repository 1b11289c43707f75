"""Every kind of text paper as an office's own Word template, unedited: the same words as the built-in paper.

`run.py test tests/long/word_templates.py`; a minute.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.paper_templates import kinds_with_templates
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.app.test_paper_templates import case, check_unedited

__all__ = ["case"]


@pytest.mark.parametrize("kind", kinds_with_templates())
def test_an_unedited_template_says_the_words_of_the_built_in_paper(
    commune: Workspace, case: str, tmp_path: Path, kind: PaperKind
) -> None:
    check_unedited(commune, kind, case, tmp_path)
