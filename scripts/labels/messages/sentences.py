"""Each rule in a sentence: what is expected. The English words are those of the rules' docstrings."""

from .common import Words

SENTENCES: dict[str, Words] = {
    # files
    "missing-file": ("data/ とそのなかのフォルダーは、すべてそろっている。", "data/ and its folders are all there."),
    "stray-file": ("data/ には記録とそのフォルダーだけを置く。", "data/ holds records and their folders, nothing else."),
    "file-name": ("ファイル名は「ID.yml」。IDは半角の英小文字、数字、ハイフンで書く。", "A file is named by its id and ends in .yml; ids are small Latin letters, digits and hyphens."),
    "too-large": ("1件の記録は100万バイト未満。", "A record has less than a million bytes."),
    "too-many": ("一つのリストの項目は1,000個まで。", "A list has a thousand items at most."),
    "not-canonical": (
        "記録は、キーの順、引用符、改行のしかたを一つの形にそろえる。fmt が書きそろえ、コメントは残す。",
        "A record has one form: the order of its keys, its quotes, what stands on one line. The command fmt gives it, and keeps comments.",
    ),
    "bad-page": ("docs/ の手書きのページはUTF-8で書き、題名と説明から始める。", "A page in docs/ is in UTF-8 and begins with its title and description."),
    "bad-json": ("data/ledgers/ のファイルはJSONで、コマンドが書く。", "The files in data/ledgers/ are JSON, written by commands."),
    "bad-ledger": (
        "data/ledgers/texts.json は、記録ごとに指紋の組を一行に並べる。コマンドが書く。",
        "data/ledgers/texts.json holds a line of pairs of fingerprints for each record, written by commands.",
    ),
    "bad-yaml": (
        "キーと値は半角のコロンと空白で区切り、字下げは半角の空白で行い、[[ ]] で始まる値と、「: 」や「 #」を含む値は引用符で囲む。文字はUTF-8で、別名とタグは使わない。",
        "Key and value are parted by a colon and a space, indents are spaces, and a value that begins with [[ ]], or holds a colon and space or ' #', is in quotes; in UTF-8, without aliases and tags.",
    ),
    "duplicate-key": ("一つのキーは一度だけ書く。", "A key is given once."),
    # keys and values
    "unknown-key": ("キーは、スキーマにあるものだけを使う。", "Only the keys of the schema are used."),
    "missing-key": ("必須のキーはすべて書く。", "Every required key is there."),
    "missing-translation": ("文は ja と en の両方を書く。", "A text has both ja and en."),
    "missing-source": ("事実には、裏付ける出典のIDを一つ以上添える。", "A fact cites at least one source."),
    "empty": ("キーには値がある。「…」のような、値の代わりは書かない。値のないキーは書かない。", "A key has a value, and nothing like '…' in its place; one without is left out."),
    "too-few": ("リストには、必要な数の項目がある。", "A list has as many items as it needs."),
    "too-long": ("値は、決められた長さに収める。", "A value keeps to its length."),
    "wrong-type": ("値は、項目の決まった形（1行の値、リスト、「キー: 値」の組）で書く。", "A value has the shape of its field: one line, a list, or keys with values."),
    "bad-date": (
        "日付は 2024、2024-05、2024-05-14 のどれかで書き、おおよそなら末尾に ~ を付ける。",
        "A date is 2024, 2024-05 or 2024-05-14, with ~ at the end for 'about'.",
    ),
    "bad-amount": (
        "金額は USD 18 billion、over USD 1 billion、USD 15 to 20 billion のように、3文字の通貨コードから書く。",
        "An amount starts with its three-letter currency: USD 18 billion, over USD 1 billion, USD 15 to 20 billion.",
    ),
    "bad-choice": ("決まった選択肢のある項目は、そのなかから選ぶ。", "A field with choices holds one of them."),
    "bad-language": ("言語は ja、en のような2文字のコードで書く。", "A language is its two-letter code, like ja or en."),
    "bad-switch": ("はい・いいえの項目は true か false で書く。", "A yes-or-no field is true or false."),
    "bad-number": ("順番は1以上の整数で書く。", "A place in an order is a whole number from 1."),
    "bad-url": ("アドレスは http:// か https:// で始まる完全な形で書き、利用者名を含めない。", "An address is whole, starts with http:// or https://, and names no user."),
    "bad-character": (
        "値は1行で、見える文字だけからなり、一語に二つの文字体系を混ぜず、数式のように始まらない。",
        "A value is one line of characters that can be seen, mixes no two scripts in a word, and does not start like a formula.",
    ),
    "bad-id": ("IDは ilya-sutskever のように、半角の英小文字、数字、ハイフンで書く。", "Ids are small Latin letters, digits and hyphens, like ilya-sutskever."),
    # rules on ids
    "unknown-id": ("項目に書いたIDには、その記録がある。", "Every id named in a field has its record."),
    "unknown-reference": (
        "文中の [[参照]] と「see」の行き先には記録があり、#のあとの名前はそこにある事実を指す。",
        "Every [[reference]] in prose and every 'see' leads to a record, and its #anchor to a fact there.",
    ),
    "broken-reference": (
        "文中の二重括弧は [[id]]、[[id#事実]]、[[id|表示する文字]] のどれかの形をとる。",
        "Double brackets in prose are whole references: [[id]], [[id#fact]] or [[id|shown words]].",
    ),
    "unequal-references": ("両言語の文は、同じ記録へリンクする。", "Both languages of a text refer to the same records."),
    "self-reference": ("記録から自分自身へはリンクしない。", "A record does not refer to itself as if to another."),
    "duplicate-id": (
        "人物、企業・組織、段階、記事、用語、以前のIDを通じて、IDは重複しない。",
        "No two of people, companies, stages, articles, terms and former ids share an id.",
    ),
    "duplicate-fact-id": (
        "一つの記録のなかで、事実のIDはそれぞれ異なり、ページの節の名前とも重ならない。",
        "Within a record every fact has its own id, and none is the name of a page section.",
    ),
    "duplicate-part": (
        "段階のなかで、一人の人物や一つの組織の役割は一度だけ書く。ページに出るのは一つだけである。",
        "A stage says of a person or organisation only once what it did in it: one part each is shown.",
    ),
    "source-once": ("一つの事実に、同じ出典は一度だけ挙げる。", "A fact cites a source once."),
    "address-kept": (
        "公開したアドレスはなくならない。記録が残っているか、ほかの記録の「formerly」にそのIDがある。",
        "A published address never disappears: its record is there, or another has its id under 'formerly'.",
    ),
    # rules on content
    "end-before-start": ("終わりは始まりより前にならない。", "Nothing ends before it begins."),
    "not-in-future": (
        "記録が述べるのは、すでに起きたことである。これから先でもよいのは、職の始まりと終わり、段階の終わりだけ。",
        "What a record states has happened; only the beginning and end of a post and the end of a stage may be yet to come.",
    ),
    "read-since-published": ("ページを読んだ日は、公開された日か、それよりあとである。", "A page is read on the day of its publication or later."),
    "plain-prose": (
        "文は、ふつうの言葉と参照だけで書く。Markdown、HTML、アドレスはそのまま表示されてしまう。",
        "Prose is plain words and references: Markdown, HTML and addresses would be shown as they stand.",
    ),
    "career-in-order": ("職歴は古い順に書く。", "A career is written oldest post first."),
    "one-end": (
        "職の終わりは一つ。to か left_by、続いている間は as_of を書く。",
        "A post has one end: 'to', 'left_by', or, while it goes on, 'as_of'.",
    ),
    "event-in-stage": ("できごとは、段階の期間のなかに入る。", "An event lies within the dates of its stage."),
    "distinct-order": ("段階の順番は重複しない。", "No two stages have the same place in the order."),
    "reading-of-name": (
        "かなだけでない日本語の名前には、五十音順に並べるための読みをひらがなで書く。",
        "A Japanese name that is not all kana has a reading in hiragana, by which the Japanese index is sorted.",
    ),
    "reading-in-hiragana": ("読みは、空白を入れずにひらがなで書く。", "A reading is in hiragana, without spaces."),
    "name-well-written": (
        "名前の英数字は半角、カナは全角で書き、日本語の名前には空白を入れない（佐藤花子、サム・アルトマン）。",
        "A name is in the usual widths, and a Japanese one has no spaces.",
    ),
    "family-in-name": ("姓は、名前のなかにあるとおりの字で書く。", "A family name stands in the whole name, letter for letter."),
    "seen-in-japanese": ("名前の日本語表記が使われていた出典は、日本語のものである。", "A Japanese form of a name is seen in Japanese sources."),
    "text-in-its-language": (
        "英語の文に日本語の文字はなく、日本語の文には日本語の文字がある。",
        "English text holds no Japanese characters, and Japanese prose holds some.",
    ),
    "equal-numbers": (
        "両言語の文は、同じ数、金額、月を述べる。小さな数は言葉で書いてよい。",
        "Both languages of a text state the same numbers, amounts and months; a small number may be spelled out.",
    ),
    "equal-names": (
        "両言語の文は、アトラスにある同じ人物と企業の名を挙げる。記録の主題だけは代名詞でもよい。",
        "Both languages of a text name the same people and companies of the atlas; only the record's own subject may be a pronoun.",
    ),
    "claim-tested": (
        "事実の記述は、記事以外の出典と照合する。記述の節は記事のなかにある。",
        "A claim of fact is tested against a source besides the article itself; its section exists.",
    ),
    "dispute-about-a-fact": ("論点は記録のなかの事実を指し、代表とする説は多くとも一つ。", "A dispute names a fact of its record, and at most one account leads."),
    "leading-value-known": ("企業の代表とする評価額は、その記録にある評価額の一つ。", "The value that a company leads with is one of its valuations."),
    "distinct-url": ("一つのページに、出典の記録は一つ。", "One page has one source record."),
    "used-source": ("出典は、どこかで引かれている。", "Every source is cited somewhere."),
    # rules on living people
    "neutral-words": ("評価を含む言葉は、誰かの言葉として引用符のなかだけで使う。", "Words that judge stand only in quotation marks, as somebody's own."),
    "contentious-needs-strong-source": (
        "争いのある事実には、一次資料、報道、裁判記録のどれかを添える。弱い出典だけでは足りない。",
        "A contentious fact cites a primary, press or court source; weak ones alone do not carry it.",
    ),
    "court-not-alone": (
        "裁判記録・公文書は、それを取り上げた出典とともに引く。",
        "Court and public records stand only beside a source that discusses them.",
    ),
    "allegation-reported": ("主張には、それを伝える報道を添える。主張した者の言葉だけでは足りない。", "An allegation cites a news report, not only the one who makes it."),
    "unexplained-change": (
        "公開した値を変えた、または除いたときは、記録の「corrections」に書き残す。",
        "A published value that is changed or removed leaves a note in the record's 'corrections'.",
    ),
}
