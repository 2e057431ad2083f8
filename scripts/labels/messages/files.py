"""Messages on files and on YAML."""

from .common import Message

FILES: dict[str, Message] = {
    "missing-file/data": Message(
        ("フォルダー data/ がない", "there is no folder data/"),
        ("プロジェクトのいちばん上のフォルダーで実行する", "run this from the project's root"),
    ),
    "missing-file/folder": Message(
        ("フォルダー {found} がない", "the folder is missing"),
        ("作って、1件を1ファイルのYAMLで入れる", "create it, one YAML file a record"),
    ),
    "stray-file/folder": Message(
        ("「{found}」はここには置けない", "'{found}' does not belong here"),
        ("data/ に置くのはフォルダー {folders} だけ", "only the folders {folders} belong in data/"),
    ),
    "stray-file/not-plain": Message(
        ("「{found}」はここには置けない", "'{found}' does not belong here"),
        ("リンクやフォルダーでなく、ふつうのファイルにする", "a record is a plain file"),
    ),
    "stray-file/ending": Message(
        ("「{found}」はここには置けない", "'{found}' does not belong here"),
        ("記録のファイル名は .yml で終わる。名前を変えるか、data/ の外へ移す", "records end in .yml; rename it or move it out of data/"),
    ),
    "file-name": Message(
        ("「{found}」はIDにできない", "'{found}' cannot be an id"),
        ("ファイル名を ilya-sutskever.yml のように半角の英小文字、数字、ハイフンにする", "name the file in small Latin letters, digits and hyphens, like ilya-sutskever.yml"),
    ),
    "too-large": Message(
        ("ファイルが{found}バイトある", "the file has {found} bytes"),
        ("1件を{limit}バイト未満にする", "keep a record under {limit} bytes"),
    ),
    "bad-json": Message(
        ("JSONとして読めない", "this is not JSON"),
        ("gitから最後の正しい版を取り出す。このファイルはコマンドが書く", "get the last good one from git; commands write this file"),
    ),
    "bad-yaml": Message(
        ("YAMLとして読めない", "this is not YAML"),
        ("この行と上の行の引用符、コロン、字下げを確かめる", "look for a missing quote, colon or indent at or above this line"),
    ),
    "bad-yaml/not-utf8": Message(
        ("UTF-8の文字ではない", "the file is not UTF-8 text"),
        ("UTF-8で保存し直す", "save it as UTF-8"),
    ),
    "bad-yaml/comment-in-value": Message(
        ("「{rest}」が注釈とみなされ、値が「{found}」で切れる", "'{rest}' is taken as a comment, so the value is only '{found}'"),
        ("値を引用符で囲む。注釈なら # のあとに空白を置く", "put the value in quotes; if it is a comment, write a space after the #"),
    ),
    "bad-yaml/alias": Message(
        ("YAMLのエイリアス（*名前）は使わない", "YAML aliases (*name) are not used in records"),
        ("値をそのまま書く", "write the value out"),
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
        ("「{found}」が二度ある（初めは{line}行目）", "'{found}' is given twice (first on line {line})"),
        ("どちらか一つを残す", "keep one of them"),
    ),
}
