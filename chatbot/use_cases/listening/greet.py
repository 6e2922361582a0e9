"""First words and standing questions: /start, /help, /language, /id, /new, /cancel, /human."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.codes import read_start_payload
from chatbot.domain.errors import IllegalStep
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.people import LANGUAGES, Contact, Role
from chatbot.domain.questions import is_empty
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.bookings.booking_effects import close_quotes
from chatbot.use_cases.chats import answer_in_group, button, private, role_of, tell, tell_founders
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.listening.conversation import current_lead, lead_of, new_lead
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy import forget, my_data, policy
from chatbot.use_cases.quotes.founder_card import reshow
from chatbot.use_cases.referrals import refer, referral_news
from chatbot.use_cases.replies import Edit, Menu, Notice, Part, Phrase, Reply
from chatbot.use_cases.routing import Args, Command, Press, Rule

START = "start"


def start(tx: Transaction, actor: Contact, words: str, _heard: Heard) -> None:
    """Greet: a founder with what waits, anybody else as a client, credited to the friend whose link it was."""
    if role_of(tx, actor) is not Role.PERSON:
        _greet_crew(tx, actor)
        return
    brought = _brought(tx, actor, words)
    private_choice = refer.privacy_button(tx, actor) if brought else None
    rows = ((private_choice,),) if private_choice else ()
    lead = current_lead(tx, actor)
    happens = Phrase("greeting-back", {"lead": lead.id}) if lead else Phrase("greeting-next")
    parts: tuple[Part, ...] = (Phrase("greeting", {"shop": tx.shop.name, "name": actor.name}),)
    parts = (*parts, *((brought,) if brought else ()), happens, Phrase("greeting-stored"))
    tell(tx, actor, *parts, choices=rows)


def _brought(tx: Transaction, actor: Contact, words: str) -> Phrase | None:
    code = read_start_payload(words)
    if code is None:
        return Phrase("referral-unknown-code") if words.strip() else None
    return refer.attribute(tx, actor, code, not tx.leads.of_client(actor.id))


def _greet_crew(tx: Transaction, actor: Contact) -> None:
    role = role_of(tx, actor)
    tx.outbox.put(private(actor), Menu(role.value, actor.language_chosen))
    waiting = tx.leads.in_stages([Stage.REVIEWING])
    text = "greeting-founder" if role is Role.FOUNDER else "greeting-team"
    tell(tx, actor, Phrase(text, {"name": actor.name, "shop": tx.shop.name, "waiting": len(waiting)}))
    if role is not Role.FOUNDER:
        return
    for lead in waiting[:5]:
        reshow(tx, actor, lead, tx.quotes.of_lead(lead.id)[-1])


def show_help(tx: Transaction, actor: Contact, _words: str, heard: Heard) -> None:
    """What this person can do here."""
    role = role_of(tx, actor)
    if not heard.private:
        answer_in_group(tx, heard, Phrase("help-group"))
        return
    text = {Role.FOUNDER: "help-founder", Role.TEAM: "help-team"}.get(role, "help-client")
    tell(tx, actor, Phrase(text, {"shop": tx.shop.name}))


def choose_language(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """Offer the languages of the bot's texts."""
    row = tuple(button(tx, f"language-{tag}", "language", actor, tag=tag) for tag in LANGUAGES)
    tell(tx, actor, Phrase("language-which"), choices=(row[:2], row[2:]), slot="language")


def set_language(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Speak this language from now on, whatever the person writes."""
    tag = str(args["tag"])
    chosen = replace(actor, language=tag if tag in LANGUAGES else LANGUAGES[0], language_chosen=True)
    tx.contacts.save(chosen)
    tx.outbox.put(private(chosen), Edit("language", Reply((Phrase("language-set"),))))
    tx.outbox.put(private(chosen), Menu(role_of(tx, chosen).value, chosen=True))
    return Notice()


def show_id(tx: Transaction, actor: Contact, _words: str, heard: Heard) -> None:
    """The ids that the settings ask for."""
    if heard.private:
        tell(tx, actor, Phrase("id-person", {"id": str(actor.telegram_id)}))
    else:
        answer_in_group(tx, heard, Phrase("id-group", {"id": str(actor.telegram_id), "chat": str(heard.chat_id)}))


def begin_new(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """A second project, with a lead of its own."""
    if role_of(tx, actor) is not Role.PERSON:
        tell(tx, actor, Phrase("new-not-for-crew"))
        return
    _begin(tx, actor)


def press_new(tx: Transaction, actor: Contact, _pressed: Pressed, _args: Args) -> Notice:
    """The same, by a button."""
    _begin(tx, actor)
    return Notice()


def _begin(tx: Transaction, actor: Contact) -> None:
    if actor.speaker is not Speaker.BOT:
        raise IllegalStep("refused-new-in-hand-off")
    lead = current_lead(tx, actor)
    if lead is None or not (is_empty(lead.brief) and lead.stage is Stage.LISTENING):
        lead = new_lead(tx, actor, actor.language)
    tell(tx, actor, Phrase("new-project", {"lead": lead.id}), lead_id=lead.id)


def ask_human(tx: Transaction, actor: Contact, _words: str, heard: Heard) -> None:
    """The client wants to talk to a person."""
    if role_of(tx, actor) is not Role.PERSON:
        tell(tx, actor, Phrase("human-not-for-crew"))
    elif actor.speaker is Speaker.HUMAN:
        tell(tx, actor, Phrase("notice-human-here"))
    else:
        lead = lead_of(tx, actor, heard)
        hand_off.open_for(tx, tx.contacts.get(actor.id), lead, "asked")


def cancel(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """Whatever the bot waited to hear is dropped; a client is asked whether the project itself should be."""
    if actor.expecting is not None:
        tx.contacts.save(replace(actor, expecting=None))
        tell(tx, actor, Phrase("cancelled"))
        return
    lead = None if role_of(tx, actor) is not Role.PERSON else current_lead(tx, actor)
    if lead is None or not _can_drop(lead):
        tell(tx, actor, Phrase("nothing-to-cancel"))
        return
    row = (
        button(tx, "button-drop", "drop_lead", actor, lead=lead.id),
        button(tx, "button-keep", "keep_lead", actor, lead=lead.id),
    )
    tell(tx, actor, Phrase("cancel-project", {"lead": lead.id}), choices=(row,), slot=f"cancel:{lead.id}")


def _can_drop(lead: Lead) -> bool:
    return lead.is_open and lead.stage not in (Stage.TRIAL_PAID, Stage.AGREED)


def drop_lead(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client does not want to go on with this project."""
    lead = tx.leads.find(int(args["lead"]))
    lead = replace(lead.after(Event.LOST, tx.now), closing_reason="client")
    tx.leads.save(lead)
    close_quotes(tx, actor, lead, won=False)
    tx.outbox.put(private(actor), Edit(f"cancel:{lead.id}", Reply((Phrase("project-dropped"),))))
    tell_founders(tx, actor.id, Phrase("project-dropped-founder", {"client": full_name(actor), "lead": lead.id}))
    referral_news.tell_referrer(tx, lead, "lost")
    return Notice()


def keep_lead(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client keeps the project after all."""
    tx.outbox.put(private(actor), Edit(f"cancel:{args['lead']}", Reply((Phrase("project-kept"),))))
    return Notice()


COMMANDS = (
    Command(START, Rule.ANYBODY, start),
    Command("help", Rule.ANYBODY, show_help, in_group=True),
    Command("new", Rule.ANYBODY, begin_new),
    Command("human", Rule.ANYBODY, ask_human),
    Command("language", Rule.ANYBODY, choose_language),
    Command("privacy", Rule.ANYBODY, policy.privacy, in_group=True),
    Command("mydata", Rule.ANYBODY, my_data.send),
    Command("forget", Rule.ANYBODY, forget.ask),
    Command("cancel", Rule.ANYBODY, cancel),
    Command("id", Rule.ANYBODY, show_id, in_group=True),
)
PRESSES = {
    "language": Press(Rule.ANYBODY, set_language, once=False),  # one may change one's mind
    "new_project": Press(Rule.ANYBODY, press_new),
    "drop_lead": Press(Rule.ANYBODY, drop_lead),
    "keep_lead": Press(Rule.ANYBODY, keep_lead),
}
