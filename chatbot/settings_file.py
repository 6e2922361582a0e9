"""The file `.env` as it is written: names that are slips, and secrets that others may read."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from chatbot.env_file import written_in
from chatbot.private_files import others_may_open
from chatbot.settings import ENV_FILE, SECRETS, Settings

_OTHER_NAMES = {"OPENAI_API_BASE": ["OPENAI_BASE_URL"]}  # of other programs, and nearer to the name of a secret


def slips(environment_file: Path = ENV_FILE) -> list[str]:
    """A sentence for each name in the file that is no setting but looks like one, with what was probably meant."""
    known = [name.upper() for name in Settings.model_fields]
    unknown = [name for name in written_in(environment_file) if name.upper() not in known]
    found = ((name, _meant(name.upper(), known)) for name in unknown)
    return [f"{environment_file} sets {name}, which is no setting; write {meant[0]}" for name, meant in found if meant]


def _meant(name: str, known: list[str]) -> list[str]:
    return _OTHER_NAMES.get(name) or get_close_matches(name, known, 1, 0.8)


def exposed(environment_file: Path = ENV_FILE) -> str:
    """A sentence where the file holds secrets and others than its owner may open it; else nothing."""
    if not others_may_open(environment_file):
        return ""
    held = [name for name, value in written_in(environment_file).items() if value and name.lower() in SECRETS]
    if not held:
        return ""
    return f"{environment_file} holds {', '.join(held)} and others may open it; type: chmod 600 {environment_file}"
