"""What client and team write to each other, carried both ways. Both always see who speaks."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.errors import IllegalStep
from chatbot.domain.lead import Author, Lead, Message
from chatbot.domain.people import Contact, HandOff, HandOffState
from chatbot.domain.speaker import Speaker, Turn, next_speaker
from chatbot.use_cases.chats import button, everywhere, founder_places, private, rooms, tell
from chatbot.use_cases.hand_offs import opening, translation, voice
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.hand_offs.translation import client_header, slot_of, team_header
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import NewMessage, Place, Transaction
from chatbot.use_cases.replies import Action, Copy, Part, Phrase, Reply, Say, Settle


def relay_to_team(tx: Transaction, contact: Contact, lead: Lead, heard: Heard, stored: Message) -> None:
    """A client's message goes to the team's room. While the client waits, the first one is confirmed, calmly."""
    hand_off = tx.hand_offs.open_of(contact.id)
    places = rooms(tx, contact.id, hand_off)
    edited = stored.at < tx.now  # stored by an earlier step: the client has changed it since
    header = Phrase("relay-edited", about(contact, lead)) if edited else team_header(contact, lead)
    everywhere(tx, places, _carried(heard, header, slot_of(stored), lead))
    if heard.kind == "text":
        translation.for_team(tx, contact, lead, stored)
    if contact.speaker is Speaker.WAITING and hand_off is not None:
        told = Phrase("relay-passed-on", {"who": opening.who_answers(tx), "by": hand_off.due_at})
        tell(tx, contact, told, lead_id=lead.id, key=f"passed-on:{hand_off.id}")


def _carried(heard: Heard, header: Part, slot: str, lead: Lead | None) -> Action:
    lead_id = lead.id if lead else None
    if heard.kind == "text":
        return Say(Reply((header, heard.text)), slot=slot, lead_id=lead_id)
    return Copy(heard.chat_id, heard.message_id, header, heard.text, lead_id)


def relay_to_client(tx: Transaction, human: Contact, lead_id: int, heard: Heard) -> None:
    """A human's message goes to the client, and from then on the bot is silent in that chat."""
    lead = tx.leads.find(lead_id)
    client = tx.contacts.get(lead.client_id)
    if client.is_forgotten:
        raise IllegalStep("refused-forgotten", lead=lead.id)
    if client.blocked:
        here = _here(tx, human, client, heard, tx.hand_offs.open_of(client.id))
        tx.outbox.put(here, Say(Reply((Phrase("relay-blocked", about(client, lead)),))))
        return
    stored = _store(tx, human, lead, heard)
    if stored is None:
        return
    hand_off = _taken_by(tx, human, client, lead, heard)
    header = client_header(tx, human)
    tx.outbox.put(private(client), _carried(heard, header, slot_of(stored), None))
    if heard.kind == "text":
        translation.for_client(tx, human, lead, stored)
    _show_colleagues(tx, human, client, lead, heard, hand_off)


def _store(tx: Transaction, human: Contact, lead: Lead, heard: Heard) -> Message | None:
    text = heard.text or f"[{heard.kind}]"
    return tx.messages.add(
        NewMessage(
            contact_id=lead.client_id,
            lead_id=lead.id,
            author=Author.HUMAN,
            author_id=human.id,
            kind=heard.kind,
            text=text,
            chat_id=heard.chat_id,
            telegram_id=heard.message_id,
            source_key=heard.source_key,
        )
    )


def _taken_by(tx: Transaction, human: Contact, client: Contact, lead: Lead, heard: Heard) -> HandOff:
    """The hand-off with this human in it; what the bot was about to say or had asked is dropped."""
    hand_off = tx.hand_offs.open_of(client.id)
    if hand_off is None:
        hand_off = opening.begin(tx, client, lead, "taken_over")
        opening.show(tx, hand_off)
    first = hand_off.state is not HandOffState.HUMAN
    hand_off = replace(
        hand_off,
        state=HandOffState.HUMAN,
        answered_at=hand_off.answered_at or tx.now,
        human_id=hand_off.human_id or human.id,
    )
    tx.hand_offs.save(hand_off)
    client = tx.contacts.get(client.id)
    speaker = next_speaker(client.speaker, Turn.HUMAN_WROTE)
    tx.contacts.save(replace(client, speaker=speaker, expecting=None))
    for number in {lead.id, hand_off.lead_id}:
        tx.promises.keep(number, opening.ANSWER)
        tx.jobs.cancel(f"answer:{number}")
        tx.outbox.put(private(client), Settle(f"question:{number}"))
    tx.jobs.cancel(f"answer_due:{hand_off.id}")
    if first:
        _tell_human(tx, _here(tx, human, client, heard, hand_off), client, lead, hand_off)
    return hand_off


def _tell_human(tx: Transaction, here: Place, client: Contact, lead: Lead, hand_off: HandOff) -> None:
    back = button(tx, "hand-off-button-back", "give_back", lead=lead.id, hand_off=hand_off.id)
    tx.outbox.put(here, Say(Reply((Phrase("relay-now-human", about(client, lead)),), ((back,),))))


def _here(tx: Transaction, human: Contact, client: Contact, heard: Heard, hand_off: HandOff | None) -> Place:
    """Where the human wrote."""
    if heard.private:
        return private(human, client)
    return Place(heard.chat_id, tx.shop.founder_language, client.id, hand_off.id if hand_off else None)


def _show_colleagues(
    tx: Transaction, human: Contact, client: Contact, lead: Lead, heard: Heard, hand_off: HandOff
) -> None:
    """The others see what was answered, so that two people do not answer the same."""
    header = Phrase("relay-answered", {**about(client, lead), "human": full_name(human)})
    others = [place for place in rooms(tx, client.id, hand_off) if place.chat_id != heard.chat_id]
    everywhere(tx, others, _carried(heard, header, "", lead))


def show_file_to_founders(tx: Transaction, contact: Contact, lead: Lead, heard: Heard) -> None:
    """A file that came while the bot speaks: the founders get a copy, and a reply to it reaches the client."""
    header = Phrase("relay-file", about(contact, lead))
    copy = Copy(heard.chat_id, heard.message_id, header, heard.text, lead.id)
    everywhere(tx, founder_places(tx, contact.id), copy)


def pass_question(tx: Transaction, contact: Contact, lead: Lead, question: str) -> None:
    """A question that the bot could not answer: a reply to it answers the client. No hand-off is opened."""
    asked = Say(Reply((Phrase("relay-question", about(contact, lead)), question)), lead_id=lead.id)
    everywhere(tx, rooms(tx, contact.id, tx.hand_offs.open_of(contact.id)), asked)


WORK = {**translation.WORK, **voice.WORK}
