"""What the commands that write records say, in Japanese and English; {names} stand for what they speak of."""

WRITING: dict[str, tuple[str, str]] = {
    "fmt/differs": ("{path}：{line}行目から形が違う", "{path}: not in the one form from line {line} on"),
    "fmt/written": ("{path}：書きそろえた", "{path}: rewritten"),
    "fmt/done": ("記録{read}件のうち{count}件を書きそろえた", "{read} records read, {count} rewritten"),
    "fmt/found": ("記録{read}件のうち{count}件が、そろえた形と違う", "{read} records read, {count} not in the one form"),
    "fmt/none": (
        "「{path}」は記録でも、記録のフォルダーでもない → data/people/sam-altman.yml や data/people のように書く",
        "'{path}' is no record and no folder of records → name it like data/people/sam-altman.yml or data/people",
    ),
}
