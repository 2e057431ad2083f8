"""Messages on the slips that people make in YAML."""

from .common import Message

YAML: dict[str, Message] = {
    "bad-yaml/other": Message(
        ("この行はYAMLとして読めない：{found}", "this line is not YAML: {found}"),
        ("この行と上の行の引用符、括弧、コロン、字下げを確かめる", "look for a quote, bracket, colon or indent that is missing here or on the line above"),
    ),
    "bad-yaml/conflict": Message(
        ("gitの衝突の印「{found}」が残っている", "a git conflict marker is left: {found}"),
        ("<<<<<<< から >>>>>>> までの二つの案から一つを選び、印の行を消す", "choose one of the two versions between <<<<<<< and >>>>>>>, and remove the marker lines"),
    ),
    "bad-yaml/tab": Message(
        ("字下げにタブがある", "the line is indented with a tab"),
        ("半角の空白2つずつで字下げする", "indent with spaces, two a step"),
    ),
    "bad-yaml/wide-space": Message(
        ("行の初めに全角の空白がある", "the line begins with a full-width space"),
        ("半角の空白2つずつで字下げする", "indent with ordinary spaces, two a step"),
    ),
    "bad-yaml/wide-gap": Message(
        ("「{found}」のあとの空白が全角になっている", "the space after '{found}' is a full-width one"),
        ("半角の空白にする", "write an ordinary space"),
    ),
    "bad-yaml/wide-dash": Message(
        ("リストの「-」か、そのあとの空白が半角ではない", "the dash of the list, or the space after it, is not the ordinary one"),
        ("どちらも半角で書く", "write ordinary ones"),
    ),
    "bad-yaml/wide-colon": Message(
        ("「{found}」のあとのコロンが全角になっている", "the colon after '{found}' is a full-width one"),
        ("半角のコロンと空白にする", "write an ordinary colon and a space"),
    ),
    "bad-yaml/no-space": Message(
        ("「{found}」のコロンのあとに空白がない", "there is no space after the colon of '{found}'"),
        ("コロンのあとに半角の空白を入れる", "write a space after the colon"),
    ),
    "bad-yaml/dash": Message(
        ("「-」のあとに空白がない", "there is no space after the dash"),
        ("「- 」のように空白を入れる", "write a space after it"),
    ),
    "bad-yaml/no-colon": Message(
        ("「{found}」のあとにコロンがない", "there is no colon after '{found}'"),
        ("キーのあとにコロンと空白を書く", "write a colon and a space after the key"),
    ),
    "bad-yaml/open-quote": Message(
        ("引用符 {found} が閉じていない", "the quote {found} is not closed"),
        ("値の終わりにも同じ引用符を書く", "write the same quote at the end of the value"),
    ),
    "bad-yaml/quote-in-quotes": Message(
        ("引用符の内側に同じ引用符があり、値が「{found}」で終わってしまう", "a quote inside the quotes ends the value at '{found}'"),
        ("値の全体をもう一方の引用符で囲む", "put the whole value in the other kind of quotes"),
    ),
    "bad-yaml/open-bracket": Message(
        ("括弧 {found} が閉じていない", "the bracket {found} is not closed"),
        ("行の終わりに {close} を書く", "close it with {close}"),
    ),
    "bad-yaml/loose-bracket": Message(
        ("括弧 {found} が一つ多い", "there is one bracket {found} too many"),
        ("余分な括弧を消す", "remove it"),
    ),
    "bad-yaml/wide-bracket": Message(
        ("括弧「{found}」が全角になっている", "the bracket {found} is a full-width one"),
        ("半角の括弧にする", "write ordinary brackets"),
    ),
    "bad-yaml/comma": Message(
        ("「{found}:」の前に半角のコンマがない", "there is no comma before '{found}:'"),
        ("半角のコンマと空白で区切る", "part the two with a comma and a space"),
    ),
    "bad-yaml/escape": Message(
        ("引用符のなかの「{found}」を読めない", "'{found}' in double quotes means nothing"),
        ("文字としての \\ は \\\\ と書く", "write \\\\ for a backslash"),
    ),
    "bad-yaml/reference": Message(
        ("[[ ]] で始まる文が引用符で囲まれていない", "a text that begins with [[ ]] stands without quotes"),
        ("文の全体を引用符で囲む", "put the whole text in quotes"),
    ),
    "bad-yaml/bracket-first": Message(
        ("「{found}」で始まる文が引用符で囲まれていない", "a text that begins with {found} stands without quotes"),
        ("文の全体を引用符で囲む", "put the whole text in quotes"),
    ),
    "bad-yaml/colon-in-value": Message(
        ("値「{found}」のなかに「: 」がある", "there is a colon with a space in the value '{found}'"),
        ("値の全体を引用符で囲む", "put the whole value in quotes"),
    ),
    "bad-yaml/comment-in-value": Message(
        ("「{rest}」が注釈とみなされ、値が「{found}」で切れる", "'{rest}' is taken as a comment, so the value is only '{found}'"),
        ("値の全体を引用符で囲む。注釈なら # のあとに空白を置く", "put the whole value in quotes; if it is a comment, write a space after the #"),
    ),
    "bad-yaml/special-start": Message(
        ("値が記号「{found}」で始まっている", "the value starts with {found}, which means something in YAML"),
        ("値の全体を引用符で囲む", "put the whole value in quotes"),
    ),
    "bad-yaml/indent": Message(
        ("字下げが前後の行とそろっていない", "the line is not indented like its neighbours"),
        ("同じ組のキーは同じ位置から書き始める", "start the keys that belong together in the same column"),
    ),
    "bad-yaml/control": Message(
        ("文字ではない制御記号（{found}）がある", "there is a control character ({found}) that is not text"),
        ("その記号を消す", "remove it"),
    ),
    "bad-yaml/several": Message(
        ("一つのファイルに記録が二つある（「---」の行）", "the file holds two documents (the line '---')"),
        ("「---」の行を消すか、記録を別々のファイルに分ける", "remove the line '---', or make two files"),
    ),
    "bad-yaml/not-utf8": Message(
        ("ここから先がUTF-8の文字ではない（{found}らしい）", "from here on this is not UTF-8 text (it looks like {found})"),
        ("エディターでUTF-8を選んで保存し直す", "save the file as UTF-8"),
    ),
    "bad-yaml/deep": Message(
        ("括弧や字下げの入れ子が深すぎる", "brackets or indents are nested too deep"),
        ("余分な入れ子を消す", "remove what is nested for nothing"),
    ),
    "bad-yaml/alias": Message(
        ("YAMLの別名（*名前）は使わない", "YAML aliases (*name) are not used in records"),
        ("値をそのまま書く。文字の * なら引用符で囲む", "write the value out"),
    ),
    "bad-yaml/tag": Message(
        ("YAMLのタグ（{found}）は使わない", "YAML tags ({found}) are not used in records"),
        ("タグを消す", "remove the tag"),
    ),
    "bad-yaml/key": Message(
        ("キーが一つの語ではない", "a key is not a plain word"),
        ("コロンの前に一語で書く", "write the key as one word before the colon"),
    ),
    "duplicate-key": Message(
        ("キー「{found}」が二度ある（初めは{line}行目）", "'{found}' is given twice (first on line {line})"),
        ("どちらか一つを残す", "keep one of them"),
    ),
}
