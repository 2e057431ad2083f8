"""A build of the miniature atlas as an editor sees it: nothing half-written, the last good site stays."""

import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from conftest import TODAY, tree

from scripts import build, write
from scripts.problem import Stopped


def make(root) -> None:
    build.build(root, TODAY, lambda *_: None)


def command(root, *arguments, **options):
    return subprocess.run([sys.executable, "-m", "scripts", *arguments], cwd=root, capture_output=True, text=True, **options)


def test_a_build_without_search_leaves_the_index_as_it_was(mini):
    def index() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (mini / "site").glob("**/search/text/**/*") if path.is_file()}

    build.build(mini, TODAY, lambda *_: None)
    before = index()
    record = mini / "data/people/zoe-marsh.yml"
    record.write_text(record.read_text().replace("Researcher. Two", "Scholar. Two"))
    build.build(mini, TODAY, lambda *_: None, search=False)
    assert len(before) > 20 and index() == before and "Scholar" in (mini / "site/en/people/zoe-marsh/index.html").read_text()
    build.build(mini, TODAY, lambda *_: None)
    assert index() != before


def test_a_removed_record_takes_its_pages_with_it(mini):
    make(mini)
    assert (mini / "site/en/people/zoe-marsh/index.html").is_file()
    (mini / "data/people/zoe-marsh.yml").unlink()
    for path, old, new in (
        ("people/hanako-sato.yml", "[[zoe-marsh|マーシュ]]", "マーシュ"), ("people/hanako-sato.yml", "[[zoe-marsh|Marsh]]", "Marsh"),
        ("stages/first-years.yml", "[hanako-sato, zoe-marsh]", "[hanako-sato]"),
    ):  # fmt: skip
        record = mini / "data" / path
        record.write_text(record.read_text().replace(old, new))
    make(mini)
    assert [p for p in (*mini.glob("docs/*/people/zoe*"), *mini.glob("site/**/zoe-marsh*"))] == []


def test_a_broken_record_leaves_pages_and_site_as_they_were(mini):
    make(mini)
    before = tree(mini / "site"), tree(mini / "docs")
    record = mini / "data/people/hanako-sato.yml"
    record.write_text(record.read_text().replace("to: 2019-12-31", "to: 2019-02-30"))
    ran = command(mini, "build")
    assert ran.returncode == 1
    assert ran.stdout.startswith("data/people/hanako-sato.yml:17:5 [bad-date] '2019-02-30' is not in the calendar")
    assert "the last site stays" in ran.stderr and "Traceback" not in ran.stderr
    assert (tree(mini / "site"), tree(mini / "docs")) == before


def test_a_page_that_mkdocs_refuses_leaves_the_site_as_it_was(mini):
    make(mini)
    before = tree(mini / "site")
    about = mini / "docs/en/about.md"
    about.write_text(about.read_text() + "\n[nowhere](nowhere.md)\n")
    with pytest.raises(Stopped, match="nowhere.md"):
        make(mini)
    assert tree(mini / "site") == before


def test_a_former_address_leads_to_the_new_one_with_its_anchor(mini, browser):
    make(mini)
    for top, name in (("", "佐藤花子"), ("en/", "Hanako Sato")):
        page = browser.new_page()
        page.goto(f"file://{mini}/site/{top}people/sato-hana/index.html#aoba-lab")
        page.wait_for_url("**/people/hanako-sato/#aoba-lab")
        page.close()
        assert name in (mini / f"site/{top}people/sato-hana/index.html").read_text()


def test_exchange_replaces_a_folder_whole(tmp_path):
    for name, text in (("live", "old"), ("new", "new")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(text)
    write.exchange(tmp_path / "new", tmp_path / "live")
    assert ((tmp_path / "live/page").read_text(), (tmp_path / "new/page").read_text()) == ("new", "old")


def test_the_writer_touches_only_what_it_owns_and_what_changed(tmp_path):
    (tmp_path / "ja/people").mkdir(parents=True)
    (tmp_path / "ja/about.md").write_text("by hand")
    (tmp_path / "ja/people/gone.md").write_text("gone")
    assert write.sync(tmp_path, {"ja/people/a.md": "A"}, ["ja/people"], ["ja/index.md"]) == 2
    stamp = (tmp_path / "ja/people/a.md").stat().st_mtime_ns
    assert write.sync(tmp_path, {"ja/people/a.md": "A"}, ["ja/people"], ["ja/index.md"]) == 0
    assert (tmp_path / "ja/people/a.md").stat().st_mtime_ns == stamp
    assert sorted(p.name for p in tmp_path.rglob("*.md")) == ["a.md", "about.md"]


def test_the_command_line_explains_itself(mini):
    said = command(mini, "--help").stdout
    assert all(word in said for word in ("check", "pages", "build", "serve"))
    assert "--today" in command(mini, "build", "--help").stdout
    assert command(mini, "check").stdout.endswith("no problems\n")
    assert command(mini, "dance").returncode == 2


def wait_for(check, seconds=30):
    """The first true answer of ``check``, asked again until the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := check():
            return answer
        time.sleep(0.2)
    raise AssertionError("it did not happen in time")


def test_serve_shows_saved_edits_and_survives_mistakes(mini):
    port = "8317"
    told = mini / "told.txt"
    with told.open("w") as out:
        served = subprocess.Popen([sys.executable, "-m", "scripts", "serve", "--port", port], cwd=mini, stdout=out, stderr=out)

    def page(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            return ""

    def missing(path: str) -> str:
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20)
        return refused.value.read().decode()

    try:
        wait_for(lambda: "佐藤花子" in page("people/hanako-sato/"))
        wait_for(lambda: (mini / "site").is_dir())
        record, template = mini / "data/people/hanako-sato.yml", mini / "scripts/templates/person.md"
        good = record.read_text()
        record.write_text(good.replace("en: Engineer who founded", "en: Builder who founded").replace('"Engineer who', '"Builder who'))
        wait_for(lambda: "Builder who founded" in page("en/people/hanako-sato/"))
        record.write_text(good.replace("to: 2019-12-31", "to: soon"))
        wait_for(lambda: "'soon' is not how a date is written" in told.read_text())
        assert "Builder who founded" in page("en/people/hanako-sato/"), "the last good page stays"
        assert "/.preview/preview.js" in missing("en/people/nobody/"), "also a page that is not there tells what is wrong"
        record.write_text(good)
        template.write_text(template.read_text().replace('id="facts"', 'id="facts" class="new"', 1))
        wait_for(lambda: "Engineer who founded" in page("en/people/hanako-sato/"))
        about = mini / "docs/ja/about.md"
        about.write_text(about.read_text() + "\n新しい一文。\n")
        wait_for(lambda: "新しい一文。" in page("about/"))
        config = (mini / "mkdocs.yml").read_text()
        (mini / "mkdocs.yml").write_text(config + "\nplugins #\n")
        wait_for(lambda: "mkdocs.yml:" in told.read_text())
        (mini / "mkdocs.yml").write_text(config)
        wait_for(lambda: "新しい一文。" in page("about/"))
        served.send_signal(signal.SIGINT)
        assert served.wait(10) == 0 and "Traceback" not in told.read_text()
    finally:
        served.terminate()
        served.wait(10)


def test_an_interrupt_is_never_lost(mini):
    """Python forgets what is raised while an object goes away, or in an import's own bookkeeping."""
    program = """
import os, signal, sys
from scripts import cli
class Gone:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
def check(asked):
    Gone()
    return 0
cli.records.check = check
sys.exit(cli.main(["check", "--lang", "ja"], alone=True))
"""
    ran = subprocess.run([sys.executable, "-c", program], cwd=mini, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr.strip()) == (130, "中断した。最後の正しいサイトと記録はそのまま残っている")


def test_a_taken_port_is_told_in_one_line(mini):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        shutil.rmtree(mini / "site", ignore_errors=True)
        ran = command(mini, "serve", "--port", str(taken.getsockname()[1]))
    assert ran.returncode == 1 and "cannot be used" in ran.stderr and "Traceback" not in ran.stderr
