"""Each check of the whole site is seen to find its fault: one is planted in the miniature atlas, and that check reports it, and just it."""

import pytest
from output import CHECKS, Site, faults

PERSON, OTHER, HOME, GONE = "en/people/zoe-marsh/index.html", "people/zoe-marsh/index.html", "en/index.html", "404.html"
FORMER = "people/sato-hana/index.html"
ARTICLE, H1, LEAD = "</article>", '<h1 id="top">', '<p class="lead">'


@pytest.fixture(scope="module")
def mini(small) -> Site:
    return Site.read(small / "site")


def test_the_miniature_atlas_has_no_fault(mini):
    assert faults(mini) == {} and len(mini.pages) > 80


# check, file, what is there, what is planted, what is said; None for the whole file
FAULTS = [
    ("html_is_valid", PERSON, LEAD, "<div>" + LEAD, "<div> is not closed"),
    ("html_is_valid", PERSON, ARTICLE, "</span></article>", "1 end tags too many"),
    ("html_is_valid", PERSON, LEAD, '<b class="a" class="b">x</b>' + LEAD, "duplicate-attribute"),
    ("html_is_valid", PERSON, "<!doctype html>", "", "no doctype"),
    ("html_is_valid", PERSON, H1, H1 + "a&nosuch;b ", "unknown-named-character-reference"),
    ("ids_are_unique", PERSON, LEAD, '<p class="lead" id="top">', "the id top stands 2 times"),
    ("ids_are_unique", PERSON, LEAD, '<p class="lead" aria-describedby="nowhere">', "aria-describedby names nowhere"),
    ("headings_go_down_one_by_one", PERSON, "</h1>", "</h1><p>x</p><h3>Deep</h3><p>x</p>", "“Deep” is a heading of level 3 after one of level 1"),
    ("headings_go_down_one_by_one", PERSON, LEAD, "<h1>Again</h1>" + LEAD, "2 headings of the first level"),
    ("pictures_have_sizes_and_words", PERSON, ' width="28" height="28"', "", "has no size"),
    ("pictures_have_sizes_and_words", PERSON, ' alt=""', "", "has no alternative text"),
    ("pictures_have_sizes_and_words", PERSON, ' aria-hidden="true"><circle', "><circle", "<svg> has no name and is not hidden"),
    ("nothing_is_inline", PERSON, "</head>", "<script>go()</script></head>", "a script in the page: go()"),
    ("nothing_is_inline", PERSON, LEAD, '<p class="lead" onclick="go()">', "<p onclick=…>"),
    ("nothing_is_inline", PERSON, LEAD, '<p class="lead" style="color:red">', "<p style=…>"),
    ("nothing_is_inline", PERSON, '"index.md">Markdown', '" JavaScript:go()">Markdown', "JavaScript:go()"),
    ("elements_are_within_the_policy", PERSON, ARTICLE, "<marquee>x</marquee></article>", "<marquee>"),
    ("elements_are_within_the_policy", PERSON, ARTICLE, "<object>x</object></article>", "<object>"),
    ("elements_are_within_the_policy", PERSON, "default-src 'self'; ", "", "the policy is not stated"),
    ("elements_are_within_the_policy", PERSON, '<meta charset="utf-8">', '<meta charset="utf-8"><link rel="icon" href="index.md">\n', "the policy stands after what it governs"),
    ("elements_are_within_the_policy", HOME, 'action="search/"', 'action="https://elsewhere.example/"', "a form is sent to https://elsewhere.example/"),
    ("elements_are_within_the_policy", PERSON, "</head>", '<meta http-equiv="refresh" content="5"></head>', "meta refresh"),
    ("nothing_comes_from_elsewhere", PERSON, "</head>", '<script src="https://elsewhere.example/x.js"></script></head>', "loads https://elsewhere.example/x.js"),
    ("nothing_comes_from_elsewhere", PERSON, ARTICLE, '<img src="//elsewhere.example/x.png" alt="" width="1" height="1"></article>', "loads //elsewhere.example/x.png"),
    ("nothing_comes_from_elsewhere", "atlas.css", ":root {", "@import 'https://elsewhere.example/x.css'; :root {", "names https://elsewhere.example/x.css"),
    ("nothing_comes_from_elsewhere", "page.js", "// Escape", 'fetch("https://elsewhere.example/count");\n// Escape', "names https://elsewhere.example/count"),
    ("the_theme_s_script_is_not_there", "assets/javascripts/bundle.min.js", None, "", "assets/javascripts/bundle.min.js is there"),
    ("the_theme_s_script_is_not_there", "search/search_index.json", None, "{}", "search/search_index.json is there"),
    ("language_is_stated", PERSON, '<html lang="en"', '<html lang="ja"', "its language is stated as ja"),
    ("language_is_stated", PERSON, LEAD, '<p class="lead"><span lang="qx">Q</span>', "qx is no language"),
    ("english_pages_have_no_japanese", PERSON, LEAD, LEAD + "研究者", "is marked as English"),
    ("english_pages_have_no_japanese", PERSON, 'aria-label="Contents"', 'aria-label="目次"', "“目次” is marked as English"),
    ("japanese_pages_have_no_english", OTHER, ">検索<", ">Search<", "“Search” is English"),
    ("japanese_pages_have_no_english", OTHER, 'aria-label="目次"', 'aria-label="Contents"', "“Contents” is English"),
    ("japanese_pages_have_no_english", OTHER, LEAD, LEAD + "She left the company in early spring. ", "“She left the company in early spring” is English"),
    ("foreign_words_are_marked", PERSON, LEAD, LEAD + "루안", "루안"),
    ("nothing_is_unfinished", PERSON, LEAD, LEAD + "TODO: ask her. ", "“TODO” is left in it"),
    ("nothing_is_unfinished", PERSON, LEAD, LEAD + "{{ v.name }} ", "“{{” is left in it"),
    ("no_section_is_empty", PERSON, '<h2 id="sources">', '<h2>Nothing</h2><h2 id="sources">', "nothing stands below “Nothing”"),
    ("no_section_is_empty", PERSON, ARTICLE, "<ul></ul></article>", "<ul> is empty"),
    ("titles_and_descriptions_are_there", PERSON, '<meta name="description"', '<meta name="about"', "its description is “”"),
    ("titles_and_descriptions_are_there", HOME, "<title>OpenAI Exodus Atlas – the people who left OpenAI and the companies they founded", "<title>OpenAI Exodus Atlas", "its title is “OpenAI Exodus Atlas”"),
    ("titles_and_descriptions_are_there", PERSON, 'property="og:image"', 'property="og:photo"', "no og:image"),
    ("titles_and_descriptions_differ", PERSON, "<title>Zoë Marsh (ゾーイ・マーシュ) – ", "<title>Hanako Sato (佐藤花子) – ", "shares its title"),
    ("addresses_are_stated", PERSON, 'rel="canonical" href="https://exodus-atlas.example/en/', 'rel="canonical" href="https://exodus-atlas.example/', "its canonical address is another"),
    ("addresses_are_stated", PERSON, 'hreflang="x-default" href="https://exodus-atlas.example/', 'hreflang="x-default" href="../../../', "its languages are stated as"),
    ("addresses_are_stated", PERSON, 'hreflang="ja" lang="ja">日本語', 'hreflang="ja">日本語', "its language link leads to []"),
    ("every_page_has_its_twin", PERSON, '<h2 id="sources">', '<h2 id="origins">', "only one of the languages has #origins"),
    ("every_page_has_its_twin", OTHER, None, None, "has no twin people/zoe-marsh/"),
    ("every_page_has_its_markdown", "en/people/zoe-marsh/index.md", None, None, "has no Markdown twin"),
    ("every_page_has_its_markdown", "en/people/nobody/index.md", None, "# Nobody\n", "Markdown without a page"),
    ("the_sitemap_lists_every_page", "sitemap.xml", "<loc>https://exodus-atlas.example/en/people/zoe-marsh/", "<loc>https://exodus-atlas.example/en/people/", "is not in the sitemap"),
    ("the_sitemap_lists_every_page", "sitemap.xml", "<loc>https://exodus-atlas.example/en/people/zoe-marsh/", "<loc>https://exodus-atlas.example/en/zoe/", "is in the sitemap and no page"),
    ("the_sitemap_lists_every_page", "sitemap.xml", "<lastmod>2024-06-30</lastmod>", "", "has no date in the sitemap"),
    ("the_page_for_what_is_missing_speaks_both_languages", GONE, '<section lang="en">', "<section>", "does not speak both languages"),
    ("the_page_for_what_is_missing_speaks_both_languages", GONE, "noindex", "index", "may be indexed"),
    ("links_on_pages_lead_somewhere", PERSON, LEAD, LEAD + '<a href="../nobody/">Nobody</a> ', "../nobody/ leads nowhere"),
    ("links_on_pages_lead_somewhere", PERSON, LEAD, LEAD + '<a href="../hanako-sato/#nothing">Sato</a> ', "../hanako-sato/#nothing names no place on its page"),
    ("links_in_other_files_lead_somewhere", "en/people/zoe-marsh/index.md", "# Zoë Marsh", "# Zoë Marsh\n\n[x](https://exodus-atlas.example/en/people/nobody/)", "leads nowhere"),
    ("links_in_other_files_lead_somewhere", "en/feed.xml", '<link href="https://exodus-atlas.example/en/', '<link href="https://exodus-atlas.example/en/news/', "leads nowhere"),
    ("links_in_other_files_lead_somewhere", "robots.txt", "sitemap.xml", "site-map.xml", "site-map.xml leads nowhere"),
    ("links_in_other_files_lead_somewhere", PERSON, '"item":"https://exodus-atlas.example/en/people/"', '"item":"https://exodus-atlas.example/en/persons/"', "leads nowhere"),
    ("files_name_what_is_there", "people/zoe-marsh/index.json", '"en":"en/people/zoe-marsh/"', '"en":"en/people/zoe/"', "en/people/zoe/ is not there"),
    ("files_name_what_is_there", "data/people.csv", None, None, "data/people.csv is not there"),
    ("former_addresses_lead_on", FORMER, 'content="0; url=../hanako-sato/"', 'content="0; url=../zoe-marsh/"', "leads to ../hanako-sato/, ../zoe-marsh/"),
    ("former_addresses_lead_on", FORMER, "noindex", "index", "is not marked as a former address"),
    ("the_skip_link_comes_first", PERSON, 'class="skip" href="#main"', 'class="skip" href="#top"', "its first link leads to ['#top']"),
    ("pages_do_not_turn_by_keys", PERSON, "</head>", '<link rel="next" href="../hanako-sato/"></head>', "link rel=next"),
    ("places_have_names_that_last", PERSON, LEAD, '<p class="lead" id="_1">', "the place #_1 is only counted"),
]  # fmt: skip
# other checks that notice the same fault from their side
LINKS = {"links_on_pages_lead_somewhere", "links_in_other_files_lead_somewhere", "files_name_what_is_there"}
ALSO = {
    'hreflang="ja">日本語': {"english_pages_have_no_japanese"},
    '<h2 id="origins">': LINKS,
    "en/people/zoe-marsh/index.md": LINKS,
    OTHER: {*LINKS, "every_page_has_its_markdown", "the_sitemap_lists_every_page"},
    "<loc>https://exodus-atlas.example/en/zoe/": LINKS,
    "data/people.csv": LINKS,
    '<p class="lead" id="_1">': {"every_page_has_its_twin"},
}


def planted(site: Site, file: str, old: str | None, new: str | None) -> Site:
    """The site with the fault in one file; the files of our own that carry a version in their path are named by their last part."""
    name = file if file in site.files or old is None else next(one for one in site.files if one.endswith("/" + file))
    if old is None:
        return site.planted({name: new})
    assert old in site.files[name], f"{name} has no {old!r} to spoil"
    return site.planted({name: site.files[name].replace(old, new, 1)})


@pytest.mark.parametrize(("check", "file", "old", "new", "said"), FAULTS, ids=[f"{check}-{number}" for number, (check, *_) in enumerate(FAULTS)])
def test_a_planted_fault_is_found(mini, check, file, old, new, said):
    found = faults(planted(mini, file, old, new))
    assert any(said in line for line in found.get(check, [])), found
    assert set(found) - {check} <= ALSO.get(new or file, set()), found


def test_every_check_is_seen_to_fail():
    assert {check.__name__ for check in CHECKS} == {check for check, *_ in FAULTS}
