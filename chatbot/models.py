"""Which language model answers: a server where the settings name one, with the catalogue behind it; else that alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from chatbot.domain.brief import Topic
from chatbot.language_model.fallback import FallbackModel
from chatbot.language_model.prompts import load_prompts
from chatbot.settings import ModelSettings, Settings
from chatbot.use_cases.language_model import LanguageModel, Origin

_NO_KEY = "none"  # a server of one's own may ask for no key, but the SDK does


@dataclass(frozen=True, slots=True)
class Model:
    """The model, what clients may be told of the shop, how to close the connections, and how the catalogue's answers to
    tap are told to the founders."""

    model: LanguageModel
    company: str
    close: Callable[[], Awaitable[None]]
    tellings: Mapping[tuple[Topic, str], str] = field(default_factory=dict, repr=False)


async def _nothing_to_close() -> None:
    """The catalogue has no connections."""


def make_model(settings: Settings, on_call: Callable[[Origin], None], given: LanguageModel | None = None) -> Model:
    """The model of these settings, or the one `given`. Raises SettingsError for prompts that cannot be used."""
    prompts = load_prompts(settings.prompts_dir)
    if given is not None:
        return Model(given, prompts.company, _nothing_to_close)
    from chatbot.language_model.catalogue_model import CatalogueModel, tellings

    told = tellings(settings.founder_language)
    catalogue = CatalogueModel(day_rate=settings.money(settings.day_rate), rates=settings.exchange_rates)
    if not settings.has_model:
        return Model(catalogue, prompts.company, _nothing_to_close, told)
    from chatbot.language_model.openai_model import OpenAIModel

    server = OpenAIModel(
        key_of(settings),
        settings.openai_base_url or "",
        settings.openai_model,
        settings.openai_timeout,
        prompts,
        settings.shop_name,
        on_call=on_call,
    )
    return Model(FallbackModel(server, catalogue, on_call), prompts.company, server.close, told)


def key_of(settings: ModelSettings) -> str:
    """The key for the server."""
    key = settings.openai_api_key
    return _NO_KEY if key is None else key.get_secret_value()
