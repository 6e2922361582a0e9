"""How the bot is doing: a line in the log, /healthz and /metrics. Nothing personal is in any of them."""
