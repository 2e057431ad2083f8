"""The soak's table: it counts, names each failure, and fails when a part does."""

import pytest
from soak import __main__, parts


@pytest.mark.parametrize(("failures", "code"), [([], 0), (["it broke"], 1)])
def test_the_table_counts_and_a_failure_fails(monkeypatch, capsys, failures, code):
    monkeypatch.setattr(parts, "PARTS", {"some": 7})
    monkeypatch.setattr(parts, "import_module", lambda name: type("Part", (), {"run": staticmethod(lambda rounds: parts.Result({"rounds": rounds}, failures))}))
    assert __main__.main([]) == code
    said = capsys.readouterr().out
    assert "some  rounds" in said and said.split("rounds")[1].split()[0] == "7"
    assert ("some: it broke" in said) == bool(failures) and ("no failures" in said) != bool(failures)


def test_a_part_that_breaks_is_a_failure_and_the_others_run(monkeypatch, capsys):
    runs = {"bad": lambda rounds: 1 / 0, "good": lambda rounds: parts.Result({"rounds": rounds})}
    monkeypatch.setattr(parts, "PARTS", {"bad": 1, "good": 7})
    monkeypatch.setattr(parts, "import_module", lambda name: type("Part", (), {"run": staticmethod(runs[name.rpartition(".")[2]])}))
    assert __main__.main([]) == 1
    said = capsys.readouterr().out
    assert "bad: it broke" in said and "ZeroDivisionError" in said and "good  rounds" in said
