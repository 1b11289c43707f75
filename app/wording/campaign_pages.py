"""Words of the page "Chương trình – Phong trào": the list of plans, a plan's page and its tabs."""

from __future__ import annotations

ADD = "Thêm kế hoạch"
ADD_NEW, ADD_FROM_ABOVE, ADD_FROM_FILE = "Soạn kế hoạch mới", "Lập từ kế hoạch cấp trên…", "Đọc từ tệp kế hoạch…"
EMPTY = "Chưa có kế hoạch nào. Thêm kế hoạch đầu tiên, hoặc đọc từ tệp kế hoạch."
UNIT = "kế hoạch"
NAME, NUMBER, ISSUER, PERIOD, STATE, ORIGIN = "Tên", "Số", "Cơ quan ban hành", "Thời gian", "Tình trạng", "Nguồn"
NOT_OPEN, RUNNING, CLOSED = "Chưa mở", "Đang thực hiện từ {day}", "Đã kết thúc {day}"
FROM_PROGRAM, FROM_ABOVE, FROM_BELOW, OWN = "Có sẵn", "Cấp trên gửi", "Cấp dưới gửi", "Cơ quan lập"
MAKE_OWN = "Lập kế hoạch từ kế hoạch này"
OPEN_PAGE, EXPORT = "Xem", "Lưu thành tệp kế hoạch…"
SAVING, ADDING = "Đang lưu kế hoạch", "Đang đọc tệp kế hoạch"
FILE_KIND = "plan"
SAVED_FILE = "Đã lưu tệp kế hoạch {file}."
ADDED = "Đã thêm kế hoạch {name}."
READ_TITLE, SAVE_TITLE = "Chọn tệp kế hoạch (.toml)", "Lưu tệp kế hoạch"

# The page of a plan
BLANK_NUMBER = "……"
ENDED = "Không còn từ {day}"
MORE = "Việc khác"
PLACE, GO_TO_PLACE = "Làm ở trang", "Tới trang"
NO_PLACE = "Nhiệm vụ này chưa ghi làm ở trang nào. Sửa kế hoạch để ghi."
DRAFT_PAPER = "In dự thảo kế hoạch"
BRIEF, BRIEF_TIP = "In phiếu của thành viên", "Một trang cho người được giao: số liệu, việc còn mở."
TAKE_OFF, TAKEN_OFF = "Bỏ kế hoạch khỏi danh sách", "Đã bỏ kế hoạch {name} khỏi danh sách."
TAKE_OFF_QUESTION = "Bỏ kế hoạch {name} khỏi danh sách? Số liệu đã ghi vẫn giữ."
TAKE_OFF_YES, TAKE_OFF_NO = "Bỏ khỏi danh sách", "Thôi"
BACK = "Danh sách kế hoạch"
EDIT = "Sửa kế hoạch"
OPEN_PLAN, OPENED = "Mở kế hoạch", "Đã mở kế hoạch {name}."
OPEN_TITLE, OPENED_ON = "Mở kế hoạch", "Ngày bắt đầu thực hiện"
TAB_SUMMARY, TAB_TARGETS, TAB_TASKS, TAB_DEADLINES = "Tóm tắt", "Chỉ tiêu", "Nhiệm vụ", "Thời hạn"
TAB_PUBLICITY, TAB_INSPECTIONS, TAB_PETITIONS, TAB_BASES = "Tuyên truyền", "Kiểm tra", "Vướng mắc", "Căn cứ"
ALREADY_FINISHED = "Kế hoạch này đã kết thúc."

# "Tóm tắt"
TO_CHECK = "Cần kiểm tra"
NOTHING_TO_CHECK = "Không có căn cứ, nơi ban hành hay nơi nhận nào cần kiểm tra."
DOUBT_UNIT = "chỗ"
WHERE, WHAT, SUCCESSOR = "Mục", "Nội dung", "Nơi thay thế"
ANSWER, SUCCESSOR_TITLE, SETTLE_TITLE = "Ghi nơi thay thế, kết quả kiểm tra", "Nơi thay thế", "Kiểm tra căn cứ"
SETTLED = "Đã ghi kết quả kiểm tra."
CHECKED = "Đã kiểm tra, không nhắc nữa"
SAVED_SUCCESSOR = "Đã ghi nơi thay thế."
SAVE = "Lưu"
BASIS_TEXT, BASIS_WARNING = "Căn cứ", "Lời nhắc"
COUNTED = "Nhà được tính"
ALL_PROGRAMMES, ALL_CATEGORIES, ALL_WORKS = "mọi chương trình", "mọi đối tượng", "xây mới và sửa chữa"
NOTHING_NOTED = "–"
PARTS = "Trong kế hoạch"
NO_SECTION = "Chưa ghi."

# "Nhiệm vụ", "Căn cứ"
TASK_UNIT, TEXT_UNIT = "nhiệm vụ", "mục"
TASK_NUMBER, TASK_TEXT, LEAD, COOPERATING, PERSON, FIELD, AREA, DUE = (
    "Mục",
    "Nội dung",
    "Chủ trì",
    "Phối hợp",
    "Người phụ trách",
    "Lĩnh vực",
    "Địa bàn",
    "Hạn",
)
RESULT, EVIDENCE, DONE_ON = "Kết quả", "Minh chứng", "Ngày xong"
NOTE_RESULT, RESULT_TITLE, SAVED_RESULT = "Ghi kết quả", "Kết quả nhiệm vụ", "Đã ghi kết quả nhiệm vụ."
RESULT_OF_UNIT, WHOLE_OFFICE = "Đơn vị", "Cơ quan"
EMPTY_TASKS = "Kế hoạch chưa có nhiệm vụ. Sửa kế hoạch để thêm nhiệm vụ, nơi chủ trì, nơi phối hợp."
EMPTY_BASES = "Kế hoạch chưa có căn cứ. Sửa kế hoạch để thêm căn cứ, nơi nhận."
SECTION, TEXT, SUBJECT, VALUE, WARNING = "Mục", "Nội dung", "Áp dụng cho", "Mức, cách hiểu", "Cần kiểm tra"
