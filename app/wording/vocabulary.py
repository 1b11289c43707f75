"""The words of the records as people read and choose them, by their value in `models.vocabulary`."""

from __future__ import annotations

GENDERS = {"male": "Nam", "female": "Nữ"}

CATEGORIES = {
    "poor": "Hộ nghèo",
    "near_poor": "Hộ cận nghèo",
    "meritorious": "Người có công",
    "martyr_relative": "Thân nhân liệt sĩ",
    "policy_family": "Gia đình chính sách",
    "disaster": "Bị ảnh hưởng thiên tai",
    "elderly_alone": "Già cả neo đơn",
    "disabled": "Khuyết tật",
    "other": "Khác",
}

WORK_TYPES = {"new_build": "Xây mới", "repair": "Sửa chữa"}

STATUSES = {
    "registered": "Mới đề nghị",
    "surveyed": "Đã khảo sát",
    "village_reviewed": "Đã bình xét",
    "posted": "Đang niêm yết",
    "submitted": "Đã trình",
    "approved": "Đã duyệt, chưa khởi công",
    "started": "Đã khởi công",
    "in_progress": "Đang xây",
    "accepted": "Đã nghiệm thu",
    "handed_over": "Đã bàn giao",
    "closed": "Đã đóng hồ sơ",
    "on_hold": "Tạm dừng",
    "withdrawn": "Rút đơn",
    "ineligible": "Không đủ điều kiện",
    "refused": "Từ chối",
    "transferred": "Chuyển đi",
    "cancelled_death": "Chủ hộ mất",
}

STAGES = {
    "start": "Khởi công",
    "foundation": "Xong móng",
    "frame_wall": "Xong khung, tường",
    "roof": "Xong mái",
    "finish": "Xong hoàn thiện",
}

PARTS = {"foundation": "nền, móng", "frame_wall": "khung, tường", "roof": "mái"}

STEPS = {
    "survey": "khảo sát",
    "village_review": "họp bình xét",
    "posting": "niêm yết công khai",
    "submission": "tờ trình",
}

#: What was missing when a decision was recorded: its warnings as they are kept, in words.
DECISION_WARNINGS = {
    **{f"missing_{step}": name for step, name in STEPS.items()},
    "decided_against_vote": "bình xét chưa đạt",
    "decided_with_remark": "còn ý kiến chưa trả lời",
    "decided_by_other_office": "cơ quan khác phê duyệt",
    "amount_differs_from_norm": "số tiền khác mức",
    "amount_below_paid": "thấp hơn số đã chi",
    "source_missing": "chưa ghi nguồn vốn",
    "source_code_unknown": "nguồn chưa có trong sổ",
    "event_ahead": "ngày ở phía trước",
}
NUMBERINGS = {"none": "Không đánh số", "typed": "Ghi số sau", "register": "Sổ số của máy"}

EXCEPTIONS = {
    "withdrawn": "Rút đơn",
    "ineligible": "Không đủ điều kiện",
    "refused": "Từ chối",
    "on_hold": "Tạm dừng",
    "resumed": "Tiếp tục",
    "transferred": "Chuyển đi",
    "cancelled_death": "Chủ hộ mất",
    "new_head": "Thay chủ hộ",
    "work_changed": "Đổi hình thức",
    "amount_changed": "Đổi mức, đổi nguồn",
    "self_built": "Hộ tự làm trước khi duyệt",
    "commune_builds": "Xã tổ chức làm nhà",
    "not_passed": "Nghiệm thu chưa đạt",
    "damaged_again": "Nhà hỏng lại do thiên tai",
    "clawed_back": "Thu hồi tiền",
    "escaped_poverty": "Thoát nghèo giữa chừng",
    "listed_twice": "Có ở hai danh sách",
    "found_later": "Phát sinh ngoài danh sách",
}

SOURCE_KINDS = {
    "central_budget": "Ngân sách trung ương",
    "local_budget": "Ngân sách địa phương",
    "fund_for_poor": "Quỹ Vì người nghèo",
    "public_security": "Công an",
    "business": "Doanh nghiệp",
    "donor": "Nhà hảo tâm",
    "clan": "Dòng họ",
    "community": "Cộng đồng",
    "household": "Hộ gia đình",
    "bank_loan": "Vay ngân hàng",
}

SOURCE_GROUPS = {"state": "Nhà nước", "society": "Xã hội", "household": "Hộ gia đình"}

CONTRIBUTION_KINDS = {
    "cash": "Tiền mặt",
    "transfer": "Chuyển khoản",
    "salary_day": "Một ngày lương, thu nhập",
    "goods": "Hiện vật",
    "labour": "Ngày công",
    "transport": "Vận chuyển",
    "foundation": "Làm móng, nền",
    "advice": "Công sức, trí tuệ, tuyên truyền",
}

PAY_METHODS = {"cash": "Tiền mặt", "transfer": "Chuyển khoản", "payroll": "Khấu trừ lương"}

PAYMENT_KINDS = {"clawback": "Thu hồi"}

DONOR_KINDS = {
    "person": "Cá nhân",
    "business": "Doanh nghiệp",
    "organisation": "Tổ chức, đoàn thể",
    "agency": "Cơ quan, đơn vị",
    "anonymous": "Không nêu tên",
}

PLEDGE_STATES = {
    "open": "Chưa thực hiện",
    "partly_kept": "Thực hiện một phần",
    "kept": "Đã thực hiện",
    "withdrawn": "Đã rút",
}

SCREENING_STATES = {"returned": "Đã nộp", "no_household": "Không có hộ"}

RECHECK_RESULTS = {"confirmed": "Giữ trong danh sách", "sent_back": "Đưa ra, khảo sát lại"}

POVERTY_LEVELS = {"poor": "Hộ nghèo", "near_poor": "Hộ cận nghèo", "average": "Không nghèo"}

INSPECTION_RESULTS = {"pass": "Đạt", "fail": "Chưa đạt"}

PAPER_KINDS = {
    "handover_minutes": "Biên bản bàn giao nhà",
    "completion_check": "Biên bản kiểm tra việc hoàn thành xây dựng (sửa chữa) nhà ở",
    "application": "Đơn đề nghị hỗ trợ nhà ở",
    "commitment": "Bản cam kết",
    "authorisation": "Giấy ủy quyền",
    "land_confirmation": "Giấy xác nhận đất ở",
    "survey_form": "Phiếu khảo sát",
    "review_minutes": "Biên bản họp bình xét",
    "recheck_minutes": "Biên bản phúc tra",
    "posting_list": "Danh sách niêm yết công khai",
    "posting_end_minutes": "Biên bản kết thúc niêm yết",
    "submission": "Tờ trình",
    "decision": "Quyết định phê duyệt",
    "refusal_notice": "Thông báo không thuộc diện hỗ trợ",
    "receipt": "Biên nhận ủng hộ",
    "donor_list": "Danh sách ủng hộ",
    "thanks_letter": "Thư cảm ơn",
    "payment_request": "Giấy đề nghị thanh toán",
    "cash_handover_minutes": "Biên bản bàn giao tiền mặt",
    "goods_handover_minutes": "Biên bản bàn giao hiện vật",
    "labour_sheet": "Bảng chấm công",
    "sign_for_list": "Danh sách ký nhận",
    "stage_minutes": "Biên bản xác nhận hoàn thành giai đoạn",
    "settlement": "Bảng quyết toán",
    "payment_voucher": "Phiếu chi (mẫu tham khảo)",
    "source_settlement": "Bảng quyết toán nguồn kinh phí",
    "public_statement": "Công khai thu, chi",
    "cashier_list": "Danh sách nộp tiền ủng hộ",
    "department_report": "Báo cáo vận động theo phòng",
    "drive_statement": "Công khai kết quả vận động",
    "household_summary": "Phiếu tóm tắt hộ",
    "award_submission": "Tờ trình đề nghị khen thưởng",
    "achievement_report": "Báo cáo thành tích",
    "council_minutes": "Biên bản họp xét khen thưởng",
    "certificate": "Giấy khen (in trên phôi)",
    "certificate_proof": "Giấy khen (bản in thử)",
    "reminder_letter": "Công văn đôn đốc báo cáo",
    "council_brief": "Tóm tắt gửi thành viên hội đồng",
    "photo_pairs": "Ảnh trước và sau",
    "photo_annex": "Phụ lục ảnh",
    "ceremony_invitation": "Giấy mời lễ bàn giao",
    "ceremony_guests": "Danh sách khách mời",
    "ceremony_programme": "Chương trình lễ bàn giao",
    "ceremony_sign_in": "Danh sách ký tên dự lễ",
    "draft_plan": "Dự thảo kế hoạch và phụ lục từng nhà",
    "village_sheet": "Phiếu theo dõi của thôn",
    "visit_sheet": "Phiếu đi thực tế",
}

FLAGS = {
    "ethnic_minority": "Dân tộc thiểu số",
    "meritorious_member": "Có thành viên là người có công",
    "female_head": "Chủ hộ là nữ",
    "no_labour": "Không có khả năng lao động",
    "no_livelihood": "Không có sinh kế ổn định",
    "elderly_alone": "Già cả neo đơn",
    "disabled": "Có người khuyết tật",
    "disaster": "Bị ảnh hưởng thiên tai",
    "orphan_head": "Chủ hộ mồ côi",
}

#: The groups of states on screen, with the statuses each contains, in the order of the road.
STATUS_GROUPS = {
    "Chờ xét": ("registered", "surveyed", "village_reviewed", "posted", "submitted"),
    "Đã duyệt": ("approved",),
    "Đang xây": ("started", "in_progress"),
    "Đã hoàn thành": ("accepted",),
    "Đã bàn giao": ("handed_over", "closed"),
    "Tạm dừng": ("on_hold",),
    "Ra khỏi danh sách": ("withdrawn", "ineligible", "refused", "transferred", "cancelled_death"),
}

BUILD_MODES = {"household": "Hộ tự làm", "commune": "Xã tổ chức làm"}

ROLES = {"officer": "Cán bộ phụ trách", "leader": "Lãnh đạo", "accountant": "Kế toán"}

YES_NO = {True: "Có", False: "Không"}

LEVELS = {"commune": "Xã, phường, đặc khu", "upper": "Cấp trên", "agency": "Cơ quan vận động ủng hộ"}

BODIES = {"committee": "Ủy ban nhân dân", "front": "Ủy ban Mặt trận Tổ quốc"}

#: What stands for an empty value, and for a record that is in the list or was taken off it.
EMPTY = "(để trống)"
ANOTHER_ROW = "(một mục khác)"
KEPT_WHOLE = "(nội dung lưu kèm)"
KEPT_IN_LIST, OUT_OF_LIST = "Giữ trong danh sách", "Bỏ khỏi danh sách"

CAMPAIGN_SECTIONS = {
    "slogan": "Khẩu hiệu",
    "theme": "Chủ đề",
    "legal_basis": "Căn cứ",
    "contribution": "Hình thức đóng góp",
    "criterion": "Tiêu chí thi đua",
    "standard": "Tiêu chuẩn khen thưởng",
    "route": "Nơi hồ sơ đi qua",
    "recipient": "Nơi nhận",
    "reading": "Chỗ chưa rõ và cách hiểu",
}
UNIT_KINDS = {
    "province": "Tỉnh, thành phố",
    "district": "Huyện, thị xã, thành phố (trước 7/2025)",
    "commune": "Xã, phường",
    "village_group": "Tổ dân phố, thôn",
    "department": "Phòng, bộ phận",
    "agency": "Cơ quan, ban ngành",
    "organisation": "Mặt trận, đoàn thể",
}
MEASURES = {
    "houses": "Số nhà",
    "house_rate": "Tỷ lệ nhà (%)",
    "poverty_rate_drop": "Mức giảm tỷ lệ hộ nghèo trong năm (điểm %)",
    "near_poor_drop": "Số hộ cận nghèo giảm trong năm",
    "poor_left": "Số hộ nghèo còn lại (trừ bất khả kháng)",
    "money": "Số tiền huy động (đồng)",
    "reports_on_time": "Số đơn vị báo cáo đúng hạn",
    "typed": "Nhập tay",
}
COMPARES = {"at_least": "từ", "at_most": "không quá", "between": "trong khoảng"}
COUNTS_WHEN = {"handed_over": "Đã bàn giao", "accepted": "Đã nghiệm thu"}
DENOMINATORS = {
    "listed": "Mọi nhà trong danh sách",
    "eligible": "Nhà đủ điều kiện",
    "approved": "Nhà đã duyệt",
}
REPEATS = {"weekly": "Hằng tuần", "monthly": "Hằng tháng", "quarterly": "Hằng quý", "yearly": "Hằng năm"}
UNIT_REPORT_KINDS = {"request": "Yêu cầu", "plan": "Kế hoạch", "report": "Báo cáo", "wrap_up": "Tổng kết"}
DEADLINE_STATES = {"open": "Chưa đến hạn", "due_soon": "Sắp đến hạn", "overdue": "Quá hạn", "done": "Đã xong"}
ACTIVITY_KINDS = {
    "article": "Tin, bài",
    "broadcast": "Phát thanh, truyền hình",
    "session": "Buổi tuyên truyền",
    "model_example": "Gương điển hình, mô hình hay",
    "initiative": "Sáng kiến, cách làm hay",
    "inspection": "Kiểm tra",
    "supervision": "Giám sát",
    "social_criticism": "Phản biện xã hội",
}
AWARD_OBJECTS = {"collective": "Tập thể", "individual": "Cá nhân", "household": "Hộ gia đình"}
AWARD_LEVELS = {
    "state": "Cấp Nhà nước",
    "province": "Cấp tỉnh",
    "sector": "Sở, ban, ngành, đoàn thể tỉnh",
    "district": "Cấp huyện (trước 7/2025)",
    "commune": "Cấp xã",
    "unit": "Cơ quan, đơn vị",
}
QUOTA_KINDS = {
    "tier": "Theo bậc chỉ tiêu",
    "fixed": "Số cố định",
    "handed_down": "Cấp trên phân bổ",
    "by_unit": "Đơn vị tự quyết định",
}
