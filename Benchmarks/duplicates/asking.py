"""Asking over HTTP whether a matter is reported already, with what people write."""

import json
import pathlib
import random
import subprocess
import urllib.parse
import urllib.request

from harness import load, rounds

HERE = pathlib.Path(__file__).resolve().parent
QUESTIONS = 5000
RATE = 200
CONNECTIONS = 16
WANTED_P99_MS = 5
ENDINGS = ("Proszę o interwencję.", "To niebezpieczne.", "Tak jest od kilku dni.", "Zgłaszam drugi raz.", "")
METRE = 1 / 111_320
HEADER = (
    "| what | how | answers a second | median, ms | p99 | longest | wanted p99 | reached |\n|---|---|---|---|---|---|---|---|"
)


def texts(connection, count, category=""):
    """Reports that are there: (category, longitude, latitude, description)."""
    printed = subprocess.run(
        ["psql", "-XAtq", "-f", str(HERE / "texts.sql"), f"--set=count={count}", f"--set=category={category}", connection],
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout
    return [json.loads(line) for line in printed.splitlines()]


def changed(known, metres=20, seed=1):
    """The same matters as another person reports them: a few metres aside, in words of which some are other ones."""
    dice = random.Random(seed)
    for category, longitude, latitude, description in known:
        words = description.split()
        if len(words) > 6:
            del words[dice.randrange(len(words))]
        words.append(dice.choice(ENDINGS))
        yield (
            category,
            round(longitude + dice.uniform(-metres, metres) * METRE * 1.55, 6),
            round(latitude + dice.uniform(-metres, metres) * METRE, 6),
            " ".join(words).strip(),
        )


def posts(questions):
    for category, longitude, latitude, description in questions:
        body = json.dumps(
            {"category": category, "lon": longitude, "lat": latitude, "description": description}, ensure_ascii=False
        )
        yield (
            "POST /api/v1/duplicates HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body.encode())}\r\n\r\n{body}"
        )


def gets(questions):
    for category, longitude, latitude, description in questions:
        query = urllib.parse.urlencode(
            {"lon": longitude, "lat": latitude, "category": category, "description": description}
        )
        yield f"GET /api/v1/duplicates?{query} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def kept(path, requests):
    """A file of whole requests as the senders read it."""
    path.write_text("".join(request + "\0" for request in requests), encoding="utf-8", newline="")
    return path


def candidates(ours, question):
    """How many are answered to a question: what is measured has to find something."""
    category, longitude, latitude, description = question
    body = {"category": category, "lon": longitude, "lat": latitude, "description": description}
    request = urllib.request.Request(
        ours.address + "/api/v1/duplicates", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return len(json.load(answer)["candidates"])


def paced(folder, ours, what, requests, rate, seconds, tell, wanted=None):
    found = load.taken(load.Paced(folder).start(ours.port, rate, seconds, CONNECTIONS, requests))
    return row(what, f"{rate:,} a second", found["answered"] / seconds, found["p50"], found["p99"], found["max"], wanted, tell)


def closed(ours, what, requests, connections, seconds, tell, wanted=None):
    told = load.answers(
        ours.address, seconds, connections, min(2, connections), script=load.REQUESTS, arguments=[str(requests)]
    )
    how = f"{connections} connection{'s' * (connections > 1)}, one request after the other"
    return row(what, how, told.rate, told.median, told.p99, None, wanted, tell)


def row(what, how, rate, median, p99, longest, wanted, tell):
    tell(f"{what}, {how}: {rate:,.0f} a second, median {median:.2f} ms, p99 {p99:.2f} ms")
    verdict = ("", "") if wanted is None else (f"below {wanted}", rounds.reached(p99 < wanted))
    return (
        f"| {what} | {how} | {rate:,.0f} | {median:.2f} | {p99:.2f} | {'' if longest is None else f'{longest:.1f}'} "
        f"| {verdict[0]} | {verdict[1]} |"
    )


def section(folder, ours, seconds, tell):
    questions = list(changed(texts(ours.connection, QUESTIONS)))
    found = sum(candidates(ours, question) for question in questions[:100]) / 100
    post = kept(folder / "asking-post.bin", posts(questions))
    get = kept(folder / "asking-get.bin", gets(questions))
    few = kept(folder / "asking-few.bin", posts(questions[:100]))
    spoken = "`POST /api/v1/duplicates`"
    # Once through all of it: what the database reads from files, it has read before anybody counts.
    closed(ours, "warming up", post, 8, 2 * seconds, tell)
    rows = [paced(folder, ours, spoken, post, RATE, 2 * seconds, tell, WANTED_P99_MS)]
    rows += [closed(ours, spoken, post, connections, seconds, tell) for connections in (1, 8)]
    rows.append(
        paced(folder, ours, f"{spoken}, 100 questions again and again", few, RATE, 2 * seconds, tell, WANTED_P99_MS)
    )
    rows += [
        closed(ours, f"{spoken}, 100 questions again and again", few, connections, seconds, tell) for connections in (1, 8)
    ]
    spoken = "`GET /api/v1/duplicates`"
    rows.append(paced(folder, ours, spoken, get, RATE, 2 * seconds, tell, WANTED_P99_MS))
    rows.append(closed(ours, spoken, get, 8, seconds, tell))
    conditions = (
        f"{QUESTIONS:,} questions in turn: random seeded reports of all categories as another person would report them, up "
        "to 20 m aside, a word less and another ending; hardly one is about where another is, so what the reports there "
        f"say is mostly not in memory. Each is answered with {found:.1f} candidates on average. At a fixed rate over "
        f"{CONNECTIONS} connections times count from when a request was due; sender, service and database share the two "
        "cores."
    )
    return [conditions, "\n".join([HEADER, *rows])]
