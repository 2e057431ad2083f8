"""Whether what is said of a new record on the command line can be right."""

from collections.abc import Callable

from pydantic import TypeAdapter, ValidationError

from .. import dates, proposals
from ..labels.choices import CHOICES
from ..labels.options import CHOICES_OF, OPTIONS
from ..model.base import Language, Url
from ..rules.common import near
from . import Given, Refused

DATES = {"from", "to", "left-by", "as-of", "founded", "date", "published"}


def check(kind: str, given: Given) -> None:
    """Raises Refused for an option that does not belong to the kind, and for a value that cannot be right."""
    for key, value in given.items():
        option = key.replace("_", "-")
        if key == "names" or value in (None, []):
            continue
        if key != "url" and option not in OPTIONS[kind]:
            raise Refused("new/bad-option", near(option, OPTIONS[kind]), option=option, kind=kind, options=", ".join(f"--{one}" for one in OPTIONS[kind]))
        if group := CHOICES_OF.get((kind, option)):
            allowed = tuple(CHOICES[group])
            if value not in allowed:
                raise Refused("new/bad-value", near(value, allowed), option=option, found=value, choices=", ".join(allowed))
        elif option in DATES:
            _fits(dates.parts, ValueError, value, Refused("new/bad-date", proposals.date(value), option=option, found=value))
        elif option in ("url", "archive"):
            _fits(TypeAdapter(Url).validate_python, ValidationError, value, Refused("new/bad-url", proposals.address(value), url=value))
        elif option == "language":
            _fits(TypeAdapter(Language).validate_python, ValidationError, value, Refused("new/bad-value", proposals.language(value), option=option, found=value, choices="ja, en, zh, ko, de, fr …"))


def _fits(read: Callable[[str], object], error: type[Exception], value: str, refused: Refused) -> None:
    try:
        read(value)
    except error:
        raise refused from None
