"""Which language a text is written in: by script, then by the small words that only one language has."""

from __future__ import annotations

import re

from chatbot.language_model.catalogue.entries import LANGUAGES

_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")
_LATIN = re.compile(r"[a-zà-öø-ÿāăąćčďęěğīıłńňōőœřśšşťūůűźżž'’]+")

_SMALL_WORDS = {
    "en": "the and is are we you i it of to in for with our my that this have need want they on be can not what "
    "how do does from at by as an would like should your please hello when who no actually add also "
    "thanks thank if it's don't",
    "fr": "le la les et en est nous vous je il elle on du des de un une pour avec dans qui que pas ce cette mon ma "
    "mes nos notre votre sur au aux plus où bonjour veux c'est j'ai d'un d'une l'on sont être quand merci "
    "beaucoup bonsoir salut aussi oui non ils elles il'y c'était",
    "es": "el la los las y es nosotros usted yo de del un una para con en que no se su mi mis por como más pero "
    "quiero hola necesito tengo lo al o nos sus está son ser hay cuando qué cómo ya gracias buenos días "
    "buenas tardes noches muchas sí también",
    "de": "der die das und ist wir sie ich es ein eine für mit in nicht auf den dem unser mein auch wie von zu "
    "haben brauchen möchten bitte hallo oder sind wird im soll danke guten tag ja nein",
    "it": "il lo la gli le e è noi voi io di del della un una per con che non si mio nostro sono vorrei ciao "
    "come anche da dei alla nel ho abbiamo questo grazie buongiorno sì",
    "pt": "o a os as e é nós você eu de do da um uma para com que não se meu nosso em no na são por mais como "
    "quero olá preciso também dos das ao temos isso obrigado obrigada bom dia",
    "pl": "i w na z do się nie jest to że dla jak oraz po od przez my ja mój nasz chcę potrzebujemy dzień dobry "
    "czy są strona aplikacja który dziękuję proszę tak nie",
    "nl": "de het een en is wij we jij ik van voor met in niet op dat die ons onze mijn ook zijn hebben willen "
    "graag hallo of naar wordt er dank bedankt ja nee",
}
_OWNERS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_MARKS = {"ñ": "es", "ß": "de", "ã": "pt", "õ": "pt", "ł": "pl", "ż": "pl", "ś": "pl", "ź": "pl", "œ": "fr", "ù": "fr"}
_MARK_WEIGHT = 0.4


def base(tag: str) -> str:
    """The language of a BCP 47 tag without region or script."""
    return tag.replace("_", "-").split("-")[0].lower()


def catalogue_language(tag: str) -> str:
    """The catalogue's language for a tag: itself where it has it, else English."""
    return base(tag) if base(tag) in LANGUAGES else "en"


def word_languages(tag: str) -> tuple[str, ...]:
    """Whose words to look for in a text of this language; Chinese terms and English ones stand in many texts."""
    language = base(tag)
    if language in ("fr", "es"):
        return (language, "zh")
    if language in ("en", "zh"):
        return ("en", "zh")
    return LANGUAGES


def detect(text: str, otherwise: str) -> str:
    """The BCP 47 tag of a text; `otherwise` where it says too little. A known region is kept."""
    language = _by_script(text) or _by_small_words(text, base(otherwise))
    return otherwise if not language or language == base(otherwise) else language


def _by_script(text: str) -> str:
    """A script that carries more than the Latin words around it."""
    latin_words = len(_LATIN.findall(text.lower()))
    for language, letters in _SCRIPTS:
        if len(letters.findall(text)) / 3 > latin_words:
            return language
    han = len(_HAN.findall(text))
    # A Chinese word has about two characters; a Chinese message may be full of Latin names, but not of small words.
    small = sum(word in owned for word in _words(text) for owned in _OWNERS.values())
    return "zh" if han / 1.5 > latin_words or (han > 1 and not small) else ""


def _words(text: str) -> list[str]:
    words = [word.strip("'") for word in _LATIN.findall(text.lower().replace("’", "'"))]
    return words + [part for word in words if "'" in word for part in word.split("'")]


def _by_small_words(text: str, likely: str) -> str:
    words = _words(text)
    points = {language: float(sum(word in own for word in words)) for language, own in _OWNERS.items()}
    for char in text.lower():
        if char in _MARKS:
            points[_MARKS[char]] += _MARK_WEIGHT
    best = max(points.values())
    leaders = [language for language, count in points.items() if count == best]
    if best < 1:
        return ""
    return likely if likely in leaders else leaders[0]
