"""What MkDocs is asked to do differently when it builds by itself (`mkdocs build`): the proof that the frame gives the same pages."""

from pathlib import Path

from mkdocs.plugins import event_priority


@event_priority(-100)
def on_files(files, *, config):
    """Leave out the theme's files: its style, script, search workers and icons are loaded by no page."""
    own = config.theme.custom_dir
    for file in list(files):
        if file.src_dir and not str(file.src_dir).startswith((config.docs_dir, own)):
            files.remove(file)
    return files


def on_env(env, *, config, files):
    """Where our scripts and style stand; the atlas's own build gives each version of them a folder of its own."""
    env.globals["assets"] = "assets"
    return env


def on_post_template(output_content: str, *, template_name: str, config) -> str:
    """One 404 page for both languages: the English build must not overwrite the one at the root."""
    return "" if template_name == "404.html" and config.theme["language"] != "ja" else output_content


def on_page_read_source(*, page, config) -> str | None:
    """A page written by hand tells its readers which of its sections are newer in the other language."""
    from scripts import load, texts
    from scripts.catalog import Catalog

    language, name = Path(page.file.abs_src_path).parent.name, Path(page.file.src_uri).stem
    if Path(page.file.abs_src_path).parent.parent != Path(config.docs_dir) or name == "index":
        return None  # made from records
    data = load.Data(Path(config.config_file_path).parent)
    load.load_ledgers(data.root, data)
    return texts.with_notice(Catalog(data), name, language, Path(page.file.abs_src_path).read_text(encoding="utf-8-sig"))
