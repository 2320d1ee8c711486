"""Makes sure that what pip cannot install is there: Qt's system libraries, fonts, Xvfb and xdotool.

``python3 scripts/system_packages.py run`` checks what the window needs, ``test`` also what the end-to-end test needs. Libraries
are looked for by loading them, so that the check is right on every Linux; only the installing is Debian's (apt-get, as root or
with passwordless sudo). Exit code 0: everything there; 2: something is missing and may not be installed, named in one sentence.
Standard library only: it runs before the virtual environment exists.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# Debian's package and the library in it that Qt's xcb and offscreen plugins load.
LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-xinerama0": "libxcb-xinerama.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
PROGRAMS = {"xvfb": "Xvfb", "xdotool": "xdotool"}


def loads(library: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(*patterns: str) -> bool:
    """Whether a font file whose name matches one of the patterns lies in one of the usual folders."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(next(folder.rglob(pattern), None) is not None for folder in folders if folder.is_dir() for pattern in patterns)


def missing(kind: str) -> tuple[list[str], list[str]]:
    """Debian packages that are needed and not there, and those that are only wanted (Korean text needs a CJK font)."""
    needed = [package for package, library in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        needed.append("python3-venv")
    if not has_font("*.ttf", "*.otf", "*.ttc"):
        needed.append("fonts-dejavu-core")
    if kind == "test":
        needed += [package for package, program in PROGRAMS.items() if shutil.which(program) is None]
    wanted = [] if has_font("*CJK*", "Nanum*", "*Korean*", "*KR*") else ["fonts-noto-cjk"]
    return needed, wanted


def installer() -> list[str] | None:
    """The command prefix that may install Debian packages, or None."""
    apt = shutil.which("apt-get")
    if apt is None:
        return None
    if os.geteuid() == 0:
        return [apt]
    sudo = shutil.which("sudo")
    if sudo is not None and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n", "DEBIAN_FRONTEND=noninteractive", apt]
    return None


def install(prefix: list[str], packages: list[str], say: Callable[[str], object]) -> None:
    """Install with apt-get; its output is shown only where it fails."""
    say(f"Installing system packages: {' '.join(packages)}\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*prefix, *command], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            say(f"{' '.join([*prefix, *command])} failed:\n{done.stdout}{done.stderr}")
            return


def main(arguments: list[str]) -> int:
    """Check, install what may be installed, and say in one sentence what is left to do by hand."""
    kind = arguments[0] if arguments else "run"
    if kind not in {"run", "test"}:
        sys.stderr.write(f"system_packages.py: {kind} is not one of: run, test\n")
        return 2
    if not sys.platform.startswith("linux"):
        return 0
    needed, wanted = missing(kind)
    if needed or wanted:
        prefix = installer()
        for packages in (needed, wanted):  # apart, so that a font that cannot be had does not keep a library out
            if prefix is not None and packages:
                install(prefix, packages, sys.stderr.write)
        needed, wanted = missing(kind)
    if needed:
        sys.stderr.write(
            "Missing system packages, which this account may not install or whose installation failed; please run: "
            f"sudo apt-get install {' '.join(needed)} (names on Debian and Ubuntu).\n"
        )
        return 2
    if wanted:
        sys.stderr.write("Note: no font with Korean letters was found (Debian: fonts-noto-cjk); everything else works.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
