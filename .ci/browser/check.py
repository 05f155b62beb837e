# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Says what is wrong with pages. Usage: check.py AXE.js BROWSER FILE.html..."""
import base64
import html
import json
import pathlib
import re
import sys
import tempfile

import wrong
from chromium import Browser

MEASURES = "".join(pathlib.Path(__file__).with_name(name + ".js").read_text(encoding="utf-8")
                   for name in ("common", "layout", "figures", "contrast"))
FRAME = pathlib.Path(__file__).with_name("frame.js").read_text(encoding="utf-8")
AXE = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
WIDE, NARROW = 1200, 390
# A4 is 210 mm wide, 96 px an inch, with Chromium's margins of 1 cm.
PAPER = 718
SCREENS = [(WIDE, "light", False), (WIDE, "dark", False), (NARROW, "light", False), (NARROW, "dark", False),
           (PAPER, "light", True)]
MOST_BYTES, MOST_SHEETS = 2_000_000, 100


def show(browser, width, scheme, paper, details):
    """Shows the open page in another way, and says how."""
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                 mobile=width == NARROW)
    browser.call("Emulation.setEmulatedMedia", media="print" if paper else "screen",
                 features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = %s; })"
                     % json.dumps(details == "open"))
    return "A4" if paper else f"{width} px {scheme}"


def measured(browser):
    """What is wrong in each way to show the page, and what was looked at."""
    faults, looked_at = {}, {}
    for width, scheme, paper in SCREENS:
        for details in ("open", "closed"):
            way = show(browser, width, scheme, paper, details)
            found = browser.evaluate(f"(async (width, paper) => {{ {MEASURES} }})"
                                     f"({width}, {json.dumps(paper)})")
            looked_at = {part: max(found[part], looked_at.get(part, 0)) for part in ("texts", "figures")}
            for element, what in found["faults"]:
                faults.setdefault(f"{element} {what}", {}).setdefault(way, set()).add(details)
    return [fault + told(ways) for fault, ways in faults.items()], looked_at


def told(ways):
    """Where a fault is, if not everywhere; what is folded away is named only where that matters."""
    if len(ways) == len(SCREENS) and all(len(details) == 2 for details in ways.values()):
        return ""
    return " (" + "; ".join(screen if len(details) == 2 else f"{screen}, details {''.join(details)}"
                            for screen, details in ways.items()) + ")"


def sheets(browser):
    """How many sheets of paper the page is printed on."""
    pdf = base64.b64decode(browser.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def reported(browser, url):
    """What the browser complained about, and what the page asked for."""
    for event in browser.events:
        about = event.get("params", {})
        if event["method"] == "Log.entryAdded" and about["entry"]["level"] in ("warning", "error"):
            yield "console: " + about["entry"]["text"]
        elif event["method"] == "Runtime.consoleAPICalled" and about["type"] in ("warning", "error", "assert"):
            yield "console: " + " ".join(str(part.get("value", "")) for part in about["args"])
        elif event["method"] == "Runtime.exceptionThrown":
            yield "console: " + about["exceptionDetails"]["text"]
        elif event["method"] == "Network.requestWillBeSent":
            asked = about["request"]["url"]
            if asked != url and not asked.startswith(("data:", "about:")):
                yield "asks for " + asked


def in_frame(browser, page, folder, allowed, size, script):
    """What a script gives of the page in a frame without an origin."""
    frame = folder / "frame.html"
    frame.write_text(f'<!DOCTYPE html><meta charset="utf-8"><iframe sandbox="{allowed}" {size} '
                     f'srcdoc="{html.escape(page.read_text(encoding="utf-8"))}"></iframe>', encoding="utf-8")
    browser.open(frame.as_uri())
    children = browser.call("Page.getFrameTree")["frameTree"]["childFrames"]
    world = browser.call("Page.createIsolatedWorld", frameId=children[0]["frame"]["id"])
    return browser.evaluate(script, contextId=world["executionContextId"])


def in_sandbox(browser, page, folder):
    """The text of the page in a frame that may do nothing, as a mail program's."""
    return in_frame(browser, page, folder, "", 'width="1200" height="900"', "document.body.innerText")


def in_kubeflow(browser, page, folder):
    """What does not work in the frame beside Kubeflow's graph: scripts may run, and it is small."""
    browser.events.clear()
    yield from in_frame(browser, page, folder, "allow-scripts", 'width="480" height="600"',
                        f"(async () => {{ {FRAME} }})()")
    yield from reported(browser, (folder / "frame.html").as_uri())


def accessible(browser):
    """What axe finds, in light and dark: https://github.com/dequelabs/axe-core."""
    for scheme in ("light", "dark"):
        show(browser, WIDE, scheme, False, "open")
        found = browser.evaluate(AXE + ";\naxe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })"
                                 ".then(result => result.violations.map("
                                 "one => [one.id, one.nodes.length, one.nodes[0].html, one.help]))")
        for rule, count, example, what in found:
            yield f"axe {rule}: {what}; {count} times, such as {example[:120]} ({scheme})"


def said(text):
    """A page's text, without the one label that its script adds."""
    return " ".join(text.replace("Filter rows:", "").split())


def check(browser, page, folder):
    """What is wrong with a page, and what to say where nothing is."""
    url = page.resolve().as_uri()
    browser.call("Emulation.clearDeviceMetricsOverride")
    browser.call("Emulation.setEmulatedMedia", media="", features=[])
    browser.open(url)
    text, paper = said(browser.evaluate("document.body.innerText")), sheets(browser)
    faults, looked_at = measured(browser)
    if not 0 < paper <= MOST_SHEETS:
        faults.append(f"is printed on {paper} sheets, which is none or more than {MOST_SHEETS}")
    size = page.stat().st_size
    if size >= MOST_BYTES:
        faults.append(f"has {size} bytes, which is not less than {MOST_BYTES}")
    faults += accessible(browser)
    faults += dict.fromkeys(reported(browser, url))
    faults += [f"in Kubeflow's frame: {fault}" for fault in dict.fromkeys(in_kubeflow(browser, page, folder))]
    if not text or said(in_sandbox(browser, page, folder)) != text:
        faults.append("is blank, or says something else in a sandboxed frame")
    return faults, (f"{size / 1000:.0f} kB, {looked_at['figures']} figures, {looked_at['texts']} texts,"
                    f" {paper} sheets")


def prove(browser, folder):
    """What the check does not find in pages that are wrong on purpose."""
    page = folder / "wrong.html"
    for what, expected, content in wrong.pages():
        page.write_text(content, encoding="utf-8")
        faults, _ = check(browser, page, folder)
        if expected is None and faults:
            yield f"{what}: found {faults}"
        elif expected is not None and not any(expected in fault for fault in faults):
            yield f"{what}: nothing found with '{expected}', but {faults}"


def main(program, names):
    pages = [pathlib.Path(name) for name in names]
    for page in pages:
        if not page.is_file():
            print(f"pages: {page} is not a file", file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory(prefix="pages-", ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        browser = Browser(program, folder)
        try:
            if unfound := list(prove(browser, folder)):
                print("pages: the check does not find what it is for:", *unfound, sep="\n  ", file=sys.stderr)
                return 1
            print(f"finds each of {len(wrong.pages()) - 1} faults made on purpose")
            failed = False
            for page in pages:
                faults, summary = check(browser, page, folder)
                print(f"{page}: " + (f"{len(faults)} faults" if faults else "right") + f"; {summary}")
                for fault in faults:
                    print(f"  {page.name}: {fault}", file=sys.stderr)
                failed = failed or bool(faults)
            return int(failed)
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[2], sys.argv[3:]))
