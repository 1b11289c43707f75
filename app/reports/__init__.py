"""The room of reports: what joins all rooms: the list and the file of a household, figures, first page."""
