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
