"""The prompts: one Markdown file for each task, checked when the program starts.

A prompt file holds the instructions, which stay the same from call to call so that servers can cache them, then a
line `<!-- data -->`, then what is sent as the user's message. `$names` are filled in; `$$` is a plain dollar.
`company.md` is what the shop wants clients to know: plain Markdown without names to fill in, so that a price in
dollars needs no thought.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from chatbot.domain.errors import SettingsError

DATA_MARK = "\n<!-- data -->\n"
COMPANY = "company"
MAX_COMPANY = 20_000

_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)  # company.md may hold notes for whoever edits it

# What each prompt is given. A file may leave out none of these and ask for nothing else.
VARIABLES: Mapping[str, frozenset[str]] = {
    "understand": frozenset({"shop_name", "company", "client_language", "open_topics", "brief", "earlier", "latest"}),
    "draft": frozenset({"shop_name", "company", "client_language", "founder_language", "brief", "conversation"}),
    "revise": frozenset(
        {"shop_name", "company", "client_language", "founder_language", "brief", "conversation"}
        | {"draft", "founder_words"}
    ),
    "summarise": frozenset({"shop_name", "founder_language", "brief", "conversation"}),
    "translate": frozenset({"shop_name", "target_language", "text"}),
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """One task's prompt. `hash`: the first 12 hex digits of the SHA-256 of everything in it that the shop wrote
    (the file, and company.md where the prompt includes it), stored with each answer."""

    name: str
    text: str
    hash: str

    def messages(self, values: Mapping[str, str]) -> list[dict[str, str]]:
        """The system message and the user's, filled in. `values` must hold each of the prompt's variables."""
        instructions, _, data = self.text.partition(DATA_MARK)
        return [
            {"role": "system", "content": Template(instructions).substitute(values).strip()},
            {"role": "user", "content": Template(data).substitute(values).strip()},
        ]


@dataclass(frozen=True, slots=True)
class Prompts:
    """All prompts, and the text of company.md, which is also what a client may be told (see domain/guard.py)."""

    understand: Prompt
    draft: Prompt
    revise: Prompt
    summarise: Prompt
    translate: Prompt
    company: str


def load_prompts(folder: Path | None = None) -> Prompts:
    """Read and check all prompts. Files in `folder` take the place of the built-in ones of the same name.

    Raises SettingsError, on one line, with everything that is wrong with them.
    """
    texts, problems = _read_all(folder)
    company = _NOTE.sub("", texts.get(COMPANY, "")).strip()
    if not company or len(company) > MAX_COMPANY:
        problems.append(f"company.md must hold 1 to {MAX_COMPANY} characters")
    for name in VARIABLES:
        problems += _problems(name, texts.get(name))
    if problems:
        raise SettingsError("prompts: " + "; ".join(problems))
    return Prompts(**{name: _prompt(name, texts[name], company) for name in VARIABLES}, company=company)


def _prompt(name: str, text: str, company: str) -> Prompt:
    written = text + (company if COMPANY in VARIABLES[name] else "")
    return Prompt(name, text, hashlib.sha256(written.encode()).hexdigest()[:12])


def _problems(name: str, text: str | None) -> list[str]:
    """What is wrong with one prompt file, in words for whoever edits it."""
    file = f"{name}.md"
    if text is None:
        return [f"{file} is missing"]
    if text.count(DATA_MARK) != 1:
        return [f"{file} needs exactly one line {DATA_MARK.strip()}"]
    if not Template(text).is_valid():
        return [f"{file} has a lone $ (write $$ for a dollar)"]
    found, wanted = set(Template(text).get_identifiers()), VARIABLES[name]
    missing = [f"{file} lacks ${variable}" for variable in sorted(wanted - found)]
    return missing + [f"{file} has the unknown ${variable}" for variable in sorted(found - wanted)]


def _read_all(folder: Path | None) -> tuple[dict[str, str], list[str]]:
    """The text of each prompt that was found, and what could not be read."""
    texts, problems = _read_folder(_built_in())
    if folder is None:
        return texts, problems
    if not folder.is_dir():
        return texts, [*problems, f"the folder {folder} does not exist"]
    own, own_problems = _read_folder(folder)
    known = {*VARIABLES, COMPANY}
    strangers = [f"{folder.name}/{name}.md is no prompt's name" for name in sorted(own.keys() - known)]
    return texts | own, problems + own_problems + strangers


def _read_folder(folder: Traversable | Path) -> tuple[dict[str, str], list[str]]:
    texts, problems = {}, []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".md") or file.name.casefold() == "readme.md":
            continue
        try:
            texts[file.name.removesuffix(".md")] = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            problems.append(f"{file.name} cannot be read as UTF-8 text")
    return texts, problems


def _built_in() -> Traversable | Path:
    """The prompts within an installed package, or those beside it in a checkout.

    Raises SettingsError where there are neither.
    """
    installed = resources.files("chatbot") / "prompts"
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[2] / "prompts"
    if checkout.is_dir():
        return checkout
    raise SettingsError("prompts: the built-in prompts are missing; install the package again")
