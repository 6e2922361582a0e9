"""The grammar of amounts, ranges and a founder's range command, as regular expressions on `plain` text.

A command is a clause of its own: it begins the text or follows punctuation or a word such as *and*, and says
"range", "price" or their like in English, Chinese, French or Spanish, then two amounts. So "filter by price
1000-5000" and "age range 18-25" stay what they are: features. What follows directly must be the end of the
clause too, unless the amounts name a scale or a currency.
"""

from __future__ import annotations

import re

from chatbot.domain.currency_words import CURRENCY
from chatbot.domain.numerals import DIGITS, SCALE

# Gaps are bounded, so that no text, however long its blanks, makes a search slow.
_GAP = r"\s{0,3}"
_AMOUNT = rf"({CURRENCY})?{_GAP}({DIGITS}){_GAP}({SCALE})?{_GAP}({CURRENCY})?"
_LETTER = "[a-zà-ÿ]"
_JOIN = rf"(?:-{{1,3}}|\.{{2,3}}|…|到|至|(?<!{_LETTER})(?:to|à|a)(?!{_LETTER}))"
_JOIN_BETWEEN = rf"(?:-{{1,3}}|到|至|和|与|(?<!{_LETTER})(?:and|to|et|à|y|a)(?!{_LETTER}))"
_RANGE = (
    rf"(?:(?:between|entre|介于|在){_GAP}{_AMOUNT}{_GAP}{_JOIN_BETWEEN}{_GAP}{_AMOUNT}"
    rf"|(?:from\s|de\s|desde\s|从|由)?{_GAP}{_AMOUNT}{_GAP}{_JOIN}{_GAP}{_AMOUNT})(?:{_GAP}(?:之间|左右))?"
)

AMOUNT_TEXT = re.compile(_AMOUNT, re.IGNORECASE)
"""An amount: four groups, currency before, digits, scale, currency behind."""

RANGE_TEXT = re.compile(_RANGE, re.IGNORECASE)
"""A range: eight groups for two amounts after "between", then eight for two amounts otherwise."""

PERCENT_TEXT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s{0,3}%?")

_AND = rf"(?:(?<!{_LETTER})(?:and|then|but|et|puis|mais|y|luego|pero)(?!{_LETTER})|并且|并|然后|同时|再)"
_WITH = rf"(?<!{_LETTER})(?:with|avec|con)(?!{_LETTER})"
_POLITE = rf"(?:(?:please|thanks|merci|gracias)(?!{_LETTER})|吧)"
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
_OPENING = rf"(?:^|{_MARK}|{_AND}|{_WITH}){_GAP}(?P<command>{_LEAD}{{0,6}}{_NOUN}s?{_GAP}(?:{_LINK}{_GAP}){{0,4}}"
_ENDING = rf"(?={_GAP}(?:$|{_MARK}|{_AND}|{_POLITE}))"

RANGE_COMMAND = re.compile(rf"{_OPENING}(?P<range>{_RANGE}))(?:(?P<end>{_ENDING})|(?![\w%]))", re.IGNORECASE)
SINGLE_COMMAND = re.compile(rf"{_OPENING}{_AMOUNT}){_ENDING}", re.IGNORECASE)
BARE_RANGE = re.compile(rf"{_RANGE}{_GAP}[.。!]?", re.IGNORECASE)
NAMED = re.compile(rf"[0-9]{_GAP}{SCALE}|{CURRENCY}", re.IGNORECASE)
SEPARATORS = " \t\r\n\u00a0\u3000,;:，；：、"
LAST_WORD = re.compile(rf"(?:{_AND}|{_WITH})$", re.IGNORECASE)
FIRST_WORDS = re.compile(rf"\A(?:[\s,;.:!?，；。：！？、]|{_AND}|{_POLITE}){{0,40}}", re.IGNORECASE)
