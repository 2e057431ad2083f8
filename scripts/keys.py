"""Keys that are not known and keys that are missing, told together: often one is the other, misspelt or out of place."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from . import fields, proposals
from .model import Part, Text
from .problem import Loc, Mend, Mistake, mistake

# what people call the keys of records
CALLED = {
    "jp": "ja", "japanese": "ja", "日本語": "ja", "eng": "en", "english": "en", "英語": "en", "organisation": "org", "organization": "org", "company": "org", "employer": "org", "組織": "org", "会社": "org",
    "title": "role", "position": "role", "職名": "role", "役職": "role", "surname": "family", "lastname": "family", "last_name": "family", "姓": "family", "名前": "name", "氏名": "name",
    "checked": "reviewed", "確認日": "reviewed", "source": "sources", "出典": "sources", "bio": "summary", "description": "summary", "要約": "summary", "jobs": "career", "posts": "career", "positions": "career",
    "経歴": "career", "職歴": "career", "link": "url links", "address": "url", "アドレス": "url", "type": "kind", "種類": "kind", "retrieved": "accessed", "read_on": "accessed", "閲覧日": "accessed",
    "until": "to", "end": "to", "終わり": "to", "since": "from", "start": "from", "begin": "from", "始まり": "from", "date": "published", "公開日": "published", "lang": "language", "言語": "language",
    "読み": "reading", "よみ": "reading", "outlet": "publisher", "発行元": "publisher", "題名": "title",
}  # fmt: skip
MOST = 200  # keys of one record that are looked into


class Found(NamedTuple):
    """A mistake, its place, and the keys that it has dealt with."""

    loc: Loc
    mistake: Mistake
    done: tuple[Loc, ...] = ()


def mistakes(unknown: list[Loc], missing: list[Loc], content: object, kind: type[Part]) -> Iterator[Found]:
    """What is said of the keys of a record that are not known, and of those that are missing, by their places."""
    unknown = unknown[:MOST]
    left = set(unknown) | set(missing)
    for tell in (_punctuation, _elsewhere, _misspelt, _other_part):
        for loc in unknown:
            if loc in left and (found := tell(loc, left, content, kind)):
                left -= {loc, *found.done}
                yield found
    for loc in unknown:
        if loc in left:
            known = tuple(field.key for field in fields.of(fields.at(kind, loc)[0]))
            yield Found(loc, mistake("unknown-key", found=str(loc[-1]), keys=known))
    yield from _missing([loc for loc in missing if loc in left], content, kind)


def value(content: object, loc: Loc) -> object:
    """What stands at a place of a record's content; steps that only pydantic names are passed over."""
    for step in loc:
        if isinstance(content, list) and isinstance(step, int) and step < len(content) or isinstance(content, dict) and step in content:
            content = content[step]
    return content


def _punctuation(loc: Loc, left: set[Loc], content: object, kind: type[Part]) -> Found | None:
    """In braces: no space after a colon, or a comma inside a value. Both leave a key without a value."""
    name, beside = str(loc[-1]), value(content, loc[:-1])
    model = fields.at(kind, loc)[0]
    known = [field.key for field in fields.of(model)]
    if beside[name] != "":
        return None
    parted = {one: one.replace("：", ":").partition(":") for one in beside if beside[one] == "" and (*loc[:-1], one) in left}
    parted = {one: (key.strip(), rest.strip()) for one, (key, colon, rest) in parted.items() if colon and key.strip() in known}
    if name in parted:
        mends = [Mend((*loc[:-1], one), f"{key}: {rest}", "key") for one, (key, rest) in parted.items()]
        return Found(loc, mistake("unknown-key/colon", *mends, found=name), tuple((*loc[:-1], key) for one, (said, _) in parted.items() for key in (one, said)))
    if not issubclass(model, Text) and name.replace("_", "").isalpha():
        return None
    keys = list(beside)
    before = next((one for one in reversed(keys[: keys.index(name)]) if one in known), "")
    run = []
    for one in keys[keys.index(before) + 1 :] if before else []:
        if beside[one] != "" or one in known:
            break
        run.append(one)
    if not run:
        return None
    whole = ", ".join([str(beside[before]), *run])
    return Found(loc, mistake("unknown-key/comma", Mend((*loc[:-1], before), whole, "join"), found=name), tuple((*loc[:-1], one) for one in run))


def _elsewhere(loc: Loc, left: set[Loc], content: object, kind: type[Part]) -> Found | None:
    """A key that a part beside it lacks, or that belongs to what is around it: indented too little or too much."""
    name = str(loc[-1])
    for other in sorted(left, key=len):
        if other[-1] == name and len(other) > len(loc) and other[: len(loc) - 1] == loc[:-1]:
            part = next(str(step) for step in reversed(other[:-1]) if isinstance(step, str))
            return Found(loc, mistake("unknown-key/indent", Mend(loc, "", "move", to=other[:-1]), found=name, part=part), (other,))
    for deep in range(len(loc) - 2, -1, -1):
        around = value(content, loc[:deep])
        if isinstance(around, dict) and name not in around and name in [field.key for field in fields.of(_model(kind, loc[:deep]))]:
            beside = next(key for key in around if deep < len(loc) and key == loc[deep])
            wrong = mistake("unknown-key/outdent", Mend(loc, "", "move", to=loc[:deep]), found=name, beside=str(beside))
            return Found(loc, wrong, ((*loc[:deep], name),))
    return None


def _misspelt(loc: Loc, left: set[Loc], content: object, kind: type[Part]) -> Found | None:
    """A key that is nearly one of the part's."""
    name, beside = str(loc[-1]), value(content, loc[:-1])
    known = [field.key for field in fields.of(fields.at(kind, loc)[0]) if field.key not in beside]
    close = [one for one in CALLED.get(name.casefold(), "").split() if one in known] or get_close_matches(proposals.id(name).replace("-", "_") or name, known, 1, 0.6)
    if not close:
        return None
    return Found(loc, mistake("unknown-key/near", Mend(loc, close[0], "key"), found=name, near=close[0]), ((*loc[:-1], close[0]),))


def _other_part(loc: Loc, left: set[Loc], content: object, kind: type[Part]) -> Found | None:
    """Keys of another part: the line with the key above them is missing, or they stand below the wrong one."""
    if len(loc) != 3 or not isinstance(loc[1], int):
        return None
    beside = set(value(content, loc[:-1]))
    lists = [(field.key, {one.key for one in fields.of(field.model)}) for field in fields.of(kind) if field.model and field.many]
    fits = [key for key, known in lists if beside <= known and key != loc[0]]
    same = [one for one in left if one[0] == loc[0] and one[1] >= loc[1]]  # all that follows in the list
    if len(same) < 2 or len(fits) != 1:
        return None
    wrong = mistake("unknown-key/part", found=", ".join(sorted(beside)), part=str(loc[0]), near=fits[0])
    return Found(loc[:-1], wrong, (*same, (fits[0],)))


def _missing(locs: list[Loc], content: object, kind: type[Part]) -> Iterator[Found]:
    """Required keys that are not there, those of one part together: an example of them, after the key that comes before."""
    by_part: dict[Loc, list[Loc]] = defaultdict(list)
    for loc in locs:
        by_part[loc[:-1]].append(loc)
    for part, lacking in by_part.items():
        model = fields.at(kind, lacking[0])[0]
        held, known = value(content, part), [field.key for field in fields.of(model)]
        absent = [field for field in fields.of(model) if (*part, field.key) in lacking]
        after = next((key for key in reversed(known[: known.index(absent[0].key)]) if key in held), "")
        keys = tuple(field.key for field in absent)
        if len(keys) == 1 and keys[0] in ("ja", "en"):
            shown = Mend(part, f"{keys[0]}: …", "add", idea=True, after=after)
            yield Found(lacking[0], mistake("missing-translation", shown, field=fields.at(kind, part)[1].key, side=keys[0], key=keys[0]))
            continue
        about = {"field": absent[0].key, "of": absent[0].stated} if len(absent) == 1 else {}
        shown = Mend(part, "\n".join(map(fields.example, absent)), "add", idea=True, after=after)
        yield Found(lacking[0], mistake("missing-key", shown, keys=keys, **about))


def _model(kind: type[Part], loc: Loc) -> type[Part]:
    """The part at a place."""
    return fields.at(kind, (*loc, ""))[0]
