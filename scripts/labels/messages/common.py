"""The form of a message."""

from typing import NamedTuple

Words = tuple[str, str]  # Japanese, English; {names} stand for what the mistake speaks of


class Message(NamedTuple):
    """What is wrong, and what to do."""

    what: Words
    do: Words
