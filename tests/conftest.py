"""What all tests share: how properties are tried, and what python-telegram-bot is told."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("PTB_TIMEDELTA", "1")  # the bot's own choice; without one PTB warns, and a warning is an error

# Properties judge answers, not the speed of the machine that they run on.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
