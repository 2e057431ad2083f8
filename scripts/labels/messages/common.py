"""The form of a message, and the words that several messages use."""

from typing import NamedTuple

Words = tuple[str, str]  # Japanese, English; {names} stand for what the mistake speaks of


class Message(NamedTuple):
    """What is wrong, and what to do."""

    what: Words
    do: Words


# one record of each folder
KINDS: dict[str, Words] = {
    "people": ("人物", "person"),
    "companies": ("企業・組織", "company"),
    "stages": ("段階", "stage"),
    "sources": ("出典", "source"),
    "articles": ("記事・用語", "article or term"),
    "candidates": ("候補", "candidate"),
}
SIDES: dict[str, Words] = {"ja": ("日本語", "Japanese"), "en": ("英語", "English")}
JOINT: Words = ("、", ", ")
OR: Words = ("または", " or ")
GLOSS: Words = ("（{}）", " ({})")
NEAR: Words = ("もしかして「{}」。", "did you mean '{}'? ")
# the lines below a message
EXPECTED: Words = ("決まり：{}", "the rule: {}")
MEANING: Words = ("「{}」とは：{}", "about '{}': {}")
REPLACED: Words = ("{}行目を直した例：", "line {}, corrected:")
REPLACED_MANY: Words = ("{}〜{}行目を直した例：", "lines {} to {}, corrected:")
INSERTED: Words = ("{}行目のあとに加える：", "to add after line {}:")
SHAPE: Words = ("書き方の例：", "the form, by example:")
OTHERS: Words = ("同じ原因の箇所がほかに{}か所：{}", "the same cause at {} more: {}")
COUNT: tuple[Words, Words, Words] = (("問題なし", "no problems"), ("問題1件", "1 problem"), ("問題{}件", "{} problems"))
READ: Words = ("記録{}件を{}秒で読んだ。{}", "{} records read in {} s, {}")
STAYS: Words = ("{}。何も書き出さず、前のサイトを残した", "{}; nothing was written, the last site stays")
