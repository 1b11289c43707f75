"""The letters and syllables of Vietnamese, and how two old encodings kept them (fonts `.Vn...` and `VNI-...`)."""

from __future__ import annotations

SMALL_LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"

#: TCVN3: the letters from each place on, in the order of the font. The gaps between the runs are no letters.
TCVN3_RUNS: dict[int, str] = {
    0xA1: "ĂÂÊÔƠƯĐ",
    0xA8: "ăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}

#: VNI: the accents typed behind a vowel, as the letters they look like -> the marks they put on it.
VNI_ACCENTS: dict[str, str] = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}  # fmt: skip
#: VNI: vowels before such an accent; letters kept in one place of their own.
VNI_VOWELS: dict[str, str] = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
VNI_ALONE: dict[str, str] = {
    "ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip

#: The marks of the five tones, and those a syllable that ends in a stop may carry.
TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
STOP_TONE_MARKS = "\u0301\u0323"
ONSETS = "b ch c d đ gh gi g h kh k l m ngh ng nh n ph p qu r s th tr t v x"
#: Vowels that close a syllable.
OPEN_RHYMES = (
    "a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oa oe oi ôi ơi ua uê ui uy uơ ưa ưi ưu "
    "oai oao oay oeo uây uôi uya uyu iêu yêu ươi ươu uêu"
)
#: Vowels before each ending.
CLOSED_RHYMES: dict[str, str] = {
    "c": "a ă â e i o ô u ư iê uô ươ oa oă uâ",
    "ch": "a ê i oa uê uy",
    "m": "a ă â e ê i o ô ơ u iê yê uô ươ oa oă",
    "n": "a ă â e ê i o ô ơ u iê yê uô ươ oa oă oe uâ uyê",
    "ng": "a ă â e o ô u ư iê uô ươ oa oă uâ oo ôô",
    "nh": "a ê i oa uê uy",
    "p": "a ă â e ê i o ô ơ u iê ươ oa oă",
    "t": "a ă â e ê i o ô ơ u ư iê yê uô ươ oa oă oe uâ uyê uy",
}
#: After "qu" the u of the vowel belongs to the onset; these are what may follow.
QU_RHYMES = (
    "a ai ao au ay âu ây e eo ê êu y i ơ ơi yê ac ach am an ang anh at ăc ăm ăn ăng ăp ăt âc ân âng ât âp ap "
    "em en eng et ên ênh êt êch yt yn ynh ych yên yêt yêu it in inh ich ôc uôc"
)
#: Before a front vowel stand k, gh and ngh; g only in these syllables.
FRONT_VOWELS = "ieêy"
WITH_GI = "i in iêng iêc iêt"
