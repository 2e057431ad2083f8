"""Values as a record writes them: without quotes where YAML needs none, else in one way."""

import re
from functools import cache

from . import fields

# where a value without quotes would be read as something else (YAML 1.1 and 1.2, 7.3.3), or would be cut short
UNSAFE = re.compile(r"""^[\s?:,\[\]{}#&*!|>'"%@`=-]|:$|\s$|:\s|\s#""")
UNSAFE_IN_FLOW = re.compile(UNSAFE.pattern + r"|[,\[\]{}]")
UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# what other readers of YAML take for a number, a date, a switch or nothing; the atlas's own reads text
TYPED = re.compile(
    r"[-+]?[0-9.][0-9_.,:eE+-]*|0[xob][0-9a-fA-F_]+|[-+]?\.(?:inf|nan)|<<|~|null|true|false|yes|no|on|off|y|n|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt ].*",
    re.IGNORECASE | re.ASCII,
)
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@cache
def typed_keys() -> frozenset[str]:
    """The keys of numbers, dates and switches: there a value that looks like one needs no quotes."""
    return frozenset(field.key for part in fields.parts() for field in fields.of(part) if field.form in ("date", "number", "switch"))


def written(value: str, key: str = "", flow: bool = False) -> str:
    """A value as it stands after its ``key``, or in braces and brackets with ``flow``; an empty one is nothing."""
    if value == "":
        return '""' if flow else ""
    if not value.isprintable() and UNPRINTABLE.search(value):
        return '"' + "".join(map(_escaped, value)) + '"'
    plain = not (UNSAFE_IN_FLOW if flow else UNSAFE).search(value)
    if plain and (len(value) > 5 and value[0] not in "0123456789+.~" or key in typed_keys() or not TYPED.fullmatch(value)):
        return value
    if ('"' in value or "\\" in value) and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escaped(letter: str) -> str:
    if letter in ESCAPES:
        return ESCAPES[letter]
    if not UNPRINTABLE.match(letter):
        return letter
    code = ord(letter)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
