"""The load itself: wrk against an address of this machine, pgbench against a database of it."""

import re
import subprocess


def wrk(url, seconds, connections=64, threads=2, headers=(), script=None, arguments=()):
    """Answers a second. An answer that isn't 2xx or 3xx, or a broken connection, is an error, not a slow answer."""
    if not url.startswith("http://127.0.0.1:"):
        raise ValueError("load is only sent to this machine")
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    command.append(url)
    if arguments:
        command += ["--", *arguments]
    output = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 30).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(f"{url} did not answer every request:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))


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
