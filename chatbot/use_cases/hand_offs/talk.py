"""What founders and team members write: to which client it goes, and that nothing goes out by mistake.

In a private chat a message goes out only as a reply to a relayed message, or while "Now talking to …" is pinned;
in the team's group only from a hand-off's topic, or as a reply to a relayed message.
"""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.amounts import find_range_command
from chatbot.domain.brief import clean
from chatbot.domain.errors import IllegalStep, NotAllowed, NotUnderstood, Refusal
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact, HandOff, HandOffState, Role
from chatbot.use_cases.chats import Rows, button, crew, private, role_of, tell
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.replies import Choice, Notice, Phrase, Reply, Say
from chatbot.use_cases.routing import Args, Command, Press, Rule

MOST_CHOICES = 8
MOST_READ = 2000  # characters


# ---- messages -----------------------------------------------------------------------------------------------------


def hear_crew(tx: Transaction, actor: Contact, heard: Heard) -> None:
    """A founder's or team member's private message: to the client replied to, else the one talked to, else nobody."""
    actor = _while_it_stands(tx, actor)
    lead_id = actor.talking_to if heard.reply_to is None else _replied_to(tx, heard)
    if lead_id is None:
        _ask_whom(tx, actor, heard)
        return
    hand_off.relay_to_client(tx, actor, lead_id, heard)
    if actor.talking_to is not None and actor.talking_to != lead_id:
        lead = tx.leads.find(lead_id)
        other = about(tx.contacts.get(lead.client_id), lead)
        tell(tx, actor, Phrase("talk-went-elsewhere", other))


def _while_it_stands(tx: Transaction, actor: Contact) -> Contact:
    """The person, who talks to nobody any more where that client's hand-off is over."""
    if actor.talking_to is None:
        return actor
    client = tx.contacts.get(tx.leads.find(actor.talking_to).client_id)
    if tx.hand_offs.open_of(client.id) is not None:
        return actor
    hand_off.stop_talking(tx, actor, client)
    return tx.contacts.get(actor.id)


def _replied_to(tx: Transaction, heard: Heard) -> int | None:
    """The lead of the message that this one replies to: a relayed one, or an own one that went to a client."""
    if heard.reply_to is None:
        return None
    relayed = tx.outbox.lead_of(heard.chat_id, heard.reply_to)
    if relayed is not None:
        return relayed
    own = tx.messages.by_telegram(heard.chat_id, heard.reply_to)
    return own.lead_id if own is not None else None


def _ask_whom(tx: Transaction, actor: Contact, heard: Heard) -> None:
    """Nothing was sent. The buttons only switch to a client: what goes out is written again, knowing to whom."""
    choices = tuple((_choice(tx, one, actor),) for one in tx.hand_offs.longest_open(MOST_CHOICES))
    parts = [Phrase("talk-to-whom" if choices else "talk-to-nobody")]
    if role_of(tx, actor) is Role.FOUNDER and _may_be_an_edit(tx, heard.text):
        parts.append(Phrase("talk-or-edit"))
    tell(tx, actor, *parts, choices=choices)


def _may_be_an_edit(tx: Transaction, text: str) -> bool:
    """Whether a founder may have meant a quote: a range was written, or a card waits for their decision."""
    try:
        found, _rest = find_range_command(clean(text, MOST_READ), tx.shop.currency)
    except NotUnderstood:  # a range, though none that can be set
        return True
    return found is not None or tx.leads.count_in([Stage.REVIEWING]) > 0


def _choice(tx: Transaction, waiting: HandOff, actor: Contact) -> Choice:
    lead, client = tx.leads.find(waiting.lead_id), tx.contacts.get(waiting.contact_id)
    return button(
        tx, Phrase("talk-button-client", about(client, lead)), "talk", actor, lead=lead.id, hand_off=waiting.id
    )


def hear_topic(tx: Transaction, actor: Contact, heard: Heard) -> None:
    """A message in the team's group: in a hand-off's topic the crew's go to the client; all else goes nowhere."""
    here = _room(tx, heard)
    lead_id = here.lead_id if here is not None else _replied_to(tx, heard)
    if lead_id is None:
        return
    if role_of(tx, actor) is Role.PERSON:
        _tell_stranger(tx, actor, heard, here)
    elif here is not None and here.state is HandOffState.CLOSED:
        _tell_closed(tx, heard, here)
    else:
        hand_off.relay_to_client(tx, actor, lead_id, heard)


def _room(tx: Transaction, heard: Heard) -> HandOff | None:
    """The hand-off of this topic of the team's group. Other groups number their topics alike."""
    if heard.chat_id != tx.shop.team_chat_id or heard.topic_id is None:
        return None
    return tx.hand_offs.by_topic(heard.topic_id)


def _tell_stranger(tx: Transaction, actor: Contact, heard: Heard, here: HandOff | None) -> None:
    only_crew = Phrase("talk-only-crew", {"name": full_name(actor)})
    say = Say(Reply((only_crew,)), reply_to=heard.message_id)
    tx.outbox.put(_in_group(tx, heard, here, actor.id), say, f"stranger:{heard.chat_id}:{actor.id}")


def _tell_closed(tx: Transaction, heard: Heard, here: HandOff) -> None:
    client, lead = tx.contacts.get(here.contact_id), tx.leads.find(here.lead_id)
    if client.is_forgotten:
        raise IllegalStep("refused-forgotten", lead=lead.id)
    take = button(tx, "button-take-over", "take_over", lead=lead.id)
    say = Say(Reply((Phrase("talk-topic-closed", about(client, lead)),), ((take,),)), reply_to=heard.message_id)
    tx.outbox.put(_in_group(tx, heard, here, client.id), say)


def _in_group(tx: Transaction, heard: Heard, here: HandOff | None, subject: int) -> Place:
    return Place(heard.chat_id, tx.shop.founder_language, subject, here.id if here else None)


# ---- buttons ------------------------------------------------------------------------------------------------------


def take_over(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """A founder takes a chat from the bot; where a person was called already, a team member may as well."""
    lead, client = _lead_and_client(tx, args)
    standing = tx.hand_offs.open_of(client.id)
    if standing is None:
        if role_of(tx, actor) is not Role.FOUNDER:
            raise NotAllowed
        standing = hand_off.open_for(tx, client, lead, "taken_over", by=actor)
    if tx.shop.team_chat_id is not None:
        return Notice("talk-notice-topic", about(client, lead), alert=True)
    return _start_talking(tx, actor, client, lead, standing)


def talk(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """From now on this person's plain messages go to the client."""
    lead, client = _lead_and_client(tx, args)
    return _start_talking(tx, actor, client, lead, _standing(tx, client, args))


def _lead_and_client(tx: Transaction, args: Args) -> tuple[Lead, Contact]:
    lead = tx.leads.find(int(args["lead"]))
    return lead, tx.contacts.get(lead.client_id)


def _standing(tx: Transaction, client: Contact, args: Args) -> HandOff:
    """The client's open hand-off; refused where the button was made for an earlier one, which a late tap may mean."""
    standing = tx.hand_offs.open_of(client.id)
    if standing is None:
        raise IllegalStep("refused-no-hand-off", client=full_name(client))
    if args.get("hand_off", standing.id) != standing.id:  # older buttons name none
        raise IllegalStep("refused-hand-off-over", client=full_name(client))
    return standing


def _start_talking(tx: Transaction, actor: Contact, client: Contact, lead: Lead, standing: HandOff) -> Notice:
    actor = tx.contacts.get(actor.id)
    if actor.talking_to == lead.id:
        return Notice("talk-notice-already", about(client, lead))
    _stop(tx, actor)
    tx.contacts.save(replace(tx.contacts.get(actor.id), talking_to=lead.id, expecting=None))
    reply = Reply((Phrase("talk-now", about(client, lead)),), _talk_rows(tx, actor, lead, standing))
    tx.outbox.put(private(actor, client), Say(reply, slot=hand_off.talk_slot(lead.id), pin=True))
    _tell_colleagues(tx, actor, client, lead, standing)
    return Notice("talk-notice-now", about(client, lead))


def _talk_rows(tx: Transaction, actor: Contact, lead: Lead, standing: HandOff) -> Rows:
    stop = button(tx, "talk-button-stop", "stop_talking", actor, lead=lead.id)
    back = button(tx, "hand-off-button-back", "give_back", lead=lead.id, hand_off=standing.id)
    return ((stop, back),)


def _tell_colleagues(tx: Transaction, actor: Contact, client: Contact, lead: Lead, standing: HandOff) -> None:
    """While a client still waits, the others hear who takes care of it."""
    if standing.state is not HandOffState.WAITING:
        return
    news = Say(Reply((Phrase("talk-taken", {**about(client, lead), "human": full_name(actor)}),)))
    for colleague in crew(tx):
        if colleague.id != actor.id:
            tx.outbox.put(private(colleague, client), news)


def _stop(tx: Transaction, actor: Contact) -> None:
    if actor.talking_to is not None:
        client_id = tx.leads.find(actor.talking_to).client_id
        hand_off.stop_talking(tx, actor, tx.contacts.get(client_id))


def stop_talking(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """What this person writes goes to nobody from now on; the hand-off stays open."""
    lead, client = _lead_and_client(tx, args)
    if actor.talking_to != lead.id:
        return Notice("talk-notice-not-talking", about(client, lead))
    _stop(tx, actor)
    tell(tx, actor, Phrase("talk-stopped", about(client, lead)))
    return Notice("talk-notice-stopped")


def press_back(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Give the chat back to the bot."""
    lead, client = _lead_and_client(tx, args)
    _standing(tx, client, args)
    hand_off.give_back(tx, actor, lead.id)
    return Notice("talk-notice-back", about(client, lead))


# ---- the command --------------------------------------------------------------------------------------------------


def back(tx: Transaction, actor: Contact, _words: str, heard: Heard) -> None:
    """/back gives back the chat of this topic, of the message replied to, the one talked to now, or the only one."""
    here = _room(tx, heard)
    if here is not None:
        hand_off.give_back(tx, actor, here.lead_id)
        return
    lead_id = _replied_to(tx, heard) or (_while_it_stands(tx, actor).talking_to if heard.private else None)
    if lead_id is None:
        waiting = tx.hand_offs.longest_open(MOST_CHOICES)
        if len(waiting) != 1:
            raise Refusal("refused-back-nobody")
        lead_id = waiting[0].lead_id
    hand_off.give_back(tx, actor, lead_id)


COMMANDS: tuple[Command, ...] = (Command("back", Rule.CREW, back, in_group=True),)
PRESSES: dict[str, Press] = {
    "take_over": Press(Rule.CREW, take_over, once=False),  # the hand-off's state decides
    "talk": Press(Rule.CREW, talk, once=False),  # a switch, while its hand-off is open
    "stop_talking": Press(Rule.CREW, stop_talking, once=False),  # a switch
    "give_back": Press(Rule.CREW, press_back, once=False),  # its hand-off's state decides, and says why not
}
