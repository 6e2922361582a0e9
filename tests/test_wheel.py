"""The wheel holds everything that the program reads: it is built, installed apart, and asked."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ASK = """
import chatbot
from chatbot.language_model.prompts import load_prompts
from chatbot.language_model.catalogue_model import CatalogueModel
from chatbot.pictures.renderer import TEMPLATES
from chatbot.texts.speak import Texts
from importlib.resources import files
from zoneinfo import ZoneInfo
print(chatbot.__file__)
load_prompts(); CatalogueModel(); Texts(ZoneInfo("UTC"))
assert (TEMPLATES / "quote.typ").is_file()
assert (files("chatbot") / "demo" / "page" / "index.html").is_file()
assert (files("chatbot") / "database" / "migrations" / "env.py").is_file()
"""


def _run(*command: str | Path, cwd: Path) -> str:
    """What the command prints. Without PYTHONPATH, so that it cannot reach the checkout by chance."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own commands
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A venv with the wheel in it; what the program depends on is taken from the venv that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    where = ["-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    _run(sys.executable, *where, "--disable-pip-version-check", wheel, cwd=folder)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    # Appended by a .pth, after the wheel: the checkout's own .pth in that folder is not followed from here.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_prompts_texts_pictures_and_page_come_with_the_wheel(installed: Path) -> None:
    place = _run(installed / "venv" / "bin" / "python", "-c", ASK, cwd=installed)
    assert Path(place.strip()).is_relative_to(installed)


def test_the_command_comes_with_the_wheel(installed: Path) -> None:
    shown = _run(installed / "venv" / "bin" / "chatbot", "--help", cwd=installed)
    for command in ("demo", "run", "check", "migrate", "new-key", "rotate-key", "backup", "restore"):
        assert command in shown
