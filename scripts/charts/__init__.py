"""Pictures: where each mark of a drawing stands. Pure; templates/charts/ prints the SVG, the style sheet colours it.

Across, places are percentages of the width, down they are pixels: a drawing takes the width that it is given, from a phone to a
desk, with its words at the page's own size. That is why no charting library draws them: Vega-Lite through vl-convert was tried,
and gives pictures of one fixed width, so each would be made twice, with words that shrink and colours to mend afterwards.
"""

from . import careers, departures, destinations, founding, money

PICTURES = {"careers": careers, "destinations": destinations, "departures": departures, "money": money, "founding": founding}
