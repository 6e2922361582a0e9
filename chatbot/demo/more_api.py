"""The JSON API of the page, continued: forwards, stickers, places, polls, groups, and the bot's own switch."""

from aiohttp import web

from chatbot.demo import more_actions, person_actions
from chatbot.demo.errors import PersonError
from chatbot.demo.model import Chat, Json, Message, Person
from chatbot.demo.page_api import PageApi
from chatbot.demo.page_request import body, number, optional, required_text
from chatbot.demo.params import Params
from chatbot.demo.rates import Rates
from chatbot.demo.world import World


class MoreApi:
    """Handlers by address."""

    def __init__(self, world: World, page: PageApi, rates: Rates) -> None:
        self._world = world
        self._page = page
        self._rates = rates

    def add_routes(self, app: web.Application) -> None:
        """Serve the rest of /api."""
        add = app.router.add_post
        add("/api/people/{id}/forwards", self.forward)
        add("/api/people/{id}/stickers", self.sticker)
        add("/api/people/{id}/locations", self.location)
        add("/api/people/{id}/polls", self.poll)
        add("/api/groups", self.make_group)
        add("/api/groups/{chat_id}/rights", self.set_rights)
        add("/api/groups/{chat_id}/kick", self.kick)
        add("/api/groups/{chat_id}/upgrade", self.upgrade)
        add("/api/bot", self.set_bot)
        add("/api/rates", self.set_rates_kept)

    async def _begin(self, request: web.Request) -> tuple[Person, Params, Message]:
        person, params = self._page.person(request), await body(request)
        message = person_actions.draft_of(
            self._world, person, optional(params, "chat_id"), optional(params, "topic"), optional(params, "reply_to")
        )
        return person, params, message

    async def forward(self, request: web.Request) -> web.Response:
        """Forward a message from any chat that the person is in."""
        person, params, message = await self._begin(request)
        place = Params({"chat_id": params.values.get("from_chat_id"), "message_id": params.values.get("message_id")})
        source = self._page.message_seen(person, place)
        return _sent(more_actions.forward(self._world, person, message, source))

    async def sticker(self, request: web.Request) -> web.Response:
        """Send a sticker."""
        person, params, message = await self._begin(request)
        return _sent(more_actions.send_sticker(self._world, person, message, params.text("emoji") or "👍"))

    async def location(self, request: web.Request) -> web.Response:
        """Send a place; one in Shanghai where none is given."""
        person, params, message = await self._begin(request)
        try:
            given: Json = {key: float(params.values[key]) for key in ("latitude", "longitude") if key in params.values}
        except (TypeError, ValueError):
            raise PersonError("latitude and longitude are numbers.") from None
        return _sent(more_actions.send_location(self._world, person, message, given))

    async def poll(self, request: web.Request) -> web.Response:
        """Send a poll."""
        person, params, message = await self._begin(request)
        options = [str(option) for option in params.items("options", "options")] or ["✓", "✗"]
        question = params.text("question") or "?"
        return _sent(more_actions.send_poll(self._world, person, message, question, options))

    async def make_group(self, request: web.Request) -> web.Response:
        """Make a group with the bot in it."""
        params = await body(request)
        members = [number(one, "A member's id") for one in params.items("member_ids", "ids")]
        rights = [str(right) for right in params.items("bot_rights", "rights")]
        title, forum, basic = required_text(params, "title"), params.flag("forum"), params.flag("basic")
        if forum and basic:
            raise PersonError("A basic group has no topics.")
        chat = more_actions.make_group(self._world, Chat(0, "group", title, members, forum, basic), rights)
        return web.json_response({"chat_id": chat.id})

    def _group(self, request: web.Request) -> Chat:
        chat = self._world.groups.get(number(request.match_info["chat_id"], "A group's id"))
        if chat is None:
            raise PersonError("There is no such group.", 404)
        return chat

    async def set_rights(self, request: web.Request) -> web.Response:
        """Change the bot's rights in a group; adds the bot again where it has left."""
        params = await body(request)
        rights = [str(right) for right in params.items("bot_rights", "rights")]
        more_actions.set_bot_rights(self._world, self._group(request), rights)
        return web.json_response({})

    async def kick(self, request: web.Request) -> web.Response:
        """Remove the bot from a group."""
        more_actions.kick_bot(self._world, self._group(request))
        return web.json_response({})

    async def upgrade(self, request: web.Request) -> web.Response:
        """Turn a basic group into a supergroup with topics, as Telegram does when somebody switches them on."""
        chat = self._group(request)
        if not chat.basic:
            raise PersonError("This group is a supergroup already.")
        return web.json_response({"chat_id": more_actions.upgrade_group(self._world, chat).id})

    async def set_rates_kept(self, request: web.Request) -> web.Response:
        """Whether sends beyond Telegram's rates are refused with 429."""
        self._rates.enforced = (await body(request)).flag("enforced")
        return web.json_response({"enforced": self._rates.enforced})

    async def set_bot(self, request: web.Request) -> web.Response:
        """What BotFather sets: whether private chats have topics."""
        params = await body(request)
        self._world.bot.topics = params.flag("has_topics")
        self._world.touch_profile()
        return web.json_response({"has_topics": self._world.bot.topics})


def _sent(message: Message) -> web.Response:
    return web.json_response({"message_id": message.message_id})
