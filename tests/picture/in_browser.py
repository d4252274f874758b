#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `report --html` and `plan -o html` in a real browser.

    in_browser.py TWINAIDD TWINAID

Chromium opens what the command line wrote of a server with the gifts of 2020:
nothing is asked of the network, both languages show and can be switched, every
pairing has its line, the page fits a phone, and there is a picture to see. Each
check has a planted fault that it must find. Ends with 0 if all is as it should
be.
"""

import json
import pathlib
import re
import sys

from browser import Browser, Listener, colours
from filled_server import FilledServer

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
SEA = bytes.fromhex("e9f1f7")  # of the palette, by day

# Runs in a copy of the page without its policy: tells which texts readers see,
# those of pictures apart, since names find different room in each language.
PROBE = """<script>
const seen = {};
for (const language of ['en', 'zh']) {
  document.getElementById(language).click();
  const shown = seen[language] = {page: [], pictures: []};
  const walker = document.createTreeWalker(document.querySelector('main'),
                                           NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || parent.getClientRects().length === 0) continue;
    (parent.closest('svg') ? shown.pictures : shown.page).push(text);
  }
}
seen.wide = document.documentElement.scrollWidth - window.innerWidth;
document.body.textContent = 'SEEN' + JSON.stringify(seen) + 'SEEN';
</script></body>"""

HAN = re.compile("[\u4e00-\u9fff]")
wrong = []


def check(what, is_so):
    print(("ok    " if is_so else "WRONG ") + what)
    if not is_so:
        wrong.append(what)


class Pages:
    """Pages in a folder, and copies of them with something changed."""

    def __init__(self, folder, browser):
        self.folder = folder
        self.browser = browser

    def write(self, name, html):
        path = self.folder / name
        path.write_text(html, encoding="utf-8")
        return path

    def seen(self, name, html, frame_width=None):
        """What the probe tells of a page, at the width of a phone or not."""
        bare = POLICY.sub("", html).replace("</body>", PROBE)
        path = self.write(name, bare)
        dom = self.browser.dom(path)
        if frame_width:
            # A window of Chromium has a least width; a frame has none.
            framed = bare.replace("&", "&amp;").replace('"', "&quot;")
            path = self.write("framed-" + name,
                              f'<iframe width="{frame_width}" height="700" '
                              f'srcdoc="{framed}"></iframe><script>'
                              "onload = () => { document.body.textContent = "
                              "document.querySelector('iframe')"
                              ".contentDocument.body.textContent; };</script>")
            dom = self.browser.dom(path)
        text = dom.split("SEEN")[-2] if dom.count("SEEN") >= 2 else "{}"
        for entity, character in (("&lt;", "<"), ("&gt;", ">"),
                                  ("&nbsp;", "\u00a0"), ("&amp;", "&")):
            text = text.replace(entity, character)
        return json.loads(text)


def check_quiet(pages, html):
    """No request leaves; one that is planted leaves only without the policy."""
    with Listener() as listener:
        planted = html.replace(
            "<main>",
            f'<main><img src="{listener.address}/img">'
            f'<link rel="stylesheet" href="{listener.address}/css">'
            f'<script src="{listener.address}/js"></script>'
            f"<script>fetch('{listener.address}/fetch')</script>")
        pages.browser.dom(pages.write("plain.html", html))
        check("the page asks nothing", not listener.asked)
        pages.browser.dom(pages.write("planted.html", planted))
        check("the policy holds back what is planted", not listener.asked)
        pages.browser.dom(pages.write("open.html", POLICY.sub("", planted)))
        check("without the policy the planted requests are seen",
              len(set(listener.asked)) >= 3)


def check_languages(pages, html):
    seen = pages.seen("seen.html", html)
    en = seen["en"]["page"] + seen["en"]["pictures"]
    zh = seen["zh"]["page"] + seen["zh"]["pictures"]
    check("English shows", "Who looks after whom" in en
          and "San Antonio" in en)
    check("no Chinese beside it", not HAN.search(" ".join(en)))
    check("Chinese shows after the switch", "结对互助" in zh and "圣安东尼奥" in zh)
    check("no English sentence beside it", "Who looks after whom" not in zh
          and "The map has" not in " ".join(zh))
    check("names stand on the map in both",
          len(seen["en"]["pictures"]) > 10 and len(seen["zh"]["pictures"]) > 10)
    check("both tell as many things",
          len(seen["en"]["page"]) == len(seen["zh"]["page"]))
    # Without the switch both show at once, which the same checks find.
    both = pages.seen("both.html", re.sub(r"#en:checked[^\n]*\n", "", html))
    check("a page that shows both at once is found out",
          HAN.search(" ".join(both["en"]["page"])) is not None)


def check_phone(pages, html):
    check("it fits a desk", pages.seen("desk.html", html)["wide"] <= 0)
    check("it fits a phone",
          pages.seen("phone.html", html, frame_width=360)["wide"] <= 0)
    broad = html.replace("<main>", "<main><pre>" + "too broad " * 60 + "</pre>")
    check("a page too broad for a phone is found out",
          pages.seen("broad.html", broad, frame_width=360)["wide"] > 0)


def check_picture(pages, html):
    def shot(name, text):
        return colours(pages.browser.screenshot(
            pages.write(name + ".html", text), pages.folder / (name + ".png"),
            800, 900))

    seen = shot("shot", html)
    check(f"the screenshot has {len(seen)} colours", len(seen) > 50)
    check("there is sea on it", seen.get(SEA, 0) > 5000)
    # A style that is not the one of the policy is not applied.
    other = shot("other", html.replace("--sea:", "--sea :"))
    check("a style that was changed is refused", other.get(SEA, 0) == 0)
    check("an empty page has one colour", len(shot("blank", "<p></p>")) == 1)


def lines_of(dom, sort):
    # Those of the legend have no way to go.
    return len(re.findall(f'<path class="{sort} s-[a-z]+" d="[^"]*[Qc]', dom))


def check_lines(pages, name, html, pairings):
    check(f"{name} has pairings to show", pairings > 5)
    dom = pages.browser.dom(pages.write(name + ".html", html))
    check(f"{name}: {pairings} pairings, as many lines",
          lines_of(dom, "pair") == pairings)
    fewer = html.replace('<path class="pair ', '<path class="gone ', 1)
    dom = pages.browser.dom(pages.write("fewer.html", fewer))
    check(f"{name}: a line that is missing is found out",
          lines_of(dom, "pair") == pairings - 1)


def check_report(server, pages):
    path = pages.folder / "report.html"
    server.run("report", "--html", path)
    html = path.read_text(encoding="utf-8")
    check("twice the same", server.run("report", "--html", "-") == html)
    check("the Chinese page begins in Chinese",
          'id="zh" checked' in server.run("--lang", "zh", "report", "--html",
                                          "-"))
    pairings = [p for p in server.ask("pairing", "list", "--round", "demo")]
    check_lines(pages, "report", html, len(pairings))
    check_quiet(pages, html)
    check_languages(pages, html)
    check_phone(pages, html)
    check_picture(pages, html)


def check_plan(server, pages):
    words = ("plan", "--data", server.folder / "data", "--rungs", "2")
    html = server.run("-o", "html", *words)
    check_lines(pages, "plan", html, len(server.ask(*words)["pairings"]))
    check("a plan has no flows", "Help over time" not in html)


def main():
    twinaidd, twinaid = sys.argv[1:]
    with FilledServer(twinaidd, twinaid) as server:
        server.fill()
        folder = pathlib.Path(server.folder) / "pages"
        folder.mkdir()
        pages = Pages(folder, Browser())
        check_report(server, pages)
        check_plan(server, pages)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
