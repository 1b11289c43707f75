"""What joins all rooms: first page, figures, history."""
