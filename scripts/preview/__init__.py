"""The live preview: a saved record, template or style is in the browser at once, since only the page that is asked for is made.

``state`` knows the records as they were last good and makes single pages; ``server`` answers browsers, watches files, and has the
whole site built again in the background; ``preview.js`` and ``preview.css`` reload pages and show problems on them.
"""
