"""How people name a currency: codes, signs and words, and the currencies that each may mean."""

from __future__ import annotations

import re

_DOLLARS = "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP"

_MEANINGS = {
    "CNY": "cny rmb yuan yuans yuanes cn¥ 人民币 人民幣",
    "CNY TWD HKD MOP": "元 块钱 块 塊錢 塊",
    "CNY JPY": "¥",
    "JPY": "jpy yen yens yenes 円 日元 日圆 jp¥",
    "USD": "usd us$ 美元 美金",
    "HKD": "hkd hk$ 港币 港元 港幣",
    "TWD": "twd nt$ 台币 新台币 台幣 新台幣",
    "SGD": "sgd s$ 新币 新加坡元",
    "CAD": "cad c$ ca$ 加元",
    "AUD": "aud a$ au$ 澳元",
    _DOLLARS: "$ dollar dollars dólar dólares dolar dolares",
    "EUR": "eur euro euros € 欧元 歐元",
    "GBP": "gbp £ pound pounds sterling libras 英镑 英鎊",
    "CHF": "chf",
    "KRW": "krw ₩ 韩元",
    "INR": "inr ₹ rupees",
    "VND": "vnd ₫",
    "THB": "thb ฿",
    "RUB": "rub ₽",
    "MXN ARS CLP COP": "peso pesos",
}

# ISO 4217; in capitals only, because "all", "try", "top" and others are also words.
_CODES = """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD
MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"""

_BY_WORD = {word: frozenset(codes.split()) for codes, words in _MEANINGS.items() for word in words.split()}


def _pattern() -> str:
    words = sorted(_BY_WORD, key=len, reverse=True)
    loose = "|".join(_bounded(word) for word in words)
    return f"(?:{loose}|(?-i:{_bounded('(?:' + '|'.join(_CODES.split()) + ')')}))"


def _bounded(word: str) -> str:
    """Latin letters must not run on into others; signs and Chinese may touch anything."""
    before = "(?<![a-zA-Zà-ÿ])" if word[0].isascii() and (word[0].isalpha() or word[0] == "(") else ""
    after = "(?![a-zA-Zà-ÿ])" if word[-1].isascii() and (word[-1].isalpha() or word[-1] == ")") else ""
    return before + (word if word[0] == "(" else re.escape(word)) + after


CURRENCY = _pattern()
"""Matches one name of a currency, under `re.IGNORECASE`; it captures nothing."""


def may_mean(word: str, currency: str) -> bool:
    """Whether this name (as `CURRENCY` matched it) may stand for the currency."""
    return currency in _BY_WORD.get(word.lower(), frozenset()) or word.upper() == currency
