"""From a brief to an approved quote and the client's answer."""
