"""Text as the two old encodings keep it, written down letter by letter from the tables of the fonts."""

from __future__ import annotations

import re
import unicodedata

#: Each letter and the byte of TCVN 5712 that stands for it, as the Latin-1 letter a file shows.
_TCVN3 = (
    "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË "
    "èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ "
    "òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî "
    "ùï ủñ ũò úó ụô ư\xad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ đ® "
    "Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§"
)
#: Each letter and the one or two letters VNI types for it.
_VNI = (
    "àaø ảaû ãaõ áaù ạaï ăaê ằaè ẳaú ẵaü ắaé ặaë âaâ ầaà ẩaå ẫaã ấaá ậaä "
    "èeø ẻeû ẽeõ éeù ẹeï êeâ ềeà ểeå ễeã ếeá ệeä ìì ỉæ ĩó íí ịò "
    "òoø ỏoû õoõ óoù ọoï ôoâ ồoà ổoå ỗoã ốoá ộoä ơô ờôø ởôû ỡôõ ớôù ợôï "
    "ùuø ủuû ũuõ úuù ụuï ưö ừöø ửöû ữöõ ứöù ựöï ỳyø ỷyû ỹyõ ýyù ỵî đñ"
)
TCVN3 = {unicodedata.normalize("NFC", one[:-1]): one[-1] for one in re.findall(r"\S+", _TCVN3)}
VNI = {one[0]: one[1:] for one in unicodedata.normalize("NFC", _VNI).split()}
VNI |= {letter.upper(): typed.upper() for letter, typed in VNI.items()}
SMALL = tuple(letter for letter in TCVN3 if letter.islower())


def to_tcvn3(text: str) -> str:
    """As typed in a `.Vn...` font: a toned capital can only be typed small."""
    return "".join(TCVN3.get(one, TCVN3.get(one.lower(), one)) for one in unicodedata.normalize("NFC", text))


def to_vni(text: str) -> str:
    """As typed in a `VNI-...` font."""
    return "".join(VNI.get(one, one) for one in unicodedata.normalize("NFC", text))
