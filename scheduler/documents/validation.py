"""Plain data checked against a pydantic model, every fault told in our own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from scheduler.documents.document import Document, Steps
from scheduler.documents.fields import Fault
from scheduler.documents.suggestions import unknown
from scheduler.errors import Complaint

M = TypeVar("M", bound=BaseModel)
LONGEST_SHOWN = 40


def validate(
    model: type[M], document: Document, *steps: str | int
) -> tuple[M | None, list[Complaint]]:
    """Read the value at the end of the steps as a model.

    Returns
    -------
    The value, or none when anything in it is wrong; and a complaint for each fault that is not
    among those of the document itself.
    """
    try:
        return model.model_validate(document.value(steps)), []
    except ValidationError as error:
        found = [
            _complaint(model, fault, document, steps)
            for fault in error.errors(include_url=False)
            if not _is_unread(document, (*steps, *fault["loc"]))
        ]
        return None, found


def shown(value: object) -> str:
    """Write a value as it may stand in a message."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        kind = "a list" if isinstance(value, list) else "a group of keys"
        return kind if value else "empty"
    text = str(value)
    if len(text) > LONGEST_SHOWN:
        text = f"{text[: LONGEST_SHOWN - 1]}…"
    return repr(text) if isinstance(value, str) else text


def _is_unread(document: Document, steps: Steps) -> bool:
    return any(steps[:length] in document.unread for length in range(len(steps) + 1))


def _complaint(
    model: type[BaseModel], found: Mapping[str, Any], document: Document, steps: Steps
) -> Complaint:
    """Put one error of pydantic's into our words."""
    where: Steps = found["loc"]
    kind: str = found["type"]
    parent = _model_at(model, where[:-1])
    fault = found.get("ctx", {}).get("error")
    if isinstance(fault, Fault):
        kind = fault.kind
        if kind == "told":
            return document.complaint(fault.text, *steps, *where, *fault.below)
    if kind == "extra_forbidden":
        text = unknown("key", str(where[-1]), _keys(parent))
        return document.complaint(text, *steps, *where, on_key=True)
    if kind == "missing":
        text = f"{str(where[-1])!r} is missing. Give {_meaning(parent, str(where[-1]))}."
        return document.complaint(text, *steps, *where[:-1])
    remedy = _REMEDIES.get(kind, "Give what the schema of the file asks for.")
    if isinstance(fault, Fault) and fault.text:
        remedy = fault.text
    if kind == "greater_than_equal":
        remedy = f"Give {found['ctx']['ge']} or more."
    if kind == "less_than_equal":
        remedy = f"Give {found['ctx']['le']} or less."
    text = f"{_label((*steps, *where))} is {shown(found['input'])}. {remedy}"
    return document.complaint(text, *steps, *where)


def _label(steps: Steps) -> str:
    """Name a value by its key, or by its place in a list."""
    if not steps:
        return "this"
    if isinstance(steps[-1], int):
        return f"item {steps[-1] + 1} of {_label(steps[:-1])}"
    return steps[-1]


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _meaning(model: type[BaseModel] | None, key: str) -> str:
    for name, info in model.model_fields.items() if model else ():
        if (info.alias or name) == key and info.description:
            meaning = info.description.rstrip(".")
            return f"{meaning[0].lower()}{meaning[1:]}"
    return key


def _model_at(model: type[BaseModel], steps: Steps) -> type[BaseModel] | None:
    """Find the model of the value at the end of the steps."""
    found: list[Any] = [model]
    for step in steps:
        found = [inner for annotation in found for inner in _inner(annotation, step)]
    return next((item for item in found if _is_model(item)), None)


def _inner(annotation: object, step: str | int) -> Iterator[Any]:
    """Walk what may stand one step below a type."""
    if _is_model(annotation):
        fields = annotation.model_fields  # type: ignore[attr-defined]
        infos = [info for name, info in fields.items() if (info.alias or name) == step]
        yield from (part for info in infos for part in _parts(info.annotation))
    elif get_origin(annotation) in (list, dict):
        yield from _parts(get_args(annotation)[-1])


def _parts(annotation: object) -> Iterator[Any]:
    is_union = get_origin(annotation) in (Union, UnionType)
    yield from get_args(annotation) if is_union else (annotation,)


def _is_model(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


_WHOLE = "Give a whole number."
_REMEDIES: Mapping[str, str] = {
    "no_day": "Give a day as YYYY-MM-DD.",
    "no_such_day": "Give a day of the calendar, as YYYY-MM-DD.",
    "far_day": "Give a day between 1957 and 2199.",
    "no_number": "Give a whole number, 0 or more.",
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "string_type": "Give text, in quotes where it looks like a number.",
    "string_too_short": "Give some text.",
    "string_pattern_mismatch": "Give small letters and digits, joined by hyphens.",
    "bool_type": "Give true or false.",
    "list_type": "Give a list, such as [a, b].",
    "dict_type": "Give keys with values.",
    "model_type": "Give keys with values.",
    "too_short": "Give at least one.",
}
