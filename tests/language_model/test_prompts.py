"""Prompt files: found, checked at start, filled in."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import chatbot
from chatbot.domain.brief import ProjectKind, Topic
from chatbot.domain.errors import SettingsError
from chatbot.domain.guard import safe_words
from chatbot.domain.mind_map import Priority
from chatbot.language_model.answer_forms import DraftForm, RevisionForm, UnderstandingForm
from chatbot.language_model.prompts import VARIABLES, Prompts, load_prompts
from chatbot.use_cases.language_model import Wish


def test_the_built_in_prompts_load(prompts: Prompts) -> None:
    assert prompts.company.startswith("# What we want clients to know")
    for name in VARIABLES:
        assert getattr(prompts, name).name == name


def test_a_hash_is_twelve_hex_digits_and_stays_the_same(prompts: Prompts) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", prompts.draft.hash)
    assert load_prompts() == prompts


def test_the_shops_own_file_takes_the_place_of_ours_and_changes_the_hash(prompts: Prompts, tmp_path: Path) -> None:
    (tmp_path / "company.md").write_text("<!-- a note\nfor us -->We bake bread for $5.", encoding="utf-8")
    (tmp_path / "README.md").write_text("notes", encoding="utf-8")
    own = load_prompts(tmp_path)
    assert own.company == "We bake bread for $5."
    assert own.understand.text == prompts.understand.text
    assert own.understand.hash != prompts.understand.hash
    assert own.translate.hash == prompts.translate.hash


def test_everything_that_is_wrong_is_listed_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "translate.md").write_text("$shop_name $colour\n<!-- data -->\n$text", encoding="utf-8")
    (tmp_path / "summarise.md").write_text("no data line", encoding="utf-8")
    (tmp_path / "revise.md").write_text("costs $ 5\n<!-- data -->\n", encoding="utf-8")
    (tmp_path / "company.md").write_text("  ", encoding="utf-8")
    (tmp_path / "draft.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "compny.md").write_text("typing error", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_prompts(tmp_path)
    told = str(caught.value)
    for part in (
        "translate.md lacks $target_language",
        "unknown $colour",
        "summarise.md needs",
        "revise.md has a lone $",
    ):
        assert part in told
    for part in ("company.md must hold", "draft.md cannot be read", "compny.md is no prompt's name"):
        assert part in told
    assert "\n" not in told


def test_an_installed_package_finds_the_prompts_within_itself(prompts: Prompts, tmp_path: Path) -> None:
    root = Path(chatbot.__file__).resolve().parent
    shutil.copytree(root, tmp_path / "chatbot", ignore=shutil.ignore_patterns("__pycache__", "demo"))
    shutil.copytree(root.parent / "prompts", tmp_path / "chatbot" / "prompts")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from chatbot.language_model.prompts import load_prompts; print(load_prompts().draft.hash)"
    )
    done = subprocess.run(  # noqa: S603 - this interpreter, with code written here
        [sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == prompts.draft.hash


def test_a_folder_that_does_not_exist_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not exist"):
        load_prompts(tmp_path / "nowhere")


def test_values_are_filled_in_once_and_dollars_in_them_stay(prompts: Prompts) -> None:
    values = {"shop_name": "Tidewater", "target_language": '"en"', "text": '"$shop_name ${x} costs $5"'}
    system, user = prompts.translate.messages(values)
    assert "Tidewater" in system["content"]
    assert "$shop_name ${x} costs $5" in user["content"]
    assert "about $420" in system["content"]


def test_the_prompts_name_every_field_and_every_word_that_the_forms_know(prompts: Prompts) -> None:
    for prompt, form in (
        (prompts.understand, UnderstandingForm),
        (prompts.draft, DraftForm),
        (prompts.revise, RevisionForm),
    ):
        for field in form.model_fields:
            assert field in prompt.text, (prompt.name, field)
    for word in (*Topic, *ProjectKind, *Wish):
        assert word.value in prompts.understand.text
    for priority in Priority:
        assert priority.value in prompts.draft.text


@pytest.mark.parametrize(
    "words",
    [
        "Most of our projects are 50–80 thousand CNY.",
        "适合我们的项目大多在 5–8 万元。",
        "Nos projets vont le plus souvent de 50 000 à 80 000 CNY.",
        "La mayoría de nuestros proyectos va de 50.000 a 80.000 CNY.",
    ],
)
def test_the_sweet_spot_may_be_named_in_each_language_as_company_md_writes_it(prompts: Prompts, words: str) -> None:
    assert safe_words(words, prompts.company) == words
