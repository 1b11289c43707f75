"""The two encodings of before Unicode, written down from their definitions, and text put into them.

TCVN3 ("ABC", fonts .VnTime): one byte a letter, shown here as the Latin-1 letter of that byte. Capitals with a tone
have no byte; they are typed as small letters in a font whose small letters look like capitals (.VnTimeH).
VNI (fonts VNI-Times): the bare letter followed by a sign; few letters have a byte of their own. Capitals lie 32 below.
"""

from __future__ import annotations

import unicodedata

# In the order of the bytes of TCVN 5712:1993 VN3.
TCVN3_BYTES = {
    **dict(zip(range(0xA1, 0xA8), "ĂÂÊÔƠƯĐ", strict=True)),
    **dict(zip(range(0xA8, 0xAF), "ăâêôơưđ", strict=True)),
    **dict(zip(range(0xB5, 0xBA), "àảãáạ", strict=True)),
    **dict(zip((0xBB, 0xBC, 0xBD, 0xBE, 0xC6), "ằẳẵắặ", strict=True)),
    **dict(zip(range(0xC7, 0xCC), "ầẩẫấậ", strict=True)),
    **dict(zip((0xCC, 0xCE, 0xCF, 0xD0, 0xD1), "èẻẽéẹ", strict=True)),
    **dict(zip(range(0xD2, 0xD7), "ềểễếệ", strict=True)),
    **dict(zip((0xD7, 0xD8, 0xDC, 0xDD, 0xDE), "ìỉĩíị", strict=True)),
    **dict(zip((0xDF, 0xE1, 0xE2, 0xE3, 0xE4), "òỏõóọ", strict=True)),
    **dict(zip(range(0xE5, 0xEA), "ồổỗốộ", strict=True)),
    **dict(zip(range(0xEA, 0xEF), "ờởỡớợ", strict=True)),
    **dict(zip((0xEF, 0xF1, 0xF2, 0xF3, 0xF4), "ùủũúụ", strict=True)),
    **dict(zip(range(0xF5, 0xFA), "ừửữứự", strict=True)),
    **dict(zip(range(0xFA, 0xFF), "ỳỷỹýỵ", strict=True)),
}
TCVN3 = {letter: chr(byte) for byte, letter in TCVN3_BYTES.items()}
LETTERS = tuple("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
# Combining marks of Unicode: what VNI writes behind the letter. Circumflex and breve take a tone into one sign.
TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
HATS = {
    "\u0302": {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"},
    "\u0306": {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"},
}
OF_THEIR_OWN = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
HORN = "\u031b"
HORNED = {"o": "ô", "u": "ö"}
# A word that holds the letter, as it stands in lists.
WORDS_IN_ORDER = """
nhà cả đã đá tạm năm bằng thẳng sẵn thắng nặng dân cần phẩm mẫu đất mận đi hè trẻ vẽ bé mẹ bên nền thể lễ bến huyện
mì chỉ nghĩ chí thị lò bỏ ngõ khó họ thôn đồng tổ chỗ bố hộ nơi trời ở vỡ lớp vợ mù chủ lũ súa trụ tư từ sửa nữ mức tự
kỳ kỷ kỹ quý kỵ
"""
WORDS = dict(zip(LETTERS, WORDS_IN_ORDER.split(), strict=True))


def to_tcvn3(text: str) -> str:
    """In .VnTime; a capital with a tone is typed small, as those fonts have none."""
    return "".join(TCVN3.get(letter) or TCVN3.get(letter.lower(), letter) for letter in text)


def to_tcvn3_capitals(text: str) -> str:
    """What stands in the cell when the text is typed in capitals with .VnTimeH: small letters of the bytes."""
    return to_tcvn3(text.lower())


def to_vni(text: str) -> str:
    """In VNI-Times."""
    return "".join(map(_vni_letter, unicodedata.normalize("NFC", text)))


def _vni_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    small = _small_vni(letter.lower())
    return small if letter.islower() or not letter.isalpha() else "".join(_raised(sign) for sign in small)


def _raised(sign: str) -> str:
    return sign.upper() if sign.isascii() else chr(ord(sign) - 32)


def _small_vni(letter: str) -> str:
    if letter in OF_THEIR_OWN:
        return OF_THEIR_OWN[letter]
    bare, *marks = tuple(unicodedata.normalize("NFD", letter))
    if HORN in marks:
        bare = HORNED[bare]
        marks.remove(HORN)
    hat = next((mark for mark in marks if mark in HATS), None)
    tone = next((mark for mark in marks if mark in TONES), "")
    if hat:
        return bare + HATS[hat][tone]
    return bare + TONES[tone] if tone else bare


# Right text that an eager converter would spoil: letters that both encodings use for something else.
RIGHT_AS_IT_IS = (
    *(
        "Lò Văn Cà",
        "Hà Thị Ánh",
        "Vàng A Lò",
        "Lý Thị Hoà",
        "Bàn Văn Phú",
        "Quàng Văn Ín",
        "Tòng Văn Pâng",
        "Cà Thị Út",
    ),
    *("Giàng A Sùng", "Mùa A Vừ", "Sùng Thị Mẩy", "Lù A Páo", "Thào A Chú", "Vì Văn Ón", "Lô Thị Hòa", "Ý Ê Ban"),
    *("Y Bhăm Êban", "H'Bia Niê", "K'Brêu", "Rơ Châm Hyiu", "A Lăng Thị Bé", "Thạch Sô Phia", "Kim Sà Rây", "Đinh Rê"),
    *("Ô Tố Ân", "Hồ Văn Á", "Nhà tạm 30 m²", "Vách ½ gạch, ½ gỗ", "Nhà ở ± 25 m2", "Mái tôn © cũ", "§ 2 điểm a"),
    *("Hòa, Thủy, Hoà, Thuỷ", "Không có đất ở", "Bé út ốm", "Cô ấy là mẹ chồng", "Nhà ông Ích", "Sân nhà có ao cá"),
    *("Tà Ôi", "Ê Đê", "Cơ Tu", "La Hủ", "Xơ Đăng", "Chứt", "Bố Y", "Pà Thẻn", "Lô Lô", "Si La", "Ơ Đu", "Brâu"),
    *("Chị Hà báo: 'đã có nhà'", "tái định cư", "á, à, â, ă", "Nhà sàn cũ (3 gian)", "café", "Thôn Ô Lâu", "Bản Có"),
    *("Ấp Ô Mịch", "Sóc Ô Tà Bang", "Bản Pá Ít", "Xóm Đá", "Làng Ó", "Bản Ỏ", "Nậm Dê", "Bản Phình Cứ", "Tà Lùng"),
)
# The whole column is written with letters of Latin-1 only: nothing but sense tells that it is right.
RIGHT_WITH_FEW_LETTERS = (
    *("Lò Văn Cà", "Lò Văn Hà", "Cà Văn Lò", "Hà Văn Tòng", "Tòng Văn Hòa", "Lò Văn Pàn", "Quàng Văn Ín", "Lò Văn Ún"),
    *("Vàng A Lò", "Lù A Páo", "Lý A Sùng", "Lò Văn Phòng", "Cà Văn Bóng", "Hà Văn Công"),
)
