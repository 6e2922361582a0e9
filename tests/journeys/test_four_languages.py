"""The main job with client, friend and founder each in a language of their own, and with real pictures and PDFs."""

from __future__ import annotations

import io

import pytest
from journeys.scenes import referred
from journeys.transcript import Open, Stage, plain, words
from pypdf import PdfReader

TOLD = {
    "en": "I need a landing page with a booking form for my dental clinic, 3 doctors, with SMS reminders.",
    "zh": "我们牙科诊所要一个网站，三位医生，能在线预约，有短信提醒。",
    "fr": "Je voudrais un site pour mon cabinet dentaire, trois médecins, avec rendez-vous et rappels par SMS.",
    "es": "Necesito una web para mi clínica dental, tres médicos, con reserva de citas y recordatorios por SMS.",
}
THOUSANDS = {"en": ",", "zh": ",", "fr": " ", "es": "."}
REFERRED = """
    Sam: {told}
    Fay < #referral-news-talked | Sam
    Sam [#button-draft]
    Sam < #progress-done
    Sam < #review-promised
    Alex <photo #card-map
    Alex < #card-title | Sam | #card-referred | Fay | #card-price | #card-history
"""
APPROVED = """
    Alex [#button-preview]
    Alex < #preview-follows
    Alex <photo #quote-map@{client}
    Alex <pdf #quote-price@{client}
    Alex [#button-approve]
    Alex < #card-done-approved
    Sam <photo #quote-map
    Sam <pdf #quote-price | #quote-means-early | #quote-next
    Fay < #referral-news-quoted | Sam
"""
AGREED = """
    Sam [#button-accept]
    Sam ! #notice-accepted
    Sam < #accepted
    Sam < #hand-off-accepted | Alex
    Fay < #referral-news-agreed | Sam
    Alex < #hand-off-card | Sam
    Alex <document #hand-off-transcript
    Alex [#hand-off-button-talk]
    Alex < #talk-now
    Alex: OK!
    Sam < #relay-human | Alex | OK!
    Sam: 👍
    Alex < #relay-client | 👍
    Alex [#hand-off-button-back]
    Sam < #hand-off-given-back
"""
PAID = """
    Alex: /won 1 68000
    Alex < #booking-won | 68{founder}000
    Alex [#booking-button-book]
    Alex < #booked-won
    Sam < #won-client | 68{client}000
    Fay < #referral-news-won | Sam
    Alex: /paid 1 20000
    Alex < #booking-paid | 20{founder}000
    Alex [#booking-button-book]
    Sam < #paid-client | 20{client}000
    Fay < #referral-news-paid | 1{friend}000
    Fay: /earnings
    Fay < #earnings-title | 1{friend}000
    Fay: /referrals
    Fay < #referrals-title | Sam | #referral-stage-won
    Sam: /status
    Sam < #status-won
"""


async def three_people(open_shop: Open, client: str, friend: str, founder: str, **more: bool) -> Stage:
    """Sam the client has come by Fay's link; Alex is the founder. Each has their language."""
    stage = await open_shop(founder_language=founder, **more)
    await stage.newcomer("Sam", client)
    await stage.newcomer("Fay", friend)
    await referred(stage, "Sam", "Fay")
    await stage.play("Fay < #referral-receipt")
    return stage


@pytest.mark.parametrize(
    ("client", "friend", "founder"),
    [("en", "zh", "fr"), ("zh", "fr", "es"), ("fr", "es", "zh"), ("es", "en", "en")],
)
async def test_the_whole_job_each_in_their_own_language(
    open_shop: Open, client: str, friend: str, founder: str
) -> None:
    stage = await three_people(open_shop, client, friend, founder)
    await stage.play(REFERRED, told=TOLD[client])
    await stage.play(APPROVED, client=client)
    await stage.play(AGREED)
    marks = {"client": THOUSANDS[client], "friend": THOUSANDS[friend], "founder": THOUSANDS[founder]}
    await stage.play(PAID, **marks)


@pytest.mark.parametrize("language", TOLD)
async def test_pictures_and_quote_are_really_drawn(open_shop: Open, language: str) -> None:
    stage = await three_people(open_shop, language, "en", "en", drawn=True)
    stage.patience = 30.0
    await stage.play(REFERRED, told=TOLD[language])
    founders = [one for one in await stage.messages(stage.players["Alex"]) if one["kind"] == "photo"]
    await stage.play("Alex [#button-approve]\nSam <photo #quote-map\nSam <pdf #quote-price")
    sent = [one for one in await stage.messages(stage.players["Sam"]) if one["kind"] in ("photo", "document")]
    clients, quote = sent[-2:]
    for picture in (founders[-1], clients):
        drawn = await stage.people.file(picture)
        assert drawn.startswith(b"\x89PNG")
        assert len(drawn) > 20_000
    paper = PdfReader(io.BytesIO(await stage.people.file(quote)))
    written = plain("\n".join(page.extract_text() for page in paper.pages))
    price = words(quote).splitlines()[0]
    assert "-0001-1" in written
    assert "Lantern Software" in written
    assert "SMS" in written or "短信" in written
    assert price.split("–")[0][-6:] in written
