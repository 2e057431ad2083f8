"""The files for hosts, compressed copies, the comparison of two builds; and each check of `make hostcheck` seen to find its fault."""

import functools
import gzip
import http.server
import shutil

import brotli
import pytest
from conftest import TODAY
from hosting import checks
from lxml import etree
from search.serving import run

from scripts import build, compare, compress, hosting
from scripts.cli import main
from scripts.hosting import rules


@pytest.fixture
def changing(small, tmp_path):
    """A copy of its project, site and kept files that a test may change."""
    return shutil.copytree(small, tmp_path / "mini", symlinks=True)


def files(site) -> list[str]:
    return [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]


def headers_of(text: str) -> list[tuple[str, str, str]]:
    """Every header of a ``_headers`` file: place, name, value."""
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    return [(place, *line.strip().split(": ", 1)) for place, *lines in blocks for line in lines]


def matches(place: str, address: str) -> bool:
    before, star, after = place.partition("*")
    return address.startswith(before) and address.endswith(after) if star else address == place


def test_the_headers_file_gives_every_file_what_the_table_says(small):
    site = small / "site"
    said = headers_of((site / "_headers").read_text())
    for path in files(site):
        found = [(name, value) for place, name, value in said if matches(place, "/" + path)]
        assert len({name for name, _ in found}) == len(found), f"{path}: hosts would join the values of one header"
        wanted = rules.headers() | rules.SECURE
        if rules.kept("/" + path) != rules.CHECKED:  # which is what Netlify and Cloudflare Pages do by themselves
            wanted["Cache-Control"] = rules.kept("/" + path)
        assert {name: value for name, value in found if name != "Content-Type"} == wanted, path
    assert len({place for place, _, _ in said}) <= 100 and max(len(value) for _, _, value in said) < 2000, "Cloudflare's limits"
    assert any("immutable" in value for _, _, value in said)


def test_a_name_with_a_hash_is_kept_and_others_are_asked_for():
    for path in ("/assets/atlas.0123abcd.css", "/assets/search/box.0123456789abcdef.js", "/assets/0123456789/search/box.js", "/search/names.0a1b2c3d.json",
                 "/en/search/text/index/en_1234567.pf_index"):  # fmt: skip
        assert rules.kept(path) == rules.IMMUTABLE.value
    for path in ("/", "/people/sam-altman/", "/assets/atlas.css", "/search/text/pagefind.js", "/people/assets/x.0123abcd.js", "/data/atlas.json"):
        assert rules.kept(path) == rules.CHECKED
    assert rules.kept("/cards/ja/people/sam-altman.png") == rules.PICTURES.value


def test_every_file_of_the_site_has_a_type(site):
    endings = {path.rpartition("/")[2].rpartition(".")[2] for path in files(site) if "." in path.rpartition("/")[2]}
    assert endings <= set(rules.TYPES), "add the ending to scripts/hosting/rules.py"


@pytest.mark.parametrize("address", ["https://atlas.example.org/atlas/", "atlas.example.org", "ftp://a.b", "https://", "https://a.b?c", "https://a b"])
def test_an_address_that_no_server_can_take_is_refused(address, mini, capsys):
    assert main(["hosting", "--root", str(mini), "--address", address]) == 1
    assert address in capsys.readouterr().err and not (mini / ".build/hosting").exists()


def test_a_path_that_would_break_a_configuration_is_refused_in_either_language(mini, capsys):
    for language, said in (("en", "cannot stand"), ("ja", "書けない")):
        assert main(["hosting", "--root", str(mini), "--lang", language, "--folder", "/srv/my atlas"]) == 1
        told = capsys.readouterr().err
        assert said in told and "/srv/my atlas" in told


def test_the_servers_configuration_is_written_from_the_table(mini, capsys):
    assert main(["hosting", "--root", str(mini), "--address", "https://atlas.example.org", "--folder", "/srv/atlas/site"]) == 0
    said = capsys.readouterr().out
    for name in ("Caddyfile", "nginx.conf"):
        text = (mini / ".build/hosting" / name).read_text()
        assert name in said
        assert all(f'"{value}"' in text for value in (rules.headers() | rules.SECURE).values())
        assert all(one.pattern in text and one.value in text for one in rules.KEPT) and rules.CHECKED in text
        assert "/srv/atlas/site" in text and "atlas.example.org" in text
    plain = hosting.servers("http://127.0.0.1:8080", "/srv/atlas/site")
    assert not any("Strict-Transport-Security" in text for text in plain.values())


class Careless(http.server.BaseHTTPRequestHandler):
    """A server that does everything wrong: one answer to whatever is asked, half compressed, and then it hangs up."""

    def answer(self):
        self.send_response(200)
        self.send_header("Content-Encoding", "identity")
        self.send_header("Server", "Careless/1.0")
        self.send_header("Strict-Transport-Security", "max-age=1")
        self.end_headers()
        self.wfile.write(b"root:<article>")

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = do_FOO = do_get = answer

    def handle_one_request(self):
        """Reads what comes, however long, and answers it."""
        self.raw_requestline = self.rfile.readline(2**21)
        self.requestline, self.request_version, self.command, self.close_connection = "", "HTTP/1.1", "GET", True
        while len(self.rfile.readline(2**21)) > 2:
            pass
        self.answer()

    def log_message(self, *args):
        pass


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_each_check_finds_the_faults_of_a_careless_server(check, small, monkeypatch):
    monkeypatch.setitem(checks.READ, "identity", bytes)
    with run(functools.partial(Careless)) as address:
        assert list(check(address.rstrip("/"), small / "site")) != []


def test_copies_are_the_files_and_the_same_each_time(changing):
    site, kept = changing / "site", changing / ".build/compressed"
    first = compress.add(site, kept)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.suffix in (".br", ".gz")}
    for path, raw in before.items():
        text = path.with_suffix("").read_bytes()
        assert (brotli.decompress(raw) if path.suffix == ".br" else gzip.decompress(raw)) == text and len(text) >= compress.SMALLEST
        assert path.suffix == ".br" or raw[4:8] == b"\0\0\0\0", "no time in it"
    assert {path.with_suffix("").name for path in before} >= {"index.html", "index.md", "atlas.json", "atlas.css", "sitemap.xml"}
    assert first.files == len(before) / 2 and first.copies["br"] < first.copies["gz"] < first.raw
    shutil.rmtree(kept)
    compress.add(site, kept)
    assert {path: path.read_bytes() for path in before} == before


def test_what_was_compressed_is_not_compressed_again(changing, monkeypatch):
    site, kept = changing / "site", changing / ".build/compressed"
    compress.add(site, kept)
    held = len(list(kept.glob("*")))
    done = []
    monkeypatch.setitem(compress.WAYS, "br", lambda raw: done.append(raw) or brotli.compress(raw))
    page = site / "about/index.html"
    page.write_text(page.read_text() + "<!-- new -->")
    compress.add(site, kept)
    assert done == [page.read_bytes()] and len(list(kept.glob("*"))) == held, "what is no longer needed goes"


def test_no_copy_outlives_its_file(changing, capsys):
    assert main(["compress", "--root", str(changing)]) == 0
    assert "files of" in capsys.readouterr().out
    site = changing / "site"
    (site / "about/index.html").unlink()
    compress.add(site, changing / ".build/compressed")
    assert not list((site / "about").glob("index.html.*"))
    about = changing / "docs/ja/about.md"
    for sentence in ("新しい一文。", "さらに一文。"):  # a build may start from the site before the last
        about.write_text(about.read_text() + f"\n{sentence}\n")
        build.build(changing, TODAY, lambda *_: None)
    for path in (*site.rglob("*.br"), *site.rglob("*.gz")):
        raw = path.read_bytes()
        assert (brotli.decompress(raw) if path.suffix == ".br" else gzip.decompress(raw)) == path.with_suffix("").read_bytes(), "an old copy would hide the new page"


def test_compressing_nothing_is_told(tmp_path, capsys):
    assert main(["compress", "--root", str(tmp_path)]) == 1 and "make site" in capsys.readouterr().err


def test_two_builds_are_compared_page_by_page(small, tmp_path, capsys):
    new = shutil.copytree(small / "site", tmp_path / "new")
    for path, old, said in (
        ("about/index.html", "</article>", "<p>新しい</p></article>"),
        ("en/method/index.html", "<footer", "<p>frame</p><footer"),
        ("data/people.csv", "sato", "Sato"),
    ):  # fmt: skip
        page = new / path
        assert old in page.read_text()
        page.write_text(page.read_text().replace(old, said, 1))
    (new / "en/people/added").mkdir()
    (new / "en/people/added/index.html").write_text("<title>A <b>*bold*</b> | [one](x)</title><article>new</article>")
    shutil.rmtree(new / "people/zoe-marsh")
    told = compare.pages(small / "site", new)
    assert [(one.how, one.language, one.address) for one in told] == [
        ("changed", "ja", "about/"), ("frame", "en", "en/method/"), ("added", "en", "en/people/added/"), ("removed", "ja", "people/zoe-marsh/"),
    ]  # fmt: skip
    assert main(["compare", str(small / "site"), str(new)]) == 0
    said = capsys.readouterr().out
    assert "| added | 0 | 1 |" in said and "| changed outside the article only | 0 | 1 |" in said and "0 added, 2 removed, 1 changed" in said
    assert r"A &lt;b&gt;\*bold\*&lt;/b&gt; \| \[one\]\(x\)" in said, "a title is shown, not obeyed"
    assert "このサイトについて" in said


def test_one_build_does_not_differ_from_itself(small, capsys):
    assert main(["compare", str(small / "site"), str(small / "site")]) == 0 and "No page changes." in capsys.readouterr().out
    assert main(["compare", str(small / "site"), "nowhere"]) == 1 and "nowhere" in capsys.readouterr().err


def test_a_long_list_of_changes_is_cut(tmp_path):
    changes = [compare.Change("added", "ja", f"people/{number}/", "名前") for number in range(compare.SHOWN + 7)]
    said = compare.to_markdown(changes, {"added": 0})
    assert "and 7 more" in said and said.count("名前") == compare.SHOWN


def test_what_is_due_is_listed(mini, capsys):
    assert main(["due", "--root", str(mini), "--today", "2030-01-01"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("## Due for a check: ") and "`data/people/" in said and " days\n" in said


def test_the_page_on_hosting_states_what_a_profile_weighs(site):
    """A first visit as Brotli sends it: the page and each of the files that it names, a browser fetches the mark twice."""
    page = site.resolve() / "people/sam-altman/index.html"
    named = etree.HTML(page.read_text()).xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src | //link[@rel='icon'][@type='image/svg+xml']/@href")
    fetched = [page, *((page.parent / name).resolve() for name in named)]
    sent = {one: (len(brotli.compress(one.read_bytes(), quality=compress.QUALITY)) + 700) / 1000 for one in fetched}  # headers come on top
    weights = [(len(fetched), sum(sent[one] for one in fetched)), (1, sent[page])]  # then style and scripts are kept
    assert all(rules.kept("/" + one.relative_to(site.resolve()).as_posix()) == rules.IMMUTABLE.value for one in fetched[1:])
    for language in ("", "en/"):
        rows = etree.HTML((site / language / "hosting/index.html").read_text()).xpath("//*[@id='readers']/following-sibling::table[1]/tbody/tr")
        for row, (requests, size) in zip(rows, weights, strict=True):
            said = [int(cell) for cell in row.xpath("td/text()")[1:]]
            assert said[0] == requests and abs(said[1] - size) < 0.2 * size, f"docs/*/hosting.md: it takes {requests} requests and {size:.0f} KB"


def test_every_page_carries_the_policy(site):
    for page in site.rglob("*.html"):
        said = etree.HTML(page.read_text()).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert said == [rules.policy(meta=True)], page
        head = page.read_text().split("Content-Security-Policy")[0]
        assert "<script" not in head and "<link" not in head, f"{page}: it must stand before whatever is loaded"
