"""The page on which a run's figures are kept, with the day and the machine they belong to."""

import datetime
import os
import pathlib
import platform
import re
import subprocess

RESULTS = pathlib.Path(__file__).resolve().parents[1] / "results"


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


def todays(job):
    return RESULTS / f"{datetime.date.today()}-{job}.md"


def write(job, sections):
    """Writes Benchmarks/results/<date>-<job>.md, in place of an earlier one of the same day, and returns its path."""
    path = todays(job)
    path.parent.mkdir(exist_ok=True)
    head = [f"# {job}, {datetime.date.today()}", f"Machine: {machine()}. Commit: {commit()}."]
    path.write_text("\n\n".join(head + sections) + "\n", encoding="utf-8")
    return path


def keep_sections(job, titles, sections, tell):
    """Writes today's page with what was measured now, {part: texts}, in place of what an earlier run left of the same parts."""
    if not sections:
        return
    measured = f"Measured at {datetime.datetime.now():%H:%M}, commit {commit()}."
    known = {}
    if todays(job).exists():
        _, *found = re.split(r"^## ", todays(job).read_text(encoding="utf-8"), flags=re.MULTILINE)
        known = {title: text.strip() for title, text in (section.split("\n", 1) for section in found)}
    known |= {titles[part]: "\n\n".join([measured, *texts]) for part, texts in sections.items()}
    path = write(job, [f"## {title}\n\n{known[title]}" for title in titles.values() if title in known])
    tell(path.read_text(encoding="utf-8"))
    tell(f"kept in {path.relative_to(RESULTS.parents[1])}")
