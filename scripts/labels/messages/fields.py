"""Messages on keys and values."""

from .common import Message

FIELDS: dict[str, Message] = {
    "wrong-type/record": Message(
        ("記録が「キー: 値」の形になっていない", "the record is not a mapping of keys to values"),
        ("「name:」のようなキーから書き始める", "start it with a key, like 'name:'"),
    ),
    "wrong-type/list": Message(
        ("「{field}」がリストではない", "'{field}' is not a list"),
        ("「{field}: [一つ目, 二つ目]」のようにリストで書く", "write it as a list, like '{field}: [one, two]'"),
    ),
    "wrong-type/mapping": Message(
        ("「{field}」の中身が「キー: 値」の形ではない", "'{field}' is not a mapping"),
        ("その下に字下げしてキーを書く", "indent its keys below it"),
    ),
    "wrong-type/value": Message(
        ("「{field}」の値が一つではない", "'{field}' is not a single value"),
        ("コロンのあとに1行で書く", "write one line of text after the colon"),
    ),
    "wrong-type/other": Message(
        ("「{found}」は「{field}」の値にならない", "'{found}' does not fit '{field}'"),
        ("項目の説明を確かめる", "see the field's description"),
    ),
    "unknown-key": Message(
        ("「{found}」というキーはここにはない", "there is no key '{found}' here"),
        ("消すか、ここで使えるキーにする: {keys}", "remove it; the keys here are {keys}"),
    ),
    "missing-key": Message(
        ("「{key}」がない", "'{key}' is missing"),
        ("「{key}:」を書く", "add '{key}:'"),
    ),
    "missing-translation": Message(
        ("文に「{key}」がない", "the text has no '{key}'"),
        ("もう一方の言語と並べて「{key}:」を書く", "add '{key}:' beside its twin"),
    ),
    "missing-source": Message(
        ("「{field}」が空", "'{field}' is empty"),
        ("出典のIDを一つ以上書く", "give at least one source id"),
    ),
    "empty": Message(
        ("「{field}」が空", "'{field}' is empty"),
        ("値を書くか、キーごと消す", "write a value or remove the key"),
    ),
    "too-long": Message(
        ("「{field}」が{limit}字を超えている", "'{field}' is longer than {limit} characters"),
        ("短くするか、分ける", "shorten it or split it"),
    ),
    "bad-date": Message(
        ("「{found}」は日付ではない", "'{found}' is not a date"),
        ("YYYY、YYYY-MM、YYYY-MM-DD のどれかで書く。おおよそなら末尾に ~ を付ける", "write YYYY, YYYY-MM or YYYY-MM-DD, with ~ at the end for 'about'"),
    ),
    "bad-date/calendar": Message(
        ("「{found}」は暦にない", "'{found}' is not in the calendar"),
        ("1900年から2100年までの、実際にある日付を書く", "write a date that exists, between 1900 and 2100"),
    ),
    "bad-amount": Message(
        ("「{found}」は金額ではない", "'{found}' is not an amount"),
        ("USD 18 billion、over USD 1 billion、USD 15 to 20 billion のように書く", "write it like 'USD 18 billion', 'over USD 1 billion' or 'USD 15 to 20 billion'"),
    ),
    "bad-choice": Message(
        ("「{found}」は「{field}」の選択肢にない", "'{found}' is not one of the choices for '{field}'"),
        ("次から選ぶ: {choices}", "use one of {choices}"),
    ),
    "bad-choice/language": Message(
        ("「{found}」は言語の略号ではない", "'{found}' does not fit '{field}'"),
        ("ja、en のような2文字の略号を書く", "give the two-letter code of the language, like ja or en"),
    ),
    "bad-url": Message(
        ("「{found}」はアドレスではない", "'{found}' does not fit '{field}'"),
        ("http:// か https:// で始まる完全なアドレスを書く", "give a full address that starts with http:// or https://"),
    ),
    "bad-id": Message(
        ("「{found}」はIDの形ではない", "'{found}' does not fit '{field}'"),
        ("IDは ilya-sutskever のように半角の英小文字、数字、ハイフンで書く", "ids are small Latin letters, digits and hyphens, like ilya-sutskever"),
    ),
}
