"""The options by which a new record's values are given on the command line: what each is, by kind of record."""

SHARED = {"id": "its id (default: made of the name)", "summary-ja": "what it is, in Japanese", "summary-en": "the same in English",
          "source": "the id of a source that bears it out; may be given several times"}  # fmt: skip
OPTIONS: dict[str, dict[str, str]] = {
    "person": SHARED | {
        "family-ja": "family name in Japanese (default: a guess)", "family-en": "family name in Latin letters (default: a guess)",
        "reading": "family name in hiragana", "org": "id of the company of the first post", "org-ja": "its name in Japanese, where it has no record",
        "org-en": "its name in English", "kind": "kind of the post", "role-ja": "what the post is called, in Japanese", "role-en": "the same in English",
        "from": "when it began", "to": "when it ended", "left-by": "a date by which it had ended", "as-of": "the latest date for which it is borne out"},
    "company": SHARED | {
        "kind": "kind of organisation", "reading": "the name in hiragana", "founded": "when it was founded", "state": "what became of it",
        "as-of": "the latest date for which the state is borne out"},
    "stage": SHARED | {
        "order": "place in the order of time (default: the last)", "from": "its beginning", "to": "its end", "reading": "the name in hiragana",
        "date": "date of its first event", "event-ja": "title of the event in Japanese", "event-en": "the same in English",
        "text-ja": "what happened, in Japanese", "text-en": "the same in English"},
    "source": {
        "id": "its id (default: made of the address)", "publisher": "who published it (default: as at other pages of the host)", "title": "its title, in its own language",
        "language": "its language, like ja or en", "published": "when it was published", "kind": "kind of source", "read": "how much of the text was read",
        "archive": "address of an archived copy"},
}  # fmt: skip
MANY = {"source"}  # may be given several times
# the options that have choices, and where their words stand in labels/choices
CHOICES_OF: dict[tuple[str, str], str] = {
    ("person", "kind"): "post", ("company", "kind"): "company", ("company", "state"): "state", ("source", "kind"): "source-mark", ("source", "read"): "read",
}  # fmt: skip
