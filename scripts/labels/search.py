"""What the search box says: Japanese, English. The box is given these words with the names."""

SEARCH: dict[str, tuple[str, str]] = {
    "title": ("検索", "Search"),
    "field": ("名前または言葉", "Name or words"),
    "hint": ("漢字・かな・ローマ字のどれでも、名前の一部でも探せます。", "Type a name or a part of it, in any script; spelling slips are forgiven."),
    "close": ("閉じる", "Close"),
    "all": ("すべて", "All"),
    "kinds": ("種別で絞る", "Filter by kind"),
    "results": ("検索結果", "Results"),
    "names": ("名前が一致", "Names"),
    "texts": ("本文での言及", "In the text"),
    "count": ("{}件", "{} results"),
    "one": ("1件", "1 result"),
    "none": ("「{}」に一致するものはありません。", "Nothing matches “{}”."),
    "near": ("近い名前：", "Near names:"),
    "also": ("別表記：", "also written: "),
    "more": ("すべての結果を見る", "See all results"),
    "slash": ("「/」キーでも開く", "Open with the / key"),
    "failed": ("検索を読み込めませんでした。", "The search could not be loaded."),
}
