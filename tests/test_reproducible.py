"""The same records and date give the same bytes on machines that differ in all that must not matter; a dependence on it is seen."""

from soak import reproducible


def test_the_same_bytes_on_machines_that_differ():
    result = reproducible.compared(reproducible.MINIATURE)
    assert result.failures == [] and result.counts["sites built"] == 2 and result.counts["files compared"] > 200


def test_an_output_in_the_order_of_a_set_is_seen(monkeypatch):
    monkeypatch.setattr(reproducible, "BUILD", "import pathlib; pathlib.Path('site').mkdir(); pathlib.Path('site/x').write_text(str({'a', 'b', 'c', 'd', 'e', 'f', 'g'}))")
    assert reproducible.compared(reproducible.MINIATURE).failures == ["machine 1: x has other bytes"]
