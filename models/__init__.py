"""What the records are: SQLAlchemy mapped classes. No Qt, no session, no rule of the office's work."""
