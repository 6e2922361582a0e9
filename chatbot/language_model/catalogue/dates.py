"""Deadlines as clients write them: found, and turned into weeks where they name a length of time."""

from __future__ import annotations

import re

_NUMBER = r"(?P<n>\d{1,3}|[a-z]{2,9})"
_LENGTHS = (
    re.compile(
        rf"\b(?:in|within|under|timeline|deadline|about|max|takes?|need it in)\W{{1,3}}(?:the )?(?:next )?{_NUMBER}"
        r"(?: ?(?:-|to) ?\d{1,3})?[ -](?P<u>weeks?|months?)\b"
    ),
    re.compile(rf"\b(?:dans|sous|d'ici|en|delai de|delai)\W{{1,3}}(?:les )?{_NUMBER} (?P<u>semaines?|mois)\b"),
    re.compile(rf"\b(?:en|dentro de|plazo de|plazo|antes de)\W{{1,3}}{_NUMBER} (?P<u>semanas?|mes|meses)\b"),
    re.compile(r"^(?P<n>\d{1,3}) ?(?P<u>weeks?|months?|semaines?|mois|semanas?|meses)\b"),
    re.compile(
        r"(?P<n>\d{1,3}|[一二两三四五六七八九十半]{1,3})(?:到\d{1,3})?个?(?P<u>周|星期|礼拜|月)"
        r"(?:内|之内|以内|左右|时间|上线|完成|交付|做完)"
    ),
)
_UNITS = {"week": 1.0, "semain": 1.0, "semana": 1.0, "周": 1.0, "星期": 1.0, "礼拜": 1.0}
_WEEKS_A_MONTH = 4.3
_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "huit": 8, "dix": 10,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "ocho": 8, "diez": 10,
    "半": 0.5, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip

_MONTHS_EN = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTHS_FR = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_MONTHS_ES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_MONTHS_DE = "januar|janner|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember"
_MONTHS_IT = (
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|natale|estate"
)
_MONTHS_PT = "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|natal|verao"
_DAYS_OF_MONTHS = (
    re.compile(
        rf"\b(?:by|before|until|till|for|on|latest) (?:the )?\d{{1,2}}(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTHS_EN})\b"
    ),
    re.compile(rf"\b(?:pour|avant|d'ici|jusqu'au|au plus tard) (?:le |au )?\d{{1,2}}(?:er)? (?:{_MONTHS_FR})\b"),
    re.compile(rf"\b(?:para|antes de|antes del|hasta|a mas tardar) (?:el )?(?:dia )?\d{{1,2}}o? de (?:{_MONTHS_ES})\b"),
    re.compile(
        rf"\b(?:bis|vor|spatestens|am|ende|anfang|mitte) (?:zum |dem |am |ende |anfang |mitte )?(?:\d{{1,2}}\. ?)?"
        rf"(?:{_MONTHS_DE}|weihnachten|sommer)\b"
    ),
    re.compile(
        rf"\b(?:entro|prima di|prima del|per) (?:il |la |fine |la fine di )?(?:\d{{1,2}}o? )?(?:{_MONTHS_IT})\b"
    ),
    re.compile(
        rf"\b(?:ate|antes de|para) (?:o |ao |fim de |o fim de )?(?:dia )?(?:\d{{1,2}}o? de )?(?:{_MONTHS_PT})\b"
    ),
)
_DATES = (
    *_DAYS_OF_MONTHS,
    re.compile(
        rf"\b(?:by|before|until|end of|in|for) (?:the )?(?:end of |start of |mid )?(?:next )?(?:{_MONTHS_EN}|christmas|"
        r"easter|summer|spring|autumn|winter|the holidays|next year|q[1-4])\b"
    ),
    re.compile(rf"\b(?:start|beginning|middle|end) of (?:next |the |this )?(?:year|month|quarter|{_MONTHS_EN})\b"),
    re.compile(
        rf"\b(?:pour|avant|d'ici|fin|debut|en) (?:le |la |l')?(?:fin |debut |mi-)?(?:{_MONTHS_FR}|noel|l'ete|ete|"
        r"printemps|automne|hiver|rentree|paques|fin de l'annee)\b"
    ),
    re.compile(
        rf"\b(?:para|antes de|en|finales de|principios de|antes del) (?:el |la )?(?:finales de )?"
        rf"(?:{_MONTHS_ES}|navidad|verano|otono|invierno|primavera|semana santa|fin de ano)\b"
    ),
    re.compile(r"(?:今年|明年|后年)?\d{1,2}月(?:\d{1,2}[日号]|底|初|中旬|份)?(?:前|之前|上线|以前|完成)"),
    re.compile(r"(?:明年|今年)\d{0,2}月?(?:底|初)?"),
    re.compile(r"(?:春节|国庆|元旦|双十一|开学|年底|年前|月底|暑假|寒假|圣诞|[春夏秋冬][天季])(?:前|之前|上线|以前)"),
    re.compile(r"\b20\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]20\d\d\b"),
)
_SPACES_IN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff\d]) (?=[\u4e00-\u9fff\d])")


def names_a_time(folded: str) -> bool:
    """Whether a text names a date or a length of time in which something has to be there."""
    text = _SPACES_IN_CHINESE.sub("", folded)
    return weeks(folded) is not None or any(pattern.search(text) for pattern in _DATES)


def weeks(folded: str) -> float | None:
    """The length of time that a text grants, in weeks; None where it names none."""
    text = _SPACES_IN_CHINESE.sub("", folded)
    for pattern in _LENGTHS:
        if match := pattern.search(text):
            number = _number(match["n"])
            if number is not None:
                return number * _weeks_of(match["u"])
    return None


def _number(word: str) -> float | None:
    return float(word) if word.isdecimal() else _WORDS.get(word)


def _weeks_of(unit: str) -> float:
    return next((weeks for stem, weeks in _UNITS.items() if unit.startswith(stem)), _WEEKS_A_MONTH)
