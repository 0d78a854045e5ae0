"""Two contenders in turn, several rounds, so that a machine's moods fall on both."""

import statistics
from dataclasses import dataclass, field


@dataclass
class Duel:
    """One thing done by us and by a peer; each side is a function that measures once."""

    what: str
    peer: str
    ours: callable
    theirs: callable
    wanted: float | None = None
    our_rates: list = field(default_factory=list)
    their_rates: list = field(default_factory=list)

    @property
    def ratio(self):
        """The median of the rounds' own ratios: each round's two runs stood next to each other."""
        return statistics.median(our / their for our, their in zip(self.our_rates, self.their_rates))

    def row(self):
        wanted, verdict = ("", "") if self.wanted is None else (self.wanted, reached(self.ratio >= self.wanted))
        return (
            f"| {self.what} | {spread(self.our_rates)} | {self.peer}: {spread(self.their_rates)} "
            f"| {self.ratio:.2f} | {wanted} | {verdict} |"
        )


def reached(is_so):
    return "yes" if is_so else "**no**"


def spread(rates):
    return f"{statistics.median(rates):,.0f} (best {max(rates):,.0f})"


def play(duels, rounds, tell):
    for number in range(rounds):
        for duel in duels:
            # Who begins changes from round to round.
            for side in ("ours", "theirs") if number % 2 == 0 else ("theirs", "ours"):
                rate = getattr(duel, side)()
                (duel.our_rates if side == "ours" else duel.their_rates).append(rate)
                tell(f"round {number + 1}: {duel.what}: {'emapa' if side == 'ours' else duel.peer} {rate:,.0f} a second")


HEADER = "| what | emapa a second, median | peer a second, median | ratio | wanted | reached |\n|---|---|---|---|---|---|"
