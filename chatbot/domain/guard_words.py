"""The shapes and words that give away an amount, a date, a link, a mention, a command or markup (see guard.py).

All patterns read folded text: NFKC, no case, no accents, one line. So `manana` stands for mañana, `днеи` for дней,
and kana carry no voicing marks. English, Chinese, French and Spanish are covered with care; of German, Italian,
Portuguese, Russian, Polish, Japanese and Korean the common forms. Quantifiers over text are bounded: a hostile
text costs time in proportion to its length.
"""

from __future__ import annotations

import re

Patterns = tuple[re.Pattern[str], ...]


def _compiled(*patterns: str) -> Patterns:
    return tuple(re.compile(pattern) for pattern in patterns)


# Numbers -------------------------------------------------------------------------------------------------------

_LEADING = r"\d(?:[\d.,'’ ]{0,14}\d)?(?!\d)"
NUMBER = rf"{_LEADING}(?![.,'’ ]\d)"  # one that something follows ends where its digits end, or each part is tried
_ENDLESS_NUMBER = r"\d{17}"  # longer than NUMBER reads
_TO = r" ?(?:[-‐-―−~〜]|\b(?:to|or|and|a|y|o|ou|et|bis)\b|[到至]) ?"
RANGE = rf"{NUMBER}(?:{_TO}{NUMBER})?"
_LEADING_RANGE = rf"{_LEADING}(?:{_TO}{_LEADING})?"
_HAN = "〇零一二两三四五六七八九十百千万亿半几数壹贰叁肆伍陆柒捌玖拾佰仟萬億兩幾"
HAN_NUMBER = rf"[{_HAN}](?:[{_HAN}到至~-]{{0,10}}[{_HAN}])?"

_TENS = (
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    "vingt|trente|quarante|cinquante|soixante|quatre-vingts?|cents?|"
    "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|"
    r"(?:dos|tres|cuatro|seis|ocho)cient[oa]s|quinient[oa]s|setecient[oa]s|novecient[oa]s"
)
_THOUSANDS = (
    r"thousand|(?<!un )(?<!tres )grand|million|mille|millions|millons?|mil|millon(?:es)?|tausend|millionen|"
    r"mila|milione|milioni|milhao|milhoes|тысяч\w{0,3}|тыс|миллион\w{0,3}|tysiac\w{0,3}|tysiecy"
)
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|few|couple|several|half|dozen|"
    "deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|quelques|plusieurs|demi|"
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|quince|unos|unas|varios|varias|"
    "par de|medio|media|"
    "zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|einige|paar|"
    "tre|quattro|cinque|sei|sette|otto|nove|dieci|dois|duas|quatro|oito|dez|doze|alguns|algumas|"
    "сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|двести|триста|четыреста|пятьсот|шестьсот|"
    "duzentos|trezentos|quatrocentos|quinhentos|vijftig|"
    "два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|пару|несколько"
)
NUMBER_WORD = rf"\b(?:{_SMALL}|{_TENS}|{_THOUSANDS})\b"
BIG_WORD = rf"\b(?:{_TENS}|{_THOUSANDS})\b|[{_HAN}][百千万]"

# What is counted and is no money, after a number: 200k viewers, 400 pages, 20万观众.
_COUNTED = (
    r"(?! ?(?:\+ ?)?(?:concurrent |simultaneous |active |daily |monthly |de |d')?"
    r"(?:people|users|viewers|players|visitors|customers|clients|members|students|readers|requests|orders|messages|"
    r"pages|words|items|products|records|rows|images|photos|files|calls|downloads|accounts|books|questions|"
    r"personnes|utilisateurs|spectateurs|joueurs|visiteurs|commandes|produits|articles|etudiants|abonnes|mots|"
    r"personas|usuarios|espectadores|jugadores|visitantes|pedidos|productos|paginas|alumnos|socios|"
    r"nutzer|besucher|人|名|位|用户|观众|玩家|学生|次|条|本|个|件|页|字|张|种|台|家|单))"
)

# Money ---------------------------------------------------------------------------------------------------------

_SIGN = "[$¢£¤¥֏؋৲৳฿៛₠-⃀💰💴-💷🪙]"
_CODE = (
    r"(?:rmb|cny|cnh|usd|eur|gbp|jpy|chf|hkd|twd|krw|inr|rub|pln|czk|huf|sek|nok|dkk|cad|aud|nzd|sgd|mxn|brl|ars|"
    r"clp|cop|aed|sar|try|uah|vnd|thb|usdt|usdc|btc|eth)"
)
_SURE_CURRENCY = (
    rf"{_CODE}|yuan(?:e?s)?|baht|ringgit|lei|leva|рупи\w{{1,2}}|रपय|रपए|"
    rf"renminbi|kuai|dollars?|euros?|sterling|bucks?|francs?|"
    r"franken|pesos?|dolar(?:es)?|dollari|reais|libras?|livres? sterling|yens?|rupees?|rupias?|rubles?|"
    r"roubles?|rublos?|рубл\w{0,3}|руб|доллар\w{0,3}|евро|юан\w{0,3}|злот\w{0,3}|гривен\w{0,2}|zl|zlot\w{1,3}|"
    r"kroner|kronor|koruna?|forint|bitcoins?|ether|toncoins?|ريال|درهم|دولار|يورو"
)
# Words that mean other things as well count only right after the number; "un grand site" and "a real shop" are none.
_ENDS_AMOUNT = (
    r"(?= ?(?:[^\w ]|$)| (?:a|all|and|at|each|for|from|if|in|is|less|more|now|on|or|per|so|then|to|total|up|when|with|"
    r"al|cada|com|con|de|e|em|en|o|ou|para|por|y)\b)"
)
_GRAND = rf"(?<!tres )grand\b{_ENDS_AMOUNT}"
_CURRENCY = rf"(?:{_SURE_CURRENCY}|pounds?|quid|cents?|pence|won|lira|{_GRAND}|real\b{_ENDS_AMOUNT})"
_HAN_CURRENCY = (
    r"(?:人民币|(?:美|欧|日|港|韩|加|澳|台|新台|新加坡)?元(?!素|宵|旦|数据|气|论|化|组|分类|方程)|圆|円|块钱|美金|欧元|英镑|"
    r"毛钱|角钱|刀(?!具|片)|塊錢|欧(?![洲美盟式])|원|ウォン|ユーロ|トル)"
)
_MULTIPLIER = rf"(?:k|w|m|mio|mln|bn|mrd|milliards?|billions?|lakhs?|crores?|{_THOUSANDS}|[百千万亿萬億만천])"

MONEY: Patterns = _compiled(
    rf"{_SIGN} ?{_LEADING_RANGE}(?: ?{_MULTIPLIER}\b)?",
    rf"{RANGE} ?(?:{_MULTIPLIER} ?)?{_SIGN}",
    _SIGN,
    rf"{RANGE}[ -]?(?:{_MULTIPLIER}[ -]?)?(?:de |d')?(?:{_CURRENCY}|tokens?)\b",
    rf"(?<![a-z]){_CODE} ?{_LEADING_RANGE}(?: ?{_MULTIPLIER}\b)?",
    rf"(?<![a-z])(?:{_CODE} ?{NUMBER_WORD}|kr\.? ?{_LEADING_RANGE})|{RANGE},-|\b(?:{_SMALL}|{_TENS}|\d{{1,16}}) thou\b",
    rf"\b(?:rs|rm|rp|fr)\.? ?{_LEADING_RANGE}|{RANGE} ?(?:rs|fr|kr|kc|ft|tl|лв)\b",
    rf"\b(?:euros?|dollars?|yuans?|pesos?|francs?|rubles?) {_LEADING_RANGE}",
    rf"\b[ivxlcdm]{{1,12}}[ -](?:{_SURE_CURRENCY})\b",
    r"[일이삼사오육칠팔구십백천만]{1,9} ?원",
    r"\b(?:half|third|quarter) off\b",
    rf"(?<![{_HAN}])百[万萬]{_COUNTED}",
    rf"人民币 ?(?:{_LEADING_RANGE}|{HAN_NUMBER})",
    rf"(?:{RANGE}|{HAN_NUMBER}) ?(?:[百千万亿] ?)?[多余来]?{_HAN_CURRENCY}",
    rf"{RANGE} ?[百千万]?块",
    r"[一二两三四五六七八九十几][百千万]{1,2}块",
    rf"{RANGE} ?(?:[kw](?![a-z])|(?:mio|mln|{_THOUSANDS})\b|[百千万亿萬億만천]){_COUNTED}",
    rf"{NUMBER_WORD}(?: \w{{1,12}}){{0,2}}[ -](?:thousand|{_GRAND}|million|mille|mil|millones|tausend)\b{_COUNTED}",
    rf"[一二两三四五六七八九十几数半壹贰叁肆伍陆柒捌玖拾][{_HAN}到至]{{0,8}}[百千万亿萬億]{_COUNTED}",
    rf"{NUMBER_WORD}(?:[ -]\w{{1,12}}){{0,3}}[ -](?:{_SURE_CURRENCY})\b|{NUMBER_WORD}[ -](?:{_CURRENCY}|tokens?)\b",
    rf"\b(?:a|an|un|une|una|ein|eine|einen|um) {_CURRENCY}\b",
    rf"{RANGE} ?(?:%|٪|percent\b|per cent\b|pour ?cent\b|por ?cien(?:to)?\b|prozent\b|процент)",
    rf"{NUMBER_WORD}[ -](?:percent|per cent|pour ?cent|por ?ciento|prozent)\b",
    rf"百分之 ?(?:{HAN_NUMBER}|{_LEADING})",
    r"[\d一二三四五六七八九半对][\d.一二三四五六七八九]{0,3} ?折(?!叠)",
    r"\bhalf[ -]price\b|\bmoitie prix\b|\bmitad de(?:l)? precio\b|半价",
    rf"\b(?:{_SMALL}|\d{{1,2}})[ -](?:figures?|chiffres|cifras)\b|[一二三四五六七八九十几\d] ?位数",
    _ENDLESS_NUMBER,
)

# Names of money that mean nothing else, or next to nothing, in many languages. A shop may well build a wallet for
# bitcoin, so that its coins count beside a number only.
CURRENCIES = re.compile(
    r"(?<![a-z])(?:rmb|cny|cnh|usd|eur|gbp|jpy|chf|hkd|twd|krw|rub|uah|pln|czk|huf|nok|dkk|vnd|thb|aed|sgd|mxn|brl|"
    r"renminbi|yuan(?:e?s)?|euros?|eurot|eurov|dollars?|dollari|dolar(?:es|y|ow|u)?|dolari|bucks|"
    r"(?<!etre )(?<!soyons )francs|franken|pounds? sterling|livres? sterling|"
    r"sterling|rupees?|rupias?|rupiah|rupie[ns]?|ringgit|baht|yens|"
    r"reais|rubles?|roubles?|rublos?|rubel|kroner|kronor|korun|zlot(?:y|ych|e)|forint|hryvnia|shekels?|dirhams?)(?![a-z])"
    r"|рубл[ьяиеюё]|доллар|(?<!\w)евро(?!\w)|юан[ьяеи]|гривн|гривен|злот[ыа]|тенге|ευρω|δολαρι"
    r"|دولار|يورو|ريال|درهم|دينار|جنيه|(?<!\w)ليره?|יורו|אירו(?!\w)|דולר|(?<!מ)שקל|रपय|रपए|डलर"
    r"|(?<!บท)บาท|ดอลลาร|ยโร|달러|유로(?!\w{3})|위안|ユーロ|(?<![ァ-ヶー])トル(?![ァ-ヶー])"
    r"|人民币|人民幣|美元|美金|欧元|歐元|日元|日圆|港元|港币|英镑|韩元|台币|块钱|塊錢"
)

# Where a sentence speaks of a price, any number in it is taken for one.
PRICE_WORD = re.compile(
    r"\b(?:prices?|pricing|costs?|costing|fees?|charges?|discounts?|deposits?|budgets?|quotes?|quoted|quotations?|"
    r"prix|couts?|coute\w{0,3}|tarifs?|devis|remises?|acomptes?|factur\w{1,4}|"
    r"precios?|costes?|costos?|cuesta\w{0,2}|costara\w{0,2}|tarifas?|presupuestos?|descuentos?|deposito|anticipo|"
    r"preise?|kosten|kostet|rabatt|angebot|precos?|custo|custa|desconto|orcamento|prezzo|prezzi|sconto|preventivo|"
    r"цен[аыуе]|стоимост\w|скидк\w|бюджет\w?|kosztuj\w|koszt\w?|rabat)\b"
    r"|价|费用|收费|预算|折扣|优惠|定金|押金|订金|価格|料金|費用|見積|予算|가격|비용|견적"
)

# Dates ---------------------------------------------------------------------------------------------------------

_EVERY = "(?<!every )(?<!each )(?<!chaque )(?<!tous les )(?<!toutes les )(?<!cada )(?<!los )(?<!las )(?<!jeden )"
_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|"
    "lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|(?:segunda|terca|quarta|quinta|sexta)-feira|"
    r"понедельник\w{0,2}|вторник\w{0,2}|в среду|четверг\w{0,2}|пятниц\w|суббот\w|воскресень\w|"
    "poniedzialek|wtorek|srode|czwartek|piatek|sobote|niedziele"
)
_MONTHS = (
    "january|february|april|june|july|august|september|october|november|december|"
    "janvier|fevrier|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|"
    "januar|februar|marz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|"
    "ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|"
    r"январ\w{1,2}|феврал\w{1,2}|март[ае]|апрел\w{1,2}|июн[яеь]|июл[яеь]|август[ае]?|сентябр\w{1,2}|октябр\w{1,2}|"
    r"ноябр\w{1,2}|декабр\w{1,2}"
)
_SHORT_MONTHS = "jan|feb|mar|march|mars|apr|may|mai|jun|jul|aug|sept?|oct|nov|dec"
_BEFORE_MONTH = "in|by|until|before|from|since|mid|early|late|end of|en|d'ici|avant|fin|debut|mi|des|pour|courant"
_UNITS = (
    "days?|workdays?|weeks?|weekends?|months?|quarters?|years?|fortnights?|jours?|semaines?|mois|ans|annees?|"
    "trimestres?|dias?|semanas?|mes|meses|anos?|tag|tagen?|wochen?|monate?n?|jahre?n?|giorn[oi]|settiman[ae]|mes[ei]|"
    r"ann[oi]|дн\w{1,3}|день|недел\w{1,2}|месяц\w{0,2}|dni|dzien|tydzien|tygodni\w{0,2}|miesiac\w{0,2}|miesiec\w{1,2}"
)
_SOON = r"(?:in|within|under|less than|dans|sous|d'ici|moins de|en moins de|en|dentro de|en menos de|innerhalb von)"
_HOURS = "hours?|minutes?|heures?|horas?|minutos?|stunden?|minuten?"
_NOT_YEARLY = "(?<![每第各])"
_NOT_TIMES = r"(?! ?[一两二三四五几\d]{1,2} ?次)"
_ANY = f"(?:{NUMBER}|{HAN_NUMBER})"

DATES: Patterns = _compiled(
    rf"{_EVERY}\b(?:{_DAYS})\b",
    rf"\b(?:{_MONTHS})\b",
    rf"\b(?:{_SHORT_MONTHS})\.? ?\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th|er)?\.? (?:of )?(?:{_SHORT_MONTHS})\b",
    rf"\b(?:{_BEFORE_MONTH})[ -](?:march|may|mars|mai)\b",
    r"\btomorrow\b|\btonight\b|\bdemain\b|\bce soir\b|(?<!\bla )\bmanana\b|\besta noche\b|(?<!guten )\bmorgen\b",
    r"\bubermorgen\b|\bdomani\b|\bamanha\b|завтра|\bjutro\b|明日|明後日|내일|모레|[明后]天|今晚|明晚",
    r"\b(?:by|before|until|within|starting|start|ready) today\b|\bdes aujourd'hui\b|\bhoy mismo\b",
    r"今[天日](?:就|内|之内|可以|能|开始)",
    r"\b(?:next|this|coming|following) (?:week|weekend|month|quarter|year|spring|summer|autumn|fall|winter)\b",
    r"\b(?:semaine|mois|annee|trimestre)s? prochaine?s?\b|\bcette semaine\b|\bce mois\b|\bcette annee\b",
    r"\bproxim[oa]s? (?:semanas?|mes|meses|dias?|ano)\b",
    r"\b(?:semana|mes|ano) que viene\b|\best[ae] (?:semana|mes|ano)\b",
    r"\bnachste[rnsm]? (?:woche|monat|jahr)\b|\bdiese woche\b|\bprossim[ao] (?:settimana|mese)\b|следующ\w{2,4} недел",
    r"\bend of (?:the |this |next )?(?:week|month|quarter|year|day)\b",
    r"\bfin (?:de |du |de la )?(?:semaine|mois|annee)\b",
    r"\bfin(?:al|ales|es)? de(?:l)? (?:semana|mes|ano)\b|\bende (?:der woche|des monats|des jahres)\b",
    rf"{_NOT_YEARLY}(?<![{_HAN}\d个])(?:下下?|本|这|上)?个?(?:周|星期|礼拜)[一二三四五六日天](?![次个些])",
    r"下下?个?(?:周|星期|礼拜|月|季度)|本(?:周|月|季度)|这个?(?:周|月|星期)|周末前|[月年]底|月初|年内|年前|春节前|[明后]年",
    r"\d{1,2} ?月(?: ?\d{1,2} ?[日号]?)?",
    r"[一二三四五六七八九十]{1,2}月(?:[底初中份]|[一二三四五六七八九十]{1,3}[日号]?|$)?",
    r"\d{4} ?年|\d{1,2} ?[日号](?=之?[前后内]|开始|上线|完成|交付|动工)",
    r"[月火水木金土日]曜|来週|来月|今週|今月|[월화수목금토일]요일|다음 ?(?:주|달)|이번 ?(?:주|달)",
    r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
    r"(?:\b(?:on|by|before|until|from|le|avant|el|antes del?|am|bis)|[至到]) ?\d{1,2}[./]\d{1,2}\b",
    r"\b(?:on|by|before|until|from|the) (?:the )?\d{1,2}(?:st|nd|rd|th)\b",
    r"\b(?:le|du|au|el|del|al|dia) \d{1,2}(?= ?(?:[.,;!?]|$))",
    r"\b(?:in|by|until|before|en|para|avant|d'ici|antes de|im jahr) 20\d\d\b",
    rf"{_EVERY}(?<![\d.,]){RANGE}[ -]?(?:[a-z]{{1,10}} )?(?:{_UNITS})\b",
    rf"{_EVERY}{NUMBER_WORD}(?:[ -][a-z]{{1,10}}){{0,3}}[ -](?:{_UNITS})\b",
    rf"\b{_SOON} (?:{NUMBER}|{NUMBER_WORD}) ?(?:{_HOURS})\b",
    r"\b(?:in|within|takes?|about|after|dans|sous|d'ici|en|dentro de) (?:an?|une?|una?) "
    r"(?:hour|day|week|month|fortnight|year|heure|jour|semaine|mois|an|hora|dia|semana|mes|ano)\b",
    r"\b(?:quinzaine|huitaine|quincena)\b",
    rf"{_NOT_YEARLY}{_ANY} ?[多来]?(?:个 ?)?(?:工作日|自然日|天|周(?!边|全)|星期|礼拜|季度|年(?!级|龄)){_NOT_TIMES}",
    rf"{_NOT_YEARLY}{_ANY} ?[多来]?个半?月|{_ANY} ?(?:日|小时|分钟)(?:之|以)?[内后]",
    rf"{NUMBER} ?(?:日間|週間|[かヶカケ]月|개월|주일|일 ?(?:안|이내|후))",
)

# Links, mentions, commands, markup ---------------------------------------------------------------------------

# What Telegram makes a link of without being asked, as far as it is common.
_ENDINGS = (
    "com|cn|net|org|io|me|app|dev|ai|co|info|biz|xyz|top|shop|site|online|store|link|click|tech|cc|tv|ly|gg|to|eu|ru|de|"
    "fr|es|it|uk|pl|jp|kr|in|br|us|ch|be|nl|ca|au|hk|tw|pw|club|live|icu|vip|win|bid|loan|work|fun|space|website|host|"
    "page|pro|one|world|life|today|news|blog|cloud|digital|agency|finance|money|pay|bank|help|support|chat|team|group|"
    "company|ltd|zip|mov|su|ua|by|kz|ir|sg|my|th|vn|ph|id|nz|za|mx|ar|cl|pe|pt|se|no|fi|dk|cz|sk|hu|ro|bg|gr|tr|il|ae|"
    "sa|tk|ml|ga|cf|gq|ws|la|im|is|lt|lv|ee|si|hr|at|рф|рус|ком|онлаин|саит|москва|бел|укр|қаз|срб|"
    "网站|网店|商店|商标|信息|移动|手机|购物|游戏|餐厅|微博|みんな|ストア|コム|닷컴|닷넷|한국|"
    "中国|中國|公司|网络|網絡|网址|商城|香港|台湾|台灣|在线|集团"
)

# Telegram knows every ending there is, some 1,400. What else stands behind a point is the kind of a file.
_FILES = (
    "js|jsx|ts|tsx|html?|css|json|xml|ya?ml|csv|txt|pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|"
    "exe|apk|ipa|php|sql|vue|java"
)

_SCHEMES = (
    "mailto|javascript|data|tg|tel|file|magnet|sms|smsto|skype|whatsapp|viber|sip|facetime|weixin|alipays?|intent|"
    "bitcoin|ethereum|litecoin|monero|solana|tonsite|ipfs"
)

LINKS: Patterns = _compiled(
    rf"[a-z][a-z0-9+.-]{{0,20}}://|(?<![a-z\d_])(?:{_SCHEMES}):[^\s]|\bwww\.",
    rf"(?<![\w.-])(?:[\w-]{{1,63}}\.){{1,8}}(?:{_ENDINGS})(?![\w-])",
    r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}/",
    rf"(?<![\w.-])(?!\d{{1,9}}\.)(?:[\w-]{{1,63}}\.){{1,8}}(?!(?:{_FILES})(?![\w-]))(?:[a-z]{{2,24}}|xn--[a-z0-9-]{{2,59}})(?![\w-])",
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])",
)
# Names of techniques that look like addresses.
COMMON_DOTTED = frozenset(
    ("asp.net", "socket.io", "next.js", "vb.net", "ado.net", "readme.md", "p.es", "p.ej", "p.ex", "ee.uu")
)

MENTIONS: Patterns = _compiled(r"@\w")

# What Telegram makes a command of, to be sent by a tap; those that everybody has may be named.
_EVERYBODYS = "privacy|help|human|status|new|language|refer|referrals|earnings"
COMMANDS: Patterns = _compiled(rf"(?<![\w/<>])/(?!(?:{_EVERYBODYS})\b)[a-z]\w{{0,31}}")

MARKUP: Patterns = _compiled(r"<[/!?a-z]", r"&(?:lt|gt|amp|quot|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});", r"\]\(", r"```")
