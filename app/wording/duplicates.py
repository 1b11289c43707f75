"""What the room of duplicate households says: its page, the reasons of a pair, joining and parting."""

from __future__ import annotations

from models.vocabulary import Gender

TITLE = "Hộ trùng"
UNIT = "cặp"
FINDING = "Đang tìm hộ trùng"
FIND_AGAIN = "Tìm lại"
NEVER_FOUND = "Chưa tìm hộ trùng trên máy này."
FOUND_AT = "Tìm lúc {when}."
FOUND = "Có {count} cặp hộ nghi trùng."
NOT_FOUND = "Chưa tìm xong hộ trùng."
EMPTY = "Không có cặp hộ nào nghi trùng."
EMPTY_DECIDED = "Chưa gộp hộ nào, chưa ghi cặp nào là khác nhau."
TO_DECIDE, DECIDED = "Chờ xem", "Đã xem"

ALL_PAIRS, SAME_COMMUNE, TWO_COMMUNES, TWO_PROGRAMMES = (
    "Mọi cặp", "Trong cùng một xã", "Giữa hai xã", "Ở hai chương trình",
)  # fmt: skip

SPOUSES = {Gender.FEMALE: "Vợ", Gender.MALE: "Chồng"}

#: Why two households are taken for one, or what speaks against it (`AGAINST`).
REASONS: dict[str, str] = {
    "name_same": "cùng tên chủ hộ",
    "name_accents": "tên chủ hộ chỉ khác dấu",
    "name_order": "tên chủ hộ đảo thứ tự",
    "name_middle": "tên chủ hộ khác chữ đệm",
    "name_typo": "tên chủ hộ khác một chữ cái",
    "name_other": "tên chủ hộ khác nhau",
    "day_same": "cùng ngày sinh {value}",
    "day_swapped": "ngày sinh đảo ngày và tháng",
    "day_other": "ngày sinh khác nhau",
    "year_same": "cùng năm sinh {value}",
    "year_other": "năm sinh khác nhau ({value})",
    "id_same": "cùng số căn cước (…{value})",
    "id_near": "số căn cước khác một chữ số",
    "id_other": "số căn cước khác nhau",
    "other_gender": "khác giới tính",
    "other_ethnicity": "khác dân tộc ({value})",
    "people_same": "cùng người trong hộ: {value}",
    "people_other": "nhân khẩu không có ai chung",
    "spouse_other": "vợ hoặc chồng là người khác",
    "spouse_is_head": "{value} là chủ hộ ở nơi này, là người trong hộ ở nơi kia",
    "village_same": "cùng thôn",
    "village_other": "khác thôn",
    "commune_other": "khác xã",
    "phone_same": "cùng điện thoại {value}",
    "account_same": "cùng tài khoản ngân hàng",
}
AGAINST = frozenset(
    {
        "name_other", "day_other", "year_other", "id_near", "id_other", "other_gender", "other_ethnicity",
        "people_other", "spouse_other", "village_other", "commune_other",
    }
)  # fmt: skip
BUT_ALSO = "{speaking}; nhưng {against}"

# The page

SCORE_COLUMN, ONE_COLUMN, OTHER_COLUMN = "Khả năng", "Hộ thứ nhất", "Hộ thứ hai"
BORN_COLUMN, VILLAGE_COLUMN, WHY_COLUMN, RESULT_COLUMN = "Năm sinh", "Thôn", "Vì sao", "Kết quả"
SCORE = "{score}%"
COMPARE = "So sánh"
DIFFERENT = "Hai hộ khác nhau"
JOIN = "Gộp thành một hộ"
PROPOSE_JOIN = "Đề nghị xã gộp"
TAKE_BACK = "Tách ra, xem lại"
JOINED_RESULT, APART_RESULT = "Đã gộp", "Hai hộ khác nhau"
OPEN_ONE, OPEN_OTHER = "Mở hồ sơ hộ thứ nhất", "Mở hồ sơ hộ thứ hai"
BACK = "Về danh sách"

COMPARE_TITLE = "So sánh hai hộ"
COMPARE_HELP = (
    "Dòng có dấu ≠ là khác nhau. Phím cách: giữ mục tin của hộ thứ hai. Phím 1: gộp. Phím 2: hai hộ khác nhau. "
    "Ctrl+PgDn: cặp tiếp theo. Esc: về danh sách."
)
FIELD_COLUMN, KEEP_COLUMN = "Mục tin", "Giữ của hộ thứ hai"
DIFFERS = "≠"
KEEP_HEAD, KEEP_THIS = "Giữ chủ hộ này", "Giữ mục này"
WHY = "Khả năng {score}%. {why}."
PEOPLE, CASES, PHOTOS = "Nhân khẩu", "Đề nghị hỗ trợ", "Số ảnh"
CASE = "{programme}: {status}"
CASE_PAID = "{programme}: {status}, đã chi {paid}"
JOIN_MEANS = (
    "Gộp: danh sách còn một hộ, giữ đủ lịch sử, giấy tờ, ảnh và các khoản tiền của cả hai. Lúc nào cũng tách ra được."
)
CASES_TWICE = (
    "Hai hộ cùng có đề nghị trong {programmes}. Gộp xong, mỗi đề nghị vẫn đứng riêng, tiền không cộng vào nhau; "
    "việc chọn đề nghị giữ lại nằm ở Cần xử lý."
)
APART_MEANS = (
    "Hai hộ ở hai xã nên không gộp được. Gọi hai xã kiểm tra: xã nào hộ không còn ở thì đưa hộ ra khỏi danh sách; "
    "nếu là hai hộ thật thì ghi là khác nhau."
)
UPPER_MEANS = "Hộ do xã giữ: đề nghị này đi theo gói tới xã, xã nhận thì hai hộ mới gộp."

JOINING, PARTING, TELLING = "Gộp hộ", "Tách hộ đã gộp", "Ghi hai hộ khác nhau"
JOINED = "Đã gộp hộ {one} và hộ {other} thành một."
PROPOSED = "Đã ghi đề nghị xã gộp hộ {one} và hộ {other}. Đề nghị đi theo gói sau."
PARTED = "Đã tách hộ {one} và hộ {other} như cũ."
TOLD_APART = "Đã ghi hộ {one} và hộ {other} là hai hộ khác nhau."
TOLD_APART_MANY = "Đã ghi {count} cặp là hộ khác nhau."
LOOKED_AGAIN = "Cặp {one} và {other} trở lại danh sách chờ xem."

# Tasks

TASK = "{one} và {other} có thể là một hộ, khả năng {score}%: {reasons}. So sánh hai hộ rồi gộp, hoặc ghi là khác nhau."
TASK_ANSWER = "Đây là hai hộ khác nhau"
COMPARE_TASK = "So sánh hai hộ"

DUPLICATE_PROBLEMS: dict[str, str] = {
    "households_of_two_communes": (
        "Hai hộ ở hai xã nên không gộp được. Báo hai xã kiểm tra, hoặc ghi là hai hộ khác nhau."
    ),
    "household_likely": "Có thể đã có trong danh sách: {who} ({why}). Kiểm tra có phải cùng một hộ.",
    "household_not_joined": "Hộ này không gộp với hộ nào, nên không có gì để tách. Bấm F5 để đọc lại danh sách.",
    "not_told_apart": "Cặp này chưa được ghi là hai hộ khác nhau. Bấm F5 để đọc lại danh sách.",
}
