"""Checks of the tree as text: sizes of files, links between documents, traces of a machine, Python's syntax."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_SOURCE = 500
SOURCES = {".swift", ".c", ".h", ".js", ".css", ".py", ".sql", ".sh"}
PICTURES_AND_DATA = {".png", ".ico", ".geojson", ".mvt", ".woff2", ".gz", ".bin"}
NOT_OURS_TO_SHOW = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|work)/[\w.-]+")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def files():
    """Files that git tracks or would track; outside a checkout, every file that isn't hidden or built."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        names = listed.stdout.splitlines()
    else:
        names = [
            os.path.relpath(os.path.join(folder, name), ROOT)
            for folder, folders, found in os.walk(ROOT)
            if not folders.sort() and "/.build" not in folder and "/.setup" not in folder and "/.git" not in folder
            for name in found
        ]
    return [Path(name) for name in names if (ROOT / name).is_file()]


def check_size(path, text):
    lines = text.count("\n")
    if path.suffix in SOURCES and lines > LONGEST_SOURCE:
        yield f"{path}: {lines} lines; split it, {LONGEST_SOURCE} is the limit"


def check_machine(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        if found := NOT_OURS_TO_SHOW.search(line):
            yield f"{path}:{number}: {found.group()} is a path of somebody's machine"
        elif len(str(ROOT)) > 8 and str(ROOT) in line:
            yield f"{path}:{number}: names this checkout's own folder"


def check_links(path, text):
    if path.suffix != ".md":
        return
    prose = re.sub(r"```.*?```", lambda block: "\n" * block.group().count("\n"), text, flags=re.DOTALL)
    for number, line in enumerate(prose.splitlines(), 1):
        for target in LINK.findall(line):
            if re.match(r"[a-z]+:|#", target):
                continue
            if not (ROOT / path.parent / target.split("#")[0]).exists():
                yield f"{path}:{number}: links to {target}, which isn't there"


def check_python(path, text):
    if path.suffix == ".py" or text.startswith("#!/usr/bin/env python3"):
        try:
            compile(text, str(path), "exec")
        except SyntaxError as error:
            yield f"{path}:{error.lineno}: {error.msg}"


def main():
    problems = []
    for path in files():
        if path.suffix in PICTURES_AND_DATA:
            continue
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            if "Fixtures" not in path.parts and "Corpus" not in path.parts and "Fuzz" not in path.parts:
                problems.append(f"{path}: is not UTF-8")
            continue
        for check in (check_size, check_machine, check_links, check_python):
            problems.extend(check(path, text))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
