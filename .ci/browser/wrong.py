# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pages that are wrong on purpose, each in one way, so that the check is known to find it."""

RIGHT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<style>
:root { color-scheme: light dark; --paper: #fff; --text: #222; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #111; --text: #eee; } }
body { background: var(--paper); color: var(--text); margin: 1rem; }
figure { margin: 0; }
svg { display: block; width: 100%; max-width: 400px; height: auto; }
text { font: 13px "DejaVu Sans", sans-serif; fill: var(--text); }
.scroll { overflow-x: auto; }
@media print { .scroll { white-space: normal; } }
</style></head><body>
<h1>A page</h1>
<div class="scroll"><p>A paragraph.</p></div>
<details><summary>More</summary><p>What is hidden.</p></details>
<details open><summary>Less</summary><p>What is not hidden.</p></details>
<figure id="chart">
<svg viewBox="0 0 300 100" role="img" aria-label="A chart">
<rect x="0" y="0" width="300" height="100" fill="#fff" fill-opacity="0"/>
<path d="M10,10 L90,90" stroke="#888" fill="none"/>
<text x="100" y="50">label</text><text x="200" y="50">other</text>
</svg>
<figcaption>The line goes down to the right.</figcaption>
</figure>
</body></html>
"""

# What is wrong; a part of what is to be said about it; what is replaced in the right page, and by what.
FAULTS = [
    ("too wide for a phone", "(390 px light; 390 px dark)",
     "<h1>A page", '<h1 style="width: 600px">A page'),
    ("too wide for a screen", "html is 1216 px wide", "<h1>A page", '<h1 style="width: 1200px">A page'),
    ("too wide to the left", "sticks out: from -20 px", "<h1>A page",
     '<h1 style="margin-left: -36px">A page'),
    ("too wide when opened", "(390 px light, details open; 390 px dark, details open)",
     "<p>What is hidden.", '<p style="width: 500px">What is hidden.'),
    ("not made for a phone", "is laid out 980 px wide",
     '<meta name="viewport" content="width=device-width, initial-scale=1">', ""),
    ("wide only on paper", "(A4)",
     "<p>A paragraph.", '<p style="width: 900px">A paragraph.'),
    ("a text beyond its figure", "“label” is cut off", 'x="100"', 'x="-9"'),
    ("a text on another", "“other” is on the text “label”", 'x="200"', 'x="120"'),
    ("a label twice", "“label” is there twice", ">other<", ">label<"),
    ("a small text", "px high, less than 9 px (390 px light; 390 px dark)", 'viewBox="0 0 300 100"', 'viewBox="0 0 600 100"'),
    ("a figure without texts", "has no text",
     '<text x="100" y="50">label</text><text x="200" y="50">other</text>', ""),
    ("a letter as an outline", "letters drawn as outlines", "<path",
     '<path d="M10,10 Q20,20 30,10 Z"/><path'),
    ("pale text", "h1 “A page” has a contrast of", "<h1", '<h1 style="color: #8888"'),
    ("pale text in dark", "(1200 px dark; 390 px dark)", "--text: #eee", "--text: #555"),
    ("pale text in a figure", "“label” has a contrast of", '<text x="100"', '<text fill-opacity=".3" x="100"'),
    ("text on a shape", "“label” has a contrast of", '<text x="100"',
     '<rect x="90" y="30" width="60" height="30" fill="#777"/><text x="100"'),
    ("text on a picture", "stands on a picture", "<h1",
     '<h1 style="background-image: linear-gradient(red, blue)"'),
    ("a message in the console", "console: Error: <path> attribute d", "M10,10 L90,90", "M10,10 L90,no"),
    ("a warning in the console", "console: a warning", "<h1>",
     "<script>console.warn('a warning')</script><h1>"),
    ("a style from outside", "leads outside: url(pages.woff", "figure {",
     "@font-face { font-family: x; src: url(pages.woff) } figure {"),
    ("a picture from outside", "asks for https://example.org/x.png", "<h1>",
     '<img src="https://example.org/x.png" alt=""><h1>'),
    ("a link outside", 'leads outside: href="https', "A paragraph.", '<a href="https://example.org">A</a>'),
    ("a script that stores", "in Kubeflow's frame: console: Uncaught", "<h1>", "<script>localStorage.x</script><h1>"),
    ("a table that does not sort", "in Kubeflow's frame: a table of 3 rows cannot be sorted", "<h1>",
     '<table class="data"><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>3</td></tr>'
     '<tr><td>2</td></tr></tbody></table><h1>'),
    ("a link to nothing", "in Kubeflow's frame: the link #none leads nowhere", "A paragraph.",
     'A paragraph with a <a href="#none" style="color: inherit">link</a>.'),
    ("a page without a language", "axe html-has-lang", '<html lang="en">', "<html>"),
    ("a form", "form does not work in a sandboxed frame", "<h1>", "<form></form><h1>"),
    ("a frame", "iframe does not work in a sandboxed frame", "<h1>", '<iframe srcdoc=""></iframe><h1>'),
    ("a handler", "has a script in onclick", "<h1", '<h1 onclick="0"'),
    ("a page that a script writes", "says something else in a sandboxed frame", "</body>",
     "<script>document.body.append('More.')</script></body>"),
    ("a large page", "has 2", "<h1>", f"<!--{'x' * 2_000_000}--><h1>"),
    ("a page for much paper", "is printed on 102 sheets", "<h1>",
     '<p style="break-after: page">.</p>' * 101 + "<h1>"),
    ("no caption", "has no sentence in a figcaption",
     "<figcaption>The line goes down to the right.</figcaption>", ""),
    ("no sentence", "has no sentence in a figcaption", "to the right.", "to the right"),
    ("a short sentence", "has no sentence in a figcaption", "The line goes down to the right.", "A line."),
    ("no role", "has no role", 'role="img"', ""),
    ("no label", "has no role", 'aria-label="A chart"', ""),
]


def pages():
    """What is wrong with a page, a part of what is to be said about it, and the page; the first is right."""
    for what, _, old, _ in FAULTS:
        assert RIGHT.count(old) == 1, f"{what}: '{old}' is not once in the right page"
    return [("a right page", None, RIGHT)] + [
        (what, expected, RIGHT.replace(old, new)) for what, expected, old, new in FAULTS]
