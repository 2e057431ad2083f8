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
# what stopped the system, by the name that POSIX gives it (errno.h)
WHY: dict[str, Words] = {
    "EACCES": ("許可がない", "no permission"),
    "EPERM": ("許可がない", "no permission"),
    "EROFS": ("読み取り専用になっている", "it is read-only"),
    "ENOSPC": ("空き容量がない", "no space is left"),
    "EDQUOT": ("割り当ての容量を使い切った", "the quota is used up"),
    "EFBIG": ("大きさの上限を超える", "it grows beyond the limit"),
    "ENOENT": ("見つからない", "it is not there"),
    "EISDIR": ("フォルダーである", "it is a folder"),
    "ENOTDIR": ("フォルダーではない", "it is no folder"),
    "ELOOP": ("リンクが輪になっている", "its links go in a circle"),
    "ENAMETOOLONG": ("名前が長すぎる", "its name is too long"),
    "EMFILE": ("開いているファイルが多すぎる", "too many files are open"),
    "EIO": ("装置が応えない", "the device does not answer"),
}
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
