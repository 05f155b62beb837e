# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Has links of pages to files outside of docs/ lead to the repository, and refuses one to a file that is not there."""
import pathlib
import re

import mkdocs.exceptions

LINK = re.compile(r"(?<!!)\]\((\.\./[^)\s]+)\)")


def on_page_markdown(markdown, page, config, files):
    docs = pathlib.Path(config.docs_dir).resolve()

    def outside(link):
        path, _, part = link[1].partition("#")
        target = (docs / page.file.src_uri).parent.joinpath(path).resolve()
        if target.is_relative_to(docs):
            return link[0]
        if not target.exists():
            raise mkdocs.exceptions.PluginError(f"{page.file.src_uri}: there is no {path}")
        address = f"{config.repo_url}/blob/main/{target.relative_to(docs.parent)}"
        return f"]({address}{'#' + part if part else ''})"

    return LINK.sub(outside, markdown)
