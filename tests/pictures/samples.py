"""Data for the templates, as the presenter hands it over."""

from typing import Any

LEGEND = {"must": "must have", "should": "should have", "could": "could have", "assumed": "assumed by us"}
PRIORITIES = ("must", "should", "could")
WORDS = {
    "quote": "Quote",
    "number": "Number",
    "date": "Date",
    "valid_until": "Valid until",
    "prepared_for": "Prepared for",
    "prepared_by": "Prepared by",
    "scope": "Scope",
    "price_range": "Price range",
    "low": "Low",
    "likely": "Likely",
    "high": "High",
    "what_it_means": "What it means:",
    "assumptions": "Assumptions",
    "exclusions": "Not included",
    "open_questions": "Open questions",
    "next_step": "Next step",
    "page": "Page",
    "of": "of",
    **LEGEND,
}

# What people write in their own language: a title, a branch, a feature, a sentence.
TONGUES = {
    "en": ("Craft beer club", "Tasting", "Rate and photograph a beer", "An app for members who taste together."),
    "zh": ("校园二手书小程序", "图书上架", "扫码自动填充书目", "给大学生用的二手书小程序。"),
    "zh-TW": ("校園二手書", "圖書上架", "掃碼自動填入書目", "給大學生用的二手書平台。"),
    "fr": ("Commande à emporter", "Fidélité", "Dix menus, un offert", "L’œuvre d’un été à Lyon."),
    "es": ("Tienda de flores", "Administración", "Días cerrados", "¿Mañana? Sí, señor."),
    "pl": ("Sklep z książkami", "Zamówienia", "Źródło płatności", "Zażółć gęślą jaźń."),
    "de": ("Benutzerverwaltung", "Größe", "Übersicht der Aufträge", "Straße, Maß und Öl."),
    "ru": ("Магазин книг", "Оплата", "Поиск по автору", "Съешь ещё этих булок."),
    "vi": ("Đặt chỗ nhà hàng", "Thanh toán", "Tìm nhà hàng gần đây", "Người dùng đặt chỗ trước."),
    "ja": ("予約アプリ", "支払い", "お店を検索する", "近くのお店を予約できます。"),
    "ko": ("예약 앱", "결제", "가까운 가게 찾기", "가까운 가게를 예약합니다."),
}


def feature(label: str, **changes: Any) -> dict[str, Any]:
    return {"label": label, "days": None, "priority": "must", "assumed": False, **changes}


def mind_map(branches: int = 5, features: int = 5, days: str | None = None, **changes: Any) -> dict[str, Any]:
    def one(branch: int, number: int) -> dict[str, Any]:
        priority = PRIORITIES[(branch + number) % 3]
        return feature(f"Feature {branch}.{number} of some length", days=days, priority=priority, assumed=number == 1)

    return {
        "title": "Craft beer club",
        "subtitle": None,
        "font_lang": "en",
        "branches": [
            {"label": f"Branch {branch}", "features": [one(branch, number) for number in range(features)]}
            for branch in range(branches)
        ],
        "legend": LEGEND,
        **changes,
    }


def quote(**changes: Any) -> dict[str, Any]:
    return {
        "lang": "en",
        "words": WORDS,
        "shop": {"name": "Riverside Software", "details": "18 Wharf Road\nhello@example.org", "tax_note": "No VAT."},
        "number": "Q-2026-0012-1",
        "date": "2026-11-24",
        "valid_until": "2026-12-08",
        "client": "Sam Okafor",
        "title": "Craft beer club",
        "summary": "An app for members who taste together.",
        "range": {"low": "¥41,000", "likely": "¥53,000", "high": "¥71,000"},
        "range_bar": {"low": 0.2, "likely": 0.45, "high": 0.85},
        "range_note": "An early estimate; the final price is fixed before we start.",
        "by_founder": False,
        "weeks": "about 6–9 weeks",
        "branches": [
            {
                "label": "Tasting",
                "features": [
                    {"label": "Rate a beer", "note": "One to five", "priority": "must", "assumed": False},
                    {"label": "Offline mode", "note": "", "priority": "could", "assumed": True},
                ],
            }
        ],
        "assumptions": ["Texts in English only"],
        "exclusions": ["Delivery"],
        "open_questions": ["Who moderates?"],
        "next_step": "Tap Accept.",
        **changes,
    }


def pipeline(**changes: Any) -> dict[str, Any]:
    def column(label: str, count: int, share: float, tone: str) -> dict[str, Any]:
        return {
            "label": label,
            "count": count,
            "count_label": "leads",
            "sum": "¥180k–260k" if count else None,
            "oldest": "2 days" if count else None,
            "share": share,
            "tone": tone,
        }

    return {
        "title": "Pipeline",
        "date": "Nov 24, 2026",
        "columns": [
            column("New", 7, 0.7, "open"),
            column("Quoted", 10, 1.0, "open"),
            column("In talks", 0, 0.0, "open"),
            column("Won", 6, 0.6, "good"),
            column("Lost", 5, 0.5, "bad"),
        ],
        "total": "17 open",
        "words": {"oldest": "oldest waiting", "total": "Total"},
        **changes,
    }
