"""Paper: faces that know Vietnamese, the frame of an administrative document, words for numbers, workbooks."""
