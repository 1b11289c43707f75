"""What the officer sees: PySide6 widgets over the functions of `app`.

The records are loaded before Qt: once PySide6 is there, it reads the source of every module that is loaded after it.
"""

from __future__ import annotations

import app.workspace  # noqa: F401 - before Qt, see above
from views.lasting import keep_singletons

keep_singletons()
