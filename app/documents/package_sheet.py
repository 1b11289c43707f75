"""The hidden sheet that makes a workbook a package: it is received, never read as a list (docs/exchange.md)."""

from __future__ import annotations

NAME = "_goi"
