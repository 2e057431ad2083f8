"""What a hostile or careless hand may put into data/: texts, addresses, ids, whole files, and things that are no files."""

import os
from collections.abc import Callable
from pathlib import Path

# texts that must come out as they are, or be refused
TEXTS = [
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "<!--<script>", "-->", "]]>", "<![CDATA[x", "</script><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<iframe srcdoc='&lt;script&gt;'>", "<style>*{display:none}</style>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<form action=//evil.example><input name=q>", "<plaintext>", "<textarea>", "<p hidden>",
    '" onmouseover="alert(1)', "' onmouseover='alert(1)", "` onmouseover=alert(1)", "\"><b>", "&lt;b&gt;", "&amp;lt;", "&#x3c;script>", "&copy; &nope;", "a & b < c > d",
    "[x](javascript:alert(1))", "[x](data:text/html,<script>alert(1)</script>)", "![x](https://evil.example/p.png)", "[x]: https://evil.example/ 'y'", "[^1]: a note", "[x][y]",
    "<https://evil.example/>", "**bold** _em_ `code`", "``` fence", "~~~ fence", "# heading", "## heading {: #top onclick=alert(1) }", "heading {: onclick=alert(1) .x #y }", "setext ===", "---",
    "1. one", "- one", "+ one", "* one", "> said", "| a | b |", "|---|---|", ": definition", "*[HTML]: abbr", "\\*not\\*", "\\", "line  ", "    indented", "{: #top }", "{#top}", "[TOC]", "--8<-- 'secret'",
    "{{ config }}", "{% raw %}", "{% include '/etc/passwd' %}", "{# note #}", "{{ ''.__class__.__mro__ }}", "${7*7}", "#{7*7}", "%s %d %(x)s %n", "{0} {} {x!r}", "%SITE%/x",
    "[[", "]]", "[[]]", "[[|]]", "[[nobody]]", "[[openai|<b>x</b>]]", "[[openai#nowhere]]", "[[openai]", "[[openai|[[openai]]]]", "[[../../etc/passwd]]",
    "=1+1", "=HYPERLINK(\"https://evil.example\")", "+1+1|cmd", "-2+3+cmd|' /C calc'!A0", "@SUM(1,1)", "＝1+1", "a,b;c\td", 'say "so"',
    "abc\u202etxt.exe", "\u2066x\u2069", "ze\u200bro", "\ufeffbom", "soft\u00adhyphen", "\u3164", "\u2800\u2800", "tag\U000e0041", "bell\x07", "nul\x00", "esc\x1b[31m", "del\x7f", "c1\x9b31m",
    "two\nlines", "two\n\n## lines {: onclick=alert(1) }", "two\r\nlines", "\u2028", "\x85", "\x0b", "\x1c", "\x02wzxhzdk:0\x03", "\x02amp\x03", "wzxhzdk:0", "klzzwxh:0001",
    "S\u0430m Altman", "\u0421\u0410\u041c", "Zoe\u0308 \u0041\u030a", "Z\u0363\u0364\u0365\u0366\u0367a\u0363\u0364l", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\ud7ff\ue000", "\uffff", "\U0010ffff", "\U0001f9ff", "葛\U000e0100城", "x" * 1999, "長" * 3000, "a" * 500 + " " + "b" * 500, "１２３ 4.5 1,000", "99999999999999999999999999",
]  # fmt: skip

ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<b>", "vbscript:x", "file:///etc/passwd", "ftp://a.example/", "//evil.example/", "/x", "../x", "#x",
    "https://", "https:///x", "https://x", "https:evil.example", "http://[::1]/", "http://[", "https://a.example:99999999/", "https://a.example:x/", "https://user:pass@evil.example/",
    "https://good.example@evil.example/", "https://good.example\\@evil.example/", "https://a.example/ b", "https://a.example/\n", "https://a.example/\"onclick=x", "https://a.example/'x", "https://a.example/<b>",
    "https://a.example/`x`", "https://a.example/{{x}}", "https://a.example/\u202ex", "https://a.example/\u200b", "https://a.example/\x00", "https://\u0430pple.example/", "https://a.example/" + "x" * 600,
    "https://a.example/?q=<script>", "https://a.example/?a=1&b=2&lt=3", "https://a.example/%00%0d%0aX:y", "https://a.example/(x)_[y]", "https://a.example/*_x_*", "https://a.example./x#y", "https://a.example/日本語",
]  # fmt: skip

IDS = [
    "..", ".", "../x", "../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "%2e%2e", "a b", "A", "É", "a_b", "-a", "a-", "a--b", "a\n", "a\x00", "con", "nul", "index", "a.b", "a.yml", "x" * 81,
    "\u202ea", "１", "<b>", "{{x}}", "*", "?", "", "~", "$HOME", "`id`", "; rm -rf x", "'; drop table x", "constructor", "__proto__", "zoe-marsh", "openai", "aoba-lab",
]  # fmt: skip

# whole files
FILES: dict[str, bytes] = {
    "nothing": b"", "a comment": b"# x\n", "spaces": b"   \n\t\n", "a word": b"hello", "a list": b"- a\n- b\n", "nul": b"\0" * 100, "every byte": bytes(range(256)), "not UTF-8": b"name: \xff\xfe\xfa\n",
    "half a character": "name: 佐".encode()[:-1], "surrogates in UTF-8": b"name: \xed\xa0\x80\n", "overlong": b"name: \xc0\xaf\n", "UTF-16": "name: x\n".encode("utf-16"), "UTF-32": "name: x\n".encode("utf-32"),
    "byte order mark": b"\xef\xbb\xbftitle: x\n", "two marks": b"\xef\xbb\xbf\xef\xbb\xbftitle: x\n", "CRLF": b"title: x\r\nkind: press\r\n", "CR": b"title: x\rkind: press\r", "NEL": "title: x\x85kind: press".encode(),
    "python object": b"!!python/object/apply:os.system ['true']\n", "python name": b"name: !!python/name:os.system\n", "tag": b"name: !x y\n", "binary": b"name: !!binary aGVsbG8=\n", "set": b"!!set {a, b}\n",
    "tag directive": b"%TAG ! tag:evil.example,2000:\n---\nname: !x y\n", "bad directive": b"%YAML 9.9\n---\na: b\n", "local tag": b"name: !<!x> y\n",
    "anchor": b"name: &a x\nkind: press\n", "alias": b"name: &a x\ntitle: *a\n", "unknown alias": b"name: *a\n", "itself": b"&a [*a]\n", "itself in a key": b"name: &a {x: *a}\n", "merge": b"a: &a {x: 1}\n<<: *a\n", "merge of nothing": b"<<: {name: x}\n",
    "billion laughs": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n".encode() for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "same key twice": b"title: a\ntitle: b\n", "same key twice inside": b"name: {ja: a, ja: b}\n", "key of keys": b"{a: b}: c\n", "key of a list": b"? [a]\n: b\n", "empty key": b": x\n", "no value": b"name:\n",
    "documents": b"a: b\n---\nc: d\n", "end": b"a: b\n...\nc: d\n", "deep brackets": b"a: " + b"[" * 100_000, "deep braces": b"{a: " * 50_000, "deep indents": b"".join(b" " * n + b"a:\n" for n in range(1_200)),
    "deep dashes": b"- " * 100_000, "deep keys": b"? " * 100_000, "many keys": b"".join(f"k{n}: x\n".encode() for n in range(60_000)), "many items": b"links: [" + b"a," * 100_000 + b"]\n", "many problems": b"career: [" + b"{}," * 999 + b"]\n",
    "one megabyte": b"title: " + b"x" * 999_000 + b"\n", "one megabyte in quotes": b'title: "' + b"x " * 499_000 + b'"\n', "an open quote": b'title: "' + b"x\n" * 499_000, "too large": b"title: " + b"x" * 2_000_000,
    "tabs": b"name:\n\tja: x\n" * 20_000, "lines": b"x\n" * 400_000, "colons": b":" * 900_000, "hashes": b"a: b #c\n" * 100_000, "quotes": b"'" * 900_000, "bad escape": b'title: "\\q"\n', "surrogate escape": b'title: "\\ud800"\n', "big escape": b'title: "\\U00110000"\n',
    "conflict": b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "all indents": b"".join(b" " * (n % 400) + b"a%d: [\n" % n for n in range(4_000)), "block": b"title: |\n" + b"  x\n" * 200_000, "block that is odd": b"title: |9\n  x\n",
    "huge number": b"order: " + b"9" * 100_000 + b"\n", "date": b"reviewed: 9999-99-99\n", "wide date": "reviewed: ２０２４-01\n".encode(), "infinite": b"order: .inf\n", "true": b"name: true\n", "json": b'{"name": {"ja": "x", "en": null}}\n',
}  # fmt: skip


def _linked(path: Path, to: str) -> None:
    path.symlink_to(to)


# what is put in the place of a record's file: what it is called, how it is made
ODD: dict[str, Callable[[Path], object]] = {
    "a link out of data/": lambda path: _linked(path, "/etc/passwd"), "a link to another record": lambda path: _linked(path, "zoe-marsh.yml"), "a link to itself": lambda path: _linked(path, path.name),
    "a link to nothing": lambda path: _linked(path, "nowhere"), "a link to a folder": lambda path: _linked(path, ".."), "a folder": lambda path: path.mkdir(), "a pipe": lambda path: os.mkfifo(path), "a device": lambda path: _linked(path, "/dev/zero"),
}  # fmt: skip
# names of files in data/people, as bytes: the file system takes all but / and NUL
FILE_NAMES = [
    b"A.yml", b"a b.yml", b"a\n.yml", b"\n.yml", b"..yml", b".yml", b"-.yml", b"a.yml.yml", b"a.YML", b"a.yaml", b"a", b"\xff\xfe.yml", "é.yml".encode(), "\u202elmy.x.yml".encode(), b"\x1b[31mred.yml",
    b"%2e%2e.yml", b"x" * 90 + b".yml", b"<b>.yml", b"{{x}}.yml", b"::error::x.yml", b"a'b\".yml", b"~.yml", b".zoe-marsh.yml.draft", b".#zoe-marsh.yml", b"zoe-marsh.yml~", b"Thumbs.db", b".DS_Store",
]  # fmt: skip
