"""What the officer sees: PySide6 widgets over the functions of `app`."""
