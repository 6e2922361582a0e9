"""The price range that a founder sets inside an edit in plain words: "drop the admin panel, range 55-70k".

A command is a clause of its own: it begins the text or follows punctuation or a word such as *and*, and says
"range", "price" or their like in English, Chinese, French or Spanish, then two amounts. So "filter by price
1000-5000" and "age range 18-25" stay what they are: features. What follows directly must be the end of the
clause too, unless the amounts name a scale or a currency.
"""

from __future__ import annotations

import re

from chatbot.domain.amounts import AMOUNT, GAP, LETTER, RANGE, read_range
from chatbot.domain.currency_words import CURRENCY
from chatbot.domain.errors import NotUnderstood
from chatbot.domain.money import Money
from chatbot.domain.numerals import SCALE, plain

_AND = rf"(?:(?<!{LETTER})(?:and|then|but|et|puis|mais|y|luego|pero)(?!{LETTER})|并且|并|然后|同时|再)"
_WITH = rf"(?<!{LETTER})(?:with|avec|con)(?!{LETTER})"
_POLITE = rf"(?:(?:please|thanks|merci|gracias)(?!{LETTER})|吧)"
_MARK = r"[,;.!?:。、()\n]"
_LEAD = (
    r"(?:(?:please|now|just|also|set|make|change|put|fix|update|adjust|keep|move|my|our|the|a|an|new|final|client|"
    r"mets|mettre|mettez|fixe|fixer|fixez|passe|passer|le|la|les|une?|notre|ma|mon|nouvelle|nouveau|"
    r"por favor|pon|poner|ponga|fija|fijar|cambia|cambiar|el|los|las|mi|nuestro|nuevo) {1,3}"
    r"|l'|请|把|将|我的|新的|新|我要|我想)"
)
_NOUN = (
    r"(?:price range|range|price|quote|fourchette de prix|fourchette|prix|devis|"
    r"rango de precios?|rango|horquilla de precios?|horquilla|precio|presupuesto|"
    r"(?:价格|报价)(?:区间|范围)?|定价|总价|区间|范围)"
)
_LINK = (
    r"(?:[:=]|-{1,2}>|→|(?:to|at|of|is|be|as|should|must|de|du|à|a|en|est|es|doit|être|debe|ser|que|sea)(?= )|"
    r"调整为|调整到|设定为|改为|改成|改到|调到|调成|设为|设成|定为|定在|为|是|到|要)"
)
_OPENING = (
    rf"(?:^|{_MARK}|{_AND}|{_WITH}){GAP}(?P<command>{_LEAD}{{0,6}}{_NOUN}s?(?!{LETTER}){GAP}(?:{_LINK}{GAP}){{0,4}}"
)
_ENDING = rf"(?={GAP}(?:$|{_MARK}|{_AND}|{_POLITE}))"

_RANGE_COMMAND = re.compile(rf"{_OPENING}(?P<range>{RANGE}))(?:(?P<end>{_ENDING})|(?![\w%]))", re.IGNORECASE)
_SINGLE_COMMAND = re.compile(rf"{_OPENING}{AMOUNT}){_ENDING}", re.IGNORECASE)
_BARE_RANGE = re.compile(rf"{RANGE}{GAP}[.。!]?", re.IGNORECASE)
_NAMED = re.compile(rf"[0-9]{GAP}{SCALE}|{CURRENCY}", re.IGNORECASE)
_SEPARATORS = " \t\r\n\u00a0\u3000,;:，；：、"
_LAST_WORD = re.compile(rf"(?:{_AND}|{_WITH})$", re.IGNORECASE)
_FIRST_WORDS = re.compile(rf"\A(?:[\s,;.:!?，；。：！？、]|{_AND}|{_POLITE})*", re.IGNORECASE)


def find_range_command(text: str, currency: str) -> tuple[tuple[Money, Money] | None, str]:
    """The range that the founder sets in this edit, or None, and the rest of the text, tidied.

    A text that is nothing but a range is a command too. `NotUnderstood` where a command is there but cannot be
    carried out: high below low, another currency, one amount instead of two, or two different ranges.
    """
    flat = plain(text)
    if _BARE_RANGE.fullmatch(flat.strip()):
        return read_range(text, currency), ""
    matches = _RANGE_COMMAND.finditer(flat)
    found = [match for match in matches if match["end"] is not None or _NAMED.search(match["range"])]
    if not found and _SINGLE_COMMAND.search(flat):
        raise NotUnderstood("a price range has two amounts")
    ranges = {read_range(match["range"], currency) for match in found}
    if len(ranges) > 1:
        raise NotUnderstood("there are two price ranges")
    rest = text
    for match in reversed(found):
        rest = _without(rest, *match.span("command"))
    return next(iter(ranges), None), rest.strip()


def _without(text: str, start: int, end: int) -> str:
    """The text without this clause, the parts around it joined as a list goes on."""
    before = _LAST_WORD.sub("", text[:start].rstrip(_SEPARATORS)).rstrip(_SEPARATORS)
    after = _FIRST_WORDS.sub("", text[end:])
    if not before or not after:
        return before or after
    if before[-1] in ".!?。！？":
        return f"{before} {after}"
    if "\n" in text[len(before) : len(text) - len(after)]:
        return f"{before}\n{after}"
    chinese = "一" <= before[-1] <= "鿿" or "一" <= after[0] <= "鿿"
    return before + ("，" if chinese else ", ") + after
