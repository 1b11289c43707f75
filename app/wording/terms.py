"""Hard terms of the officer's work, each with short words for it: the guide's last section and hints beside labels."""

from __future__ import annotations

#: Term -> what it is, without a full stop. A label that is a term, or begins with one, is explained by it.
TERMS: dict[str, str] = {
    "Ba cứng": "nền móng cứng, khung tường cứng, mái cứng: điều kiện của nhà được nghiệm thu",
    "Bản nháp": "chữ đã gõ mà chưa lưu, chỉ có ở máy này",
    "Bản quét": "ảnh hoặc tệp PDF chụp lại tờ giấy đã ký",
    "Bình xét": "họp thôn, các hộ bỏ phiếu xem hộ nào được đề nghị hỗ trợ",
    "Căn cứ": "văn bản mà kế hoạch hay quyết định dựa vào",
    "Cần xử lý": "việc máy không tự chọn được, chờ người quyết định",
    "Chốt báo cáo": "giữ nguyên số liệu và tệp của báo cáo đã gửi, về sau không đổi",
    "Dãy số": "chữ thêm vào số giấy tờ để hai máy của một cơ quan không trùng số",
    "Dấu bảo vệ gói": "dấu của máy lập gói, cho biết gói của máy nào và chưa ai sửa phần ẩn; không phải chữ ký số",
    "Đề nghị sửa": "nơi khác xin sửa số liệu do cơ quan này giữ; nhận hay không là do cơ quan này",
    "Điểm chỉ": "lăn ngón tay thay chữ ký",
    "Đối tượng": "hộ thuộc diện nào: nghèo, cận nghèo, người có công…; ở khen thưởng: người, tập thể hay hộ",
    "Đỡ đầu": "một người hay đơn vị nhận giúp một hộ lâu dài",
    "Giải ngân": "chi tiền hỗ trợ cho hộ, có thể nhiều đợt",
    "Gói": "tệp Excel mang số liệu từ máy này sang máy khác",
    "Hạn mức": "số tiền nhiều nhất được dùng của một nguồn",
    "Hình thức": "xây mới hay sửa chữa; trong sổ ủng hộ: tiền, hiện vật hay ngày công",
    "Hoàn tác": "bỏ việc vừa ghi, số liệu trở lại như trước",
    "Khóa sổ tháng": "xem lại bảy việc cuối tháng rồi ghi tháng đã xong",
    "Lý do miễn": "vì sao vẫn nghiệm thu nhà chưa đủ điều kiện; đi theo hồ sơ",
    "Mã đối chiếu": "dãy chữ số hai nơi đọc cho nhau, xem có đúng tệp ấy, máy ấy không",
    "Mã hộ": "số riêng của hộ trong danh sách của cơ quan",
    "Mức đề nghị": "số tiền hộ hoặc thôn đề nghị, chưa phải số được duyệt",
    "Ngày công": "người giúp nhân với số ngày làm",
    "Nghiệm thu": "kiểm tra nhà đã xong, đạt yêu cầu",
    "Niêm yết": "dán danh sách ở nơi công cộng đủ số ngày để mọi người xem và góp ý",
    "Phân bổ": "dành tiền của một nguồn cho từng hộ, chưa phải chi",
    "Phúc tra": "đến xem lại hộ khi có ý kiến",
    "Quyết toán": "cộng lại đã nhận, đã chi, còn lại khi xong việc",
    "Rà soát": "xem lại từng thôn để lập danh sách hộ cần hỗ trợ",
    "Sao lưu": "chép số liệu thành tệp thứ hai để phòng hỏng máy",
    "Sửa sai": "thêm dòng mới nói lại cho đúng, dòng cũ vẫn giữ",
    "Thể thức ký": "chữ đứng trước chức vụ: TM. thay mặt, KT. ký thay cấp trưởng, TL. ký theo lệnh",
    "Thu hồi": "lấy lại số tiền đã chi",
    "Tờ trình": "văn bản xin cấp trên phê duyệt danh sách",
    "Vốn đối ứng": "phần gia đình tự lo",
}


def explanation(label: str) -> str:
    """Short words for the term that a label, a heading or a tab is or begins with; nothing where it is no term.

    Of several the longest counts: "Mã đối chiếu" is not "Mã".
    """
    text = f"{' '.join(label.split()).casefold()} "
    found = [term for term in TERMS if text.startswith(f"{term.casefold()} ")]
    term = max(found, key=len, default=None)
    return f"{term}: {TERMS[term]}." if term else ""
