"""Characters that a text may not hold because a reader, or a program that reads our data, would be misled by them.

Hidden are what Unicode calls control, format, surrogate and private use (general categories Cc, Cf, Cs, Co, Zl, Zp), the bidirectional
controls among them, and letters that are blank. The joiners stay where Arabic and Indic scripts need them (UAX 31, 2.3).
"""

import re
import unicodedata

KANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # for str.translate
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
NOT_PLAIN = re.compile(f"[{BLANK}]")
BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
JOINED = re.compile("(?<=[\u0600-\u0dff])[\u200c\u200d](?=[\u0600-\u0dff])")
CYRILLIC = "\u0400-\u052f"
CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
MIXED = re.compile(f"\\w*(?:[A-Za-z][{CYRILLIC}]|[{CYRILLIC}][A-Za-z])\\w*")
# a cell that spreadsheets take for a formula (OWASP, CSV injection); a minus or an @ alone is none
FORMULA = re.compile(r"[=＝]|[-+@－＋＠].*[(|!（｜！]")
# what people write for a value that is still to come; a page would show it
UNWRITTEN = re.compile(r"[.…・?？\-–—_~〜〇○●\s]+|(?i:todo|tbd|tba|tbc|fixme|xxx+|n/?a|null|none|nil)|未定|未記入|要記入|要確認|要調査")
PLACEHOLDER = "%SITE%"  # what the pages' frame puts the site's address in the place of


def fault(text: str) -> tuple[str, str]:
    """What is wrong with a text of one line, as a case of the message ``bad-character`` or "unwritten", and what was found; ("", "") where it is right."""
    if UNWRITTEN.fullmatch(text):
        return "unwritten", text
    if not text.isprintable() or NOT_PLAIN.search(text):
        if found := BREAK.search(text.strip()):
            return "break", code(found[0][0])
        if odd := next((letter for letter in JOINED.sub("", text) if is_hidden(letter)), ""):
            return "hidden", code(odd)
    if CYRILLIC_LETTER.search(text) and (found := MIXED.search(text)):  # the second one is slow where there are long words
        return "mixed", found[0]
    if FORMULA.match(text.strip()):
        return "formula", text.strip()[0]
    return ("placeholder", PLACEHOLDER) if PLACEHOLDER in text else ("", "")


def is_hidden(letter: str) -> bool:
    """True for a character that cannot be seen and is no space, and for what Unicode has set apart as no character."""
    return letter in BLANK or unicodedata.category(letter) in HIDDEN or (ord(letter) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF


def mended(text: str) -> str:
    """The text without hidden characters, on one line."""
    line = " ".join(BREAK.sub(" ", text).split())
    return "".join(letter for letter in line if not is_hidden(letter))


def code(letter: str) -> str:
    """A character by its number, like U+202E."""
    return f"U+{ord(letter):04X}"
