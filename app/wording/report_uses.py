"""What each report is for, as the catalogue on screen says it."""

from __future__ import annotations

USES: dict[str, str] = {
    "progress": "Báo cáo tuần, tháng gửi cấp trên: nhà theo thôn, đối tượng, hình thức; kinh phí, huy động",
}
