"""What the bot does: one step each, a plain synchronous function over a Transaction."""
