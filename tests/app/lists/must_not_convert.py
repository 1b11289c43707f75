"""Text that is right as it stands, though it holds letters and signs that old encodings use for others."""

from __future__ import annotations

FOREIGN = (
    "François", "Noël", "Loïc", "Müller", "Jürgen Höß", "Zoé", "Chloë", "Citroën", "São Paulo", "São Tomé",
    "José Muñoz", "Señor Peña", "Ångström", "Åse", "Bjørn", "Søren", "Ærø", "Öland", "Köln", "Düsseldorf", "Straße",
    "Weiß", "café", "cafés", "résumé", "naïve", "Thaï", "Caïn", "laïc", "Moï", "Haïti", "Anaïs", "maïs", "août",
    "coût", "goût", "hôtel", "fête", "être", "forêt", "élève", "été", "thé", "blé", "né", "À la carte", "déjà vu",
    "voilà", "père", "mère", "très", "Genève", "Besançon", "garçon", "ça", "Curaçao", "Espírito Santo", "Conceição",
    "João", "Mañana", "niño", "piñata", "El Niño", "corazón", "adiós", "país", "aún", "Raúl", "Saúl", "baúl",
    "Málaga", "Córdoba", "München", "Zürich", "Ödön", "Györ", "Château", "Þór", "Guðrún", "Ævar", "Ýmir", "œuvre",
    "Łódź", "Čapek", "Škoda", "Kraków", "Müller-Lüdenscheidt", "naïf et doux", "Ñ", "ñ", "ß", "æ", "ø", "å", "ÿ",
    "Feil verdi på «standalone»-deklarasjon", "Verdien til «standalone» må vera «yes» eller «no»",
    "Treng autentisering for å bruka det på nettet", "non è seguito da un nome", "Stødte på en fejl ved fortolkning",
    "Mercedes", "Samsung Galaxy", "John Smith", "World Vision", "Habitat for Humanity", "Plan International",
)  # fmt: skip
SIGNS = (
    "m²", "m³", "60 m²", "25 °C", "±5", "3×4", "3 × 4 m", "Ø16", "Ø 16", "thép Ø8", "Ø10a150", "2Ø12", "D × R × C",
    "d×r×c", "µm", "5 µm", "10µm", "½", "¼", "1½", "¾ ha", "§5", "§ 5", "§1.2", "©", "© 2024", "®", "Excel®",
    "«Mái ấm»", "«abc»", "¿Qué?", "¡Hola!", "100 £", "¥500", "€", "¢", "30º", "1ª", "2º", "·", "•", "…", "–", "—",
    "“Đại đoàn kết”", "‘x’", "x", "X", "✓", "N/A", "QĐ-01/UBND", "01/QĐ-UBND", "MH-001", "HN.0123", "A1B2",
    "a÷b", "12÷4", "y = x² + 2x", "α β", "Σ", "(x)", "[x]", "1. Hộ nghèo", "a) Hộ nghèo", "ĐBKK", "KV III",
    "60.000.000đ", "60 triệu đồng", "dài × rộng", "0912.345.678", "011062900001", "12/5/2025", "B2:C5",
)  # fmt: skip
NAMES = (
    "H'Bia Niê", "Y Krông", "Y Thông Ktla", "H'Liên", "Y Nguôl", "Siu H'Né", "R'Ô", "K'Brêu", "Ksor H'Blêch",
    "Rơ Châm", "Y Ê Ban", "Ê Đê", "Ê-đê", "Mnông", "M'nông", "Xtiêng", "Krông Pắc", "Krông Bông", "Krông Nô", "Mlô",
    "Kpă Y Lú", "Néang Ouôl", "Kim Sêng", "Danh Khêl", "Thạch Sà Rây", "Sơn Sà Rây", "Châu Sóc Phên", "Lý Sô Phát",
    "Giàng Seo Páo", "Vàng Mí Pó", "Sùng A Dế", "Thào Mí Sính", "Lò Văn Pâng", "Hoà", "Hòa", "hoá", "Khuê", "Quế",
    "Quý", "Quy", "Tuân", "Tám", "Bé", "Bảy", "Lê Bé", "Hà Lê", "Tô Hà", "Ngô Thông", "Đô", "Lâm", "Cầm",
    "Cà Văn Hặc", "Mùa A Tú", "Chá", "Và", "Lìn", "Chẻo Mí", "Ôn", "Ôn Thông", "Âu", "Ân", "Ý", "Yên", "Ú", "Ó",
    "Ích", "Ấp 3", "Khóm 1", "Ô Môn", "Bình Ðịnh", "Ðà Nẵng", "Nguyễn Ðức", "Hồ Chí Minh", "Nhà tạm, mái tôn",
    "nhà cấp 4", "Thôn 135", "TDP số 3", "Bản Nà", "Pá Khoang", "Hua Nạng", "Sín Chải", "Háng Á", "Séo Lủng",
    "Sì Lở Lầu", "Lô Lô", "Ngái", "Brâu", "NGUYỄN VĂN ĐOÀN", "LÊ THỊ BÉ", "Thuý", "uỷ ban", "Hoè", "Ngoãn", "áo dài",
    "Ksor Ní", "Siu Phơ", "Nay H'Rôn", "Bình Định", "Võ Thị Sáu", "Đinh Bộ Lĩnh", "Lý Thường Kiệt", "quản lý",
)  # fmt: skip
MUST_NOT_CONVERT = (*FOREIGN, *SIGNS, *NAMES)
