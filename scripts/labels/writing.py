"""What the commands that write records say, in Japanese and English; {names} stand for what they speak of."""

WRITING: dict[str, tuple[str, str]] = {
    "fmt/differs": ("{path}：{line}行目から形が違う", "{path}: not in the one form from line {line} on"),
    "fmt/written": ("{path}：書きそろえた", "{path}: rewritten"),
    "fmt/done": ("記録{read}件のうち{count}件を書きそろえた", "{read} records read, {count} rewritten"),
    "fmt/found": ("記録{read}件のうち{count}件が、統一した形と違う", "{read} records read, {count} not in the one form"),
    "fmt/none": (
        "「{path}」は記録でも、記録のフォルダーでもない → data/people/sam-altman.yml や data/people のように書く",
        "'{path}' is no record and no folder of records → name it like data/people/sam-altman.yml or data/people",
    ),
    "schema/written": ("エディターのためのスキーマを{count}件、.build/schema/ に書いた", "{count} schemas for editors written into .build/schema/"),
    # comments in a new record
    "new/head": (
        "{path}\n空欄はこれから書くところ。何が足りないかは .venv/bin/python -m scripts check が知らせる。\n"
        "書き終えたら .venv/bin/python -m scripts fmt --bare {path} でこの説明を消す。",
        "{path}\nWhat is empty is still to be written; .venv/bin/python -m scripts check tells what is missing.\n"
        "When it is done, .venv/bin/python -m scripts fmt --bare {path} takes these notes away.",
    ),
    "new/guessed": ("（推測した値。確かめる）", " (guessed: check it)"),
    "new/choices": ("次から選ぶ：{choices}", "one of: {choices}"),
    "new/example": ("例：{example}", "like {example}"),
    "new/more": ("ほかに書けるもの（わかる場合だけ。行頭の # を外して使う）：", "what else may be written, where it is known (without the #):"),
    # what the command new prints
    "new/written": ("{path} を書いた", "{path} written"),
    "new/open": ("これから書くところ：{places}", "still to be written: {places}"),
    "new/check": ("推測した値（確かめる）：{places}", "guessed, to be checked: {places}"),
    "new/next": ("次にすること：", "next:"),
    "new/step-fill": ("{path} を開き、空欄を埋める", "open {path} and fill in what is empty"),
    "new/step-source": (
        "根拠にしたページごとに .venv/bin/python -m scripts new source アドレス を実行し、出てきたIDを sources に書く",
        "for each page you rely on run .venv/bin/python -m scripts new source ADDRESS, and write the id that it gives into 'sources'",
    ),
    "new/step-cite": ("この出典で裏付ける事実の sources に {id} を書く", "write {id} into the 'sources' of each fact that the page bears out"),
    "new/step-id": (
        "ファイル名（{path}）はアドレスから作った。わかりにくければ、どこかに書く前に変える（半角の英小文字、数字、ハイフン）",
        "the file's name, {path}, was made of the address; if it says little, rename it before you cite it (small Latin letters, digits, hyphens)",
    ),
    "new/step-founders": (
        "創業者に記録があれば、その人の career に kind: founder の職を書く（なければ founders に名前を書く）",
        "a founder who has a record gets a post of kind: founder in it (one without is named under 'founders')",
    ),
    "new/step-check": (
        ".venv/bin/python -m scripts fmt で形をそろえ、.venv/bin/python -m scripts check で問題がなくなるまで直す",
        "run .venv/bin/python -m scripts fmt, then .venv/bin/python -m scripts check until it finds no problems",
    ),
    "new/step-bare": (".venv/bin/python -m scripts fmt --bare {path} で説明を消す", "run .venv/bin/python -m scripts fmt --bare {path} to take the notes away"),
    # why new begins no record
    "new/taken": (
        "ID「{id}」は {path} がすでに使っている → 同じ人や組織ならその記録に書き足す。別なら --id {free} のように別のIDを付ける",
        "the id '{id}' is taken by {path} → if it is the same, add to that record; if not, give another id, like --id {free}",
    ),
    "new/candidate": (
        "「{id}」は一度調べて収録を見送った（{path}）→ 裏付けが見つかったなら、そのファイルを消してからもう一度実行する",
        "'{id}' was looked into before and left out ({path}) → if there is proof now, remove that file and run this again",
    ),
    "new/known-name": (
        "「{name}」の記録はすでにある（{path}）→ その記録に書き足す。同名の別人や別の組織なら --id でIDを付ける",
        "'{name}' has a record already ({path}) → add to it; if it is another of the same name, give an id with --id",
    ),
    "new/known-page": ("このページの記録はすでにある（{path}）→ sources に {id} と書く", "this page has a record already ({path}) → write {id} into 'sources'"),
    "new/no-id": (
        "「{name}」からはIDを作れない → 英字の名前も書く（例：new person \"Hanako Sato\" \"佐藤花子\"）か、--id でIDを付ける",
        "no id can be made of '{name}' → give the name in Latin letters too, like new person \"Hanako Sato\" \"佐藤花子\", or an id with --id",
    ),
    "new/bad-id": (
        "「{id}」はIDにできない → {near}半角の英小文字、数字、ハイフンで書く",
        "'{id}' cannot be an id → {near}write small Latin letters, digits and hyphens",
    ),
    "new/two-names/ja": ("日本語の名前が二つある：{names} → 日本語と英語を一つずつ書く", "two Japanese names are given: {names} → give one in each language"),
    "new/two-names/en": ("英字の名前が二つある：{names} → 名前に空白があれば引用符で囲み、日本語と英語を一つずつ書く", "two names in Latin letters are given: {names} → put a name with spaces in quotes, and give one in each language"),
    "new/no-company": (
        "企業・組織「{id}」の記録がない → {near}記録のない組織は --org-ja と --org-en で名前を書く",
        "there is no company '{id}' → {near}for an organisation without a record give --org-ja and --org-en",
    ),
    "new/no-source": (
        "出典「{id}」の記録がない → {near}先に new source アドレス で作る",
        "there is no source '{id}' → {near}make it first with: new source ADDRESS",
    ),
    "new/bad-url": ("「{url}」はアドレスではない → {near}https:// から始めて書く", "'{url}' is no address → {near}start it with https://"),
    "new/bad-date": ("--{option} の「{found}」は日付ではない → {near}2024、2024-05、2024-05-14 のどれかで書く", "--{option}: '{found}' is no date → {near}write 2024, 2024-05 or 2024-05-14"),
    "new/bad-value": ("--{option} の「{found}」は使えない → {near}次から選ぶ：{choices}", "--{option}: '{found}' is not possible → {near}use one of {choices}"),
    "new/bad-option": (
        "{kind} に --{option} はない → {near}使えるもの：{options}",
        "{kind} has no --{option} → {near}there are {options}",
    ),
    "new/no-name": ("名前かアドレスがない → {example} のように書く", "there is no name or address → write it like {example}"),
    "new/there": (
        "{path} はすでにある。何も書かなかった → 同じものならそのファイルを仕上げる。別のものなら --id で別のIDを付ける",
        "{path} is there already; nothing was written → if it is the same, finish that file; if not, give another id with --id",
    ),
    # what the command draft makes of a filed form
    "draft/too-long": ("{count}字ある → 投稿は1件{most}字まで", "it has {count} characters → a filed form has at most {most}"),
    "draft/no-form": ("知っているフォームの投稿ではない → .github/ISSUE_TEMPLATE/ のフォーム（{forms}）で送られた本文を渡す", "this is no form that is known → give the text of one filed by a form in .github/ISSUE_TEMPLATE/ ({forms})"),
    "draft/missing": ("書かれていない項目がある：{labels} → 知らせた人に尋ねる", "these were left out: {labels} → ask whoever filed it"),
    "draft/no-page": ("「{page}」のページがない → 知らせた人にページのアドレスを尋ねる", "there is no page '{page}' → ask whoever filed it for the page's address"),
    "draft/unreadable": ("{path} が読めない：{why}", "{path} cannot be read: {why}"),
    "draft/there": (
        "{path} はすでにある。何も書かなかった → 同じものならそのファイルを仕上げ、別のものなら先にその名前を変える",
        "{path} is there already; nothing was written → if it is the same, finish that file; if not, rename it first",
    ),
    "draft/new": ("新しい記録 {path}", "new record {path}"),
    "draft/open": ("これから書くところ：{places}", "still to be written: {places}"),
    "draft/write": ("--write を付けると書き込む", "--write writes them"),
    "draft/their-words": ("知らせた人の言葉（出典と照らし、自分の言葉で書く）：", "in the words of whoever filed it (test them against the sources, and write your own):"),
    "draft/more": ("ほかに伝えたいこと：", "anything else:"),
    "draft/correction": ("{path} のこの値に訂正の提案（近い順）：", "a correction of one of these values in {path}, the likeliest first:"),
    "draft/no-place": ("{path} に訂正の提案。今の記述に当たる値が見つからない：", "a correction of {path}; no value was found that the statement may come from:"),
    "draft/statement": ("今の記述：", "the statement:"),
    "draft/right": ("正しい内容：", "what it should say:"),
    "draft/published": ("「{fact}」は公開した値なので、corrections にも書く：", "'{fact}' was published, so add to 'corrections':"),
    "draft/cite": ("出典が裏付けるなら sources に {id} を書く", "if the source bears it out, write {id} into 'sources'"),
    "draft/concerns": ("{path} に関わる。裏付けるなら sources に {id} を書く", "it concerns {path}; if it bears something out, write {id} into 'sources'"),
    "draft/both-languages": ("文を変えるときは、日本語と英語の両方を変える", "where a text changes, change it in both languages"),
    "draft/relation": ("知らせた人：{relation}", "filed by: {relation}"),
    "draft/no-address": ("出典にアドレスがない。知らせた人に尋ねる：", "no address is given as a source; ask whoever filed it:"),
    "draft/beside": ("出典の欄に、アドレスのほかにも書かれている：", "beside addresses the sources say:"),
    "draft/no-date": ("{key} の「{found}」が日付として読めない。空けておいた", "{key}: '{found}' cannot be read as a date and was left open"),
    "draft/many": ("アドレスが{most}を超える。初めの{most}だけを使った", "more than {most} addresses; the first {most} were taken"),
}
