"""Hand-offs: a client's chat goes to a person of the shop and comes back. This is the door to all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chatbot.domain.errors import IllegalStep
from chatbot.domain.people import Contact, HandOff, HandOffState
from chatbot.domain.speaker import Turn, next_speaker
from chatbot.use_cases.chats import button, crew, everywhere, private, rooms, tell
from chatbot.use_cases.hand_offs import hand_off_card, opening
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.hand_offs.opening import open_for
from chatbot.use_cases.hand_offs.relay import pass_question, relay_to_client, relay_to_team, show_file_to_founders
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.replies import CloseTopic, Phrase, RenameTopic, Reply, Say, Settle, Unpin

__all__ = [
    "WORK",
    "close_topic",
    "give_back",
    "open_for",
    "pass_question",
    "relay_to_client",
    "relay_to_team",
    "rename_topics",
    "show_file_to_founders",
    "stop_all_talks",
    "stop_talking",
    "talk_slot",
]

_TALK = "talk:"


def give_back(tx: Transaction, actor: Contact, lead_id: int) -> None:
    """The bot speaks again, knowing what was settled. Raises IllegalStep where it speaks already."""
    lead = tx.leads.find(lead_id)
    client = tx.contacts.get(lead.client_id)
    hand_off = tx.hand_offs.open_of(client.id)
    if hand_off is None:
        raise IllegalStep("refused-no-hand-off", client=full_name(client))
    tx.contacts.save(replace(client, speaker=next_speaker(client.speaker, Turn.GIVEN_BACK)))
    _close(tx, hand_off)
    _tell_client(tx, actor, client, hand_off)
    news = Phrase("hand-off-given-back-team", {**about(client, lead), "human": full_name(actor)})
    _clear_rooms(tx, client, hand_off, news)
    silent = {"contact": client.id, "silent": True}
    for number in {lead.id, hand_off.lead_id}:
        tx.jobs.put("answer", f"answer:{number}", tx.now, number, silent)


def end_forgotten(tx: Transaction, gone: Contact, hand_off: HandOff, but: Sequence[int]) -> None:
    """The client was forgotten: the team hears it where it was talking to them, and the topic is closed. In the chats
    `but`, where it is told otherwise, nothing is said."""
    _close(tx, hand_off)
    _clear_rooms(tx, gone, hand_off, Phrase("hand-off-forgotten", {"lead": hand_off.lead_id}), but)


def _close(tx: Transaction, hand_off: HandOff) -> None:
    tx.hand_offs.save(replace(hand_off, state=HandOffState.CLOSED))
    tx.jobs.cancel(f"answer_due:{hand_off.id}")
    tx.jobs.cancel(f"summarise:{hand_off.id}")
    tx.promises.release(hand_off.lead_id, opening.ANSWER)  # an answer has kept it before


def _tell_client(tx: Transaction, actor: Contact, client: Contact, hand_off: HandOff) -> None:
    who = opening.human_of_shop(tx, actor)
    if hand_off.state is HandOffState.HUMAN:
        tell(tx, client, Phrase("hand-off-given-back", {"who": who}), lead_id=hand_off.lead_id)
        return
    human = button(tx, "button-human", "human", client, lead=hand_off.lead_id)
    unanswered = Phrase("hand-off-given-back-unanswered", {"who": who})
    tell(tx, client, unanswered, choices=((human,),), lead_id=hand_off.lead_id)


def _clear_rooms(tx: Transaction, client: Contact, hand_off: HandOff, news: Phrase, but: Sequence[int] = ()) -> None:
    """Nobody talks to the client from here any more, the card is settled, its topic closed."""
    stop_all_talks(tx, client)
    places = rooms(tx, client.id, hand_off)
    everywhere(tx, places, Settle(hand_off_card.slot_of(hand_off)))
    everywhere(tx, [place for place in places if place.chat_id not in but], Say(Reply((news,))))
    if tx.shop.team_chat_id is not None:
        for place in places:
            close_topic(tx, place, client, hand_off)


def close_topic(tx: Transaction, topic: Place, client: Contact, hand_off: HandOff) -> None:
    """Close the topic of a hand-off that is over. Of a client who was forgotten it says no more who it was."""
    if client.is_forgotten:
        _rename(tx, topic, client, hand_off)
    tx.outbox.put(topic, CloseTopic(hand_off.id))


def rename_topics(tx: Transaction, gone: Contact) -> None:
    """The topics of hand-offs that were over before say no more who it was either."""
    for earlier in tx.hand_offs.of_contact(gone.id) if tx.shop.team_chat_id is not None else ():
        if earlier.topic_id is not None and earlier.state is HandOffState.CLOSED:
            for topic in rooms(tx, gone.id, earlier):
                _rename(tx, topic, gone, earlier)


def _rename(tx: Transaction, topic: Place, client: Contact, hand_off: HandOff) -> None:
    name = hand_off_card.topic_name(client, tx.leads.find(hand_off.lead_id))
    tx.outbox.put(topic, RenameTopic(hand_off.id, name))


def talk_slot(lead_id: int) -> str:
    """The pinned message that says whom a person of the shop talks to."""
    return f"{_TALK}{lead_id}"


def stop_all_talks(tx: Transaction, client: Contact) -> None:
    """Nobody talks to the client any more; neither does who is out of the settings for now, and may come back."""
    theirs = {lead.id for lead in tx.leads.of_client(client.id)}
    for colleague in _talkers(tx, client):
        if colleague.talking_to in theirs:
            stop_talking(tx, colleague, client)


def _talkers(tx: Transaction, client: Contact) -> list[Contact]:
    """The crew, and everybody else who was ever shown that they talk to the client."""
    shown = {chat_id for chat_id, slot in tx.outbox.slots_about(client.id) if slot.startswith(_TALK)}
    others = (tx.contacts.by_telegram(chat_id) for chat_id in sorted(shown))
    colleagues = crew(tx)
    present = {colleague.id for colleague in colleagues}
    return [*colleagues, *(other for other in others if other is not None and other.id not in present)]


def stop_talking(tx: Transaction, colleague: Contact, client: Contact) -> None:
    """What this person writes goes to nobody from now on; the pinned message goes."""
    if colleague.talking_to is None:
        return
    slot, place = talk_slot(colleague.talking_to), private(colleague, client)
    tx.contacts.save(replace(colleague, talking_to=None))
    tx.outbox.put(place, Unpin(slot))
    tx.outbox.put(place, Settle(slot))


WORK = opening.WORK
