"""The kinds of field that our YAML files are made of, for pydantic models.

A validator here raises a ``Fault``; ``validation`` puts it in words and finds its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)

from scheduler.documents.suggestions import suggestion

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1957, 2199  # room to count days beyond both ends


class Strict(BaseModel):
    """A mapping whose keys are all known and whose values are what they seem."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Fault(ValueError):
    """What is wrong with a value; ``validation`` finds the place.

    Parameters
    ----------
    kind
        ``told`` where ``text`` says it all, else what ``validation`` has a remedy for.
    below
        Steps from the value to the one that is meant.
    """

    def __init__(self, kind: str, text: str = "", *below: str | int) -> None:
        """Hold what is wrong."""
        super().__init__(text or kind)
        self.kind = kind
        self.text = text
        self.below = below


def told(text: str, *below: str | int) -> Fault:
    """Make a fault that says ``text``, of something below the value where that is named."""
    return Fault("told", text, *below)


def _day(value: object) -> date:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise Fault("no_day")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise Fault("no_such_day") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Fault("far_day")
    return day


Day = Annotated[date, BeforeValidator(_day)]
Text = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(ge=0)]
Days = Annotated[int, Field(ge=1)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


@dataclass(frozen=True)
class OneOf:
    """One of a few fixed words, as metadata: ``Annotated[str, OneOf("up", "down")]``."""

    words: tuple[str, ...]

    def __init__(self, *words: str) -> None:
        """Hold the words in their order."""
        object.__setattr__(self, "words", tuple(map(str, words)))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> object:  # noqa: ANN401  (as pydantic calls it)
        """Check that the word is one of ours."""
        return AfterValidator(self._check).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self,
        schema: Any,  # noqa: ANN401
        handler: GetJsonSchemaHandler,
    ) -> dict[str, Any]:
        """List the words for editors."""
        return {**handler(schema), "enum": list(self.words)}

    def _check(self, word: str) -> str:
        if word not in self.words:
            raise Fault("one_of", suggestion(word, self.words))
        return word
