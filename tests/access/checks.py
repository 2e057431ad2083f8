"""The checks of one page, open in Chromium: what axe finds, names, focus, zoom, print, colours. Each takes Playwright's page and gives lines."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from output.words import INTERFACE, JAPANESE

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
RULES = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
NAMED = {"link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "image", "img", "dialog", "search", "form", "navigation", "complementary", "region",
         "listbox", "option", "group", "table", "figure"}  # fmt: skip
NAMELESS = {"group", "table", "figure", "form", "image", "img"}  # may be without a name: groups that only hold, what only adorns
NARROW = {"width": 320, "height": 640}
SINGLE = ("banner", "main", "contentinfo")


def look(page, what: str):
    """The answer of one of the functions of look.js."""
    page.evaluate(LOOK)
    return page.evaluate(f"look.{what}")


def axe(page) -> list[str]:
    """What axe finds: rule and the first place of each."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})" for one in found]


def rules(page) -> int:
    """How many of axe's rules apply to a page."""
    found = Axe().run(page, options={"runOnly": RULES["runOnly"]}).response
    return sum(len(found[kind]) for kind in ("passes", "violations", "incomplete", "inapplicable"))


def names(page, language: str) -> list[str]:
    """Landmarks and controls have names as a screen reader gets them, in the language that they are marked as; landmarks of a kind differ."""
    faults, roles, navigations = [], Counter(), Counter()
    languages = _languages(page)
    for role, name, node in _tree(page):
        roles[role] += 1
        navigations[name] += role == "navigation"
        own = languages.get(node, language)
        if role in NAMED and not name and role not in NAMELESS:
            faults.append(f"a {role} has no name")
        elif role in NAMED and own == "en" and JAPANESE.search(name) and " · " not in name and role != "group":
            faults.append(f"the {role} “{name[:60]}” is named in Japanese")
        elif role in NAMED and own == "ja" and name.strip(" :.") in INTERFACE:
            faults.append(f"the {role} “{name}” is named in English")
    faults += [f"{roles[role]} landmarks of the kind {role}" for role in SINGLE if roles[role] != 1]
    return faults + [f"{count} navigations are called “{name}”" for name, count in navigations.items() if count > 1]


def _tree(page) -> list[tuple[str, str, int]]:
    """Role, name and element of everything that is in the accessibility tree."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    client.detach()
    return [(one["role"]["value"], one.get("name", {}).get("value", "").strip(), one.get("backendDOMNodeId", 0)) for one in nodes if not one["ignored"] and "role" in one]


def _languages(page) -> dict[int, str]:
    """The language of each element, inherited, by the number that the accessibility tree knows it by; "" for one that holds words of another."""
    client = page.context.new_cdp_session(page)
    root = client.send("DOM.getDocument", {"depth": -1})["root"]
    client.detach()
    found: dict[int, str] = {}

    def walk(node: dict, language: str) -> bool:
        said = dict(zip(node.get("attributes", [])[::2], node.get("attributes", [])[1::2], strict=True)).get("lang")
        mixed = [walk(child, said or language) for child in node.get("children", ())]
        found[node["backendNodeId"]] = "" if any(mixed) else said or language
        return any(mixed) or bool(said and said != language)

    walk(root, "")
    return found


def focus(page, limit: int = 10_000) -> list[str]:
    """Every stop takes the focus, shows it by an outline of 2 px and 3:1, and has it inside the window under nothing else (2.4.7, 2.4.11)."""
    return look(page, f"focus({limit})")


def tabs(page, limit: int) -> list[str]:
    """The Tab key goes through the stops in the order in which they are read, and leaves the page after the last (2.1.2, 2.4.3)."""
    page.evaluate("window.scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    total, faults = look(page, "stops().length"), []
    at = "look.stops().indexOf(document.activeElement)"
    last = -1
    for _ in range(min(limit, total)):
        page.keyboard.press("Tab")
        now = page.evaluate(at)
        if last == total - 1:  # fewer stops than controls: of radio buttons the Tab key takes one
            break
        if now <= last or page.evaluate(f"look.stops().slice({last + 1}, {now}).some((one) => one.type !== 'radio')"):
            faults.append(f"after {page.evaluate(f'look.called(look.stops()[{last}] ?? document.body)')} comes {page.evaluate('look.called(document.activeElement)')}")
            break
        last = now
    page.evaluate("look.stops().at(-1).focus()")
    page.keyboard.press("Tab")
    if page.evaluate(at) == total - 1:
        faults.append(f"{page.evaluate('look.called(document.activeElement)')} keeps the focus")
    return faults


def zoomed(page, width: int) -> list[str]:
    """At 200% (640 pixels) and 400% (320) nothing scrolls sideways, is cut off or is gone (1.4.4, 1.4.10)."""
    size = page.viewport_size
    page.set_viewport_size({"width": 1280, "height": 1024})
    before = Counter(look(page, "controls()"))
    page.set_viewport_size({"width": width, "height": width * 4 // 5})
    faults = look(page, "fits()") + [f"{one} is gone" for one in before - Counter(look(page, "controls()"))]
    page.set_viewport_size(size)
    return [f"at {width} pixels: {one}" for one in faults]


def sideways(page) -> list[str]:
    """In a window of 320 pixels, which is what 400% leaves of a desk's, the page is no wider (1.4.10)."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{page.url} is {width} pixels wide in a window of 320"] * (width > NARROW["width"])


def spaced(page) -> list[str]:
    """With more space between letters, words, lines and paragraphs nothing is cut off (1.4.12)."""
    style = page.add_style_tag(content=SPACED)
    faults = look(page, "fits()")
    style.evaluate("(one) => one.remove()")
    return [f"with wide spacing: {one}" for one in faults]


def still(page) -> list[str]:
    """For readers who ask for less motion nothing moves."""
    page.emulate_media(reduced_motion="reduce")
    faults = look(page, "still()")
    page.emulate_media(reduced_motion="null")
    return faults


def printed(page) -> list[str]:
    """On paper: the article on a light ground, with the addresses of its sources, without what only works on a screen."""
    page.emulate_media(media="print")
    faults = look(page, "printed()")
    page.emulate_media(media="null")
    return faults + ([] if page.pdf(format="A4")[:5] == b"%PDF-" else ["it makes no PDF"])


def forced(page, limit: int = 12) -> list[str]:
    """In the system's own colours what is chosen can still be told, words on marks be read, and the focus be seen."""
    page.emulate_media(forced_colors="active")
    faults = look(page, "forced()") + focus(page, limit)
    page.emulate_media(forced_colors="null")
    return [f"in forced colours: {one}" for one in faults]


def underlined(page) -> list[str]:
    """Links in running text are told from it by more than a colour (1.4.1)."""
    return look(page, "underlined()")


def japanese(page) -> list[str]:
    """Japanese is set as Japanese is: its faces, no line that begins with ー, lines far apart, no slanted characters."""
    return look(page, "japanese()") if page.evaluate("document.documentElement.lang") == "ja" else []


def keys(page) -> list[str]:
    """No single key does anything, but / for the search, which can be switched off (2.1.4)."""
    page.evaluate("document.activeElement.blur()")
    here, before = page.url, page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
    for key in ("n", "p", ",", ".", "f", "s", "j", "k", "h"):
        page.keyboard.press(key)
    page.wait_for_timeout(30)
    after = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
    return [] if (page.url, after) == (here, before) and not page.locator("dialog[open]").count() else ["a single key did something"]


def dialog(page, language: str) -> list[str]:
    """The search opens by keys, keeps the focus while it is open, is named, and gives the focus back at Escape."""
    page.evaluate("document.querySelector('header nav a').focus()")
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input[type=search]").wait_for()
    page.keyboard.type("open")
    page.locator("dialog [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    faults = names(page, language) if page.locator("dialog[open]").count() else ["it does not open"]
    faults = [one for one in faults if "landmarks" not in one] + forced(page, 0)  # what is behind a dialog is not in the tree
    page.evaluate("document.querySelector('dialog input[type=search]').focus()")
    for _ in range(12):
        page.keyboard.press("Tab")
        if not page.evaluate("!!document.activeElement.closest('dialog') || document.activeElement === document.body"):
            faults.append("the focus leaves the open search")
            break
    page.keyboard.press("Escape")
    if page.locator("dialog[open]").count() or not page.evaluate("!!document.activeElement.closest('header nav')"):
        faults.append("Escape does not give the focus back")
    return [f"search: {one}" for one in faults]


def scriptless(page) -> list[str]:
    """Without JavaScript the heading, the main pages and the other language are there, dark colours where they are wished for, and no control that does nothing."""
    faults = [] if page.locator("article h1").first.is_visible() else ["no heading"]
    faults += ["no way to the main pages"] * (page.locator("header nav a:visible").count() < 5)
    if not page.url.endswith("404.html"):
        faults += ["no way to the other language"] * (page.locator("header a[hreflang]:visible").count() != 1)
    page.emulate_media(color_scheme="dark")
    faults += [] if look(page, "dark()") else ["it stays light for who wishes for dark colours"]
    page.emulate_media(color_scheme="light")
    return faults + [f"<{one}> does nothing" for one in page.locator("button:not([type=submit]):visible, select:visible").evaluate_all("all => all.map((one) => one.outerHTML.slice(0, 80))")]


# checks that look at a page as it was opened, on a desk
STANDING: dict[str, Callable] = {one.__name__: one for one in (spaced, still, printed, forced, underlined, japanese, keys)}


