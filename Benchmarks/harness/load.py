"""The load itself: wrk against an address of this machine, pgbench against a database of it, requests at a fixed rate."""

import pathlib
import re
import subprocess
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
# Sends whole requests of a file, as the paced sender does.
REQUESTS = str(HERE / "requests.lua")
IN_MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}


@dataclass
class Answers:
    """What wrk tells of a run; times in milliseconds, from a request's sending to its answer's end."""

    rate: float
    median: float
    p99: float


def wrk(url, seconds, connections=64, threads=2, headers=(), script=None, arguments=()):
    """Answers a second. An answer that isn't 2xx or 3xx, or a broken connection, is an error, not a slow answer."""
    return answers(url, seconds, connections, threads, headers, script, arguments).rate


def answers(url, seconds, connections=64, threads=2, headers=(), script=None, arguments=()):
    """The same with the times that the answers took."""
    if not url.startswith("http://127.0.0.1:"):
        raise ValueError("load is only sent to this machine")
    command = ["wrk", "--latency", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    command.append(url)
    if arguments:
        command += ["--", *arguments]
    output = subprocess.run(command, check=True, capture_output=True, text=True, timeout=2 * seconds + 30).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(f"{url} did not answer every request:\n{output}")
    times = {
        share: float(time) * IN_MILLISECONDS[unit]
        for share, time, unit in re.findall(r"^ +(50|99)% +([\d.]+)(us|ms|s|m) *$", output, re.MULTILINE)
    }
    return Answers(float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), times["50"], times["99"])


def pgbench(connection, scripts, seconds, clients=4, values=()):
    """Transactions a second of prepared scripts chosen at random: {script: (the variable it binds, its value)}.

    `values` are more variables, which all scripts have.
    """
    command = ["pgbench", "--no-vacuum", "--protocol=prepared", f"--client={clients}", "--jobs=2", f"--time={seconds}"]
    for script, (variable, value) in scripts.items():
        command += [f"--file={script}", f"--define={variable}={value}"]
    command += [f"--define={variable}={value}" for variable, value in values]
    output = subprocess.run(
        command + [connection], check=True, capture_output=True, text=True, timeout=seconds + 30
    ).stdout
    if failed := re.search(r"number of failed transactions: ([1-9]\d*)", output):
        raise RuntimeError(f"pgbench: {failed.group(1)} transactions failed")
    return float(re.search(r"^tps = ([\d.]+)", output, re.MULTILINE).group(1))


class Paced:
    """Requests at a fixed rate, whose times count from when they were due; ./paced.c says how."""

    def __init__(self, folder):
        self.program = str(folder / "paced")
        compiler = ["gcc", "-O2", "-std=gnu11", "-Wall", "-Wextra", "-Werror"]
        subprocess.run([*compiler, str(HERE / "paced.c"), "-o", self.program], check=True, timeout=60)

    def start(self, port, rate, seconds, connections, requests):
        """Begins to send what stands in the file of requests; `told` waits for its end."""
        command = [self.program, str(port), f"{rate:.0f}", str(seconds), str(connections), str(requests)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def told(paced, seconds=600):
    """What a paced sender found, {name: value}."""
    output, _ = paced.communicate(timeout=seconds)
    if paced.returncode != 0:
        raise RuntimeError(f"the paced sender ended with {paced.returncode}")
    return {name: float(value) for name, value in (line.split() for line in output.splitlines())}


def taken(paced, seconds=600):
    """The same; a request that wasn't answered well is an error."""
    found = told(paced, seconds)
    if found["refused"] or found["lost"]:
        raise RuntimeError(f"not everything was taken: {found}")
    return found
