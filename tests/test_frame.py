"""The frame gives the pages that MkDocs would: a new version of MkDocs, Material or static-i18n that does otherwise is noticed here."""

import os
import re
import subprocess
import sys

from conftest import TODAY

from scripts import build


def test_pages_are_those_of_mkdocs_build(mini, tmp_path):
    build.build(mini, TODAY, lambda *_: None, search=False)
    ran = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "theirs")], cwd=mini,
                         env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True)  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    theirs = {path.relative_to(tmp_path / "theirs").as_posix(): path.read_text() for path in (tmp_path / "theirs").rglob("*.html")}
    assert len(theirs) > 50
    for name, page in theirs.items():
        ours = re.sub(r"assets/[0-9a-f]{10}/", "assets/", (mini / "site" / name).read_text())
        assert re.sub(r"\n+", "\n", ours) == re.sub(r"\n+", "\n", page), name  # Markdown leaves out blank lines between blocks of HTML
