"""One sentence for each rule of the office's work: what is wrong and what to do."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "required": "Thiếu {label}. Gõ {label} rồi lưu lại.",
}
