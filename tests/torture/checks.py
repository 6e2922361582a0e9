"""Holds the bot's record and what people were shown against the driver's account. Every finding is a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from torture.account import Account, Project
from torture.answers import check_answers, check_cards
from torture.forgetting import check_forgotten
from torture.reading import Record
from torture.repeats import Sorted, sort
from torture.watch import Watch
from torture.words import check_words

from chatbot.domain.lead import Lead
from chatbot.telegram_ui.raw_updates import inbox_number
from chatbot.use_cases.ports import NOWHERE

_NO_FAULTS = (None, "replaced", "cancelled")  # jobs may be overtaken


@dataclass(slots=True)
class Verdict:
    """`lost` is what should be there and is not, `wrong` what is otherwise, or too often; the rest is counted."""

    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def judge(account: Account, watch: Watch, record: Record) -> Verdict:
    """Everything that is promised, one after the other."""
    # What was sent to somebody forgotten, no row tells any more.
    sends = sort((one for one in watch.sent if one.chat_id not in account.forgotten), record)
    verdict = Verdict(lost=[f"{one}" for one in account.stuck])
    _check_updates(watch, record, verdict)
    _check_rows(account, record, verdict)
    for project in account.remembered():
        _check_lead(project, record, verdict)
    check_forgotten(account, watch, record, verdict.lost, verdict.wrong)
    _check_transcripts(account, record, verdict)
    _check_ledger(account, record, verdict)
    _check_sends(watch, record, sends, verdict)
    spare = check_words(account, watch, sends, verdict.lost, verdict.wrong)
    check_answers(account, record, spare, verdict.lost, verdict.wrong)
    founder = next(one.id for one in watch.world.people.values() if one.role == "founder")
    check_cards(account, founder, record, sends, verdict.lost, verdict.wrong)
    _count(account, watch, record, sends, verdict)
    return verdict


def _check_updates(watch: Watch, record: Record, verdict: Verdict) -> None:
    stored = Counter(row["update_id"] for row in record.inbox)
    sent = [inbox_number(update) for update in watch.updates]
    for update_id in sent:
        if stored[update_id] != 1:
            (verdict.wrong if stored[update_id] else verdict.lost).append(
                f"update {update_id} is in the inbox {stored[update_id]} times"
            )
    invented = set(stored) - set(sent)
    verdict.wrong += [f"update {update_id} was never sent" for update_id in sorted(invented)]


def _check_rows(account: Account, record: Record, verdict: Verdict) -> None:
    """Everything was done; only what a client who had blocked the bot was to be told may have been given up."""
    for name, rows in (("inbox", record.inbox), ("outbox", record.outbox), ("jobs", record.jobs)):
        no_faults = (*_NO_FAULTS, "erased") if account.forgotten else _NO_FAULTS
        given_up = [row for row in rows if row["error"] not in no_faults and row["done_at"] is not None]
        verdict.wrong += [
            f"{name} row {row['id']} was given up: {row['error']}"
            for row in given_up
            if row["error"] != "blocked" or row["chat_id"] not in account.blocked
        ]
        if name != "jobs":  # timers wait for their time
            verdict.wrong += [f"{name} row {row['id']} is not done" for row in rows if row["done_at"] is None]


def _check_lead(project: Project, record: Record, verdict: Verdict) -> None:
    leads = record.leads.get(project.client, [])
    if len(leads) != 1:
        (verdict.wrong if leads else verdict.lost).append(f"{project.name} has {len(leads)} leads")
        return
    lead = leads[0]
    if lead.stage != project.stage:
        verdict.wrong.append(f"lead {lead.id} is {lead.stage}, but {project.history} makes it {project.stage}")
    if (lead.referral_id is None) != (project.friend is None):
        verdict.wrong.append(f"lead {lead.id} is credited to referral {lead.referral_id}, not to {project.friend}")
    _check_signed(project, lead, record, verdict)


def _check_signed(project: Project, lead: Lead, record: Record, verdict: Verdict) -> None:
    """The price, each booking card, and with whom the client's chat is."""
    signed = lead.signed.minor if lead.signed else None
    if signed != project.signed:
        verdict.wrong.append(f"lead {lead.id} is signed at {signed}, not {project.signed}")
    cards = Counter(
        (row["kind"], row["state"], row["amount_minor"]) for row in record.bookings if row["lead_id"] == lead.id
    )
    if cards != project.cards:
        verdict.wrong.append(f"lead {lead.id} has the booking cards {dict(cards)}, not {dict(project.cards)}")
    calls = [row["state"] for row in record.hand_offs if row["lead_id"] == lead.id]
    if (len(calls), any(state != "closed" for state in calls)) != (project.calls, project.human):
        verdict.wrong.append(f"lead {lead.id} has the hand-offs {calls}, not {project.calls}, open: {project.human}")


def _check_transcripts(account: Account, record: Record, verdict: Verdict) -> None:
    """What people wrote stands there once, as they last changed it, and in the order in which they wrote it."""
    expected: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, written in account.written.items():
        expected[written.client].append(key)
    for client, lines in record.messages.items():
        people = [line for line in lines if line.author != "bot"]
        found = Counter((line.chat_id, line.telegram_id) for line in people if line.telegram_id is not None)
        for key in expected[client]:
            if found[key] != 1:
                verdict.lost.append(f"message {key} is in the transcript {found[key]} times")
        verdict.wrong += [f"message {key} was never written" for key in found if key not in account.written]
        for line in people:
            written = account.written.get((line.chat_id, line.telegram_id or 0))
            if written and (written.text, written.author) != (line.text, line.author):
                verdict.wrong.append(f"message {line.chat_id, line.telegram_id} is not what was written last")
        own = [line.telegram_id for line in people if line.chat_id == client and line.telegram_id is not None]
        if own != sorted(own):
            verdict.wrong.append(f"what client {client} wrote is in another order")
        tapped = Counter(line.text for line in people if line.telegram_id is None)
        wanted = Counter({text: count for (who, text), count in account.tapped.items() if who == client})
        if tapped != wanted:
            verdict.wrong.append(f"client {client} tapped {dict(wanted)}, but stored is {dict(tapped)}")
    missing = set(expected) - set(record.messages)
    verdict.lost += [f"nothing is known of client {client}" for client in sorted(missing)]


def _check_ledger(account: Account, record: Record, verdict: Verdict) -> None:
    postings: defaultdict[str, int] = defaultdict(int)
    keys = Counter((row["posting"], row["line"]) for row in record.ledger)
    for row in record.ledger:
        postings[row["posting"]] += row["minor"]
    verdict.wrong += [f"posting {key} sums to {total}" for key, total in postings.items() if total]
    verdict.wrong += [f"posting {key} stands {count} times" for key, count in keys.items() if count > 1]
    if sum(record.balances.values()):
        verdict.wrong.append(f"the ledger sums to {sum(record.balances.values())}")
    booked = Counter((row["lead_id"], row["account"], row["minor"]) for row in record.ledger)
    due = Counter(_expected_lines(account, record))
    verdict.lost += [f"not in the ledger: {line}" for line in (due - booked).elements()]
    verdict.wrong += [f"in the ledger, but never booked: {line}" for line in (booked - due).elements()]


def _expected_lines(account: Account, record: Record) -> Iterator[tuple[int, str, int]]:
    for project in account.projects:
        for name, cents in project.lines:
            kind, _, friend = name.partition(":")
            # The bot names friends by a number of its own.
            own = f"{kind}:{record.contacts.get(int(friend), 0)}" if kind == "referrer" else name
            yield project.lead, own, cents


def _check_sends(watch: Watch, record: Record, sends: Sorted, verdict: Verdict) -> None:
    verdict.wrong += [
        f"sent again, or by nobody, without a kill between: {one.kind} {one.message_id} in life {one.life}"
        for one in sends.unexplained
    ]
    arrived = {(one.chat_id, one.message_id) for one in watch.sent}
    for row in record.outbox:
        if row["message_id"] is not None and (row["chat_id"], row["message_id"]) not in arrived:
            verdict.lost.append(f"outbox row {row['id']} is noted as sent and never arrived")
        due = row["error"] is None and row["chat_id"] != NOWHERE and row["method"] in ("Say", "Copy", "Edit")
        if due and row["message_id"] is None:
            verdict.lost.append(f"outbox row {row['id']} is done and was never sent")
    _check_order(record, sends, verdict)


def _check_order(record: Record, sends: Sorted, verdict: Verdict) -> None:
    """Each chat got what concerns one person in the order in which it was put: of several, none waits for another."""
    rows = {(row["chat_id"], row["message_id"]): row for row in record.outbox if row["method"] in ("Say", "Copy")}
    last: dict[tuple[int, int], int] = {}
    for one in sends.once:
        row = rows.get((one.chat_id, one.message_id))
        if row is None:
            continue
        about = (one.chat_id, row["subject"])
        if row["id"] < last.get(about, 0):
            verdict.wrong.append(f"outbox row {row['id']} came after a later one about the same person")
        last[about] = row["id"]


def _count(account: Account, watch: Watch, record: Record, sends: Sorted, verdict: Verdict) -> None:
    verdict.counts = {
        "updates sent": len(watch.updates),
        "messages in transcripts": sum(map(len, record.messages.values())),
        "of them written by people": len(account.written),
        "buttons pressed": account.presses,
        "leads": sum(map(len, record.leads.values())),
        "quotes": sum(map(len, record.quotes.values())),
        "postings": len({row["posting"] for row in record.ledger}),
        "words checked one by one": len(account.dues),
        "sends": len(watch.sent),
        "repeated sends, explained": len(sends.explained),
        "repeated sends, unexplained": len(sends.unexplained),
        "lost": len(verdict.lost),
        "wrong": len(verdict.wrong),
    }
