"""Words around the file for whoever helps ("Lưu tệp hỗ trợ")."""

from __future__ import annotations

ENTRY, SAVE, CLOSE = "Lưu tệp hỗ trợ…", "Lưu tệp hỗ trợ", "Đóng"
NAME = "ho-tro-mai-am-{day}.zip"
SAVING = "Lưu tệp hỗ trợ"
SAVED = "Đã lưu tệp hỗ trợ {file}. Tệp không có tên, số giấy tờ hay số liệu của hộ nào; gửi cho cán bộ tin học."
COMMAND = "ghi tệp hỗ trợ: nhật ký lỗi, phiên bản, số dòng, không có dữ liệu cá nhân"
WRITTEN = "Đã ghi tệp hỗ trợ {file}."
