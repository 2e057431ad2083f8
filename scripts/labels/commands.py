"""What commands say, in Japanese and English; {names} stand for what they speak of."""

COMMANDS: dict[str, tuple[str, str]] = {
    "stopped": ("{path} で止まった：{why}。最後の正しいサイトと記録はそのまま残っている", "stopped at {path}: {why}; the last good site and the records stay as they were"),
    "stopped/worker": (
        "下請けのプロセスが終わらせられた（メモリー不足か）。最後の正しいサイトと記録はそのまま残っている",
        "a worker process was ended, perhaps for lack of memory; the last good site and the records stay as they were",
    ),
    "interrupted": ("中断した。最後の正しいサイトと記録はそのまま残っている", "interrupted; the last good site and the records stay as they were"),
    "behind/ja": ("英語だけが変わっている（{place}）", "the English was changed and the Japanese was not ({place})"),
    "behind/en": ("日本語だけが変わっている（{place}）", "the Japanese was changed and the English was not ({place})"),
    "behind/do": (
        "こちらにも書く。変えなくてよければ python -m scripts texts agree {address}",
        "say it here too; if no change is needed: python -m scripts texts agree {address}",
    ),
    "behind/none": ("片方の言語だけが新しい記述はない", "no text is newer in one language than in the other"),
    "behind/count": ("片方の言語だけが新しい記述: {count}件", "texts newer in one language: {count}"),
    "agreed": ("変えなくてよいと記録: {count}件", "noted as needing no change: {count}"),
    "noted": ("台帳に書いた: {count}行を更新", "ledger written: lines renewed: {count}"),
    "no-place": ("変えなくてよい記述を挙げる: texts agree people/sam-altman#story.2", "name the texts that need no change: texts agree people/sam-altman#story.2"),
    "note-place": ("note はすべてを記録する。場所を挙げるのは agree", "note takes no place; to note that a text needs no change, use agree"),
    "unknown-place": ("片方だけが変わった記述に「{found}」はない", "'{found}' is no text of which only one language was changed"),
    "no-site": ("site/ がまだない → make site を実行する", "there is no site/ yet → run make site"),
    "no-folder": ("{folder} というフォルダーがない → 出来上がったサイトのフォルダーを二つ挙げる", "there is no folder {folder} → name two folders that hold a built site"),
    "no-address": (
        "'{found}' には置けない → https://atlas.example.org のように、パスのないアドレスを --address に書く",
        "'{found}' will not do → give --address one like https://atlas.example.org, without a path",
    ),
    "no-path": (
        "'{found}' は設定ファイルに書けない → 空白や引用符のない --folder、--certificate、--key を指定する",
        "'{found}' cannot stand in a server's configuration → name a --folder, --certificate or --key without spaces and quotation marks",
    ),
    "unknown-place/do": ("python -m scripts texts の一覧から選ぶ。何も書かなかった", "choose from what python -m scripts texts lists; nothing was written"),
}
