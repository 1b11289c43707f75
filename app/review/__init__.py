"""The room of review: from the search for houses to the commune's submission."""
