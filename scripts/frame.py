"""From Markdown to finished pages: the loop over pages that MkDocs would run, without what makes it slow.

MkDocs reads its configuration, sets up Material's templates and turns hand-written Markdown into HTML; this module only replaces
``mkdocs.commands.build``. There every page is parsed three times by Python's HTMLParser (86% of a build) and static-i18n makes
three File objects for each. Here a generated page's HTML passes through untouched, and a page can be rendered alone, in any
process. `tests/test_frame.py` compares the result with that of `mkdocs build` itself, byte for byte, so that a new version of
MkDocs, Material or static-i18n which does something else is noticed.
"""

import logging
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta
from mkdocs.utils.templates import TemplateContext

from . import pages, write
from .labels import LANGUAGES, label

DOC_LINK = re.compile(r"\]\(([^()\s]+\.md)(?:#[^()\s]*)?\)")  # a link of a hand-written page to another page
STATIC = ("404.html", "robots.txt")
LEVELS = {"ja": "", "en": "en/"}  # where each language's pages stand below the site's root


class BrokenPage(Exception):
    """What is wrong in hand-written pages or mkdocs.yml, a line each."""


class _Whole(Preprocessor):
    """Everything between the headings of a generated page is HTML: it is set aside whole, so that nobody parses it again."""

    HEADING = re.compile(r"^#{2,} .*$", re.M)

    def run(self, lines: list[str]) -> list[str]:
        text, said, end = "\n".join(lines), [], 0
        for heading in self.HEADING.finditer(text):
            said += [*self._aside(text[end : heading.start()]), heading[0], ""]
            end = heading.end()
        return [*said, *self._aside(text[end:])]

    def _aside(self, html: str) -> list[str]:
        return [self.md.htmlStash.store(html.strip("\n")), "", ""] if html.strip() else []


@dataclass
class Frame:
    """Material's templates around the pages of one language. ``root`` holds mkdocs.yml, docs/ and overrides/; ``titles`` names the
    generated pages of the navigation; ``assets`` is the folder of our scripts and style in the site; ``kept`` keeps compiled templates."""

    root: Path
    language: str
    titles: Mapping[str, str]
    assets: str = "assets"
    kept: jinja2.BytecodeCache | None = None

    @cached_property
    def config(self) -> MkDocsConfig:
        """MkDocs' configuration as static-i18n sets it for the language. Raises BrokenPage where it cannot be read."""
        try:
            config = load_config(str(self.root / "mkdocs.yml"))
        except (ConfigurationError, Abort) as error:
            raise BrokenPage(f"mkdocs.yml: {error}") from None
        theirs = config.plugins["i18n"].config.languages
        chosen = next(one for one in theirs if one.locale == self.language)
        config.site_name = chosen.site_name
        config.theme["language"] = self.language
        return config

    @cached_property
    def templates(self) -> jinja2.Environment:
        """The theme's environment with our blocks."""
        environment = self.config.theme.get_env()
        environment.bytecode_cache = self.kept
        environment.globals["assets"] = self.assets
        return environment

    @cached_property
    def _nav(self) -> Navigation:
        """The main pages in the order of the configuration; a hand-written one says its title in its front matter."""
        pages = []
        for path in self.config.nav:
            known = f"---\ntitle: '{self.titles[path]}'\n---\n" if path in self.titles else (self.root / "docs" / self.language / path).read_text(encoding="utf-8")
            pages.append(self._page(path, known))
        return Navigation(pages, pages)

    def ready(self) -> None:
        """Set up all that every page needs."""
        self.templates.get_template("main.html")
        assert self._nav

    def address(self, path: str) -> str:
        """The address of a page, from its file in the site."""
        return f"{self.config.site_url.rstrip('/')}/{path.removesuffix('index.html')}"

    def generated(self, path: str, text: str) -> str:
        """The HTML of a generated page from its Markdown; ``path`` is the file's below docs/<language>/."""
        page = self._page(path, text)
        markdown = self._markdown if page.meta.get("body") == "markdown" else self._passing
        markdown.reset()
        page.content = markdown.convert(page.markdown)
        page.toc = get_toc(markdown.toc_tokens)
        return self._render(page)

    @cached_property
    def _markdown(self) -> Markdown:
        """Markdown as the configuration has it."""
        return Markdown(extensions=self.config.markdown_extensions, extension_configs=self.config.mdx_configs)

    @cached_property
    def _passing(self) -> Markdown:
        """The same for pages of which only the headings are Markdown: the HTML between them passes through."""
        markdown = Markdown(extensions=self.config.markdown_extensions, extension_configs=self.config.mdx_configs)
        markdown.preprocessors.deregister("html_block")
        markdown.preprocessors.register(_Whole(markdown), "whole", 25)  # after white space is put in order, which would lose the marks
        return markdown

    def by_hand(self, texts: Mapping[str, str], others: Iterable[str]) -> dict[str, str]:
        """The HTML of the language's hand-written pages, ``texts`` by file, that may link to the ``others`` as well.

        Raises BrokenPage where a link leads nowhere.
        """
        pages = [self._page(path, text) for path, text in texts.items()]
        known, found = set(others), {page.file.src_uri: page.file for page in pages}
        for page in pages:
            for link in DOC_LINK.findall(page.markdown):
                path = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), link))
                if path in known and path not in found:
                    found[path] = self._file(path)
        files = Files(list(found.values()))
        with _Heard() as heard:
            for page in pages:
                page.render(self.config, files)
            for page in pages:
                page.validate_anchor_links(files=files, log_level=logging.WARNING)
        if heard.said:
            raise BrokenPage("\n".join(f"docs/{self.language}: {line}" for line in heard.said))
        return {page.file.src_uri: self._render(page) for page in pages}

    def static(self, name: str) -> str:
        """A file of the site that is a template but no page, like 404.html; its links start at the site's root."""
        context = get_context(self._nav, [], self.config, base_url=urlsplit(self.config.site_url).path if name == "404.html" else ".")
        return self.templates.get_template(name).render(context)

    def _file(self, path: str) -> File:
        """MkDocs' description of a page and of its twin."""
        made = {}
        for language in LANGUAGES:
            made[language] = file = File(path, str(self.root / "docs" / language), str(self.root / "site"), use_directory_urls=True)
            file.dest_uri = LEVELS[language] + file.dest_uri
        for file in made.values():
            file.alternates = made
        return made[self.language]

    def _page(self, path: str, text: str) -> Page:
        page = Page(None, self._file(path), self.config)
        page.markdown, page.meta = meta.get_data(text)
        return page

    def _render(self, page: Page) -> str:
        context: TemplateContext = get_context(self._nav, [], self.config, page)
        return self.templates.get_template("main.html").render(context)


class _Heard(logging.Handler):
    """Collects what MkDocs warns of while it reads pages."""

    def __enter__(self) -> "_Heard":
        self.said: list[str] = []
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            self.said.append(record.getMessage())


def site_url(root: Path) -> str:
    """The address at which the site will live, from mkdocs.yml and the environment, without a slash at its end."""
    return Frame(root, LANGUAGES[0], {}).config.site_url.rstrip("/")


def frames(root: Path, assets: str) -> dict[str, Frame]:
    """The frame of each language; ``assets`` is where the site has our scripts and style."""
    return {language: Frame(root, language, _titles(language), assets, compiled(root)) for language in LANGUAGES}


def compiled(root: Path) -> jinja2.BytecodeCache:
    """Where compiled templates are kept: compiling all of them takes as long as a hundred pages."""
    return jinja2.FileSystemBytecodeCache(str(write.folder(root / ".build" / "templates")), "%s.code")


def _titles(language: str) -> dict[str, str]:
    """The titles of the generated pages of the navigation."""
    return {f"{folder}/index.md": label(folder, language) for folder in pages.LISTS} | {"index.md": label("site", language)}
