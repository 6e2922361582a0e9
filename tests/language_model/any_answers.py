"""Answers that keep to a form and hold anything: what a model could write that a server's schema lets through."""

from __future__ import annotations

import types
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from hostile_words import hostile_texts
from hypothesis import strategies as st
from pydantic import BaseModel

from chatbot.language_model.answer_forms import Form

whole_numbers = st.one_of(st.integers(-3, 15), st.integers(), st.just(10**40))
numbers = st.one_of(
    st.sampled_from([0.0, 0.1, 0.5, 1.0, 2.0, 3.0, 8.0, 120.0, 121.0, 1e9, -1.0, 1e-300, 1.7e308]),
    st.floats(0.1, 120),
    st.floats(allow_nan=False, allow_infinity=False),
)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), whole_numbers, st.floats(), hostile_texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(hostile_texts, inner, max_size=4)),
    max_leaves=12,
)


@cache
def answers_of(form: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Every answer of this form, as JSON data."""
    return st.fixed_dictionaries({name: _value(field.annotation) for name, field in form.model_fields.items()})


def _value(kind: Any) -> st.SearchStrategy[Any]:
    if isinstance(kind, types.GenericAlias):
        return st.lists(_value(get_args(kind)[0]), max_size=3)
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if issubclass(kind, Form):
        return answers_of(kind)
    if issubclass(kind, Enum):
        return st.sampled_from([item.value for item in kind])
    return {str: hostile_texts, int: st.one_of(st.integers(0, 15), whole_numbers), float: numbers, bool: st.booleans()}[
        kind
    ]
