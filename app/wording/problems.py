"""One sentence for each rule of the office's work: what is wrong and what to do."""

from __future__ import annotations

from app.wording.parsing import PARSING_PROBLEMS

PROBLEMS: dict[str, str] = {
    **PARSING_PROBLEMS,
    "required": "Thiếu {label}. Gõ {label} rồi lưu lại.",
}
