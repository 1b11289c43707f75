"""One sentence for each rule of the office's work: what is wrong and what to do."""

from __future__ import annotations

from app.wording.awards import AWARD_PROBLEMS
from app.wording.backups import BACKUP_PROBLEMS
from app.wording.campaign_running import RUNNING_PROBLEMS
from app.wording.campaigns import CAMPAIGN_PROBLEMS
from app.wording.cases import CASE_COMMAND_PROBLEMS
from app.wording.ceremonies import CEREMONY_PROBLEMS
from app.wording.construction import CONSTRUCTION_PROBLEMS
from app.wording.corrections import CORRECTION_PROBLEMS
from app.wording.demo import PROBLEMS as DEMO_PROBLEMS
from app.wording.duplicates import DUPLICATE_PROBLEMS
from app.wording.eligibility import ELIGIBILITY_PROBLEMS
from app.wording.erasing import ERASING_PROBLEMS
from app.wording.exchange import PROBLEMS as EXCHANGE_PROBLEMS
from app.wording.filling import FILLING_PROBLEMS
from app.wording.first_run import FIRST_RUN_PROBLEMS
from app.wording.flags import FLAG_PROBLEMS
from app.wording.funding import FUNDING_PROBLEMS
from app.wording.giving import GIVING_PROBLEMS
from app.wording.handover import HANDOVER_PROBLEMS
from app.wording.households import HOUSEHOLD_PROBLEMS
from app.wording.laptops import LAPTOP_PROBLEMS
from app.wording.list_errors import ERROR_PROBLEMS
from app.wording.list_values import VALUE_PROBLEMS
from app.wording.lists import LIST_PROBLEMS
from app.wording.lists_opening import OPENING_PROBLEMS
from app.wording.months import MONTHS_PROBLEMS
from app.wording.moving import MOVING_PROBLEMS
from app.wording.office import OFFICE_PROBLEMS
from app.wording.packages import PACKAGE_PROBLEMS
from app.wording.paperwork import PAPERWORK_PROBLEMS
from app.wording.parsing import PARSING_PROBLEMS
from app.wording.people import PEOPLE_PROBLEMS
from app.wording.phone_book import PHONE_BOOK_PROBLEMS
from app.wording.photos import PHOTO_PROBLEMS
from app.wording.pins import PIN_PROBLEMS
from app.wording.programme_rules import RULE_PROBLEMS
from app.wording.report_differences import KEPT_PROBLEMS
from app.wording.reports import REPORT_PROBLEMS
from app.wording.review import REVIEW_PROBLEMS
from app.wording.succession import SUCCESSION_PROBLEMS
from app.wording.support import SUPPORT_PROBLEMS
from app.wording.table_file import TABLE_PROBLEMS
from app.wording.units import UNIT_PROBLEMS

PROBLEMS: dict[str, str] = {
    **PARSING_PROBLEMS,
    **HOUSEHOLD_PROBLEMS,
    **OFFICE_PROBLEMS,
    **BACKUP_PROBLEMS,
    **PEOPLE_PROBLEMS,
    **PIN_PROBLEMS,
    **SUPPORT_PROBLEMS,
    **ELIGIBILITY_PROBLEMS,
    **RULE_PROBLEMS,
    **PHOTO_PROBLEMS,
    **REVIEW_PROBLEMS,
    **FUNDING_PROBLEMS,
    **FLAG_PROBLEMS,
    **DUPLICATE_PROBLEMS,
    **GIVING_PROBLEMS,
    **AWARD_PROBLEMS,
    **CAMPAIGN_PROBLEMS,
    **RUNNING_PROBLEMS,
    **HANDOVER_PROBLEMS,
    **CEREMONY_PROBLEMS,
    **CORRECTION_PROBLEMS,
    **PAPERWORK_PROBLEMS,
    **CASE_COMMAND_PROBLEMS,
    **CONSTRUCTION_PROBLEMS,
    **TABLE_PROBLEMS,
    **PHONE_BOOK_PROBLEMS,
    **LIST_PROBLEMS,
    **OPENING_PROBLEMS,
    **VALUE_PROBLEMS,
    **ERROR_PROBLEMS,
    **ERASING_PROBLEMS,
    **MOVING_PROBLEMS,
    **EXCHANGE_PROBLEMS,
    **LAPTOP_PROBLEMS,
    **PACKAGE_PROBLEMS,
    **FIRST_RUN_PROBLEMS,
    **FILLING_PROBLEMS,
    **UNIT_PROBLEMS,
    **DEMO_PROBLEMS,
    **REPORT_PROBLEMS,
    **MONTHS_PROBLEMS,
    **KEPT_PROBLEMS,
    **SUCCESSION_PROBLEMS,
    "not_permitted": "{role} không được làm việc này: {work}. Đổi sang người có quyền rồi làm lại.",
    "user_unknown": "Không có người dùng tên {name}. Xem lại tên trong Thiết lập.",
    "already_initialised": "Thư mục dữ liệu này đã được thiết lập. Chọn thư mục khác nếu muốn thiết lập lại từ đầu.",
    "office_code_unfit": "Mã cơ quan {code} không dùng được. Mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch ngang.",
    "office_code_unknown": "Mã {code} không có trong danh mục tỉnh, xã hiện nay. Vẫn giữ mã này.",
    "office_name_missing": "Thiếu tên cơ quan. Gõ tên cơ quan rồi làm lại.",
    "person_missing": "Thiếu họ và tên. Gõ họ và tên rồi làm lại.",
    "superior_is_self": "Mã cấp trên trùng với mã của cơ quan. Sửa lại mã cấp trên.",
    "superior_half_given": "Cấp trên cần cả mã và tên. Cho đủ hai giá trị, hoặc bỏ cả hai.",
    "series_unfit": "Chữ của dãy số phải là một chữ thường từ a đến z.",
    "nothing_to_undo": "Không còn việc nào để hoàn tác.",
    "answers_are_not_undone": "Quyết định về số liệu đã gửi đi thì không hoàn tác được. Sửa lại số liệu nếu cần.",
    "row_of_other_office": "Dữ liệu này do cơ quan khác ghi và quản lý. Đề nghị cơ quan đó sửa.",
    "row_moved_on": "Chưa hoàn tác được: số liệu đã được sửa tiếp sau đó. Sửa trực tiếp trên hồ sơ.",
    "row_has_followers": "Chưa hoàn tác được: hồ sơ đã có việc ghi sau đó. Dùng Sửa sai và ghi lý do.",
    "no_conflict": "Hai số liệu này không còn khác nhau. Tải lại danh sách.",
    "not_ours_to_decide": "Số liệu này do cơ quan khác quản lý. Gửi đề nghị sửa cho cơ quan đó.",
    "proposal_gone": "Đề nghị sửa này không còn. Tải lại danh sách.",
    "required": "Thiếu {label}. Gõ {label} rồi lưu lại.",
    "nothing_to_print": "Chưa chọn nhà nào để in. Chọn ít nhất một nhà rồi in lại.",
}
