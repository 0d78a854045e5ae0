"""How well reports about one matter are found among labelled ones, beside two rules that cities live with."""

import json
import subprocess

from harness import rounds, service

JUDGING = str(service.ROOT / ".build/release/Judging")
LABELLED = service.ROOT / "Tests/LabelledReports"
HALVES = {"measuring": "the measuring half", "tuning": "the tuning half"}
RULES = {"emapa": "Emapa", "fixmystreet": "FixMyStreet's rule", "signalen": "Signalen's rule"}
WANTED = {"precision": 0.97, "recall_at_5": 0.95, "recall": 0.40}


def judged(half):
    files = sorted(map(str, (LABELLED / half).glob("*.json")))
    printed = subprocess.run(
        [JUDGING, str(service.ROOT / "geodata/krakow"), *files], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    return json.loads(printed)


def section(tell):
    texts = []
    for half, name in HALVES.items():
        told = judged(half)
        tell(f"{half}: {told['emapa']}")
        lines = [
            f"{told['reports']} labelled reports, {name}:\n",
            "| rule | precision of 'same' | recall of pairs | share linked | recall at 5 | said | pairs | followers |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for rule, title in RULES.items():
            found = told[rule]
            lines.append(
                f"| {title} | {found['precision']:.3f} | {found['recall']:.3f} | {found['linked']:.3f} "
                f"| {found['recall_at_5']:.3f} | {found['said']} | {found['twins']} | {found['followers']} |"
            )
        if half == "measuring":
            wanted = [f"{value:.2f} ({rounds.reached(told['emapa'][key] >= value)})" for key, value in WANTED.items()]
            lines.append(f"| wanted of Emapa at least (reached) | {wanted[0]} | {wanted[2]} | | {wanted[1]} | | | |")
        texts.append("\n".join(lines))
    return texts
