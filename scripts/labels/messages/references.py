"""Messages on ids and on what they lead to."""

from .common import Message

REFERENCES: dict[str, Message] = {
    "unknown-id": Message(
        ("{kinds}「{found}」の記録がない", "there is no {kinds} '{found}'"),
        ("IDを直すか、{file} を加える", "correct the id, or add {file}"),
    ),
    "unknown-id/renamed": Message(
        ("「{found}」は以前のIDで、いまは使わない", "'{found}' is a former id"),
        ("いまのID {now} を書く", "write the present one, {now}"),
    ),
    "unknown-id/kind": Message(
        ("「{found}」は{kind}で、ここには{kinds}のIDを書く", "'{found}' is a {kind}, but here the id of a {kinds} is wanted"),
        ("{kinds}のIDに直す", "name a {kinds}"),
    ),
    "unknown-id/candidate": Message(
        ("「{found}」は一度調べて収録を見送った候補で、記録がない", "'{found}' was looked into and left out; it has no record"),
        ("裏付けが見つかったなら、{file} を記録に替える", "if there is proof now, make {file} a record"),
    ),
    "unknown-reference": Message(
        ("「{found}」の行き先がない", "'{found}' leads nowhere"),
        ("IDを直すか、記録（{file} など）を加える", "correct the id, or add its record, like {file}"),
    ),
    "unknown-reference/renamed": Message(
        ("「{found}」は以前のIDで、いまは使わない", "'{found}' is a former id"),
        ("いまのID {now} を書く", "write the present one, {now}"),
    ),
    "unknown-reference/source": Message(
        ("「{found}」は出典で、文中からはリンクできない", "'{found}' is a source, to which prose does not link"),
        ("[[ ]] を外し、その文の sources に書く", "remove the [[ ]], and name it under 'sources' of the text"),
    ),
    "unknown-reference/candidate": Message(
        ("「{found}」は一度調べて収録を見送った候補で、ページがない", "'{found}' was looked into and left out; it has no page"),
        ("名前だけを書くか、裏付けが見つかったなら {file} を人物か企業の記録に替える", "write the name alone, or, if there is proof now, make {file} a record of a person or company"),
    ),
    "unknown-reference/fact": Message(
        ("「{id}」に「{found}」という事実はない", "'{id}' has no fact '{found}'"),
        ("その記録にあるIDを書く：{facts}", "use the id of a fact there: {facts}"),
    ),
    "broken-reference": Message(
        ("「{found}」の二重括弧がそろっていない", "the double brackets are not whole at '{found}'"),
        ("[[id]] または [[id|表示する文字]] と書く", "write [[id]] or [[id|shown words]]"),
    ),
    "broken-reference/signs": Message(
        ("参照が全角の記号か一重の括弧で書かれている：{found}", "a reference is written with full-width signs or single brackets: {found}"),
        ("半角の二重の括弧 [[id]] または [[id|表示する文字]] にする", "write [[id]] or [[id|shown words]], in ordinary double brackets"),
    ),
    "unequal-references/one": Message(
        ("{side}の側だけが {odd} へリンクしている", "only the {side} text links to {odd}"),
        ("両方でリンクするか、どちらもしない", "link to it in both, or in neither"),
    ),
    "unequal-references/both": Message(
        ("日本語は {ja}、英語は {en} へリンクしている", "the Japanese text links to {ja}, the English one to {en}"),
        ("両方を同じ記録へリンクする", "link to the same records in both"),
    ),
    "self-reference/field": Message(
        ("「{found}」が自分自身を指している", "'{found}' names itself"),
        ("相手の記録のIDにするか、これを消す", "name the other record, or remove this"),
    ),
    "self-reference/link": Message(
        ("「{found}」の文が自分のページへリンクしている", "'{found}' links to its own page"),
        ("括弧を外し、名前だけを書く", "write the name without brackets"),
    ),
    "duplicate-id/record": Message(
        ("ID「{found}」は {owner} がすでに使っている", "the id '{found}' is taken by {owner}"),
        ("このファイルの名前を別のIDに変える", "give this file another name"),
    ),
    "duplicate-id/term": Message(
        ("ID「{found}」は {owner} がすでに使っている", "the id '{found}' is taken by {owner}"),
        ("用語に別のIDを付ける", "give the term another id"),
    ),
    "duplicate-id/formerly": Message(
        ("ID「{found}」は {owner} が使っていて、以前のIDにできない", "the id '{found}' is taken by {owner}, so it cannot be a former one"),
        ("「formerly」から消す", "remove it from 'formerly'"),
    ),
    "duplicate-fact-id/twice": Message(
        ("事実のID「{found}」が二度使われている", "the fact id '{found}' is used twice"),
        ("それぞれに別のIDを付ける", "give each fact its own id"),
    ),
    "duplicate-fact-id/section": Message(
        ("「{found}」はページの節が使う名前である", "'{found}' is the name of a section of the page"),
        ("組織やできごとにちなんだ別のIDにする", "choose another id, after the organisation or event"),
    ),
    "duplicate-part": Message(
        ("「{found}」の役割が二度書かれている", "the part of '{found}' is stated twice"),
        ("二つの文を一つにまとめ、出典も合わせる", "make the two texts one, with the sources of both"),
    ),
    "source-once": Message(
        ("出典「{found}」が二度挙げられている", "the source '{found}' is cited twice"),
        ("一つにする", "name it once"),
    ),
    "address-kept": Message(
        ("公開したページ「{found}」がない", "the page '{found}' was published and is gone"),
        ("記録を戻すか、代わりの記録の「formerly」に {id} を加える", "bring the record back, or add {id} to 'formerly' of the one that took its place"),
    ),
}
