"""The team's group moves, throws the bot out, loses a topic or is slow: every word still finds its people."""

from __future__ import annotations

from fakes import MovableClock
from journeys.conftest import FOUNDER
from journeys.transcript import Open, Stage, words

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer

CALLED = "Kim: /human\nKim < #hand-off-asked"
NO_RIGHT = "Bad Request: not enough rights to create a topic"


def look_into(shop: Stage, group: int) -> None:
    """Alex looks into the whole group: `Alex@group`."""
    shop.join("Alex@group", FOUNDER, chat_id=group)


async def in_topic(open_shop: Open, **how: object) -> tuple[Stage, int]:
    """Kim has called a person and is in a topic of the group, into which `Alex@Kim` looks."""
    shop = await open_shop(grouped=True, **how)
    await shop.play(CALLED)
    await shop.enter_topic("Kim", "Alex")
    await shop.play("Alex@Kim < #hand-off-card | #hand-off-how-topic\nAlex@Kim <document #hand-off-transcript")
    await shop.settled()
    group = shop.bot.shop.team_chat_id
    assert group is not None
    look_into(shop, group)
    return shop, group


async def restart(shop: Stage) -> None:
    await shop.bot.__aexit__(None, None, None)
    await shop.bot.__aenter__()


async def test_a_group_that_becomes_a_supergroup_stays_the_teams_after_a_restart_too(
    people: DemoClient, open_shop: Open
) -> None:
    basic = await people.post("/api/groups", title="The team", member_ids=[FOUNDER], basic=True, bot_rights=[])
    shop = await open_shop(team_chat_id=basic["chat_id"])
    look_into(shop, basic["chat_id"])
    await shop.play(f"{CALLED}\nAlex < #undeliverable-topic\nAlex@group < #hand-off-card | Kim")
    moved = (await people.post(f"/api/groups/{basic['chat_id']}/upgrade"))["chat_id"]
    look_into(shop, moved)
    await shop.play("""
        Alex < #group-moved
        Kim: Are you there?
        Alex@group < #relay-client | Are you there?
        Alex@group reply: Yes, I am
        Kim < #relay-human | Yes, I am
    """)
    await people.post(f"/api/groups/{moved}/rights", bot_rights=["can_manage_topics"])
    await restart(shop)
    await shop.play("""
        Kim: Good.
        Alex@group < #relay-client | Good.
        Alex@group reply: We talk tomorrow
        Kim < We talk tomorrow
        Alex@group - #group-unknown
        Alex: /aside
        Alex < #aside-title | A topic to be opened
        Alex [#aside-button-again]
        Alex < #aside-none
        Kim: In the topic now?
    """)
    await shop.enter_topic("Kim", "Alex")
    await shop.play("Alex@Kim < #relay-client | In the topic now?")


async def test_thrown_out_of_the_group_the_bot_says_so_once_and_everything_comes_in_private(open_shop: Open) -> None:
    shop = await open_shop(grouped=True)
    group = shop.bot.shop.team_chat_id
    await shop.people.post(f"/api/groups/{group}/kick")
    await shop.play(f"""
        {CALLED}
        Alex < #hand-off-card | Kim
        Kim: Are you there?
        Alex < #relay-client | Are you there?
        Alex reply: Yes, I am
        Kim < #relay-human | Yes, I am
        Alex - #undeliverable-topic
    """)
    told = [one for one in await shop.messages(shop.players["Alex"]) if "no longer write in the team" in words(one)]
    assert len(told) == 1
    await shop.people.post(f"/api/groups/{group}/rights", bot_rights=["can_manage_topics"])
    await shop.play("Lin: /human\nLin < #hand-off-asked")
    await shop.enter_topic("Lin", "Alex")
    await shop.play("Alex@Lin < #hand-off-card | Lin\nAlex@Lin: Hello, Lin\nLin < Hello, Lin")


async def test_muted_in_the_group_by_any_of_telegrams_words_the_relay_comes_in_private(open_shop: Open) -> None:
    shop, group = await in_topic(open_shop)
    muted = "Bad Request: not enough rights to send text messages to the chat"
    await shop.people.fault("sendMessage", "400", words=muted, chat_id=group)
    await shop.play("""
        Kim: Are you there?
        Alex < #relay-client | Are you there?
        Alex < #undeliverable-group
        Kim: Hello?
        Alex@Kim < #relay-client | Hello?
    """)


async def test_a_topic_deleted_by_hand_is_opened_anew_with_all_that_was_said(open_shop: Open) -> None:
    shop, group = await in_topic(open_shop)
    chat = shop.world.chats[group]
    del chat.topics[next(iter(chat.topics))]
    await shop.play("Kim: one\nKim: two\nKim: three\nAlex@group < #relay-client | one")
    shop.join("Alex@Kim", FOUNDER, chat_id=group, topic=shop.players["Alex@group"].last["topic"])
    await shop.play("Alex@Kim < one\nAlex@Kim < two\nAlex@Kim < three\nAlex@Kim: I see\nKim < I see")
    assert len(chat.topics) == 1


async def test_a_topic_that_is_gone_and_cannot_be_opened_again_leaves_the_groups_general_chat(
    open_shop: Open, server: TelegramServer
) -> None:
    shop, group = await in_topic(open_shop)
    chat = shop.world.chats[group]
    del chat.topics[next(iter(chat.topics))]
    await shop.people.fault("createForumTopic", "400", times=1000, words=NO_RIGHT)
    await shop.play("""
        Kim: one
        Kim: two
        Alex < #undeliverable-topic
        Alex@group < #relay-client | one
        Alex@group < #relay-client | two
        Alex@group reply: I see
        Kim < I see
    """)
    assert len([call for call in server.api.calls if call.method == "createForumTopic"]) == 2


async def test_a_topic_whose_opening_was_not_confirmed_leaves_one_that_is_used(
    open_shop: Open,
) -> None:
    shop = await open_shop(grouped=True)
    await shop.people.fault("createForumTopic", "reset_after")
    await shop.play(CALLED)
    group = shop.bot.shop.team_chat_id
    assert group is not None
    look_into(shop, group)
    await shop.play("Alex@group < #hand-off-card | Kim")
    topic = shop.players["Alex@group"].last["topic"]
    shop.join("Alex@Kim", FOUNDER, chat_id=group, topic=topic)
    await shop.play("Kim: Hello?\nAlex@Kim < #relay-client | Hello?\nAlex@Kim: Hello, Kim\nKim < Hello, Kim")


async def test_a_slow_group_waits_as_long_as_telegram_asks_and_nobody_else_does(
    open_shop: Open, server: TelegramServer, clock: MovableClock
) -> None:
    shop, group = await in_topic(open_shop)

    def sent() -> int:
        return len([call for call in server.api.calls if call.chat_id == group])

    await shop.people.fault("sendMessage", "429", retry_after=400, chat_id=group)
    before = sent()
    await shop.play("Kim: one\nKim < #relay-passed-on\nKim: two")
    await shop.settled()  # the wait counts from when the bot has heard of it
    for seconds in (200, 100):
        clock.forward(seconds=seconds)
        await shop.play("Marie: /status\nMarie < #status-none\nKim: /status\nKim < #status-with-waiting")
    assert sent() == before + 1
    clock.forward(seconds=101)
    await shop.play("Alex@Kim < #relay-client | one\nAlex@Kim < #relay-client | two")
