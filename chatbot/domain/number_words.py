"""Numbers that are written in words: "five thousand", "quatre-vingt-dix mille", "fünftausend", "пять тысяч".

Read are English, French, Spanish, German, Italian, Portuguese and Dutch, and of Russian the common forms; of some
more languages the words for a thousand and a million only, which give away that there is a large number. Chinese
numerals stand in written_numbers.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# As guard.fold leaves them: no case, no accents, no marks.
_WORDS = """
1 one un une uno una ein eins eine um uma een
2 two deux dos zwei due dois duas twee два две
3 three trois tres drei tre drie три
4 four quatre cuatro vier quattro quatro четыре
5 five cinq cinco funf cinque vijf пять
6 six seis sechs sei zes шесть
7 seven sept siete sieben sette sete zeven семь
8 eight huit ocho acht otto oito восемь
9 nine neuf nueve neun nove negen девять
10 ten dix diez zehn dieci dez tien десять
11 eleven onze once elf undici одиннадцать
12 twelve douze doce zwolf dodici doze twaalf двенадцать
13 thirteen treize trece dreizehn tredici treze dertien
14 fourteen quatorze catorce vierzehn quattordici veertien
15 fifteen quinze quince funfzehn quindici vijftien пятнадцать
16 sixteen seize dieciseis sechzehn sedici dezesseis zestien
17 seventeen diecisiete siebzehn diciassette zeventien
18 eighteen dieciocho achtzehn diciotto dezoito achttien
19 nineteen diecinueve neunzehn diciannove dezenove negentien
20 twenty vingt vingts veinte veinti zwanzig venti vinte twintig двадцать
30 thirty trente treinta dreissig trenta trinta dertig тридцать
40 forty quarante cuarenta vierzig quaranta quarenta veertig сорок
50 fifty cinquante cincuenta funfzig cinquanta cinquenta vijftig пятьдесят
60 sixty soixante sesenta sechzig sessanta sessenta zestig шестьдесят
70 seventy septante setenta siebzig settanta zeventig семьдесят
80 eighty huitante octante ochenta achtzig ottanta oitenta tachtig восемьдесят
90 ninety nonante noventa neunzig novanta negentig девяносто
100 hundred cent cents cien ciento hundert cento cem honderd сто
200 doscientos doscientas duzentos duzentas двести
300 trescientos trescientas trezentos trezentas триста
400 cuatrocientos cuatrocientas quatrocentos quatrocentas четыреста
500 quinientos quinientas quinhentos quinhentas пятьсот
600 seiscientos seiscientas seiscentos seiscentas шестьсот
700 setecientos setecientas setecentos setecentas семьсот
800 ochocientos ochocientas oitocentos oitocentas восемьсот
900 novecientos novecientas novecentos novecentas девятьсот
1000 thousand grand mille mil tausend mila duizend тысяча тысячи тысяч тысячу tysiac tysiace tysiecy тисяч tusen
1000 الف الاف אלף אלפים हजर ribu nghin
100000 lakh lakhs
1000000 million millions millon millones millionen milione milioni milhao milhoes miljoen миллион миллиона миллионов
1000000 مليون מיליון juta trieu milyon
10000000 crore crores
1000000000 billion billions milliard milliards milliarde milliarden
"""
_VALUES = {word: int(line.split()[0]) for line in _WORDS.split("\n") if line for word in line.split()[1:]}
_INSIDE = ("und", "en")  # fünfundzwanzig, vijfentwintig
_BETWEEN = frozenset(("and", "et", "y", "e", "und", "en", "a", "и"))
# These are numbers behind another only: "grand" is a word of its own, and "millions of users" are no number.
_ONLY_BEHIND = frozenset(("grand", "millions", "millones", "millionen", "milioni", "milhoes", "cents", "billions"))
_THANKS = frozenset(
    ("mercis", "fois", "excuses", "gracias", "disculpas", "perdones", "veces", "dank", "grazie", "scuse", "obrigados")
)
_BIG = (["un"], ["tres"])  # "un grand site", "un très grand site": big, and no thousand
_MOST_LETTERS = 60

# Not Han, kana or hangul, beside which a word of another script may stand without a space.
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff\uac00-\ud7a3]{1,64}")
_BEGINNINGS = tuple(_VALUES)
_LONGEST = max(map(len, _VALUES))


def number_words(folded: str) -> set[int]:
    """The numbers in words of a text, as `guard.fold` gives it; "mille mercis" is none."""
    return {_value(pieces) for pieces in _runs(folded)}


def _runs(folded: str) -> Iterator[list[str]]:
    """The pieces of the number words that stand together."""
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(folded):
        word = match.group()
        beside = not folded[end : match.start()].strip(" -")
        pieces = [] if word == "grand" and run[-1:] in _BIG else _pieces(word)
        if run and not (beside and (pieces or word in _BETWEEN)):
            if not (beside and len(run) == 1 and word in _THANKS):
                yield run
            run = []
        if pieces and (run or word not in _ONLY_BEHIND):
            run = run + pieces
        end = match.end()
    if run:
        yield run


def _pieces(word: str) -> list[str]:
    """The numbers that a word is put together from; none where it is another word."""
    if word in _VALUES:
        return [word]
    if len(word) > _MOST_LETTERS or not word.startswith(_BEGINNINGS):
        return []
    ways: dict[int, list[str]] = {len(word): []}  # from which letter on it is put together, and from what
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(start + _LONGEST, len(word)), start, -1):
            piece = word[start:end]
            if end in ways and (piece in _VALUES or piece in _INSIDE):
                ways[start] = [piece, *ways[end]]
                break
    return [piece for piece in ways.get(0, []) if piece in _VALUES]


def _value(pieces: list[str]) -> int:
    total = section = 0
    for piece in pieces:
        number = _VALUES[piece]
        if number >= 1_000:
            total, section = total + (section or 1) * number, 0
        elif number == 100:
            section = (section or 1) * 100
        elif number == 20 and section % 100 == 4:  # quatre-vingts
            section += 76
        else:
            section += number
    return total + section
