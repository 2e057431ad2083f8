"""Messages on keys and values."""

from .common import Message

FIELDS: dict[str, Message] = {
    "wrong-type/record": Message(
        ("記録が「キー: 値」の形になっていない", "the record is not made of keys with values"),
        ("「name:」のようなキーから書き始める", "start it with a key, like 'name:'"),
    ),
    "wrong-type/list": Message(
        ("「{field}」がリストではない：{found}", "'{field}' is not a list: {found}"),
        ("角括弧で囲むか、「- 」で始まる行に一つずつ書く", "put it in square brackets, or write each item on a line with '- '"),
    ),
    "wrong-type/text": Message(
        ("「{field}」に言語の区別がない：{found}", "'{field}' does not tell its languages apart: {found}"),
        ("ja と en の両方を書く", "write both ja and en"),
    ),
    "wrong-type/part": Message(
        ("「{field}」のなかが「キー: 値」の形ではない：{found}", "'{field}' does not hold keys with values: {found}"),
        ("その下に字下げしてキーを書く", "write its keys below it, indented"),
    ),
    "wrong-type/party": Message(
        ("「{field}」がIDでも名前でもない：{found}", "'{field}' is neither an id nor a name: {found}"),
        ("記録があればそのIDを一つ、なければ {{ja: …, en: …}} と名前を書く", "write one id, or {{ja: …, en: …}} for one without a record"),
    ),
    "wrong-type/value": Message(
        ("「{field}」の値が1行の値ではない：{found}", "'{field}' is not a single value: {found}"),
        ("コロンのあとに値を一つだけ書く", "write one value after the colon"),
    ),
    "unknown-key": Message(
        ("「{found}」というキーはここにはない", "there is no key '{found}' here"),
        ("消すか、ここで使えるキーにする：{keys}", "remove it, or use one of the keys here: {keys}"),
    ),
    "unknown-key/near": Message(
        ("「{found}」というキーはここにはない", "there is no key '{found}' here"),
        ("キーの名前を直す", "correct the key"),
    ),
    "unknown-key/indent": Message(
        ("「{found}」の字下げが足りず、「{part}」の外に出ている", "'{found}' is not indented enough, so it stands outside '{part}'"),
        ("「{part}」のほかのキーと同じ位置から書き始める", "start it in the same column as the other keys of '{part}'"),
    ),
    "unknown-key/outdent": Message(
        ("「{found}」の字下げが深すぎ、「{beside}」のなかに入っている", "'{found}' is indented too far, so it stands inside '{beside}'"),
        ("「{beside}」と同じ位置から書き始める", "start it in the same column as '{beside}'"),
    ),
    "unknown-key/part": Message(
        ("「{part}」のなかに、そこにはないキーがある：{found}", "keys that do not belong in '{part}' stand there: {found}"),
        ("それらを収めるキーの行の下に置く", "put them below the line of their own key"),
    ),
    "unknown-key/comma": Message(
        ("波括弧のなかの値がコンマで切れ、「{found}」がキーになっている", "a comma ends the value in braces, so '{found}' became a key"),
        ("コンマを含む値を引用符で囲む", "put the value with its comma in quotes"),
    ),
    "unknown-key/colon": Message(
        ("「{found}」のコロンのあとに半角の空白がない", "there is no space after the colon in '{found}'"),
        ("半角のコロンと空白で区切る", "part key and value with a colon and a space"),
    ),
    "missing-key": Message(
        ("必須のキーがない：{keys}", "missing: {keys}"),
        ("例のように書き加える", "add it as in the example"),
    ),
    "missing-translation": Message(
        ("「{field}」に{side}（{key}）がない", "'{field}' has no {side} ({key})"),
        ("もう一方と並べて「{key}:」を書く", "add '{key}:' beside its twin"),
    ),
    "missing-source": Message(
        ("出典（sources）が空になっている", "'sources' is empty"),
        ("裏付ける出典のIDを一つ以上書く", "give at least one source id"),
    ),
    "empty/required": Message(
        ("「{field}」の値がない", "'{field}' has no value"),
        ("コロンのあとに値を書く", "write it after the colon"),
    ),
    "empty/optional": Message(
        ("「{field}」の値がない", "'{field}' has no value"),
        ("コロンのあとに値を書くか、この行を消す", "write it after the colon, or remove the line"),
    ),
    "empty/unwritten": Message(
        ("「{found}」は、まだ書いていない値の代わりで、値ではない", "'{found}' stands for a value that is still to be written"),
        ("「{field}」の値そのものを書く", "write the value of '{field}' itself"),
    ),
    "too-few": Message(
        ("「{field}」には{least}つ以上必要なのに、{found}つしかない", "'{field}' needs {least} or more, and has {found}"),
        ("足りない項目を書き加える", "add what is missing"),
    ),
    "too-long": Message(
        ("「{field}」が{limit}字を超えている（{length}字）", "'{field}' is longer than {limit} characters ({length})"),
        ("短くするか、段落に分ける", "shorten it, or split it into paragraphs"),
    ),
    "bad-date/form": Message(
        ("「{found}」は日付の書き方ではない", "'{found}' is not how a date is written"),
        ("2024、2024-05、2024-05-14 のどれかで書く。おおよそなら末尾に ~ を付ける", "write 2024, 2024-05 or 2024-05-14, with ~ at the end for 'about'"),
    ),
    "bad-date/now": Message(
        ("「{found}」は日付ではない", "'{found}' is no date"),
        ("続いている職なら to を書かず、as_of に、出典からわかる最も新しい日付を書く", "for a post that goes on leave 'to' out, and give 'as_of' the latest date that a source bears out"),
    ),
    "bad-date/calendar": Message(
        ("「{found}」は暦にない", "'{found}' is not in the calendar"),
        ("1900年から2100年までの、実際にある日付を書く", "write a date that exists, between 1900 and 2100"),
    ),
    "bad-amount": Message(
        ("「{found}」は金額の書き方ではない", "'{found}' is not how an amount is written"),
        ("USD 18 billion、over USD 1 billion、USD 15 to 20 billion のように書く", "write it like USD 18 billion, over USD 1 billion or USD 15 to 20 billion"),
    ),
    "bad-choice": Message(
        ("「{found}」は「{field}」の選択肢にない", "'{found}' is not one of the choices for '{field}'"),
        ("次から選ぶ：{choices}", "use one of {choices}"),
    ),
    "bad-language": Message(
        ("「{found}」は言語のコードではない", "'{found}' is not the code of a language"),
        ("ja、en のような2文字のコードを書く", "give its two letters, like ja or en"),
    ),
    "bad-switch": Message(
        ("「{found}」は true でも false でもない", "'{found}' is neither true nor false"),
        ("true か false を書く", "write true or false"),
    ),
    "bad-number": Message(
        ("「{found}」は1以上の整数ではない", "'{found}' is not a whole number from 1"),
        ("1、2、3のように書く", "write 1, 2, 3 …"),
    ),
    "bad-url": Message(
        ("「{found}」はアドレスではない", "'{found}' is not an address"),
        ("http:// か https:// で始まる完全なアドレスを書く", "give the whole address, from http:// or https:// on"),
    ),
    "bad-url/user": Message(
        ("アドレスのホスト名の前に利用者名がある：{found}", "a user stands in front of the host of '{found}'"),
        ("@ までを消す。行き先を見誤らせる書き方である", "remove all up to the @; it misleads about where the address goes"),
    ),
    "bad-character/space": Message(
        ("「{field}」の値「{found}」の前後に、全角などの空白がある", "there is a space, maybe a full-width one, at an end of '{found}' ('{field}')"),
        ("その空白を消す", "remove it"),
    ),
    "bad-character/hidden": Message(
        ("「{field}」に、目に見えず読み手を誤らせる文字（{found}）がある", "'{field}' holds a character that cannot be seen and may mislead ({found})"),
        ("その文字を消す", "remove it"),
    ),
    "bad-character/break": Message(
        ("「{field}」の値の途中に改行がある", "there is a line break inside the value of '{field}'"),
        ("1行に書く。段落は別々の項目にする", "write it on one line; a paragraph is an item of its own"),
    ),
    "bad-character/mixed": Message(
        ("「{found}」の一語に、形の似たラテン文字とキリル文字が混ざっている", "the word '{found}' mixes Latin and Cyrillic letters, which look alike"),
        ("どちらか一方の種類の文字にそろえる", "write it in one script"),
    ),
    "bad-character/formula": Message(
        ("「{field}」が「{found}」で始まり、表計算ソフトで数式とみなされる", "'{field}' starts with {found}, so spreadsheets take it for a formula"),
        ("ほかの字から始める。題名なら引用符で囲む", "start it with another character; put a title in quotation marks"),
    ),
    "bad-character/placeholder": Message(
        ("「{field}」に、サイトのアドレスに置き換わる印 {found} がある", "'{field}' holds {found}, which pages replace with the site's address"),
        ("別の言葉にする", "write it in another way"),
    ),
    "bad-id/form": Message(
        ("「{found}」はIDの書き方ではない", "'{found}' is not how an id is written"),
        ("ilya-sutskever のように、半角の英小文字、数字、ハイフンで書く", "write small Latin letters, digits and hyphens, like ilya-sutskever"),
    ),
    "bad-id/comma": Message(
        ("「{found}」でIDが半角のコンマで区切られていない", "the ids in '{found}' are not parted by an ordinary comma"),
        ("半角のコンマと空白で区切る", "part them with a comma and a space"),
    ),
    "bad-id/party": Message(
        ("「{found}」はIDの書き方ではない", "'{found}' is not how an id is written"),
        ("記録があればそのIDを、なければ {{ja: …, en: …}} と名前を書く", "write its id, or {{ja: …, en: …}} for one without a record"),
    ),
}
