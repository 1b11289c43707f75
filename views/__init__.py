"""What the officer sees: PySide6 widgets over the functions of `app`."""

from __future__ import annotations

from views.lasting import keep_singletons

keep_singletons()
