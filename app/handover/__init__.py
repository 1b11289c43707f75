"""The room of handing houses over: the minutes and their numbers, ceremonies, the papers of a house."""
