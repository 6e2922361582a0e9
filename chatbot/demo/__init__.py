"""A Telegram of our own on loopback: the Bot API over HTTP and a JSON API for the people who chat."""
