"""The catalogue's data: whole in four languages, sound, and refused at the start where it is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.domain.added_words import Known, adds_something
from chatbot.domain.brief import ProjectKind, Topic
from chatbot.domain.guard import findings
from chatbot.language_model.catalogue.entries import LANGUAGES, Text
from chatbot.language_model.catalogue.loader import CatalogueError, builtin_catalogue, load_catalogue
from chatbot.language_model.prompts import load_prompts

DATA = Path(__file__).parent.parent.parent / "chatbot/language_model/catalogue/data"
CATALOGUE = builtin_catalogue()
FEATURES = CATALOGUE.features.values()


def test_every_kind_of_project_is_in_the_catalogue() -> None:
    assert set(CATALOGUE.kinds) == {kind.value for kind in ProjectKind}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_worded_in_the_language(language: str) -> None:
    entries = [*FEATURES, *CATALOGUE.branches.values(), *CATALOGUE.kinds.values(), *CATALOGUE.themes.values()]
    assert all(entry.label.said(language).strip() == entry.label.said(language) != "" for entry in entries)


def test_chinese_labels_are_chinese_and_the_others_are_not() -> None:
    for entry in (*FEATURES, *CATALOGUE.branches.values()):
        assert _has_han(entry.label.zh)
        assert not _has_han(entry.label.en.replace("服务号", ""))
        assert not _has_han(entry.label.fr + entry.label.es)


def _has_han(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def test_features_are_told_apart_by_their_label_in_every_language() -> None:
    for language in LANGUAGES:
        labels = [entry.label.said(language).casefold() for entry in FEATURES]
        assert len(labels) == len(set(labels))


def test_effort_has_a_spread_that_no_honest_estimate_lacks() -> None:
    for entry in FEATURES:
        assert entry.effort.low < entry.effort.likely < entry.effort.high
        assert 1.8 <= entry.effort.high / entry.effort.low <= 12
        assert not entry.effort.is_odd


def test_what_clients_may_name_has_words_in_all_four_languages() -> None:
    for entry in FEATURES:
        assert not entry.words or set(entry.words) >= {"en", "zh"}
    entries = (*CATALOGUE.themes.values(), *CATALOGUE.subjects.values(), *CATALOGUE.faq.values())
    for entry in (*entries, *CATALOGUE.declined.values(), *CATALOGUE.audiences.values()):
        assert set(entry.words) == set(LANGUAGES)


@pytest.mark.parametrize("topic", list(Topic))
def test_every_topic_has_a_question_for_any_kind(topic: Topic) -> None:
    assert [entry for entry in CATALOGUE.questions.values() if entry.topic is topic and not entry.kinds]


def test_what_the_model_may_say_holds_no_amount_date_or_link() -> None:
    company = load_prompts().company
    texts: list[str] = [text for entry in CATALOGUE.faq.values() for text in entry.text.all()]
    for question in CATALOGUE.questions.values():
        texts += [*question.text.all(), *(tap for taps in question.suggestions.values() for tap in taps)]
    texts += [text for phrase in CATALOGUE.phrases.values() for text in phrase.all()]
    assert [text for text in texts if findings(text, company)] == []


def test_no_word_of_a_draft_is_taken_for_an_amount_that_a_model_has_added() -> None:
    entries = (*FEATURES, *CATALOGUE.branches.values(), *CATALOGUE.kinds.values(), *CATALOGUE.themes.values())
    texts = [text for entry in entries for text in entry.label.all()]
    texts += [text for note in CATALOGUE.notes.values() for text in note.text.all()]
    assert [text for text in texts if adds_something(text, Known(""))] == []


def test_phrases_have_the_same_blanks_in_every_language() -> None:
    def blanks(text: str) -> list[str]:
        return sorted(part.split("}")[0] for part in text.split("{")[1:])

    for phrase in CATALOGUE.phrases.values():
        assert all(blanks(text) == blanks(phrase.en) for text in phrase.all())


def test_a_language_that_the_catalogue_lacks_reads_english() -> None:
    assert Text("a", "b", "c", "d").said("de") == "a"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")


def _changed(file: Path, change: Callable[[str], str]) -> None:
    before = file.read_text("utf-8")
    after = change(before)
    assert after != before
    file.write_text(after, "utf-8")


BROKEN: dict[str, tuple[str, Callable[[str], str], str]] = {
    "not TOML": ("kinds.toml", lambda text: text + "\n[", "kinds.toml"),
    "a language missing": ("branches.toml", lambda text: text.replace(', es = "Productos" }', " }"), "catalogue"),
    "an empty wording": ("branches.toml", lambda text: text.replace('es = "Productos"', 'es = ""'), "empty"),
    "effort out of order": (
        "features/ai.toml",
        lambda text: text.replace("effort = [2.5, 4.5, 9]", "effort = [9, 4.5, 2]", 1),
        "doc_ingest",
    ),
    "effort that is no list": (
        "features/ai.toml",
        lambda text: text.replace("effort = [2.5, 4.5, 9]", "effort = 3", 1),
        "doc_ingest",
    ),
    "an unknown branch": (
        "features/ai.toml",
        lambda text: text.replace('branch = "knowledge"', 'branch = "nowhere"', 1),
        "nowhere",
    ),
    "an unknown field": (
        "features/ai.toml",
        lambda text: text.replace("effort =", "price = 100\neffort =", 1),
        "price",
    ),
    "an unknown priority": (
        "features/ai.toml",
        lambda text: text.replace('priority = "should"', 'priority = "perhaps"', 1),
        "perhaps",
    ),
    "an unknown base feature": ("kinds.toml", lambda text: text.replace('"profile"', '"proflie"', 1), "proflie"),
    "an unknown kind": ("kinds.toml", lambda text: text.replace("[website]", "[webpage]"), "webpage"),
    "words in capitals": (
        "features/ai.toml",
        lambda text: text.replace('"knowledge base"', '"Knowledge base"', 1),
        "lower case",
    ),
    "one suggestion only": (
        "questions.toml",
        lambda text: text.replace('suggestions.es = ["No", "Propónganlo ustedes"]', 'suggestions.es = ["No"]'),
        "two to four",
    ),
    "an unknown list": ("notes.toml", lambda text: text.replace('"exclusions"', '"omissions"', 1), "omissions"),
    "an unknown topic": ("details.toml", lambda text: text.replace('"design"', '"desing"', 1), "desing"),
    "a label too long": (
        "branches.toml",
        lambda text: text.replace('en = "Products"', f'en = "{"Products " * 8}"'),
        "too long",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_data_stops_the_start_and_is_named(fault: str, folder: Path) -> None:
    file, change, named = BROKEN[fault]
    _changed(folder / file, change)
    with pytest.raises(CatalogueError, match=named):
        load_catalogue(folder)


def test_a_feature_in_two_files_is_refused(folder: Path) -> None:
    shutil.copy(folder / "features/ai.toml", folder / "features/copy.toml")
    with pytest.raises(CatalogueError, match="another file"):
        load_catalogue(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "faq.toml").unlink()
    with pytest.raises(CatalogueError, match=r"faq\.toml"):
        load_catalogue(folder)


def test_the_shops_own_catalogue_may_differ(folder: Path) -> None:
    _changed(folder / "features/ai.toml", lambda text: text.replace("[2.5, 4.5, 9]", "[1, 2, 4]", 1))
    assert load_catalogue(folder).features["doc_ingest"].effort.likely == 2
