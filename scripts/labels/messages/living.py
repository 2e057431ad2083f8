"""Messages on what is said of living people, and on changes after publication."""

from .common import Message

LIVING: dict[str, Message] = {
    "neutral-words": Message(
        ("「{found}」は評価を含む言葉である", "'{found}' judges"),
        ("中立な言葉にするか、誰の言葉かを示してかぎ括弧で引用する", "use a neutral word, or quote it and say whose word it is"),
    ),
    "contentious-needs-strong-source": Message(
        ("争いのある事実に、弱い出典（{found}）しかない", "a contentious fact rests on weak sources only ({found})"),
        ("一次資料、報道、裁判記録のどれかを加えるか、この事実を外す", "cite a primary, press or court source, or take the fact out"),
    ),
    "court-not-alone": Message(
        ("裁判記録・公文書（{found}）だけを出典にしている", "a court or public record stands alone ({found})"),
        ("それを取り上げた報道も出典に加える", "cite a news report that discusses it as well"),
    ),
    "allegation-reported": Message(
        ("この主張を伝える報道が出典にない（{found}）", "no news outlet reports the allegation ({found})"),
        ("報道を出典に加えるか、この主張を外す", "cite a report on it, or take it out"),
    ),
    "unexplained-change/changed": Message(
        ("「{fact}」の値が、公開したときの「{was}」から「{found}」に変わった", "'{fact}' was published as '{was}' and is '{found}' now"),
        (
            "ファイルの終わりの「corrections」（なければ加える）に、日付、種類（誤りだったなら correction、事情が変わったなら update）、fact: {fact}、変えた内容と理由を書く",
            "note it under 'corrections' at the end of the file (add the key if it is not there): date, kind ('correction' if it was wrong, 'update' if things have changed), fact: {fact}, what changed and why",
        ),
    ),
    "unexplained-change/gone": Message(
        ("公開した事実「{fact}」（{was}）がない", "'{fact}' was published ('{was}') and is gone"),
        (
            "ファイルの終わりの「corrections」（なければ加える）に、日付、種類（誤りだったなら correction、事情が変わったなら update）、fact: {fact}、除いた理由を書く",
            "note it under 'corrections' at the end of the file (add the key if it is not there): date, kind ('correction' if it was wrong, 'update' if things have changed), fact: {fact}, why it was removed",
        ),
    ),
}
