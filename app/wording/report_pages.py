"""Words of the page "Báo cáo": this period, the catalogue, what was sent."""

from __future__ import annotations

PERIOD_TAB, CATALOGUE_TAB, SENT_TAB = "Kỳ này", "Danh mục", "Đã gửi"
KEEP = "Chốt báo cáo"
REPORT, AS_OF, PERIOD, UNIT = "Báo cáo", "Tính đến ngày", "Kỳ", "Đơn vị tính"
BY, VILLAGE, PROGRAMME, COMMUNE = "Mỗi dòng là", "Thôn", "Chương trình", "Xã"
CATEGORY, WORK, CAMPAIGN, DRIVE, YEAR = "Đối tượng", "Hình thức", "Phong trào", "Đợt vận động", "Năm"
KNOWN = "Chỉ số đã nhập đến ngày đó"
ALL = "Tất cả"
PERIODS = {"week": "Tuần", "month": "Tháng", "quarter": "Quý", "year": "Năm", "all": "Từ đầu"}
BY_NAMES = {"area": "Thôn, xã", "category": "Đối tượng", "programme": "Chương trình", "work": "Hình thức"}
UNITS = {"million": "Triệu đồng", "thousand": "Nghìn đồng", "dong": "Đồng"}
TO_EXCEL, TO_PDF, TO_WORD, PRINT = "Lưu Excel", "Lưu PDF", "Lưu Word", "In"
DRAWING, SAVING = "Đang lập báo cáo", "Đang lưu báo cáo"
SAVED = "Đã lưu {file}."
PREVIEW = "Xem trước báo cáo"
CHOOSE = "Chọn một dòng rồi bấm lại."

TITLE, MAKES, FILES = "Tên báo cáo", "Dùng khi", "Ghi ra"
CATALOGUE_UNIT = "báo cáo"
OPEN = "Lập báo cáo này"
TEXT_FILES, TABLE_FILES = "Word, PDF, Excel", "Excel, PDF, Word"
NO_REPORTS = "Cơ quan này chưa có báo cáo nào trong danh mục."

COMPARED, SEEN, BEHIND = "So với kỳ trước", "Báo cáo", "Số và hộ"
NUMBERS, TABLE, BEHIND_UNIT = "Số liệu của báo cáo", "Bảng", "hộ"
CHOOSE_NUMBER = "Chọn một số trong bảng để xem các hộ của số ấy."
NO_BEHIND = "Không có hộ nào sau số này, hoặc số này không đếm hộ."
NOTHING_BEHIND = "Báo cáo này không có bảng nào đếm hộ."
BEHIND_OF = "{name} – {what}: {count} hộ"
HEAD, PLACE, STATUS = "Chủ hộ", "Địa bàn", "Tình trạng"
STARTED_ON, ACCEPTED_ON, GIVEN_ON = "Khởi công", "Nghiệm thu", "Bàn giao"
DIFFERENCE_UNIT = "điểm khác"
LATE_LINE = "Nhập muộn: {what}"
WITH_COMPARISON = "Kèm bảng so với kỳ trước"

# Keeping
KEEP_TITLE = "Chốt báo cáo"
KEEP_TOLD = (
    "{title}, số liệu đến hết ngày {day}. Số liệu, từng nhà và tệp được giữ nguyên; sửa dữ liệu sau này không đổi."
)
FILE_KIND = "Giữ tệp"
ENDINGS = {".xlsx": "Excel (.xlsx)", ".pdf": "PDF (.pdf)", ".docx": "Word (.docx)"}
NUMBER, ISSUED_ON, SENT_ON, ADDRESSEE, NOTE = "Số", "Ngày ban hành", "Ngày gửi", "Gửi đến", "Ghi chú"
FOR_DEADLINE, NO_DEADLINE = "Nộp theo thời hạn", "Không theo thời hạn nào"
KEEPING, KEPT = "Đang chốt báo cáo", "Đã chốt báo cáo. Xem lại ở Đã gửi."
NOTHING_TO_KEEP = "Chưa lập được báo cáo để chốt. Xem lại ngày và phạm vi ở bên trái."

# What was kept
AS_OF_SHORT, FILE, SENT_UNIT = "Đến ngày", "Tệp", "báo cáo"
SAVE_FILE, NOTE_SENT = "Lấy tệp đã chốt…", "Ghi số, ngày gửi…"
NOTE_SENT_TITLE, SAVE_NOTE, NOTED = "Ghi số, ngày gửi của báo cáo", "Ghi", "Đã ghi số, ngày gửi của báo cáo."
NO_SENT = "Chưa chốt báo cáo nào. Lập báo cáo ở Kỳ này rồi bấm Chốt báo cáo."
