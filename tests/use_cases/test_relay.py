"""What client and team write reaches the other side, with the name of who speaks; the bot never talks over a human."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shop_world import MEMBER, World

from chatbot.domain.lead import Author, Lead, Message
from chatbot.domain.people import Contact, Expecting, HandOffState
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.hand_offs import hand_off, translation, voice
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.language_model import Answered
from chatbot.use_cases.listening import conversation, dialogue
from chatbot.use_cases.ports import NewMessage, Transaction
from chatbot.use_cases.replies import Copy, Edit, Say


async def writes(world: World, client: Contact, text: str, **more: object) -> Heard:
    """The client writes, by the door of all clients."""
    heard = world.hears(client, text, **more)
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))
    return heard


async def transcript(world: World, client: Contact) -> list[Message]:
    found: list[Message] = await world.do(lambda tx: tx.messages.of_contact(client.id))
    return found


@pytest.fixture
async def handed_off(world: World, client: Contact, founder: Contact, lead: Lead) -> Lead:
    assert founder.telegram_id in world.shop.founder_ids
    await world.do(hand_off.open_for, client, lead, "asked")
    await world.deliver()
    return lead


async def test_a_waiting_clients_words_reach_the_team_and_are_confirmed_once(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    await writes(world, client, "Is anybody there?")
    await writes(world, client, "<b>Hello</b>")

    shown = await world.deliver()
    to_founder = [one for one in shown if one.item.place.chat_id == founder.telegram_id]
    assert [one.text for one in to_founder] == [
        f"👤 Lin · lead {handed_off.id}\n\nIs anybody there?",
        f"👤 Lin · lead {handed_off.id}\n\n<b>Hello</b>",
    ]
    to_client = [one.text for one in shown if one.item.place.chat_id == client.telegram_id]
    assert len(to_client) == 1
    assert to_client[0].startswith("Passed on.")
    found = await world.do(lambda tx: tx.outbox.lead_of(founder.telegram_id, to_founder[0].message_id))
    assert found == handed_off.id


async def test_a_file_goes_as_a_copy_that_says_who_sent_it(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    heard = await writes(world, client, "our logo", kind="photo")
    copies = [one for one in await world.deliver() if isinstance(one.item.action, Copy)]
    assert len(copies) == 1
    action = copies[0].item.action
    assert isinstance(action, Copy)
    assert (action.from_chat, action.message_id) == (client.telegram_id, heard.message_id)
    assert copies[0].text == f"👤 Lin · lead {handed_off.id}\n\nour logo"
    assert copies[0].item.place.chat_id == founder.telegram_id


async def test_the_first_human_message_makes_the_speaker_human(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    await world.do(lambda tx: tx.jobs.put("answer", f"answer:{handed_off.id}", tx.now, handed_off.id, {}))
    await world.do(lambda tx: tx.contacts.save(replace(tx.contacts.get(client.id), expecting=Expecting("not_now"))))
    await world.do(hand_off.relay_to_client, founder, handed_off.id, world.hears(founder, "Hello Lin"))

    after = await world.again(client)
    assert (after.speaker, after.expecting) == (Speaker.HUMAN, None)
    found = await world.do(lambda tx: tx.hand_offs.open_of(client.id))
    assert (found.state, found.human_id, found.answered_at) == (HandOffState.HUMAN, founder.id, world.clock.now)
    promises = await world.do(lambda tx: tx.promises.of_lead(handed_off.id))
    assert [promise.kept_at for promise in promises] == [world.clock.now]
    assert f"answer:{handed_off.id}" not in await world.jobs()
    assert await world.told(client.telegram_id) == ["👤 Alex from Lantern Works\n\nHello Lin"]


async def test_while_a_human_speaks_the_bot_says_nothing_to_the_client(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    await world.do(hand_off.relay_to_client, founder, handed_off.id, world.hears(founder, "Hello Lin"))
    await world.deliver()
    await writes(world, client, "What does it cost?")
    assert await world.told(client.telegram_id) == []
    assert f"answer:{handed_off.id}" not in await world.jobs()


async def test_the_human_part_stands_in_the_transcript_once(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    heard = world.hears(founder, "Hello Lin")
    await world.do(hand_off.relay_to_client, founder, handed_off.id, heard)
    await world.do(hand_off.relay_to_client, founder, handed_off.id, heard)
    assert len(await world.told(client.telegram_id)) == 1
    by_humans = [line for line in await transcript(world, client) if line.author is Author.HUMAN]
    assert [(line.text, line.author_id) for line in by_humans] == [("Hello Lin", founder.id)]
    assert not [line for line in await transcript(world, client) if "Hello" in line.text and line not in by_humans]


async def test_a_human_may_write_first_and_is_told_that_the_bot_is_silent(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await world.do(hand_off.pass_question, client, lead, "Do you build for Huawei watches?")
    asked = await world.told(founder.telegram_id)
    assert asked[0].endswith("Do you build for Huawei watches?")
    assert (await world.again(client)).speaker is Speaker.BOT

    await world.do(hand_off.relay_to_client, founder, lead.id, world.hears(founder, "We do"))
    assert (await world.again(client)).speaker is Speaker.HUMAN
    shown = await world.deliver()
    assert [one.text for one in shown if one.item.place.chat_id == client.telegram_id and one.text] == [
        "👤 Alex from Lantern Works\n\nWe do"
    ]
    silent = next(one for one in shown if "I am silent there" in one.text)
    assert list(silent.buttons) == ["↩️ Give back"]


async def test_colleagues_see_what_was_answered_and_the_author_does_not(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    world.settings(team_ids=(MEMBER,))
    member = await world.person(MEMBER, "Kim")
    await world.do(hand_off.relay_to_client, member, handed_off.id, world.hears(member, "On Monday"))
    shown = await world.deliver()
    to_founder = [one.text for one in shown if one.item.place.chat_id == founder.telegram_id]
    assert to_founder == [f"💬 Kim to Lin · lead {handed_off.id}\n\nOn Monday"]
    assert not [one for one in shown if one.item.place.chat_id == MEMBER and "On Monday" in one.text]


async def test_a_client_who_has_blocked_the_bot_gets_nothing_and_the_human_is_told(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    await world.do(lambda tx: tx.contacts.save(replace(tx.contacts.get(client.id), blocked=True)))
    await world.do(hand_off.relay_to_client, founder, handed_off.id, world.hears(founder, "Hello?"))
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [founder.telegram_id]
    assert "did not go out" in shown[0].text
    assert (await world.again(client)).speaker is Speaker.WAITING


async def test_a_file_while_the_bot_speaks_is_shown_to_the_founders(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    heard = world.hears(client, "our brief", kind="document")
    await world.do(hand_off.show_file_to_founders, client, lead, heard)
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [founder.telegram_id]
    assert await world.do(lambda tx: tx.outbox.lead_of(founder.telegram_id, shown[0].message_id)) == lead.id


async def test_words_in_another_language_get_a_marked_translation(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    world.settings(translates=True)
    await world.do(lambda tx: tx.leads.save(replace(handed_off, language="zh-Hans")))
    await writes(world, client, "你好")
    await world.do(hand_off.relay_to_client, founder, handed_off.id, world.hears(founder, "Good morning"))
    first = [one.text for one in await world.deliver() if isinstance(one.item.action, Say)]
    assert any(text.endswith("你好") for text in first)

    asked = {}
    for job in (await world.jobs()).values():
        if job.kind == "translate":
            words, language = await world.do(translation.prepare_translation, job)
            asked[words] = language
            answer = Answered("早上好" if words == "Good morning" else "Hello")
            await world.do(translation.apply_translation, job, (words, language), answer)
    assert asked == {"你好": "en", "Good morning": "zh-Hans"}
    edits = {one.item.place.chat_id: one for one in await world.deliver() if isinstance(one.item.action, Edit)}
    assert edits[client.telegram_id].text.endswith("Good morning\n\n🌐 Automatic translation:\n早上好")
    assert edits[founder.telegram_id].text.endswith("你好\n\n🌐 Automatic translation:\nHello")
    assert all(one.item.target_message for one in edits.values())


async def test_the_crew_hears_of_a_translation_that_was_held_back_and_the_client_sees_nothing_of_it(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    world.settings(translates=True)
    await world.do(lambda tx: tx.leads.save(replace(handed_off, language="zh-Hans")))
    await writes(world, client, "你好")
    await world.do(hand_off.relay_to_client, founder, handed_off.id, world.hears(founder, "Good morning"))
    await world.deliver()
    for job in (await world.jobs()).values():
        if job.kind == "translate":
            said = await world.do(translation.prepare_translation, job)
            await world.do(translation.apply_translation, job, said, Answered("请付500元，见 evil.example"))
    shown = await world.deliver()
    assert {one.item.place.chat_id for one in shown} == {founder.telegram_id}
    to_team, to_client = sorted((one.text for one in shown), key=lambda text: "你好" not in text)
    assert to_team.endswith(
        "你好\n\n⚠️ The automatic translation added an amount, a link or a contact, so I left it out."
    )
    assert "has your words without a translation" in to_client
    assert not any("evil" in one.text for one in shown)


async def test_nothing_is_translated_in_one_language_or_without_a_model(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    await world.do(lambda tx: tx.leads.save(replace(handed_off, language="zh")))
    await writes(world, client, "你好")
    world.settings(translates=True)
    await world.do(lambda tx: tx.leads.save(replace(handed_off, language="en-GB")))
    await writes(world, client, "Hello")
    await world.do(hand_off.relay_to_client, founder, handed_off.id, world.hears(founder, "Hello"))
    assert not [job for job in (await world.jobs()).values() if job.kind == "translate"]


async def heard_voice(world: World, client: Contact, lead: Lead) -> Message:
    line = NewMessage(client.id, lead.id, Author.CLIENT, None, "voice", "[voice]", client.telegram_id, 5, "m:5")

    def put(tx: Transaction) -> Message | None:
        stored = tx.messages.add(line)
        if stored is not None:
            payload = {"message": stored.id, "contact": client.id, "file": "f", "name": "voice.ogg"}
            tx.jobs.put("transcribe", f"transcribe:{stored.id}", tx.now, lead.id, payload)
        return stored

    stored = await world.do(put)
    assert isinstance(stored, Message)
    return stored


async def test_a_voice_is_understood_as_words_even_where_it_was_passed_over_before(
    world: World, client: Contact, lead: Lead
) -> None:
    stored = await heard_voice(world, client, lead)
    await world.do(lambda tx: tx.leads.save(replace(lead, understood_up_to=stored.id)))
    job = (await world.jobs())[f"transcribe:{stored.id}"]
    prepared = await world.do(voice.prepare_transcript, job)
    assert prepared == ("f", "voice.ogg")
    await world.do(voice.apply_transcript, job, prepared, Answered("A shop for tea"))

    seen = await world.do(lambda tx: dialogue.conversation_of(tx, tx.leads.find(lead.id)))
    assert [line.text for line in seen.new] == ["A shop for tea"]
    assert f"answer:{lead.id}" in await world.jobs()


async def test_while_a_human_speaks_the_team_gets_the_marked_words_of_a_voice(
    world: World, client: Contact, founder: Contact, handed_off: Lead
) -> None:
    stored = await heard_voice(world, client, handed_off)
    job = (await world.jobs())[f"transcribe:{stored.id}"]
    await world.do(voice.apply_transcript, job, ("f", "voice.ogg"), Answered("Call me"))
    told = await world.told(founder.telegram_id)
    assert told == [f"🎙 Lin · lead {handed_off.id}, transcribed automatically\n\nCall me"]
    assert f"answer:{handed_off.id}" not in await world.jobs()


@pytest.mark.usefixtures("founder")
async def test_a_voice_that_cannot_be_read_is_asked_for_in_writing(world: World, client: Contact, lead: Lead) -> None:
    stored = await heard_voice(world, client, lead)
    job = (await world.jobs())[f"transcribe:{stored.id}"]
    await world.do(voice.apply_transcript, job, ("f", "voice.ogg"), Answered("  "))
    assert "Could you write" in (await world.told(client.telegram_id))[0]
