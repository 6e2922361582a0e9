"""The rules of the shop: standard library only, nothing awaited, no clock read."""
