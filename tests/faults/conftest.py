"""The whole bot with its people, as the journeys have it, for whom something breaks."""

from journeys.conftest import clock, open_shop, shop

__all__ = ["clock", "open_shop", "shop"]
