"""Amounts of money and counts of people, as clients write them in figures and in Chinese numerals.

Every pattern has bounded repetitions, so that no text makes it slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_CURRENCIES = {
    "CNY": ("rmb", "cny", "yuan", "renminbi", "元", "块钱", "块", "人民币", "¥", "￥", "yuans", "yuanes"),
    "EUR": ("€", "eur", "euro", "euros", "欧元"),
    "USD": ("$", "usd", "us$", "dollar", "dollars", "dolares", "美元", "美金", "刀"),
    "GBP": ("£", "gbp", "pounds", "pound", "英镑", "libras"),
    "HKD": ("hk$", "hkd", "港币", "港元"),
    "TWD": ("nt$", "twd", "台币", "新台币"),
    "JPY": ("jpy", "yen", "日元"),
    "CHF": ("chf", "francs suisses"),
    "PLN": ("pln", "zloty", "zl"),
    "CAD": ("cad", "c$"),
    "AUD": ("aud", "a$"),
    "SGD": ("sgd", "s$", "新币"),
    "MXN": ("mxn",),
    "BRL": ("brl", "r$", "reais"),
    "INR": ("inr", "₹", "rupees"),
    "RUB": ("rub", "₽", "рублей", "руб"),
    "SEK": ("sek",),
    "NOK": ("nok",),
    "DKK": ("dkk",),
    "CZK": ("czk",),
    "KRW": ("krw", "won!", "韩元"),
    "AED": ("aed",),
    "pesos": ("pesos",),
    "soles": ("soles",),
    "dirhams": ("dirhams", "dirham"),
}
_BY_WORD = {word.rstrip("!"): code for code, words in _CURRENCIES.items() for word in words}
_FACTORS = {
    "k": 1000, "w": 10_000, "m": 1_000_000, "万": 10_000, "千": 1000, "百": 100, "mille": 1000, "mil": 1000,
    "thousand": 1000, "million": 1_000_000, "millions": 1_000_000, "millon": 1_000_000, "millones": 1_000_000,
    "百万": 1_000_000, "亿": 100_000_000,
}  # fmt: skip

_CUR = "|".join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True))
_FAC = "|".join(sorted(_FACTORS, key=len, reverse=True))
_NUM = r"\d{1,3}(?:[ .,'\u202f\u00a0]\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
_TO = r"\s?(?:-|~|to|a|et|and|y|到|至|or|ou|o|或)\s?"
_AMOUNT = re.compile(
    rf"(?P<c1>{_CUR})?\s?(?P<n1>{_NUM})\s?(?P<f1>(?:{_FAC})(?![a-z]))?\s?(?P<c3>{_CUR})?"
    rf"(?:{_TO}(?:{_CUR})?\s?(?P<n2>{_NUM})\s?(?P<f2>(?:{_FAC})(?![a-z]))?)?\s?(?:d'|de )?(?P<c2>{_CUR})?"
)
_WAN_AND_A_DIGIT = re.compile(r"(?<!\d)(\d{1,4})万([1-9])(?![\d.,万千到至~-])")
_DIGITS = {char: at for at, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HAN_NUMBER = r"[零一二两三四五六七八九十百千万半]{1,7}"
_HAN_RANGE = re.compile(rf"(?P<a>{_HAN_NUMBER})(?:到|至|-|~|或)(?P<b>{_HAN_NUMBER})")
_HAN_PAIR = re.compile(r"(?P<a>[一二两三四五六七八九])(?P<b>[二三四五六七八九])(?P<unit>[十百千万])(?P<more>万?)")
_HAN_SINGLE = re.compile(_HAN_NUMBER)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as a client said it, low ≤ high in major units; `currency` is ISO 4217, the client's own word for one
    we do not know, or empty."""

    low: int
    high: int
    currency: str
    start: int = 0

    def __str__(self) -> str:
        figures = str(self.low) if self.low == self.high else f"{self.low}-{self.high}"
        return f"{figures} {self.currency}".strip()


def amounts(folded: str) -> list[Amount]:
    """Every sum in a folded text, in order: figures first, then Chinese numerals with 万 or 千."""
    spelled = _WAN_AND_A_DIGIT.sub(r"\1.\2万", folded)
    found = [amount for match in _AMOUNT.finditer(spelled) if (amount := _from_figures(match))]
    return found or _from_han(folded)


def _from_figures(match: re.Match[str]) -> Amount | None:
    low, high = _number(match["n1"]), _number(match["n2"] or match["n1"])
    factor_low, factor_high = _FACTORS.get(match["f1"] or "", 1), _FACTORS.get(match["f2"] or "", 1)
    if match["n2"] and match["f2"] and not match["f1"] and low < factor_high:
        factor_low = factor_high  # "50-60k" means both
    if match["n2"] and match["f1"] and not match["f2"] and high < factor_low:
        factor_high = factor_low
    if not match["n2"]:
        factor_high = factor_low
    low, high = low * factor_low, high * factor_high
    if not 0 < low <= high < 10**12:
        return None
    word = match["c1"] or match["c2"] or match["c3"] or ""
    return Amount(round(low), round(high), _BY_WORD.get(word, word), match.start())


def _number(figures: str) -> Fraction:
    grouped = re.sub(r"[ '\u202f\u00a0]|[.,](?=\d{3}(?!\d))", "", figures)
    return Fraction(grouped.replace(",", "."))


def _from_han(folded: str) -> list[Amount]:
    text = folded.replace(" ", "")
    currency = next((_BY_WORD[word] for word in _BY_WORD if not word.isascii() and word in text), "")
    if match := _HAN_RANGE.search(text):
        high = _han(match["b"])
        low = _han(match["a"])
        unit = match["b"][-1]
        if unit in "百千万" and unit not in match["a"] and low < high:
            low *= _han("一" + unit)
        return _bounded(low, high, currency, match.start())
    if match := _HAN_PAIR.search(text):
        unit = _han("一" + match["unit"]) * (10_000 if match["more"] else 1)
        return _bounded(_DIGITS[match["a"]] * unit, _DIGITS[match["b"]] * unit, currency, match.start())
    return [
        amount
        for match in _HAN_SINGLE.finditer(text)
        if any(unit in match[0] for unit in "千万")
        for amount in _bounded(_han(match[0]), _han(match[0]), currency, match.start())
    ]


def _bounded(low: int, high: int, currency: str, start: int) -> list[Amount]:
    return [Amount(low, high, currency, start)] if 0 < low <= high else []


def _han(numeral: str) -> int:
    """The value of a Chinese numeral; 两万五 is 25,000, as people say it."""
    total, section, digit, last_unit = 0, 0, 0, 1
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "半":
            section += last_unit // 2
        elif char == "万":
            total, section, digit, last_unit = (total + section + digit or 1) * 10_000, 0, 0, 10_000
        else:
            last_unit = {"十": 10, "百": 100, "千": 1000}[char]
            section += (digit or 1) * last_unit
            digit = 0
    return total + section + digit * (last_unit // 10 if last_unit >= 100 else 1)


_PEOPLE = (
    "people|users?|visitors?|viewers?|players?|customers?|clients?|orders?|employees|staff|students?|members?|"
    "devices?|sensors?|vehicles?|requests?|utilisateurs?|personnes|visiteurs?|commandes?|salaries|joueurs|eleves|"
    "usuarios?|personas|visitantes|clientes|pedidos|empleados|alumnos|jugadores|dispositivos|人|用户|并发|日活|单|个号|"
    "台|家店|学生|会员|访问|员工|个员工"
)
_COUNT = re.compile(
    rf"(?P<n>{_NUM})\s?(?P<f>(?:{_FAC})(?![a-z]))?\+?\s?(?:多|来|个|名|位)?\s?"
    rf"(?:d'|de |of )?(?:[a-z]{{1,12}} ){{0,2}}(?:{_PEOPLE})"
)
_HAN_COUNT = re.compile(rf"(?P<n>[几数]?{_HAN_NUMBER})(?:多|来)?(?:个|名|位)?(?:人|用户|并发|日活|单|会员|学生)")
_VAGUE_COUNTS = (
    ("hundreds of", 300), ("thousands of", 3000), ("tens of thousands", 30_000), ("millions of", 2_000_000),
    ("des centaines", 300), ("des milliers", 3000), ("cientos", 300), ("miles!", 3000), ("miles de", 3000),
)  # fmt: skip


def count_of_people(folded: str) -> int:
    """How many people, orders or devices a text speaks of at most; 0 where it does not say."""
    counts = [round(_number(m["n"]) * _FACTORS.get(m["f"] or "", 1)) for m in _COUNT.finditer(folded)]
    counts += [_han(m["n"].lstrip("几数")) for m in _HAN_COUNT.finditer(folded.replace(" ", ""))]
    counts += [count for words, count in _VAGUE_COUNTS if words.rstrip("!") in folded]
    return max(counts, default=0)
