"""The JSON schema of a form as strict servers accept it: structure only, nothing referred to.

Some servers refuse maxLength, minimum, pattern, format or default, and some do not follow `$ref`; so only what
says which fields there are, of which type, is sent. Limits are checked by us.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

_KEPT = frozenset({"type", "enum", "items", "properties", "anyOf"})


def structure(form: type[BaseModel]) -> dict[str, Any]:
    """The schema of a form: every property required, no other allowed."""
    whole = form.model_json_schema()
    return _reduced(whole, whole.get("$defs", {}))


def response_format(form: type[BaseModel]) -> dict[str, Any]:
    """The `response_format` that asks for this form, strictly."""
    schema = {"name": form.__name__, "strict": True, "schema": structure(form)}
    return {"type": "json_schema", "json_schema": schema}


def spelled_out(form: type[BaseModel]) -> str:
    """The same in words, for a server that takes no schema."""
    schema = json.dumps(structure(form), ensure_ascii=False)
    return f"Answer with one JSON object and nothing else, no code fence, by this JSON schema:\n{schema}"


def _reduced(node: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        return _reduced(definitions[node["$ref"].rsplit("/", 1)[-1]], definitions)
    kept = {key: value for key, value in node.items() if key in _KEPT}
    if "items" in kept:
        kept["items"] = _reduced(kept["items"], definitions)
    if "anyOf" in kept:
        kept["anyOf"] = [_reduced(choice, definitions) for choice in kept["anyOf"]]
    if "properties" in kept:
        properties = kept["properties"].items()
        kept["properties"] = {name: _reduced(value, definitions) for name, value in properties}
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
    return kept
