"""What a Bot API method is: a plain function of the world and the call's parameters."""

from collections.abc import Callable
from typing import Any

from chatbot.demo.params import Params
from chatbot.demo.world import World

Method = Callable[[World, Params], Any]
