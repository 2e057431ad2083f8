"""Messages on files and folders."""

from .common import Message

FILES: dict[str, Message] = {
    "missing-file/data": Message(
        ("フォルダー data/ がない", "there is no folder data/"),
        ("プロジェクトのいちばん上のフォルダーで実行する", "run this from the project's root"),
    ),
    "missing-file/folder": Message(
        ("フォルダー {found} がない", "the folder {found} is missing"),
        ("gitから取り出すか、空のフォルダーを作る", "get it from git, or create it"),
    ),
    "stray-file/folder": Message(
        ("「{found}」は data/ に置けない", "'{found}' does not belong in data/"),
        ("別の場所へ移す。data/ に置くのは {folders} だけ", "move it elsewhere; only {folders} belong here"),
    ),
    "stray-file/not-plain": Message(
        ("「{found}」はふつうのファイルではない", "'{found}' is not a plain file"),
        ("リンクやフォルダーでなく、YAMLのファイルを置く", "put a YAML file here, not a link or a folder"),
    ),
    "stray-file/ending": Message(
        ("「{found}」の末尾が .yml ではない", "'{found}' does not end in .yml"),
        ("記録なら名前を変え、そうでなければ data/ の外へ移す", "rename it if it is a record, else move it out of data/"),
    ),
    "file-name": Message(
        ("ファイル名「{found}」はIDにできない", "'{found}' cannot be an id"),
        ("ilya-sutskever.yml のような名前に変える", "rename the file, like ilya-sutskever.yml"),
    ),
    "too-large": Message(
        ("ファイルが{found}バイトある", "the file has {found} bytes"),
        ("{limit}バイト未満に分ける", "keep it under {limit} bytes"),
    ),
    "too-many": Message(
        ("一つのリストに項目が{found}個ある", "one list has {found} items"),
        ("{limit}個までにする", "keep it to {limit}"),
    ),
    "stray-file/unreadable": Message(
        ("「{found}」を読めない（{why}）", "'{found}' cannot be read ({why})"),
        ("ファイルの読み取りを許可するか、gitから取り出し直す", "let it be read, or get it from git again"),
    ),
    "not-canonical": Message(
        ("この行から先が、統一した形と違う：{found}", "from this line on the record is not in its one form: {found}"),
        (".venv/bin/python -m scripts fmt {file} を実行する", "run .venv/bin/python -m scripts fmt {file}"),
    ),
    "not-canonical/windows": Message(
        ("行の終わりがWindowsの形（CRLF）になっている", "the lines end as on Windows (CRLF)"),
        (".venv/bin/python -m scripts fmt を実行する", "run .venv/bin/python -m scripts fmt"),
    ),
    "bad-page/not-utf8": Message(
        ("ページがUTF-8で書かれていない", "the page is not in UTF-8"),
        ("文字コードをUTF-8にして保存し直す", "save it again as UTF-8"),
    ),
    "bad-page/head": Message(
        ("ページの初めに、次のものがない：{keys}", "the page does not begin with its {keys}"),
        ("ファイルの初めに「---」の行で囲んで「title: …」と「description: …」を書く", "write 'title: …' and 'description: …' at the start of the file, between two lines of '---'"),
    ),
    "bad-json": Message(
        ("{found} がJSONとして読めない", "{found} is not JSON"),
        ("gitから最後の正しい版を取り出す", "get the last good one from git"),
    ),
    "bad-ledger/shape": Message(
        ("{found} が記録ごとの行になっていない", "{found} does not hold a line for each record"),
        ("gitから最後の正しい版を取り出す", "get the last good one from git"),
    ),
    "bad-ledger/line": Message(
        ("「{found}」の行が a1b2c3:d4e5f6 のような指紋の並びになっていない", "the line of '{found}' is not made of fingerprints like a1b2c3:d4e5f6"),
        ("gitから最後の正しい版を取り出す", "get the last good one from git"),
    ),
}
