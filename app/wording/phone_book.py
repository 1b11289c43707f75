"""Words of the phone book."""

from __future__ import annotations

from models.vocabulary import ContactKind

PAGE = "Danh bạ"
UNIT = "người"
NAME, KIND, ROLE, PHONE, NOTE = "Họ tên, đơn vị", "Là ai", "Nơi, việc", "Điện thoại", "Ghi chú"
EVERYBODY = "Mọi người"
EDIT_TITLE, SAVE = "Sửa danh bạ", "Lưu"
ADD, EDIT, TAKE_OFF = "Thêm người", "Sửa…", "Bỏ khỏi danh bạ…"
COPY_NUMBER = "Chép số"
COPIED = "Đã chép số {phone} của {name}."
NO_NUMBER = "{name} chưa có số điện thoại trong máy."
EMPTY = "Danh bạ còn trống. Trưởng thôn, nhà cung cấp, nhà hảo tâm tự vào đây; thợ, lái xe thì thêm ở nút trên."
KEPT_ELSEWHERE = "{name} được ghi ở {place}. Sửa ở đó."
TAKE_OFF_QUESTION = "Bỏ {name} khỏi danh bạ?"
TAKEN_OFF, SAVED = "Đã bỏ {name} khỏi danh bạ.", "Đã ghi {name} vào danh bạ."
SAVING = "Đang ghi danh bạ"
WORKPLACE, ADDRESS = "Đội, cửa hàng, cơ quan", "Địa chỉ"

HEAD, COMMITTEE, SUPPLIER, DONOR, HELPER = "head", "committee", "supplier", "donor", "helper"
COMMUNE, OFFICE = "commune", "office"
OWN_KINDS: dict[str, str] = {
    ContactKind.BUILDER.value: "Thợ, đội xây",
    ContactKind.CARRIER.value: "Lái xe, vận chuyển",
    ContactKind.AUTHORITY.value: "Cơ quan, đoàn thể",
    ContactKind.OTHER.value: "Người khác",
}
KINDS: dict[str, str] = {
    HEAD: "Trưởng thôn, tổ",
    **OWN_KINDS,
    SUPPLIER: "Nhà cung cấp",
    DONOR: "Nhà hảo tâm",
    HELPER: "Người đỡ đầu",
    COMMITTEE: "Ban, tổ",
    COMMUNE: "Xã, phường",
    OFFICE: "Người dùng máy",
}
HELPS = "{unit}, đỡ đầu hộ {head}"
VILLAGES, COMMITTEES = "Thiết lập › Thôn", "Thiết lập › Ban Chỉ đạo"
SUPPLIERS, DONORS, HELPERS = "Kinh phí › Nguồn vốn", "Ủng hộ › Nhà hảo tâm", "Ủng hộ › Đỡ đầu"
PHONE_BOOK_PROBLEMS: dict[str, str] = {
    "contact_name_missing": "Thiếu tên. Gõ họ tên hoặc tên đơn vị rồi lưu lại.",
    "contact_kind_missing": "Chưa chọn người này là ai. Chọn trong danh sách rồi lưu lại.",
    "contact_without_phone": "Chưa có số điện thoại. Ghi thêm khi biết.",
}
