"""The page on which a run's figures are kept, with the day and the machine they belong to."""

import datetime
import os
import pathlib
import platform
import subprocess


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    gibibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {gibibytes:.0f} GiB, Linux {platform.release()}"


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} has no VmRSS")


def processor_seconds(pid):
    """What a process has used of the processors' time so far."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def commit():
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    changed = subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True, check=False).stdout
    return (told.stdout.strip() or "unknown") + (" with changes" if changed.strip() else "")


def write(job, sections):
    """Writes Benchmarks/results/<date>-<job>.md, in place of an earlier one of the same day, and returns its path."""
    today = datetime.date.today().isoformat()
    path = pathlib.Path(__file__).resolve().parents[1] / "results" / f"{today}-{job}.md"
    path.parent.mkdir(exist_ok=True)
    head = [f"# {job}, {today}", f"Machine: {machine()}. Commit: {commit()}."]
    path.write_text("\n\n".join(head + sections) + "\n", encoding="utf-8")
    return path
