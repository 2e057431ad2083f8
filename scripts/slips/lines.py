"""Slips that one line shows. Each is a function: the lines of the text and the number of one of them in, the Fault or None out."""

import re
from collections.abc import Callable

from ..problem import Example, Fault, mistake

Slip = Callable[[list[str], int], Fault | None]

KEY = r"(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z_][A-Za-z_0-9]*)"
KEY_LINE = re.compile(KEY + r"(?P<colon>: +)(?P<value>\S.*)$")
START = r"(?P<lead>\s*(?:- +)*(?:[A-Za-z_]\w*: +)?)"
CLOSING = {"[": "]", "{": "}"}
WIDE = str.maketrans("｛｝［］", "{}[]")


def wide_space(lines: list[str], number: int) -> Fault | None:
    """A full-width or unbreakable space in the indent."""
    found = re.match(r"[ \t]*[\u3000\u00a0][\s\u3000\u00a0]*", lines[number])
    if found:
        mended = re.sub(r"[\u3000\u00a0]", lambda space: "  " if space[0] == "\u3000" else " ", found[0]) + lines[number][found.end() :]
        return fault("wide-space", lines, number, re.search(r"[\u3000\u00a0]", found[0]).start(), mended)
    return None


def wide_gap(lines: list[str], number: int) -> Fault | None:
    """A full-width space after a key's colon or a list's dash, or another sign for the dash."""
    found = re.match(r"(?P<lead>\s*(?:- +)*)(?:(?P<dash>[-－–—・•])|(?P<key>[A-Za-z_]\w*:))(?P<gap>[ \u3000\u00a0]*)(?=\S)", lines[number])
    if found and (set(found["gap"]) & {"\u3000", "\u00a0"} or found["dash"] not in (None, "-")):
        mended = f"{found['lead']}{found['key'] or '-'} {lines[number][found.end() :]}"
        case, at = ("wide-gap", found.start("gap")) if found["key"] else ("wide-dash", found.end("lead"))
        return fault(case, lines, number, at, mended, found=found["key"] or "")
    return None


def tab(lines: list[str], number: int) -> Fault | None:
    """A tab in the indent."""
    found = re.match(r" *\t\s*", lines[number])
    return fault("tab", lines, number, found[0].index("\t"), None) if found else None


def wide_colon(lines: list[str], number: int) -> Fault | None:
    """``name：x``, with the colon that a Japanese keyboard gives."""
    found = re.match(KEY + "：[ \u3000]*", lines[number])
    return fault("wide-colon", lines, number, found.end("key"), f"{found['lead']}{found['key']}: {lines[number][found.end() :]}".rstrip(), found=found["key"]) if found else None


def no_space(lines: list[str], number: int) -> Fault | None:
    """``name:x``."""
    found = re.match(KEY + r":(?=[^\s:/])", lines[number])
    return fault("no-space", lines, number, found.end("key"), f"{found['lead']}{found['key']}: {lines[number][found.end() :]}", found=found["key"]) if found else None


def dash(lines: list[str], number: int) -> Fault | None:
    """``-id: x``."""
    found = re.match(r"(?P<lead>\s*(?:- +)*)-(?=[A-Za-z_]\w*:(\s|$))", lines[number])
    return fault("dash", lines, number, found.end("lead"), f"{found['lead']}- {lines[number][found.end() :]}") if found else None


def no_colon(lines: list[str], number: int) -> Fault | None:
    """``name x`` or ``career``: a line that starts like a key among keys and has no colon."""
    found = re.match(KEY + r"(?: +(?P<rest>[^\s:][^:]*))?\s*$", lines[number])
    beside = [lines[other] for other in (number - 1, number + 1) if 0 <= other < len(lines) and lines[other].strip()]
    if found and any(re.match(KEY + ":", line) for line in beside) and not any(re.search(r":\s*[|>][+-]?$", line) for line in beside):
        return fault("no-colon", lines, number, found.end("key"), f"{found['lead']}{found['key']}: {found['rest'] or ''}".rstrip(), found=found["key"])
    return None


def wide_bracket(lines: list[str], number: int) -> Fault | None:
    """Full-width brackets: ｛ja: x｝."""
    found = re.match(START + "[｛［]", lines[number])
    return fault("wide-bracket", lines, number, found.end("lead"), lines[number].translate(WIDE), found=lines[number][found.end("lead")]) if found else None


def reference(lines: list[str], number: int) -> Fault | None:
    """A text that begins with ``[[id]]`` without quotes: YAML sees a list."""
    found = KEY_LINE.match(lines[number])
    if found and found["value"].startswith("[["):
        return fault("reference", lines, number, found.start("value"), lines[number][: found.start("value")] + quoted(found["value"].rstrip()))
    inside = re.search(r"(?P<key>\b(?:ja|en): *)(?P<value>\[\[.*?)(?=, *[a-z_]+: |\}$)", lines[number])
    if inside:
        mended = lines[number][: inside.start("value")] + quoted(inside["value"]) + lines[number][inside.end("value") :]
        return fault("reference", lines, number, inside.start("value"), mended)
    return None


def bracket_title(lines: list[str], number: int) -> Fault | None:
    """``title: [Update] More``: a text that begins with a bracket, which YAML takes for a list."""
    found = re.match(START + r"(?P<value>(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,}\]].*)$", lines[number])
    return fault("bracket-first", lines, number, found.end("lead"), found["lead"] + quoted(found["value"].rstrip()), found=found["value"][0]) if found else None


def comment(lines: list[str], number: int) -> Fault | None:
    """A ``#`` inside braces: the rest of the line, with the closing brace, is a comment."""
    found = re.search(r"(?P<key>\b[a-z_]+: *)(?P<value>[^\"',{}\[\]]*?\s#[^\s,}]?[^,}\]]*)(?=[,}\]])", lines[number])
    if found and "{" in lines[number][: found.start()]:
        mended = lines[number][: found.start("value")] + quoted(found["value"].strip()) + lines[number][found.end("value") :]
        cut = lines[number].index(" #", found.start("value"))
        return fault("comment-in-value", lines, number, cut + 1, mended, found=lines[number][found.start("value") : cut].strip() or "—", rest=lines[number][cut:].strip())
    return None


def comma(lines: list[str], number: int) -> Fault | None:
    """No comma, or a full-width one, between two keys in braces."""
    found = re.search(r"(?P<gap>\s*[、，]\s*|\s+)(?P<key>ja|en|sources|lang|text|id|kind|date): ", lines[number])
    while found and ("{" not in lines[number][: found.start()] or lines[number][: found.start()].rstrip()[-1:] in ",{"):
        found = re.compile(found.re).search(lines[number], found.end())
    if found:
        return fault("comma", lines, number, found.start(), f"{lines[number][: found.start()]}, {lines[number][found.start('key') :]}", found=found["key"])
    return None


def quote(lines: list[str], number: int) -> Fault | None:
    """A quote that is not closed, or that is closed too early."""
    found = re.match(START + r"(?P<mark>[\"'])(?P<value>.*)$", lines[number])
    if not found:
        return _quote_in_braces(lines, number)
    mark, value, start = found["mark"], found["value"].rstrip(), found.end("lead")
    ends = [one.start() for one in re.finditer(r"(?<!\\)\"" if mark == '"' else r"'", value.replace("''", "··") if mark == "'" else value)]
    if not ends:
        return fault("open-quote", lines, number, start, found["lead"] + mark + value + mark, found=mark)
    if ends[0] == len(value) - 1:
        return None
    inner, other = value.removesuffix(mark) if value.endswith(mark) else mark + value, "'" if mark == '"' else '"'
    whole = other + inner + other if other not in inner and (other == "'" or "\\" not in inner) else quoted(inner)
    return fault("quote-in-quotes", lines, number, start + 1 + ends[0], found["lead"] + whole, found=value[: ends[0]])


def _quote_in_braces(lines: list[str], number: int) -> Fault | None:
    found = re.search(r"(?<=: )(?P<mark>[\"'])(?P<value>[^\"']*?)(?=, *[a-z_]+: |\}+\s*$)", lines[number])
    if not found or "{" not in lines[number][: found.start()]:
        return None
    return fault("open-quote", lines, number, found.start(), lines[number][: found.end()] + found["mark"] + lines[number][found.end() :], found=found["mark"])


def escape(lines: list[str], number: int) -> Fault | None:
    """A backslash in double quotes that is no escape of YAML's."""
    found = re.search(r"\\(?![\\\"/abtnvfre0xuUNLP_ ])", lines[number])
    doubled = re.sub(r"\\(?![\\\"])", r"\\\\", lines[number])
    return fault("escape", lines, number, found.start(), doubled, found=lines[number][found.start() : found.start() + 2]) if found and '"' in lines[number][: found.start()] else None


def bracket(lines: list[str], number: int) -> Fault | None:
    """A bracket that is not closed on its line, or one too many."""
    bare = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", lambda held: "·" * len(held[0]), lines[number])
    found = re.match(r"\s*(?:- +)*(?:[A-Za-z_]\w*: +)?[\[{]", bare)
    if not found or lines[number].rstrip()[-1:] == ",":
        return None
    open_: list[str] = []
    for column, letter in enumerate(bare):
        if letter in "[{":
            open_.append(letter)
        elif letter in "]}" and (not open_ or CLOSING[open_.pop()] != letter):
            return fault("loose-bracket", lines, number, column, lines[number][:column] + lines[number][column + 1 :], found=letter)
    if open_:
        close = "".join(CLOSING[one] for one in reversed(open_))
        return fault("open-bracket", lines, number, bare.index(open_[-1]), lines[number].rstrip() + close, found=open_[-1], close=close)
    return None


def special_start(lines: list[str], number: int) -> Fault | None:
    """A value that starts with a character that means something in YAML: @ ` % * & ! > |"""
    found = re.match(START + r"(?P<value>(?:[@`%*&!>|](?!\s*$)|(?<=: )[-?] ).*)$", lines[number])
    if not found or re.match(r"[>|][+-]?\d?\s*$", found["value"]):
        return None
    return fault("special-start", lines, number, found.end("lead"), found["lead"] + quoted(found["value"].rstrip()), found=found["value"][0])


def colon_in_value(lines: list[str], number: int) -> Fault | None:
    """``title: One: two`` without quotes; curly quotes are none in YAML."""
    found = KEY_LINE.match(lines[number])
    if found and re.search(r":(\s|$)", found["value"]) and found["value"][0] not in "\"'[{|>":
        value = found["value"].rstrip()
        plain = value[1:-1] if value[0] in "“‘" and value[-1] in "”’" else value
        return fault("colon-in-value", lines, number, found.start("value"), lines[number][: found.start("value")] + quoted(plain), found=value)
    found = re.search(r"(?<=[{,] )?(?P<key>\b(?:ja|en|text|title): )(?P<value>[^\"',{}\[\]]*?: [^\"'{}\[\]]*?)(?=, *[a-z_]+: |\})", lines[number])
    if found and "{" in lines[number][: found.start()]:
        mended = lines[number][: found.start("value")] + quoted(found["value"].strip()) + lines[number][found.end("value") :]
        return fault("colon-in-value", lines, number, found.start("value"), mended, found=found["value"])
    return None


SLIPS: tuple[Slip, ...] = (wide_space, wide_gap, tab, wide_colon, no_space, dash, wide_bracket, reference, bracket_title, comment, quote, escape, comma, bracket, special_start, colon_in_value, no_colon)


def quoted(text: str) -> str:
    """A value in double quotes, as YAML wants it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fault(case: str, lines: list[str], number: int, column: int, mended: str | None, **said: str) -> Fault:
    """The Fault of a slip: its case below bad-yaml, where it is (from 0), the line as it should be, what its words speak of."""
    example = Example(mended, (number + 1, number + 1)) if mended is not None else None
    return Fault(mistake(f"bad-yaml/{case}", **said), number + 1, column + 1, example)
