"""A plan as data, beneath the rooms: its parts as drafts, what they must obey, its file, its ids, its days.

The program brings plans along (`app.bundled`), an office adds and edits them (`app.campaigns`).
"""
