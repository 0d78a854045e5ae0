"""Emapa on a folder of seeded reports: started, stopped, asked."""

import json
import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request

from . import children

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMAPA = os.environ.get("EMAPA", str(ROOT / ".build/release/emapa"))


def seed(data, reports):
    """Seeds a folder, unless it was seeded by an earlier run."""
    done = data.parent / f"{data.name}.seeded"
    if done.exists():
        return
    data.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [EMAPA, "seed", "--reports", str(reports), "--seed", "1", "--data", str(data)],
        cwd=ROOT, check=True, timeout=900, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    done.touch()


class Service:
    """A running instance; its private database is there as long as it runs."""

    def __init__(self, running, data, *options):
        self.running = running
        self.data = str(data)
        self.port = children.free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        name = f"emapa-{self.port}"
        self.log = pathlib.Path(running.log_folder) / f"{name}.log"
        self.process = running.start(
            name, EMAPA, "serve", "--listen", f"127.0.0.1:{self.port}", "--data", self.data, "--read-rate", "0",
            "--log-format", "json", *options,
        )
        children.wait_until_answered(self.address + "/readyz", self.process, seconds=120)

    def stop(self):
        self.running.stop(self.process)

    @property
    def connection(self):
        """The private cluster's connection string, as `emapa check` prints it."""
        printed = subprocess.run(
            [EMAPA, "check", "--data", self.data], capture_output=True, text=True, check=True, timeout=60
        ).stdout
        return re.search(r"^connection +(.+)$", printed, re.MULTILINE).group(1)

    def told(self, event):
        """The facts of an event of the log, or None."""
        for line in self.log.read_text(encoding="utf-8").splitlines():
            if f'"event":"{event}"' in line:
                return json.loads(line)
        return None

    def fetch(self, path):
        """The bytes at a path and the answer's headers."""
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return answer.read(), answer.headers
