"""Commands killed at random moments, a few of the rounds of `make soak`; what the checks are for is planted and seen."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT
from soak import kills, troubles
from soak.parts import Result


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    return kills.Atlas(tmp_path_factory.mktemp("kills") / "atlas")


def test_the_site_is_whole_whenever_a_command_is_killed(atlas):
    result = Result()
    for seed in (1, 4, 6):
        kills.killed(atlas, random.Random(seed), result)
    kills.ended_well(atlas, "these", result)
    assert result.failures == [] and result.counts["commands killed"] >= 2


def test_a_trouble_of_the_machine_gives_a_message_and_loses_nothing(atlas):
    assert list(troubles.TROUBLES["files may not grow"](atlas)) == []


def test_a_site_that_is_not_whole_is_seen(atlas):
    page = atlas.root / "site/en/index.html"
    held = page.read_bytes()
    page.write_bytes(held[:100])
    assert "1 files are those of no whole site: en/index.html" in atlas.served()
    page.unlink()
    page.write_bytes(held)
    assert atlas.served() == atlas.state


def test_a_swap_in_two_steps_is_seen(atlas, tmp_path):
    """The folder is emptied before the new one is put in its place, as a careless build would do."""
    site, away = atlas.root / "site", tmp_path / "away"
    shutil.copytree(site, away)
    shutil.rmtree(site / "en")
    assert isinstance(atlas.served(), str)
    shutil.rmtree(site)
    os.rename(away, site)


def test_a_draft_among_the_records_is_seen(atlas):
    (atlas.root / "data/people/.zoe-marsh.yml.draft").write_text("half")
    result = Result()
    kills._records(atlas, "fmt", result)
    assert len(result.failures) == 1 and ".zoe-marsh.yml.draft among the records" in result.failures[0]


def test_no_process_outlives_the_one_that_started_it():
    """One that waits for work would wait forever, and hold the lock of the build that was killed."""
    program = """
import os, signal
from scripts.workers import workers
with workers(1) as pool:
    print(pool.submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert ran.returncode == -signal.SIGKILL
    worker = Path("/proc") / ran.stdout.strip()
    for _ in range(100):
        if not worker.exists() or "zombie" in (worker / "status").read_text():
            return
        time.sleep(0.05)
    os.kill(int(worker.name), signal.SIGKILL)
    raise AssertionError("it is still there")
