"""Processes that a benchmark starts and ends again, by the id it was given, whatever happens in between."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request


class Children:
    """A context in which processes run; leaving it ends each of them and waits for it."""

    def __init__(self, log_folder):
        self.log_folder = log_folder
        self.running = []

    def __enter__(self):
        # A benchmark that is asked to end leaves through __exit__ too.
        signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        return self

    def __exit__(self, *_):
        for process in reversed(self.running):
            self.stop(process)

    def start(self, name, *command, **identity):
        """Starts a process that writes into <name>.log, as this user or as the one that Popen is told."""
        with open(os.path.join(self.log_folder, name + ".log"), "ab") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **identity)
        self.running.append(process)
        return process

    def stop(self, process, seconds=30):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if process in self.running:
            self.running.remove(process)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_answered(url, process, seconds=60, context=None):
    """Waits for a 2xx at the address; a process that has ended meanwhile is an error at once. `context` is for TLS."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server of {url} ended with {process.returncode}; its log tells why")
        try:
            with urllib.request.urlopen(url, timeout=2, context=context):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"{url} did not answer within {seconds} s")
