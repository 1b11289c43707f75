"""Points to look at ("Điểm cần kiểm tra"): house, money, papers and people looked at together."""
