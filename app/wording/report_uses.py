"""What each report is for, as the catalogue on screen says it."""

from __future__ import annotations

USES: dict[str, str] = {
    "progress": "Gửi cấp trên hằng tuần, hằng tháng: nhà theo thôn, đối tượng, hình thức; kinh phí, huy động",
    "campaign": "Sơ kết, tổng kết, báo cáo theo thời hạn của kế hoạch: lời văn có số liệu, vướng mắc, kiến nghị",
    "units": "So các đơn vị với chỉ tiêu được giao, báo cáo đúng hạn",
    "houses": "Phụ lục có địa chỉ cụ thể: từng nhà với tình trạng và tiền",
    "overdue": "Đôn đốc: nhà chậm bao nhiêu ngày, vì sao",
    "week": "Họp tuần: mỗi thôn xong thêm mấy nhà ở từng giai đoạn, nhà nào dừng và vì sao",
    "papers": "Bổ sung hồ sơ: nhà nào còn thiếu giấy tờ gì trong máy",
    "money": "Đối chiếu với kế toán, công khai thu, chi",
    "drive": "Tổng kết đợt vận động trong cơ quan",
    "poverty": "Báo cáo rà soát hộ nghèo hằng năm: thoát nghèo, tái nghèo, phát sinh",
    "activities": "Phụ lục tuyên truyền, kiểm tra của báo cáo phong trào",
    "awards": "Theo dõi đề nghị, hồ sơ và quyết định khen thưởng",
}
