"""Telegram: updates come in and are stored, are turned into plain values for the use cases, and what these put into
the outbox is rendered and sent.

    intake, webhook      raw updates → inbox, confirmed to Telegram only after the commit
    dispatcher, lanes    one chat in order, chats side by side
    routes, arrivals     telegram objects → values of chatbot.use_cases.incoming → one use case
    sender, deliveries   outbox → Telegram, at its rates
    presenter, drawings  replies → text, buttons, pictures
    runner               starts and stops all of it
"""

import os

# python-telegram-bot's switch, read at each use: durations come as timedelta, and no 429 raises a deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")
