"""What the office does: the use cases, without any window."""

import os

# python-docx brings lxml, which openpyxl would take at once; foreign workbooks are read by defusedxml instead.
os.environ["OPENPYXL_LXML"] = "False"

#: The version of the program; a test holds it against pyproject.toml.
VERSION = "0.3.0"
