"""The real service on a data folder of its own, seeded and thrown away afterwards."""

import json
import math
import os
import queue
import re
import shutil
import subprocess
import tempfile
import threading
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)\b")
SEED_SECONDS = 180
START_SECONDS = 90
STOP_SECONDS = 30
ANSWER_SECONDS = 15


def binary() -> Path:
    return ROOT / os.environ.get("EMAPA_BINARY", ".build/debug/emapa")


class Service:
    """Seeds a database, serves it on a free port, and stops with the `with` statement.

    With `database`, a connection string, it serves that one as it is; `options` are more of `serve`'s own.
    """

    def __init__(self, reports=20_000, database=None, options=()):
        self.reports = reports
        self.database = database
        self.options = options

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="emapa-browser-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.data = self.folder / "data"
        self.log = (self.folder / "log").open("w+")
        self.process = None
        if self.database is not None:
            # Beside a database of its own it would keep photos in the checkout.
            self.options = [*self.options, "--photos", str(self.folder / "photos")]
        try:
            if self.database is None:
                self._seed()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process:
            self.stop()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
            self._forget()
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self._forget()

    def _forget(self):
        self.reader.join()
        self.process.stdout.close()
        self.process = None

    def run(self, *arguments):
        """Runs another command on the same database to its end."""
        return subprocess.run(
            [binary(), *arguments, *self._store()], cwd=ROOT, capture_output=True, text=True, timeout=START_SECONDS
        )

    def _store(self):
        return ["--data", str(self.data)] if self.database is None else ["--database", self.database]

    def get(self, path: str):
        """The JSON at a path; None where the answer is empty."""
        with urllib.request.urlopen(self.address + path, timeout=ANSWER_SECONDS) as answer:
            return json.loads(answer.read()) if answer.status == 200 else None

    def tile_around(self, zoom: int, lat: float, lon: float) -> list[dict]:
        """The features of the tile that holds a place."""
        scale = 2**zoom
        x = int((lon + 180) / 360 * scale)
        y = int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * scale)
        tile = self.get(f"/tiles/reports/{zoom}/{x}/{y}.geojson")
        return tile["features"] if tile else []

    def _seed(self):
        arguments = ["--reports", str(self.reports), "--seed", "7", "--until", "2026-06-30", "--data", self.data]
        done = subprocess.run(
            [binary(), "seed", *arguments], cwd=ROOT, stdout=self.log, stderr=self.log, timeout=SEED_SECONDS
        )
        if done.returncode != 0:
            raise RuntimeError(f"seed failed:\n{self._last_lines()}")

    def start(self):
        self.process = subprocess.Popen(
            [binary(), "serve", "--listen", "127.0.0.1:0", *self.options, *self._store()],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        found = queue.Queue()
        self.reader = threading.Thread(target=self._read, args=(found,), daemon=True)
        self.reader.start()
        try:
            self.address = found.get(timeout=START_SECONDS)
        except queue.Empty:
            self.address = None
        if self.address is None:
            raise RuntimeError(f"the service printed no address:\n{self._last_lines()}")

    def _read(self, found):
        """Reads the output to its end, so that the service never waits for a full pipe."""
        for line in self.process.stdout:
            if match := ADDRESS.search(line):
                found.put(match[1])
        found.put(None)

    def _last_lines(self) -> str:
        self.log.seek(0)
        return "".join(self.log.readlines()[-30:])
