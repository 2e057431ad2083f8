"""The network as GraphML (http://graphml.graphdrawing.org/): people and companies, joined by stints and deals."""

from ..catalog import Catalog
from .tables import TABLES, Row, rows


def to_graphml(catalog: Catalog) -> str:
    """A directed graph, several edges between two nodes allowed. An edge's id is the address of its fact.

    A stint leads from the person to the organisation, a deal from the company that states it to each other side. Only
    who has a record is a node. Attributes are the cells of the tables, those without a value left out.
    """
    import networkx  # loaded where it is used: it takes as long as a hundred pages

    graph = networkx.MultiDiGraph(name="OpenAI Exodus Atlas")
    for kind, held in (("person", catalog.people), ("company", catalog.companies)):
        for id, record in held.items():
            graph.add_node(id, type=kind, name_ja=record.name.ja, name_en=record.name.en)
    stints, deals = (rows(catalog, table) for table in TABLES if table.name in ("stints", "deals"))
    for row in stints:
        if row["org"]:
            graph.add_edge(row["person"], row["org"], f"people/{row['person']}#{row['id']}", type="stint", **_attributes(row))
    for row in deals:
        for party in row["parties"]:
            graph.add_edge(row["company"], party, f"companies/{row['company']}#{row['id']}", type="deal", **_attributes(row))
    return "\n".join(('<?xml version="1.0" encoding="utf-8"?>', *networkx.generate_graphml(graph))) + "\n"


def _attributes(row: Row) -> dict[str, str | int | float | bool]:
    """The filled cells of a row, lists joined by spaces; who takes part is said by the edge itself."""
    left_out = ("id", "person", "company", "org", "org_ja", "org_en", "parties", "parties_ja", "parties_en")
    held = {name: " ".join(cell) if isinstance(cell, list) else cell for name, cell in row.items() if name not in left_out}
    return {name: float(cell) if name.endswith(("_low", "_high")) else cell for name, cell in held.items() if cell not in (None, "")}
