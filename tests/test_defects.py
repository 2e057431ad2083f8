"""The 21 defects of the stock theme and search that an audit of MkDocs Material with Pagefind found: each is gone, and here stands what would find it again.

Checks of `output/` run on every page in `make test`; those of `access/` and `soak/` on every kind of page, in both languages, in `make soak`, and on a sample in `make test`.
"""

from collections.abc import Callable

import pytest
import test_access
import test_browser
import test_output
import test_policy
import test_search
from access import checks
from output import CHECKS, head, links, markup, words
from soak import security

DEFECTS: dict[int, tuple[str, tuple[Callable, ...]]] = {
    1: ("names in katakana are not found, and the whole index is fetched with every page",
        (markup.the_theme_s_script_is_not_there, test_search.test_exact_names_and_variants_always_come_first, test_search.test_nothing_of_the_search_is_loaded_before_it_is_used)),
    2: ("every page asks for sitemaps that are not there", (markup.the_theme_s_script_is_not_there, security.faults)),
    3: ("the page for what is missing speaks one language, and leads to a wrong twin", (head.the_page_for_what_is_missing_speaks_both_languages,)),
    4: ("hreflang is relative and has no default", (head.addresses_are_stated,)),
    5: ("no description, card or JSON-LD; the home page has the site's name for a title", (head.titles_and_descriptions_are_there, head.titles_and_descriptions_differ)),
    6: ("the menu cannot be opened by keyboard in a narrow or zoomed window", (checks.tabs, checks.zoomed)),
    7: ("the focus goes into what is hidden", (checks.focus,)),
    8: ("single keys turn pages", (links.pages_do_not_turn_by_keys, checks.keys, test_search.test_by_keyboard_alone)),
    9: ("contrast below 4.5:1", (checks.axe,)),
    10: ("the search has no name, tells no count, takes no Ctrl-K", (checks.dialog, checks.names)),
    11: ("a strict policy stops the theme's own scripts", (markup.nothing_is_inline, markup.elements_are_within_the_policy, security.faults)),
    12: ("a first visit in dark mode is light", (checks.scriptless, test_browser.test_dark_colours_follow_the_system_and_the_reader)),
    13: ("Japanese places are called _1, _2 and move", (links.places_have_names_that_last, head.every_page_has_its_twin)),
    14: ("without scripts the other language shows on hover only", (checks.scriptless, head.addresses_are_stated)),
    15: ("English words on Japanese pages", (words.japanese_pages_have_no_english, checks.names)),
    16: ("Japanese is set like English", (checks.japanese,)),
    17: ("foreign names are not marked", (words.english_pages_have_no_japanese, words.foreign_words_are_marked)),
    18: ("the sitemap has one date for all and no default; no robots.txt", (head.the_sitemap_lists_every_page, links.links_in_other_files_lead_somewhere)),
    19: ("the addresses of sources are not printed", (checks.printed,)),
    20: ("the skip link is on some pages only, and leads to a heading", (links.the_skip_link_comes_first,)),
    21: ("links are told from text by their colour only", (checks.underlined,)),
}  # fmt: skip


def seen_to_fail() -> set[Callable]:
    """Every check for which a test plants a fault."""
    planted = {name for name, *_ in test_output.FAULTS}
    assert "faults" in test_policy.test_a_planted_fault_is_reported.__code__.co_names
    assert "japanese" in test_access.test_japanese_set_otherwise_is_found.__code__.co_names
    return {security.faults, checks.japanese, *(check for check in CHECKS if check.__name__ in planted), *(check for check, *_ in test_access.PLANTED)}


def test_all_are_here():
    assert list(DEFECTS) == list(range(1, 22))


@pytest.mark.parametrize("number", DEFECTS)
def test_each_has_a_check_that_was_seen_to_find_it(number):
    proofs = DEFECTS[number][1]
    tests = {one for one in proofs if one.__name__.startswith("test_")}
    assert {*proofs} - tests <= seen_to_fail() and {*proofs} - tests, "a check of our own, with a planted fault"
