"""One command for everything a developer or a first-time user needs.

Usage: python3 scripts/dev.py VERB [ARGS]

    run [ARGS]        rotation ARGS; without ARGS, plan the MS-22 leak
    test [--quick]    every check, then the tests; --quick leaves the slow tests out
    coverage          the tests once more, with the lines that none of them reached
    format            lay the code out and mend what can be mended by rule
    setup             make the environment, and nothing else
    lock [ARGS]       write requirements.lock anew (--upgrade: newest versions)
    seeds [ARGS]      make the seed files again: scripts/make_seeds.py ARGS
    bench [ARGS]      measure: scripts/bench ARGS

The first use makes .venv from requirements.lock, where every file is named by its
hash; later uses find it ready. Needs Python 3.11 to 3.13 and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import contextmanager
from pathlib import Path

TYPE_CHECKING = False  # not from typing, which would cost each start 10 ms
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "requirements.lock"
UV_LOCK = ROOT / "scripts" / "uv.lock.txt"
VENV = ROOT / ".venv"
FIRST_PLAN = ROOT / "config" / "what-if" / "ms-22-leak.yaml"

OLDEST, TOO_NEW = (3, 11), (3, 14)
IS_WINDOWS = os.name == "nt"

CHECKS = (
    "ruff format --check .",
    "ruff check .",
    "mypy",
    "lint-imports --no-logo",
    "deptry scheduler",
    "vulture",
)
LOCK_COMMAND = (
    "uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes"
    " --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements.lock"
)


def say(text: str) -> None:
    """Tell the user something that is no result, on standard error."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def tool(name: str) -> Path:
    """Give the place of a program of the environment."""
    return VENV / ("Scripts" if IS_WINDOWS else "bin") / name


# --- the environment ---------------------------------------------------------------------------


def fingerprint() -> str:
    """Sum up what an environment depends on; another sum asks for another environment.

    Of ``pyproject.toml`` only what is installed counts, so that a new lint rule
    does not cost a new environment.
    """
    import tomllib

    project = tomllib.loads(PROJECT.read_text("utf-8"))
    parts = (project["project"], project["build-system"], sys.version, str(ROOT))
    return hashlib.sha256(LOCK.read_bytes() + repr(parts).encode()).hexdigest()


def is_ready(wanted: str) -> bool:
    """Whether ``.venv`` was finished for this fingerprint and still has its interpreter."""
    stamp = VENV / ".stamp"
    return tool("python").exists() and stamp.exists() and stamp.read_text("utf-8") == wanted


@contextmanager
def one_at_a_time(lock: Path = LOCK) -> Iterator[None]:
    """Wait for another set-up of the same tree; where the system cannot lock, do not wait."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with lock.open("rb+") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def ensure() -> None:
    """Have ``.venv`` ready; a half-built or outdated one is made anew."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        sys.exit(f"dev.py: this is Python {sys.version.split()[0]}. Give 3.11, 3.12 or 3.13.")
    wanted = fingerprint()
    if is_ready(wanted):
        return
    with one_at_a_time():
        if not is_ready(wanted):
            build(wanted)


def build(wanted: str) -> None:
    """Make ``.venv`` from nothing; the stamp is taken off first and put on last."""
    import venv

    say("setting up .venv, once; this takes about 15 seconds ...")
    stamp = VENV / ".stamp"
    stamp.unlink(missing_ok=True)
    venv.create(VENV, clear=True, symlinks=not IS_WINDOWS)
    if not (install_with_uv() or install_with_pip()):
        sys.exit("dev.py: the set-up failed, as told above. Mend that and run the same again.")
    stamp.write_text(wanted, "utf-8")


def install_with_uv() -> bool:
    """Let the host's pip fetch uv, and uv the rest: three times faster than pip alone."""
    pip = (sys.executable, "-m", "pip", "--python", tool("python"), "install", "-qq")
    uv = (tool("uv"), "pip", "install", "-q", "--python", tool("python"), "--compile-bytecode")
    return call(*pip, "--require-hashes", "-r", UV_LOCK) == 0 and install_locked(*uv)


def install_with_pip() -> bool:
    """Let the environment's own pip do it all."""
    say("uv could not do it; going on with pip, which takes about a minute ...")
    python = tool("python")
    pip = (python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--compile")
    return call(python, "-m", "ensurepip") == 0 and install_locked(*pip)


def install_locked(*installer: str | Path) -> bool:
    """Install what the lock names, then this project on top, editable."""
    return (
        call(*installer, "--require-hashes", "-r", LOCK) == 0
        and call(*installer, "--no-deps", "--no-build-isolation", "-e", ROOT) == 0
    )


# --- running things ----------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """Take the caller's environment, but keep compiled files: without them each start is slow."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def call(*command: str | Path) -> int:
    """Run one step of the set-up with its words on standard error; give its exit status."""
    import subprocess

    try:
        return subprocess.call(command, cwd=ROOT, env=environment(), stdout=sys.stderr)
    except OSError as error:
        say(str(error))
        return 127


def check(command: Sequence[str]) -> int:
    """Run one tool of the environment on the tree, under a title; give its exit status."""
    import subprocess

    print(f"== {' '.join(command)}", flush=True)
    return subprocess.call((tool(command[0]), *command[1:]), cwd=ROOT, env=environment())


def become(program: str, *args: str | Path) -> int:
    """Turn into a program of the environment, where the caller stands: signals, status and all."""
    command = [str(tool(program)), *map(str, args)]
    if not IS_WINDOWS:
        os.execve(command[0], command, environment())
    import subprocess

    return subprocess.call(command, env=environment())


# --- the verbs ---------------------------------------------------------------------------------


def run(args: Sequence[str]) -> int:
    """Run ``rotation``; paths are the caller's, so the working directory stays."""
    ensure()
    return become("rotation", *(args or ("plan", near(FIRST_PLAN))))


def near(path: Path) -> Path:
    """Give the path as seen from here when it lies below, so that messages stay short."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def test(args: Sequence[str]) -> int:
    """Run every check, the tests last; further arguments go to pytest."""
    ensure()
    rest = [arg for arg in args if arg != "--quick"]
    speed = ["-m", "not slow"] if "--quick" in args else []
    commands = [*(line.split() for line in CHECKS), ["pytest", "-n", "2", *speed, *rest]]
    failed = [" ".join(command) for command in commands if check(command) != 0]
    for command in failed:
        say(f"failed: {command}")
    return 1 if failed else 0


def coverage(args: Sequence[str]) -> int:
    """Run the tests in one process and list the lines that none of them reached."""
    ensure()
    status = check(["coverage", "run", "-m", "pytest", *args])
    check(["coverage", "combine", "--quiet"])
    return check(["coverage", "report"]) or status


def format_code(args: Sequence[str]) -> int:
    """Lay the code out, and mend what ruff can mend safely."""
    ensure()
    return check(["ruff", "check", "--fix-only", *args, "."]) or check(["ruff", "format", "."])


def lock(args: Sequence[str]) -> int:
    """Write the lock anew: all systems and Pythons, hashes only, no addresses."""
    ensure()
    return check([*LOCK_COMMAND.split(), *args])


def setup(_args: Sequence[str]) -> int:
    """Make the environment, and nothing else."""
    ensure()
    return 0


def script(name: str) -> Callable[[Sequence[str]], int]:
    """Make the verb that runs one of the other files in this folder."""

    def run_script(args: Sequence[str]) -> int:
        ensure()
        return become("python", ROOT / "scripts" / name, *args)

    return run_script


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "coverage": coverage,
    "format": format_code,
    "setup": setup,
    "lock": lock,
    "seeds": script("make_seeds.py"),
    "bench": script("bench"),
}


def main(argv: Sequence[str]) -> int:
    """Do what the first word says; without a known word, show the help."""
    verb, *args = argv or [""]
    if verb in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    if verb not in VERBS:
        say(f"no verb {verb!r}. Give one of: {', '.join(VERBS)}.")
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return VERBS[verb](args)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
