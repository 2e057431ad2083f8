"""Messages on what a record says: dates, texts, claims, disputes, sources."""

from .common import Message

CONTENT: dict[str, Message] = {
    "end-before-start": Message(
        ("終わり（{found}）が始まり（{start}）より前になっている", "the end {found} is before the start {start}"),
        ("二つの日付のどちらかを直す。入れ違いなら入れ替える", "correct one of the two dates, or swap them"),
    ),
    "not-in-future": Message(
        ("「{field}」の {found} はまだ来ていない", "{found} of '{field}' lies in the future"),
        ("書きまちがいを直す。これから先の日付を書けるのは、職の from と to、段階の to だけ", "correct it; only 'from' and 'to' of a post and 'to' of a stage may be yet to come"),
    ),
    "read-since-published": Message(
        ("読んだ日（{found}）が、公開された日（{published}）より前になっている", "it was read on {found}, before it was published ({published})"),
        ("どちらかの日付を直す", "correct one of the two dates"),
    ),
    "plain-prose": Message(
        ("文に、そのまま表示されてしまう記法がある：{found}", "the text holds markup, which would be shown as it stands: {found}"),
        ("ふつうの文にする。記録へのリンクは [[id]]、ページのアドレスは sources の出典に書く", "write plain words; a link to a record is [[id]], and addresses belong in the record of a source"),
    ),
    "career-in-order": Message(
        ("「{stint}」の始まり（{found}）が、上の「{above}」（{before}）より前になっている", "'{stint}' began in {found}, before '{above}' above it ({before})"),
        ("「{stint}」を「{above}」の上へ移す", "move '{stint}' above '{above}'"),
    ),
    "one-end/none": Message(
        ("職「{found}」に終わりも as_of もない", "the post '{found}' has no end and no as_of"),
        ("終わったなら to、退任の日がわからなければ left_by、続いているなら as_of を書く", "give 'to' if it ended, 'left_by' if only that is known, 'as_of' if it goes on"),
    ),
    "one-end/several": Message(
        ("職「{found}」に {keys} が同時にある", "the post '{found}' has {keys} at once"),
        ("一つだけ残す。終わったなら to、退任の日がわからなければ left_by、続いているなら as_of", "keep one: 'to' if it ended, 'left_by' if only that is known, 'as_of' if it goes on"),
    ),
    "event-in-stage": Message(
        ("{found} は段階の期間（{start} から {end}）の外にある", "{found} is outside the stage ({start} to {end})"),
        ("日付を直すか、できごとを別の段階へ移すか、段階の期間を広げる", "correct the date, move the event to another stage, or widen the stage"),
    ),
    "distinct-order": Message(
        ("順番{found}は「{other}」も使っている", "'{other}' is number {found} too"),
        ("段階に1、2、3と別々の番号を振る", "number the stages 1, 2, 3 …"),
    ),
    "reading-of-name": Message(
        ("「{found}」にかな以外の字があるのに、読みがない", "'{found}' is not all kana and has no reading"),
        ("「reading:」にひらがなで読みを書く", "add 'reading:' in hiragana"),
    ),
    "reading-in-hiragana": Message(
        ("「reading」の「{found}」がひらがなだけではない", "the reading '{found}' is not in hiragana alone"),
        ("ひらがなで、空白を入れずに書く。人物は姓だけを書く", "write it in hiragana without spaces; of a person the family name only"),
    ),
    "name-well-written/width": Message(
        ("名前「{found}」に全角の英数字か半角のカナがある", "the name '{found}' holds full-width Latin or half-width kana"),
        ("英数字は半角、カナは全角で書く", "write Latin letters and kana in their usual widths"),
    ),
    "name-well-written/gap": Message(
        ("日本語の名前「{found}」に空白がある", "the Japanese name '{found}' holds a space"),
        ("漢字の名前は続けて書き、カタカナの名前は「・」で区切る", "write kanji without a gap, and part katakana by a middle dot"),
    ),
    "family-in-name": Message(
        ("姓「{found}」が名前「{name}」のなかにない", "the family name '{found}' does not stand in the name '{name}'"),
        ("どちらかの字を直す", "correct one of the two"),
    ),
    "text-in-its-language/swapped": Message(
        ("日本語と英語が入れ替わっている", "Japanese and English have changed places"),
        ("ja に日本語、en に英語を書く", "write the Japanese under ja and the English under en"),
    ),
    "text-in-its-language/en": Message(
        ("英語の文に日本語の文字（{found}）がある", "the English text holds Japanese characters ({found})"),
        ("英語で書く", "write them in English"),
    ),
    "text-in-its-language/ja": Message(
        ("日本語の文に日本語の文字がない", "the Japanese text holds no Japanese"),
        ("日本語で書く", "write it in Japanese"),
    ),
    "equal-numbers/one": Message(
        ("{side}の側だけに数 {odd} がある", "only the {side} text states {odd}"),
        ("両方に同じ数と日付を書く", "state the same figures and dates in both"),
    ),
    "equal-numbers/both": Message(
        ("日本語は {ja}、英語は {en} と、数が食い違う", "the Japanese text states {ja}, the English one {en}"),
        ("両方に同じ数と日付を書く", "state the same figures and dates in both"),
    ),
    "equal-names/one": Message(
        ("{side}の側だけに {odd} の名前が出てくる", "only the {side} text names {odd}"),
        ("両方で同じ人物と企業の名を挙げる", "name the same people and companies in both"),
    ),
    "equal-names/both": Message(
        ("日本語は {ja}、英語は {en} の名を挙げている", "the Japanese text names {ja}, the English one {en}"),
        ("両方で同じ人物と企業の名を挙げる", "name the same people and companies in both"),
    ),
    "claim-tested/section": Message(
        ("この記事に節「{found}」はない", "the article has no section '{found}'"),
        ("節のIDを書く：{sections}", "use one of its sections: {sections}"),
    ),
    "claim-tested/source": Message(
        ("記述「{found}」が記事以外の出典と照合されていない", "the claim '{found}' was weighed against no other source"),
        ("「sources:」に出典を書く。意見なら verdict を opinion にする", "add 'sources:', or set the verdict to opinion if it is one"),
    ),
    "dispute-about-a-fact/about": Message(
        ("この記録に「{found}」という事実はない", "there is no fact '{found}' in this record"),
        ("この記録にある事実のIDを書く：{facts}", "use the id of a fact here: {facts}"),
    ),
    "dispute-about-a-fact/leads": Message(
        ("代表とする説が{found}つある", "{found} accounts lead"),
        ("「leads: true」は一つだけにする", "set 'leads: true' on one at most"),
    ),
    "seen-in-japanese": Message(
        ("「{found}」は日本語の出典ではない（{language}）", "'{found}' is not a Japanese source ({language})"),
        ("日本語の出典にする。本アトラスの転写なら「seen」を消す", "name a Japanese source, or remove 'seen' if the form is ours"),
    ),
    "leading-value-known": Message(
        ("この記録に評価額「{found}」はない", "there is no valuation '{found}' here"),
        ("この記録にある評価額のIDを書く：{values}", "use the id of a valuation in this record: {values}"),
    ),
    "distinct-url": Message(
        ("同じアドレスの出典「{other}」がすでにある", "the source '{other}' has the same address"),
        ("{other} を引き、このファイルを消す", "cite {other}, and remove this file"),
    ),
    "used-source": Message(
        ("出典「{found}」をどの記録も引いていない", "no record cites the source '{found}'"),
        ("記録の「sources:」で引くか、このファイルを消す", "cite it under 'sources:' in a record, or remove this file"),
    ),
}
