"""The way to where a journey begins: to the founder's card, to the quote, to Accept."""

from __future__ import annotations

import re

from journeys.transcript import Stage, words

CLINIC = "I need a landing page with a booking form for my dental clinic, 3 doctors, with SMS reminders."
TITLES = {
    "en": "Lead {lead} · {who}",
    "zh": "{lead} 号项目 · {who}",
    "fr": "Projet {lead} · {who}",
    "es": "Proyecto {lead} · {who}",
}


async def referred(stage: Stage, who: str = "Kim", friend: str = "Marie") -> str:
    """The friend asks for a link and the client opens it; returns its payload."""
    await stage.play(f"{friend} start\n{friend} < Lantern Software\n{friend}: /refer\n{friend} <photo #refer-intro")
    found = re.search(r"start=(r_\w+)", words(stage.players[friend].last))
    assert found is not None
    await stage.play(f"{who} start {found[1]}\n{who} < Lantern Software | {friend}")
    return found[1]


async def to_card(stage: Stage, who: str = "Kim", lead: int = 1) -> None:
    """The client tells of the clinic in one message and has it drawn; the founder has the card."""
    title = TITLES[stage.players["Alex"].language].format(lead=lead, who=who)
    await stage.play(f"""
        {who}: {CLINIC}
        {who} [#button-draft]
        Alex < #card-title | {title} | #card-price
        {who} < #review-promised
    """)


async def to_quote(stage: Stage, who: str = "Kim", lead: int = 1) -> None:
    """… and approves it; the client has the quote."""
    await to_card(stage, who, lead)
    await stage.play(f"""
        Alex [#button-approve]
        {who} <photo #quote-map
        {who} <pdf #quote-price
        Alex < #card-done-approved
    """)


async def to_agreement(stage: Stage, who: str = "Kim", lead: int = 1) -> None:
    """… which the client accepts: a person is called."""
    await to_quote(stage, who, lead)
    await stage.play(f"""
        {who} [#button-accept]
        {who} < #accepted
        {who} < #hand-off-accepted
        Alex < #hand-off-card | {who}
    """)
