"""Checks of a page's words: each in the language it is marked as, nothing empty, nothing unfinished."""

import re
from collections.abc import Iterator

import turbohtml
from babel import Locale, UnknownLocaleError

from scripts import labels

from .site import Page, on_every_page

JAPANESE = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff、。「」『』（）：]")
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z’']*[ ,;:]+){4,}[a-z]{2,}")  # five English words in a row, the last in small letters
INTERFACE = {en for ja, en in labels.LABELS.values() if en != ja and re.search(r"[A-Za-z]{3}", en) and "{}" not in en}
INTERFACE |= {en for group in labels.CHOICES.values() for ja, en in group.values() if en != ja}
INTERFACE |= {"Search", "Home", "Contents", "Skip to content", "Main", "Report an error", "Previous", "Next", "Back to top", "Close", "Menu", "People", "Companies"}
UNFINISHED = re.compile(r"TODO\b|FIXME\b|[Ll]orem ipsum|\[\[|\{\{|\{%|%SITE%|None,|undefined\b|\[object |NaN\b|未定稿|要確認")
FOREIGN = re.compile(r"[\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0e00-\u0e7f\uac00-\ud7af]")
QUOTED = ("code", "pre", "cite")
EXAMPLES = re.compile(r'<details class="cite-this".*?</details>|<pre>.*?</pre>', re.S)  # BibTeX, MediaWiki and examples have brackets of their own
FILLED = ("p", "li", "dt", "dd", "th", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "caption", "figure", "figcaption", "section", "nav", "article", "a",
          "h1", "h2", "h3", "h4", "h5", "h6", "summary", "details", "blockquote", "option", "legend", "title", "b", "strong", "cite", "code", "pre")  # fmt: skip
MEDIA = "img svg input select textarea button br".split()
LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def language_tag(tag: str) -> bool:
    """Whether it is a language that has a name; zxx is for what is in none, such as numbers."""
    try:
        return tag == "zxx" or bool(Locale.parse(tag, sep="-").english_name)
    except (UnknownLocaleError, ValueError):
        return False


@on_every_page
def language_is_stated(page: Page) -> Iterator[str]:
    """The page's own language at its root; wherever another is marked, it is one that exists."""
    stated = page.xpath("/html/@lang")
    if stated != [page.language]:
        yield f"its language is stated as {', '.join(stated) or 'none'}"
    yield from (f"{one} is no language" for one in {*page.xpath("//@lang | //a/@hreflang")} if not language_tag(one))


def quoted(element: turbohtml.Element) -> bool:
    """Whether it is code, a source's own title, or a mark that names its publisher: words that are not of the page's language."""
    return element.tag in QUOTED or "cite" in (element.attr("class") or "").split() or any(one.tag in QUOTED for one in element.ancestors if isinstance(one, turbohtml.Element))


@on_every_page
def english_pages_have_no_japanese(page: Page) -> Iterator[str]:
    """What is not marked as another language is English: texts, names of controls, title and description."""
    if not page.english:
        return
    for text, language, element in page.spoken:
        if language == "en" and JAPANESE.search(text) and not quoted(element):
            yield f"“{text[:60]}” is marked as English"
    yield from (f"“{text[:60]}” in its description" for text in page.xpath("//meta[@name='description']/@content") if JAPANESE.search(text))


@on_every_page
def japanese_pages_have_no_english(page: Page) -> Iterator[str]:
    """No word of the interface and no sentence is left in English without being marked."""
    if page.english:
        return
    for text, language, element in page.spoken:
        if language == "ja" and not quoted(element):
            if text.strip(" :,.()") in INTERFACE:
                yield f"“{text}” is English"
            elif (found := SENTENCE.search(re.sub("「.*?」", "", text))) and not text.startswith("http"):
                yield f"“{found[0][:60]}” is English"
    yield from (f"“{found[0]}” in its description" for text in page.xpath("//meta[@name='description']/@content") if (found := SENTENCE.search(text)))


@on_every_page
def foreign_words_are_marked(page: Page) -> Iterator[str]:
    """Words in a script that neither language is written in are marked as what they are: Hangul, Cyrillic, Hebrew, Arabic, Thai."""
    for text, language, element in page.spoken:
        if language in ("ja", "en") and FOREIGN.search(text) and (element.tag == "cite" or not quoted(element)):
            yield f"“{text[:60]}” is marked as {language}"


@on_every_page
def nothing_is_unfinished(page: Page) -> Iterator[str]:
    """No note to ourselves, no template left unfilled, no value of a program."""
    yield from (f"“{one}” is left in it" for one in sorted({*UNFINISHED.findall(EXAMPLES.sub("", page.text))}))


@on_every_page
def no_section_is_empty(page: Page) -> Iterator[str]:
    """Below each heading stands something before the next of its level; no list, table, paragraph or link is empty."""
    for one in page.elements:
        if one.tag in FILLED and not one.text.strip() and not one.attr("aria-label") and not any(one.find(name) for name in MEDIA):
            yield f"line {one.source_line}: <{one.tag}{'.' + one.attr('class') if one.attr('class') else ''}> is empty"
        if one.tag in LEVELS and one.parent.tag not in ("header", "summary"):
            after = next((other for other in one.next_siblings if isinstance(other, turbohtml.Element)), None)
            if after is None or after.tag in LEVELS and after.tag <= one.tag:
                yield f"nothing stands below “{one.text.strip()}”"


CHECKS = (language_is_stated, english_pages_have_no_japanese, japanese_pages_have_no_english, foreign_words_are_marked, nothing_is_unfinished, no_section_is_empty)
