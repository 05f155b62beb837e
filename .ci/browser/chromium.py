# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A headless Chromium that is told what to do through a pair of pipes: its DevTools protocol, with nothing
to install and no port to be free. https://chromedevtools.github.io/devtools-protocol/"""
import json
import os
import select
import subprocess
import time

# No name is resolved: what a page asks for from outside is seen, and never leaves this machine.
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--disable-features=IsolateSandboxedIframes",
         "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe"]
PATIENCE = 60


class Browser:
    """One tab of one browser, with all that was reported about it."""

    def __init__(self, program, folder):
        told, self.telling = os.pipe()
        self.hearing, said = os.pipe()
        self.log = os.path.join(folder, "chromium.log")
        with open(self.log, "wb") as log:
            # The browser reads from 3 and writes to 4.
            self.process = subprocess.Popen(
                ["bash", "-c", f'exec 8<&{told} 9>&{said} 3<&8 4>&9 8<&- 9>&-; exec "$@"', "-", program,
                 f"--user-data-dir={folder}/profile", *FLAGS],
                pass_fds=(told, said), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        os.close(told)
        os.close(said)
        self.number, self.unread, self.session, self.events = 0, b"", None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
        # A page has all of the width that it is shown at.
        self.call("Emulation.setScrollbarsHidden", hidden=True)

    def call(self, method, **parameters):
        """Asks, and waits for the answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.telling, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self.number:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def open(self, url):
        """Loads a page; what was reported before is forgotten."""
        self.events.clear()
        loader = self.call("Page.navigate", url=url)["loaderId"]
        while not any(event["method"] == "Page.lifecycleEvent" and event["params"]["name"] == "load"
                      and event["params"]["loaderId"] == loader for event in self.events):
            self.events.append(self._next())

    def evaluate(self, script, **where):
        """The value of a script in the page, of a promise its result."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True,
                           **where)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def _next(self):
        end = time.monotonic() + PATIENCE
        while b"\0" not in self.unread:
            ready, _, _ = select.select([self.hearing], [], [], max(0, end - time.monotonic()))
            more = os.read(self.hearing, 1 << 20) if ready else b""
            if not more:
                with open(self.log, encoding="utf-8", errors="replace") as log:
                    raise RuntimeError("the browser does not answer; it said:\n" + log.read()[-2000:])
            self.unread += more
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def close(self):
        """Ends this browser, and no other."""
        os.close(self.telling)
        os.close(self.hearing)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
