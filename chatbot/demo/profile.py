"""What the bot tells about itself: names and descriptions by language, commands by scope and language, menu."""

from dataclasses import dataclass, field

from chatbot.demo.model import Json


@dataclass(slots=True)
class Profile:
    """`texts` by "what:language"; `commands` by "scope:language" where scope is as `scope_key` writes it."""

    texts: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "default"})

    def text(self, what: str, language_code: str) -> str:
        """A name or description in this language, else the one for every language, else ""."""
        return self.texts.get(f"{what}:{language_code}") or self.texts.get(f"{what}:", "")

    def set_text(self, what: str, language_code: str, text: str) -> None:
        """Set it for one language ("" is every language); an empty text removes it."""
        if text:
            self.texts[f"{what}:{language_code}"] = text
        else:
            self.texts.pop(f"{what}:{language_code}", None)

    def shown_commands(self, scopes: list[str], language_code: str) -> list[Json]:
        """The commands a person sees: the first scope that has any, their language before the common list."""
        for scope in scopes:
            for language in (language_code, ""):
                if commands := self.commands.get(f"{scope}:{language}"):
                    return commands
        return []


def scope_key(kind: str, chat_id: int | None = None, user_id: int | None = None) -> str:
    """One word for a command scope."""
    return "/".join(str(part) for part in (kind, chat_id, user_id) if part is not None)


def private_scopes(chat_id: int) -> list[str]:
    """Scopes that hold in a private chat, narrowest first."""
    return [scope_key("chat", chat_id), "all_private_chats", "default"]


def group_scopes(chat_id: int, user_id: int, administrator: bool) -> list[str]:
    """Scopes that hold for one member of a group, narrowest first."""
    narrow = [scope_key("chat_member", chat_id, user_id)]
    if administrator:
        narrow.append(scope_key("chat_administrators", chat_id))
    narrow.append(scope_key("chat", chat_id))
    wide = ["all_chat_administrators"] if administrator else []
    return [*narrow, *wide, "all_group_chats", "default"]
