#!/usr/bin/env python3
"""Sets Mái Ấm up on this machine and starts it: the window, the demo, the tests, the checks or the build.

Standard library only, because it runs before anything is installed. What it needs is looked for first; system
libraries are installed with apt by root and otherwise named in one exact line. Python packages go into `.venv` from
the hashed locks in `requirements/`. A stamp in `.venv` lets the next start skip all of this, without a network.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import io
import json
import os
import shutil
import ssl
import struct
import subprocess
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "mai-am.json"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SCRIPTS = PYTHON.parent

USAGE = """Usage: python3 run.py [COMMAND]      (Windows: py -3 run.py [COMMAND])

  (none)         set everything up and open the window; without a screen, run the demo
  demo [OUT]     set up and do the main job on the sample commune, without a window
  test [ARGS]    set up and run the tests (ARGS go to pytest)
  check          lint, types, import rules, dependencies and tests: what CI runs
  build          make the one-folder program in dist/
"""

# Shared library -> the Debian package that brings it: what PySide6's wheels expect of the system.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
}
# Serif faces known to hold every Vietnamese letter; the first Liberation fonts and DejaVu do not.
FONT_DIRECTORIES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
COMPLETE_FONTS = ("Tinos-Regular.ttf", "NotoSerif-Regular.ttf", "liberation2/LiberationSerif-Regular.ttf")
FONT_PACKAGE = "fonts-croscore"


def stop(sentence: str, status: int = 1) -> NoReturn:
    """Say in one sentence why this cannot go on, and end."""
    print(f"run.py: {sentence}", file=sys.stderr)
    raise SystemExit(status)


def check_python() -> None:
    """End with one sentence on a Python that Qt 6.12 has no wheels for."""
    if sys.version_info < (3, 11):
        stop(f"Mái Ấm needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")
    if struct.calcsize("P") != 8:
        stop("Mái Ấm needs a 64-bit Python; this one has 32 bits.")


def missing_packages(command: str) -> list[str]:
    """Debian packages for what the system lacks, found by loading and looking, not by asking a package list."""
    if not LINUX:
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if not has_complete_font():
        missing.append(FONT_PACKAGE)
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        missing.append("python3-venv")
    if not has_certificates():
        missing.append("ca-certificates")
    if command == "build":
        missing += missing_for_build()
    if command == "check" and not shutil.which("soffice"):
        missing.append("libreoffice-calc")  # a package that it saved must come in as it was
    return missing


def loads(library: str) -> bool:
    """Whether the dynamic loader finds the library and everything it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_complete_font() -> bool:
    """Whether a serif face with all Vietnamese letters is installed; papers are refused without one."""
    for directory in FONT_DIRECTORIES:
        folder = Path(directory).expanduser()
        if any(next(folder.rglob(Path(face).name), None) for face in COMPLETE_FONTS if "/" not in face):
            return True
        if any(str(path).endswith(COMPLETE_FONTS[-1]) for path in folder.rglob("LiberationSerif-Regular.ttf")):
            return True
    return False


def has_certificates() -> bool:
    """Whether pip will be able to check whom it downloads from."""
    if os.environ.get("PIP_CERT"):
        return True
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile) or Path("/etc/ssl/certs/ca-certificates.crt").exists()


def missing_for_build() -> list[str]:
    """Packages PyInstaller needs on Linux beside Python: objdump, and Python as a shared library."""
    missing = [] if shutil.which("objdump") else ["binutils"]
    package = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    library = f"{package}.so.1.0"
    if not loads(library) and not Path(sysconfig.get_config_var("LIBDIR") or "", library).exists():
        missing.append(package)
    return missing


def provide_system(command: str) -> None:
    """Make the system complete: by apt when we are root, else by naming the exact line and ending."""
    missing = missing_packages(command)
    if not missing:
        return
    if not shutil.which("apt-get"):
        stop(f"the system lacks what Debian calls: {' '.join(missing)}. Install them, then run this again.")
    line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        become_root = "sudo sh -c" if shutil.which("sudo") else "su -c"
        stop(f"the system lacks a few libraries. Run this line, then run.py again:\n  {become_root} '{line}'")
    print(f"Installing system libraries: {' '.join(missing)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["sh", "-c", line], env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"apt could not install them:\n{done.stderr}Try by hand:\n  {line}")
    # A library that was missing a moment ago is looked for in a fresh process: the loader keeps its first answer.
    probe = [sys.executable, __file__, "--missing", command]
    left = subprocess.run(probe, capture_output=True, text=True, check=False).stdout.split()
    if left:
        stop(f"still missing after installing: {' '.join(left)}.")


def fingerprint(development: bool) -> dict[str, str]:
    """What the virtual environment was made from: the stamp of a finished set-up."""
    names = ["pyproject.toml", "requirements/app.lock", *(["requirements/dev.lock"] if development else [])]
    marks = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in names}
    return {**marks, "python": sys.version, "place": str(ROOT)}


def is_set_up(development: bool) -> bool:
    """Whether an earlier set-up of at least this size still stands."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return fingerprint(development).items() <= stamp.items() and PYTHON.exists()


def set_up(command: str, development: bool) -> None:
    """Bring system, virtual environment and packages to what the locks say; nothing to do after the first time."""
    if is_set_up(development) and not (command in ("build", "check") and missing_packages(command)):
        return
    check_python()
    provide_system(command)
    if is_set_up(development):
        return
    print("Setting up Mái Ấm in .venv (the first time needs a network and some minutes)", flush=True)
    try:
        STAMP.unlink(missing_ok=True)
    except OSError:
        stop(f"{VENV} belongs to another user. Work in a copy of your own, or let that user run this.")
    make_venv()
    lock = ROOT / "requirements" / ("dev.lock" if development else "app.lock")
    # The lock names every package, so pip has nothing to resolve and nothing to choose.
    pip("install", "--require-hashes", "--no-deps", "-r", str(lock))
    pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--force-reinstall", "-e", str(ROOT))
    STAMP.write_text(json.dumps(fingerprint(development), indent=1), encoding="utf-8")
    print("Set up.", flush=True)


def make_venv() -> None:
    """Create `.venv`, or make it anew when it is broken or was made by another Python or in another place."""
    made_by = [str(PYTHON), "-c", "import sys, pip; print(sys.version, sys.prefix)"]
    if PYTHON.exists():
        answer = subprocess.run(made_by, capture_output=True, text=True, check=False).stdout.strip()
        if answer == f"{sys.version} {VENV}":
            return
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        stop(f"could not make the virtual environment in {VENV}; is the folder writable?")


def pip(*arguments: str) -> None:
    """Run the virtual environment's pip; end with one sentence when it fails."""
    line = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *arguments]
    quiet = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.call(line, cwd=ROOT, env=quiet):
        stop("pip could not install the packages (its reason is above). Is there a network? Run this again.")


def start(*arguments: str) -> NoReturn:
    """Become the program `python ARGUMENTS` of the virtual environment."""
    line = [str(PYTHON), *arguments]
    if not WINDOWS:
        sys.stdout.flush()
        os.execv(line[0], line)  # noqa: S606 - no shell wanted
    # Windows' own exec gives the prompt back while the program still runs.
    raise SystemExit(subprocess.call(line))


def has_screen() -> bool:
    """Whether a window can be shown here."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(_arguments: list[str]) -> NoReturn:
    """Start the window; on a machine without a screen the demo, and say so."""
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        print("No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo instead.", flush=True)
        start("-m", "app", "demo")
    start("-m", "app")


def run_demo(arguments: list[str]) -> NoReturn:
    """Do the main job on the sample commune, without a window."""
    start("-m", "app", "demo", *arguments)


def run_tests(arguments: list[str]) -> NoReturn:
    """Run pytest; windows are drawn off screen unless the caller chose a platform."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    start("-m", "pytest", *arguments)


def run_checks(_arguments: list[str]) -> NoReturn:
    """Run every check, a line each with the time it was done at; one that fails ends it. pytest's line comes last."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    steps = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy --strict": ["-m", "mypy"],
        "house rules": ["-m", "pytest", "-q", "tests/house"],
        "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        "deptry": ["-m", "deptry", "."],
    }
    began = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        running = {name: side_by_side.submit(output_of, arguments) for name, arguments in steps.items()}
        for name, one in running.items():
            done = one.result()
            verdict = "failed" if done.returncode else "ok"
            print(f"{name:<16}{verdict:<8}{time.monotonic() - began:6.1f} s", flush=True)
            if done.returncode:
                sys.stdout.buffer.write(done.stdout)
                side_by_side.shutdown(cancel_futures=True)
                raise SystemExit(done.returncode)
    print("tests", flush=True)
    with_libreoffice = ["tests", "tests/long/libreoffice.py"] if LINUX else []
    run_tests(["-q", "-n", "auto", "--ignore=tests/house", *with_libreoffice])


def output_of(arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    """Run Python of the environment with these arguments, its lines kept."""
    return subprocess.run(
        [str(PYTHON), *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


def run_build(_arguments: list[str]) -> NoReturn:
    """Make the one-folder program with PyInstaller and say where it is."""
    os.chdir(ROOT)
    line = [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", "build.spec"]
    if status := subprocess.call(line):
        raise SystemExit(status)
    folder = ROOT / "dist" / "mai-am"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"Built dist/mai-am: {size / 1_000_000:.0f} MB. Start it with {'mai-am.exe' if WINDOWS else './mai-am'}.")
    raise SystemExit(0)


# command -> what it does, and whether it needs dev.lock
COMMANDS = {
    "": (open_window, False),
    "demo": (run_demo, False),
    "test": (run_tests, True),
    "check": (run_checks, True),
    "build": (run_build, True),
}


def main() -> None:
    """Set up what the command needs, then do it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may know no Vietnamese
    command, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if command == "--missing":
        print(" ".join(missing_packages(arguments[0] if arguments else "")))
        return
    if command not in COMMANDS:
        print(USAGE, end="")
        raise SystemExit(0 if command in {"-h", "--help", "help"} else 2)
    action, development = COMMANDS[command]
    set_up(command, development)
    action(arguments)


if __name__ == "__main__":
    main()
