"""Names of the fields that an office's own Word template may hold, as officers type them: {ho_ten}.

`FIELD_NAMES` says how a value of a paper's sentences is called; the name in the braces of a sentence is its key.
"""

from __future__ import annotations

FIELD_NAMES = {
    "accepted": "da_nghiem_thu", "address": "dia_chi", "addressee": "noi_gui", "agree": "dong_y",
    "allocated": "da_phan_bo", "amount": "so_tien", "answer": "tra_loi", "answered": "da_tra_loi",
    "approved": "muc_duyet", "area": "dien_tich", "attendants": "nguoi_du", "auxiliary": "cong_trinh_phu",
    "bank": "ngan_hang", "basis": "can_cu", "birth": "nam_sinh", "birth_label": "nhan_nam_sinh", "body": "dai_dien",
    "category": "doi_tuong", "chair": "chu_tri", "circumstances": "hoan_canh", "citizen_id": "so_can_cuoc",
    "code": "ma_so", "collected": "da_thu", "condition": "hien_trang", "content": "noi_dung", "copies": "so_ban",
    "cost": "kinh_phi", "count": "so_luong", "criteria": "tieu_chi", "danger": "nguy_co", "day": "ngay",
    "days": "so_ngay", "deadline": "han", "decided": "da_quyet_dinh", "decisions": "cac_quyet_dinh",
    "department": "phong_ban", "description": "mo_ta", "difference": "chenh_lech", "dispute": "tranh_chap",
    "done": "da_lam", "down": "dia_ban", "education": "hoc_van", "employment": "viec_lam", "end": "den_ngay",
    "ethnicity": "dan_toc", "expected": "du_kien", "field": "linh_vuc", "finish": "hoan_thanh",
    "finished": "ngay_hoan_thanh", "flags": "diem_kiem_tra", "form": "hinh_thuc", "former": "ten_cu",
    "foundation": "nen_mong", "frame_wall": "khung_tuong", "fund": "quy", "gave": "da_giao", "gender": "gioi_tinh",
    "gifts": "qua_tang", "group": "nhom", "handed": "da_ban_giao", "head": "chu_ho", "home": "noi_o", "hour": "gio",
    "households": "so_ho", "issued": "ngay_cap", "issuer": "noi_cap", "item": "hien_vat", "kept_at": "noi_luu",
    "kind": "loai", "land": "dat_o", "left": "con_lai", "location": "dia_diem", "members": "so_nhan_khau",
    "method": "cach_lam", "minute": "phut", "month": "thang", "name": "ho_ten", "names": "cac_ten", "need": "nhu_cau",
    "new": "moi", "new_build": "xay_moi", "note": "ghi_chu", "number": "so", "numbers": "cac_so",
    "objections": "so_khong_dong_y", "occupation": "nghe_nghiep", "office": "ten_co_quan", "origin": "nguon_goc",
    "paid": "da_chi", "papers": "giay_to", "part": "bo_phan", "party": "nguoi_tham_gia", "people": "so_nguoi",
    "percent": "ty_le", "period": "ky", "person": "nguoi", "phone": "dien_thoai", "place": "dia_danh",
    "plan": "ke_hoach", "planning": "quy_hoach", "plot": "thua_dat", "position": "chuc_vu", "present": "so_co_mat",
    "programme": "chuong_trinh", "proposer": "nguoi_de_nghi", "purpose": "muc_dich", "quality": "chat_luong",
    "quantity": "so_luong_hien_vat", "reason": "ly_do", "received": "da_nhan", "relation": "quan_he",
    "religion": "ton_giao", "remedy": "khac_phuc", "remitted": "da_nop", "repair": "sua_chua",
    "requested": "so_de_nghi", "result": "ket_qua", "right": "ben_phai", "roof": "mai", "rooms": "so_gian",
    "secretary": "thu_ky", "sender": "nguoi_gui", "share": "phan_dong_gop", "sheet": "to_ban_do", "source": "nguon",
    "spouse": "vo_chong", "stage": "giai_doan", "start": "tu_ngay", "started": "ngay_khoi_cong",
    "status": "tinh_trang", "symbol": "ky_hieu", "text": "noi_dung_dong", "threshold": "nguong", "time": "thoi_gian",
    "title": "tieu_de", "total": "tong_so", "unit": "don_vi", "until": "den", "venue": "noi_hop", "village": "thon",
    "wanted": "can_co", "what": "viec", "who": "ai", "words": "bang_chu", "work": "cong_viec",
    "work_type": "loai_hinh", "year": "nam",
}  # fmt: skip

OFFICE, OFFICE_ABOVE = "co_quan", "co_quan_tren"
TITLE, UNDER_TITLE, ADDRESSEES, RECIPIENTS = "ten_giay", "phu_de", "kinh_gui", "noi_nhan"
SIGNER, SIGNER_TITLES = "nguoi_ky", "chuc_danh_ky"
FREE, MORE, TOTAL, CELL = "noi_dung_tu_do", "dong_them", "tong_{name}", "cot"
#: From this line on a template holds the list of its fields, which is not printed.
LIST_MARK = "DANH SÁCH MỤC TIN (từ dòng này trở xuống không in)"
LIST_HELP = (
    "Sửa câu chữ, phông, khoảng cách ở các trang trên như mọi tệp Word. Chữ trong ngoặc nhọn là mục tin: phần mềm thay "
    "bằng số liệu của từng hộ khi in. Có thể chuyển, lặp lại hoặc bỏ một mục tin, đừng đổi chữ trong ngoặc. Dòng bảng "
    "có mục tin được lặp cho mỗi hộ, mỗi khoản. Mục tin {dong_them} nhận những câu chỉ có ở một số hộ."
)
LIST_COLUMNS = ("Mục tin", "Đứng trong câu, cột")
#: What an empty field leaves for the pen.
DOTS = "…………"
#: What the list says of fields that stand in no sentence.
MEANINGS = {
    FREE: "phần để viết: dòng chấm, hoặc những câu của hồ sơ này",
    MORE: "những câu chỉ có ở một số hồ sơ; không có thì bỏ dòng",
}
