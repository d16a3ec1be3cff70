"""From the words of a question to its clauses: forms recognised, names looked up, days read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scheduler.documents.fields import DAY, FIRST_YEAR, LAST_YEAR
from scheduler.documents.questions import DIRECTLY, HANDOVER, Link, links
from scheduler.documents.suggestions import near, suggestion, unknown
from scheduler.errors import Complaint
from scheduler.scenarios.question.names import Names, Noun
from scheduler.scenarios.question.words import AND, Clause, Word, Words, said, split, words_of

OR = "or"
LINKS = links()


class Reader:
    """Reads the clauses of one question and keeps what is wrong with them."""

    def __init__(self, names: Names) -> None:
        """Begin without faults."""
        self._names = names
        self.faults: list[Complaint] = []

    def clauses(self, text: str) -> list[Clause]:
        """Give the clauses that could be read whole."""
        words = words_of(text)
        if not words:
            self._tell(Word("", 1, 1), "nothing is asked. Give a question.")
        parts = split(words, AND)
        found: list[Clause] = []
        for number, part in enumerate(parts):
            if not part and words:
                ands = [word for word in words if word.plain == AND]
                self._tell(ands[max(0, number - 1)], f"{AND!r} joins two questions. Give both.")
            clause = self._clause(part) if part else None
            if clause is not None:
                found.append(clause)
        return found

    def _tell(self, word: Word, text: str) -> None:
        self.faults.append(word.complaint(text))

    def _clause(self, words: Words) -> Clause | None:
        place = self._verb(words)
        if place is None:
            return None
        verb = self._keyword(words[place], (*LINKS, HANDOVER), "verb")
        if verb == HANDOVER:
            return self._handover(words[1:], words[0])
        return self._event(words[:place], (words[place], verb), words[place + 1 :])

    def _verb(self, words: Words) -> int | None:
        """Find the verb: as it should be written, else the word that comes nearest to one."""
        if words[0].plain == HANDOVER:
            return 0
        exact = [place for place, word in enumerate(words) if word.plain in LINKS]
        if exact:
            return exact[0]
        if _guessed(words[0], (HANDOVER,)):
            return 0
        near_by = [place for place, word in enumerate(words) if place and _guessed(word, LINKS)]
        if near_by:
            return near_by[0]
        verbs = suggestion("", (*LINKS, HANDOVER))
        self._tell(words[0], f"no verb stands in {said(words)!r}. {verbs}")
        return None

    def _keyword(self, word: Word, known: Iterable[str], noun: str) -> str:
        """Read a keyword; of one that is not known, give the nearest and complain."""
        if word.plain in known:
            return word.plain
        self._tell(word, unknown(noun, word.text, known))
        return _guessed(word, known)

    def _event(self, before: Words, verb: tuple[Word, str], after: Words) -> Clause | None:
        """Read a subject, a verb, a link word and an object."""
        forms = LINKS[verb[1]]
        link, form = "", None
        if not after:
            words = suggestion("", forms)
            self._tell(verb[0], f"something is missing after {verb[1]!r}. {words}")
        else:
            link = after[0].plain if after[0].plain in forms else _guessed(after[0], forms)
            form = forms.get(link)
            if link != after[0].plain:
                told = f"{after[0].text!r} cannot follow {verb[1]!r}."
                self._tell(after[0], f"{told} {suggestion(after[0].text, forms)}")
        subjects = {one.subject for one in forms.values()} if form is None else {form.subject}
        subject = self._subject(before, verb, subjects)
        if form is None:
            return None
        filled = self._object(form, (after[0], f"{verb[1]} {link}"), after[1:])
        if filled is None or subject is None:
            return None
        objects, objects_at, day = filled
        return Clause(before[0], verb[1], link, subject, before[0], objects, objects_at, day)

    def _subject(self, words: Words, verb: tuple[Word, str], nouns: set[Noun]) -> str | None:
        if not words:
            named = " or ".join(sorted(nouns))
            self._tell(verb[0], f"nothing stands before {verb[1]!r}. Give a {named}.")
            return None
        return self._name(min(nouns), words) if len(nouns) == 1 else None

    def _name(self, noun: Noun, words: Words) -> str | None:
        found = self._names.find(noun, words)
        if isinstance(found, Complaint):
            self.faults.append(found)
            return None
        return found

    def _object(
        self, form: Link, link: tuple[Word, str], words: Words
    ) -> tuple[tuple[str, ...], Words, date | None] | None:
        """Read what stands after the link word: names with their places, a day, or nothing."""
        if not form.object:
            if words:
                told = f"{link[1]!r} is whole without {said(words)!r}. Leave that out."
                self._tell(words[0], f"{told}")
            return None if words else ((), (), None)
        parts = split(words, OR) if form.object == "port" else [words]
        if not all(parts):
            self._tell(link[0], f"a {form.object} is missing after {link[1]!r}. Give one.")
        if form.object == "date":
            day = self._day(words) if words else None
            return ((), words[:1], day) if day else None
        ids = [self._name(form.object, part) for part in parts if part]
        objects = tuple(id_ for id_ in ids if id_ is not None)
        is_whole = len(objects) == len(parts)
        return (objects, tuple(part[0] for part in parts), None) if is_whole else None

    def _day(self, words: Words) -> date | None:
        first, *more = words
        if more:
            told = f"{said(more)!r} stands after the day. Leave it out, or join questions by {AND}."
            self._tell(more[0], told)
        day = _day_of(first.text)
        if isinstance(day, str):
            self._tell(first, f"no day {first.text!r}. {day}")
            return None
        return None if more else day

    def _handover(self, words: Words, verb: Word) -> Clause | None:
        """Read two flights, one after the other, and how the one relieves the other."""
        kind = ""
        if words and (words[-1].plain in DIRECTLY or _guessed(words[-1], DIRECTLY)):
            kind = self._keyword(words[-1], DIRECTLY, "kind of handover")
            words = words[:-1]
        else:
            ending = " or ".join(DIRECTLY)
            self._tell(words[-1] if words else verb, f"it is not said how. End in {ending}.")
        if len(words) < 2:
            self._tell(verb, "two flights are wanted. Give the one that leaves, then the other.")
            return None
        place = max(range(1, len(words)), key=lambda place: self._sense(words, place))
        names = [self._name("flight", part) for part in (words[:place], words[place:])]
        outgoing, incoming = names
        if not kind or outgoing is None or incoming is None:
            return None
        return Clause(verb, HANDOVER, kind, outgoing, words[0], (incoming,), (words[place],))

    def _sense(self, words: Words, place: int) -> tuple[int, int]:
        """Say how much sense it makes to split the words here; in the middle for want of any."""
        parts = (words[:place], words[place:])
        known = sum(bool(self._names.may_be("flight", part)) for part in parts)
        return known, -abs(len(words) - 2 * place)


def _guessed(word: Word, known: Iterable[str]) -> str:
    """Give the keyword that comes nearest to a word; empty where none is near."""
    return next(iter(near(word.plain, {one: one for one in known})), "")


def _day_of(text: str) -> date | str:
    """Read a day, or say what to give."""
    if not DAY.fullmatch(text):
        return "Give a day as YYYY-MM-DD."
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "Give a day of the calendar, as YYYY-MM-DD."
    is_far = not FIRST_YEAR <= day.year <= LAST_YEAR
    return f"Give a day between {FIRST_YEAR} and {LAST_YEAR}." if is_far else day
