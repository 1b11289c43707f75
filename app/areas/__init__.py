"""The map: provinces, communes and the office's own villages."""
