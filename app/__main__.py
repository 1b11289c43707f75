"""The front door: the window, or a command. Imports nothing heavy: child processes start here too."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Open the window when called without a command; otherwise run the command. Returns the exit status."""
    multiprocessing.freeze_support()
    if len(sys.argv) > 1:
        from app.cli.main import main as run

        return run(sys.argv[1:])
    from views.application import main as open_window

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
