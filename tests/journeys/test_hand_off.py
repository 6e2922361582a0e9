"""A client's chat is handed to a person: waiting, human, and back; in private chats and in the team's group."""

from __future__ import annotations

from fakes import MovableClock
from journeys.scenes import CLINIC, to_agreement, to_quote
from journeys.transcript import Open, Stage, holds, words

ASKED = """
    Kim: /human
    Kim < #hand-off-asked | #hand-off-human | Alex
    Alex < #hand-off-card | #hand-off-reason-asked
    Alex <document #hand-off-transcript
"""


async def test_while_the_client_waits_the_bot_says_who_and_by_when_and_collects(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}\nKim < ?\n{ASKED}")
    await shop.play("""
        Kim: We are in Riga, by the way
        Kim < #relay-passed-on | Alex
        Alex < #relay-client | We are in Riga
        Kim: and open on Saturdays
        Alex < open on Saturdays
        Kim: /status
        Kim < #status-with-waiting
    """)
    passed_on = [one for one in await shop.messages(shop.players["Kim"]) if holds(words(one), "#relay-passed-on", "en")]
    assert len(passed_on) == 1


async def test_the_card_holds_the_facts_and_every_number_that_the_client_was_told(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play("""
        Alex: /lead 1
        Alex < Lead 1
    """)
    price = next(words(one) for one in await shop.messages(shop.players["Kim"]) if one["kind"] == "document")
    price = price.splitlines()[0]
    cards = [
        words(one) for one in await shop.messages(shop.players["Alex"]) if holds(words(one), "#hand-off-card", "en")
    ]
    assert holds(cards[-1], "#hand-off-reason-accepted", "en")
    assert "SMS" in cards[-1]
    assert "2026-0001-1 (version 1)" in cards[-1]
    assert price in cards[-1]
    files = [one for one in await shop.messages(shop.players["Alex"]) if one["file_name"] == "lead-1.txt"]
    told = (await shop.people.file(files[-1])).decode()
    assert f"Kim: {CLINIC}" in told
    assert "Lantern Software (bot): " in told
    assert price in told.replace("\u00a0", " ").replace("\u202f", " ")


async def test_the_first_human_message_silences_the_bot_and_everything_is_carried_both_ways(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}\nKim < ?\n{ASKED}")
    await shop.play("""
        Kim: Are you there?
        Alex < Are you there?
        Alex reply: Yes, it is me, Alex. Which town?
        Kim < #relay-human | Alex | Which town?
        Alex < #relay-now-human | Kim
        Kim: Riga. I need a webshop for toothbrushes as well
        Alex < webshop for toothbrushes
        Kim photo: our front door
        Alex <photo our front door
        Kim document: the price list
        Alex <document the price list
        Kim voice:
        Alex <voice Kim
    """)
    await shop.settled()
    spoken = [one for one in await shop.messages(shop.players["Kim"]) if one["from_id"] != shop.players["Kim"].id]
    assert "Which town?" in spoken[-1]["text"]  # the bot has not said a word since


async def test_in_talk_mode_every_plain_message_reaches_the_client_until_stop(shop: Stage) -> None:
    await shop.play(ASKED)
    await shop.play("""
        Alex [#hand-off-button-talk]
        Alex < #talk-now | Kim
        Alex: Good morning Kim
        Kim < #relay-human | Alex | Good morning Kim
        Alex photo: a first sketch
        Kim <photo a first sketch
        Alex document: the offer
        Kim <document the offer
        Alex voice:
        Kim <voice Alex
    """)
    pinned = [one for one in await shop.messages(shop.players["Alex"]) if one["pinned"]]
    assert [holds(words(one), "#talk-now", "en") for one in pinned] == [True]
    await shop.play("""
        Alex [#talk-button-stop]
        Alex < #talk-stopped
        Alex: note to myself: Kim is in a hurry
        Alex < #talk-to-whom
        Kim - in a hurry
    """)
    assert not [one for one in await shop.messages(shop.players["Alex"]) if one["pinned"]]


async def test_what_is_no_reply_goes_to_nobody_and_the_bot_asks_to_whom(shop: Stage) -> None:
    await shop.play("Alex: hello?\nAlex < #talk-to-nobody")
    await shop.play(ASKED)
    await shop.play("""
        Alex: Shall we call at ten?
        Alex < #talk-to-whom
        Kim - call at ten
        Alex [Kim · lead 1]
        Alex < #talk-now | Kim
        Kim - call at ten
        Alex: Shall we call at eleven?
        Kim < call at eleven
    """)


async def test_a_reply_goes_to_its_client_even_while_talking_to_another(shop: Stage) -> None:
    await shop.play(ASKED)
    await shop.play("""
        Lin: /human
        Lin < Alex
        Alex < #hand-off-card | Lin
        Kim: one question
        Alex < one question
        Alex [#hand-off-button-talk]
        Alex < #talk-now | Lin
        Alex: For Lin alone
        Lin < For Lin alone
        Alex < #relay-now-human | Lin
        Kim: another question
        Alex < another question
        Alex reply: For Kim alone
        Kim < For Kim alone
        Alex < #talk-went-elsewhere | Kim
        Lin - For Kim
        Kim - For Lin
    """)


async def test_given_back_the_bot_speaks_again_and_knows_what_the_human_settled(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}\nKim < ?\n{ASKED}")
    await shop.play("""
        Kim: Our budget is 30k RMB
        Alex < 30k RMB
        Alex reply: Good. We do the design, and your patients are the users.
        Kim < We do the design
        Alex < #relay-now-human | Kim
        Alex [#hand-off-button-back]
        Kim < #hand-off-given-back
        Alex < #hand-off-given-back-team
        Kim: It must be ready by 1 May
        Kim < ?
        Kim - #question-budget
        Kim [#button-draft]
        Alex < Lead 1 · Kim | Budget
    """)


async def test_given_back_unanswered_the_client_may_call_again(shop: Stage) -> None:
    await shop.play(ASKED)
    await shop.play("""
        Alex [#hand-off-button-back]
        Kim < #hand-off-given-back-unanswered
        Alex no [#hand-off-button-back]
        Kim: /human
        Kim < #hand-off-asked
    """)


async def test_the_founder_takes_over_from_the_card(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}\nKim [#button-draft]\nAlex < Lead 1 · Kim")
    await shop.play("""
        Alex [#button-take-over]
        Kim < #hand-off-taken-over | Alex
        Alex < #hand-off-card | #hand-off-reason-taken-over
        Alex < #talk-now | Kim
        Alex: Hi Kim, I am the founder.
        Kim < I am the founder
    """)


async def test_discuss_calls_a_person_and_leaves_the_quote_open(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim [#button-discuss]
        Kim ! #notice-human-called
        Kim < #hand-off-discuss | Alex
        Alex < #hand-off-card | #hand-off-reason-discuss
        Kim: Is the design in the price?
        Alex < Is the design in the price?
        Alex reply: It is.
        Kim < It is.
        Alex < #relay-now-human
        Alex [#hand-off-button-back]
        Kim < #hand-off-given-back
        Kim [#button-accept]
        Kim < #accepted
    """)


async def test_a_team_member_answers_clients_but_decides_nothing(open_shop: Open) -> None:
    stage = await open_shop(team=True)
    await to_quote(stage)
    await stage.play("""
        Tim no [#button-approve]
        Tim: /won 1 68000
        Tim < #refused-unknown-command
        Tim: /pipeline
        Tim < #refused-unknown-command
        Kim [#button-discuss]
        Kim < #hand-off-discuss | #hand-off-somebody
        Alex < #hand-off-card
        Tim < #hand-off-card
        Tim [#hand-off-button-talk]
        Tim < #talk-now | Kim
        Alex < #talk-taken | Tim
        Tim: Hello Kim, I am Tim
        Kim < #relay-human | Tim | I am Tim
        Alex < #relay-answered | I am Tim
    """)
    _, give_back = await stage.button("Alex", "#hand-off-button-back")
    assert give_back


async def test_a_team_members_press_on_approve_is_refused(open_shop: Open) -> None:
    stage = await open_shop(team=True)
    await stage.play(f"Kim: {CLINIC}\nKim [#button-draft]\nAlex < Lead 1 · Kim")
    _, approve = await stage.button("Alex", "#button-approve")
    await stage.press("Tim", stage.forged("Tim", approve))
    await stage.play("Tim ! #refused-not-allowed\nKim - #quote-price")


async def _team_group(open_shop: Open) -> Stage:
    """A shop with a team group, where Alex, Tim and the stranger Zoe are."""
    stage = await open_shop(team=True, grouped=True)
    await stage.play(f"Kim: {CLINIC}\nKim < ?\nKim: /human\nKim < #hand-off-asked | #hand-off-somebody")
    return stage


async def test_in_the_teams_group_each_hand_off_is_a_topic(open_shop: Open) -> None:
    stage = await _team_group(open_shop)
    await stage.enter_topic("Kim", "Tim", "Zoe", "Alex")
    await stage.play("""
        Tim@Kim < #hand-off-card | #hand-off-how-topic
        Kim: Are you there?
        Tim@Kim < Are you there?
        Tim@Kim: I am Tim, hello
        Kim < #relay-human | Tim | I am Tim
        Kim photo: our door
        Tim@Kim <photo our door
        Tim@Kim document: the plan
        Kim <document the plan
        Zoe@Kim: I would do it cheaper!
        Zoe@Kim < #talk-only-crew | Zoe
        Kim - cheaper
        Zoe@Kim [#hand-off-button-back]
        Zoe@Kim ! #refused-not-allowed
        Alex@Kim: /back
        Kim < #hand-off-given-back
        Tim@Kim: One more thing
        Tim@Kim < #talk-topic-closed
        Kim - One more thing
    """)


async def test_the_bot_says_in_the_group_where_it_may_not_open_topics(open_shop: Open) -> None:
    stage = await open_shop(team=True, grouped=True, rights=[])
    await stage.play("Kim: /human\nKim < #hand-off-asked | #hand-off-somebody\nAlex < #undeliverable-topic")
    group = stage.bot.shop.team_chat_id
    assert group is not None
    stage.join("Tim@Kim", stage.players["Tim"].id, chat_id=group)
    await stage.play("""
        Tim@Kim < #hand-off-card
        Kim: Hello?
        Tim@Kim < Hello?
        Tim@Kim reply: Hello, I am Tim
        Kim < I am Tim
    """)


async def test_a_client_whom_nobody_answers_in_time_gets_an_honest_word(shop: Stage, clock: MovableClock) -> None:
    await shop.play(ASKED)
    clock.forward(hours=3)
    shop.bot.worker.wake()
    await shop.play("Kim < #hand-off-late\nAlex < #hand-off-late-team")
