"""The front door: the window, or a command. Imports nothing heavy: child processes start here too."""

from __future__ import annotations

import gc
import multiprocessing
import sys


def main() -> int:
    """Open the window when called without a command; otherwise run the command. Returns the exit status."""
    multiprocessing.freeze_support()
    gc.disable()  # what is loaded at a start stays: looking through it for garbage again and again takes a tenth of it
    if len(sys.argv) > 1:
        from app.cli.frame import run_command
        from app.cli.main import prepare

        args = prepare(sys.argv[1:])
        gc.freeze()
        gc.enable()
        return run_command(args)
    from views.application import main as open_window  # the window collects garbage itself: views/collecting.py

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
