"""Words of the papers of a house's file: states, problems, commands."""

from __future__ import annotations

from collections.abc import Iterable

from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PaperKind, PaperState

#: Short names of the papers a file holds: headings of the matrix.
SHORT = {
    "application": "Đơn\nđề nghị",
    "survey_form": "Phiếu\nkhảo sát",
    "review_minutes": "BB họp\nbình xét",
    "decision": "Quyết\nđịnh",
    "stage_minutes": "BB giai\nđoạn",
    "completion_check": "BB hoàn\nthành",
    "payment_voucher": "Chứng từ\nchi",
    "cash_handover_minutes": "BB giao\ntiền",
    "handover_minutes": "BB bàn\ngiao",
}
STATES = {"none": "chưa có", "printed": "đã in", "signed": "đã ký", "scanned": "đã quét"}
NOT_DUE = "chưa đến lúc"
PRINTED_ONLY = "đã in, chưa ký"
BEFORE = "trước khi dùng phần mềm"
IN_FILE_COLUMN = "Trong\nhồ sơ"
SET_TITLE = "Giấy tờ hồ sơ nhà"
# The file of a house as one PDF
FILE_TITLE, CONTENTS = "Hồ sơ hỗ trợ nhà ở", "Mục lục"
CONTENTS_COLUMNS = ("STT", "Tên giấy tờ", "Tình trạng", "Trang")
COVER_HEAD, COVER_ADDRESS = "Hộ ông (bà): {name}", "{address}"
COVER_PROGRAMME, COVER_WORK = "{programme}", "Hình thức: {work}"
SIGNED_ON, SIGNED_BY = "đã ký ngày {day}", "đã ký ngày {day}, {signer}"
DRAWN_FROM_RECORDS = "{state}; bản in từ phần mềm, chưa quét"
PAPER_ELSEWHERE = "{state}; giấy ở hồ sơ giấy, chưa quét"
SCAN_NOT_HERE = "đã quét, chờ ảnh: tệp quét chưa về máy này"
SOME_SCANS_NOT_HERE = "{state}; chờ ảnh: còn {count} tệp quét chưa về máy này"
NONE_BEFORE = "chưa có, làm trước khi dùng phần mềm"
#: Other papers a scan may be of, which no programme asks for.
VOUCHER = "Chứng từ chi"


def kind_name(kind: str) -> str:
    """What a paper of a file is called."""
    return VOUCHER if kind == PaperKind.PAYMENT_VOUCHER else PAPER_KINDS.get(kind, kind)


def short_name(kind: str) -> str:
    """The heading of a paper, in two lines."""
    return SHORT.get(kind) or kind_name(kind)


def kinds_text(kinds: Iterable[str]) -> str:
    """Papers in a sentence."""
    return ", ".join(_lower(kind_name(one)) for one in kinds)


def missing_text(papers: Iterable[tuple[str, str]]) -> str:
    """What a file lacks: "đơn đề nghị hỗ trợ nhà ở; biên bản bàn giao nhà (đã in, chưa ký)"."""
    return "; ".join(
        f"{_lower(kind_name(kind))} ({PRINTED_ONLY})" if state == PaperState.PRINTED else _lower(kind_name(kind))
        for kind, state in papers
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


# Commands
PAPER = "giấy tờ trong hồ sơ nhà"
PAPER_LIST = "liệt kê giấy của một hồ sơ: chưa có, đã in, đã ký, đã quét"
PAPER_SCAN = "gắn bản quét (PDF, JPG, PNG) của một giấy đã ký"
PAPER_SIGNED = "ghi một loại giấy của nhiều hộ đã ký"
PAPER_MISSING = "liệt kê hồ sơ còn thiếu giấy, hoặc in những giấy chưa có"
PAPER_CLOSE = "đóng hồ sơ của nhiều hộ; còn thiếu giấy thì phải có lý do"
PAPER_REOPEN = "mở lại hồ sơ đã đóng"
PRINT_DOSSIER = "hồ sơ của một hộ thành một tệp PDF: bìa, mục lục, giấy, bản quét"
KIND_HELP, FILE_HELP = "loại giấy, như handover_minutes", "tệp PDF, JPG hoặc PNG"
TOGETHER_HELP = "gắn cho mọi hộ cùng có tên trong giấy này"
SIGNER_HELP, VILLAGE_HELP = "người ký", "chỉ một thôn, bản"
PRINT_HELP = "in những giấy chưa có vào một tệp PDF, ghi là đã in"
LIST_LINE = "{name}: {state}"
MISSING_LINE = "{id}  {name}: {papers}"
NOTHING_MISSING = "Mọi hồ sơ đã đủ giấy."
SCANNED = "Đã gắn bản quét “{kind}” cho {count} hồ sơ."
SIGNED = "Đã ghi “{kind}” của hộ {names} đã ký."
FILES_CLOSED, FILE_REOPENED = "Đã đóng hồ sơ của hộ {names}.", "Đã mở lại hồ sơ của hộ {names}."
LEFT = "Chưa in được: {left}."
BOUND = "Đã ghép hồ sơ {pages} trang vào {file}."


PAPERWORK_PROBLEMS: dict[str, str] = {
    "paper_kind_unknown": "Chưa rõ “{text}” là giấy gì. Chọn loại giấy trong danh sách rồi làm lại.",
    "paper_day_ahead": "Ngày ký chưa đến. Xem lại ngày.",
    "closed_already": "Hồ sơ của hộ {names} đã đóng rồi.",
    "close_not_done": "Chưa đóng được hồ sơ của hộ {names}: nhà chưa bàn giao, "
    "hoặc nhà sửa chữa chưa nghiệm thu. Ghi bước đó trước.",
    "close_papers_missing": "Hồ sơ của hộ {names} còn thiếu {papers}. Bổ sung giấy, hoặc ghi lý do rồi đóng.",
    "close_ahead": "Ngày đóng hồ sơ chưa đến. Xem lại ngày.",
    "not_closed": "Hồ sơ của hộ {names} chưa đóng, không cần mở lại.",
    "no_missing_papers": "Không có giấy nào còn thiếu mà phần mềm in được.",
}
SCAN_TROUBLES: dict[str, str] = {
    "scan_no_scan": "Tệp “{name}” không phải ảnh JPG, PNG hay PDF. Quét lại giấy thành PDF hoặc ảnh rồi thả vào.",
    "scan_unreadable": "Tệp “{name}” bị hỏng, chưa đọc được. Quét lại giấy rồi thả tệp mới.",
    "scan_locked": "Tệp “{name}” có mật khẩu. Lưu lại tệp không mật khẩu rồi thả vào.",
    "scan_too_large": "Tệp “{name}” quá lớn. Quét ở 200 dpi, mỗi giấy một tệp, rồi thả lại.",
    "scan_too_many_pages": "Tệp “{name}” có hơn {most} trang. Tách mỗi giấy một tệp rồi thả lại.",
}
