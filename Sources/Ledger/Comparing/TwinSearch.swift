import Duplicates
import Geography
import PostgreSQL
import Reports

/// Looks for the likely twins of new reports in the transaction that takes them in.
///
/// What it reads of others is bounded: so many of the newest of each cell and category, so many of the nearest of those.
struct TwinSearch {
    let words: KnownWords
    let neighbours: [Neighbour]
    private let leaders: GroupLeaders

    /// Reads what is open around the new reports; the cells must be locked.
    init(around comparisons: [NewComparison], words: KnownWords, in session: borrowing Session) throws {
        self.words = words
        neighbours = try Neighbour.all(around: comparisons, in: session)
        leaders = try GroupLeaders(
            of: Set(neighbours.compactMap(\.above)),
            withheld: comparisons.first?.withheld ?? [],
            in: session
        )
        guard comparisons.count > 1, let comparer = comparisons.first?.comparer else { return }
        // What the nearest of all say is read at once, and is known when one after the other is compared.
        var read: [UUIDBytes: Int] = [:]
        for new in comparisons { for near in nearest(to: new) { read[near.id] = near.version } }
        _ = try ComparedRows.words(read.map { ($0, $1) }, by: comparer, words, in: session)
    }

    /// The nearest of those in whose categories a matter of the new report may have been reported.
    private func nearest(to new: NewComparison) -> [Neighbour] {
        let report = new.report
        let reach = new.comparer.reach(of: report.category)
        return
            neighbours
            .filter { new.comparer.relation(of: report.category, to: $0.category).map { $0 > 0 } ?? false }
            .map { ($0, $0.coordinate.distance(to: report.coordinate)) }
            .filter { $0.1 <= reach }
            // Of two as near, the newer.
            .sorted { ($0.1, $1.0.number.key) < ($1.1, $0.0.number.key) }
            .prefix(Neighbour.mostCompared)
            .map(\.0)
    }

    /// The likeliest twins of one, and the one that it is taken to repeat.
    ///
    /// It is never one of those that its sender says are `different`.
    func twins(
        of new: NewComparison,
        different: Set<UUIDBytes>,
        in session: borrowing Session
    ) throws -> LikelyTwins {
        let report = new.report
        let nearest = nearest(to: new)
        let compared = try ComparedRows(nearest, by: new.comparer, words: words, in: session)
        var found: [(Neighbour, Likeness)] = []
        for neighbour in nearest {
            guard let old = compared[neighbour] else { continue }
            found.append((neighbour, new.comparer.likeness(of: report, to: old)))
        }
        found.sort { $0.1.value > $1.1.value }
        return LikelyTwins(
            matches: matches(of: found),
            suggestion: new.wasAsked ? nil : suggestion(of: found, different: different)
        )
    }

    /// What the sender is told of: what everybody may see, each group by its leader, the likeliest first.
    private func matches(of found: [(Neighbour, Likeness)]) -> [Match] {
        var matches: [Match] = []
        for (neighbour, likeness) in found where likeness.decision != .different && neighbour.isPublic {
            let number =
                neighbour.isMember ? leaders.of(neighbour)?.number ?? neighbour.number : neighbour.number
            guard matches.count < LikelyTwins.mostMatches, !matches.contains(where: { $0.number == number })
            else {
                continue
            }
            matches.append(Match(number: number, likeness: likeness.value, decision: likeness.decision))
        }
        return matches
    }

    /// The leader of the likeliest that is the same; nil where none is, or the sender knows better.
    private func suggestion(of found: [(Neighbour, Likeness)], different: Set<UUIDBytes>) -> Suggestion? {
        for (neighbour, likeness) in found where likeness.decision == .same {
            let leader =
                leaders.of(neighbour)
                ?? GroupLeaders.Leader(
                    id: neighbour.id,
                    number: neighbour.number,
                    isPublic: neighbour.isPublic
                )
            guard !different.contains(leader.id), !different.contains(neighbour.id) else { continue }
            return Suggestion(
                leader: leader.id,
                match: Match(number: leader.number, likeness: likeness.value, decision: .same),
                isPublic: leader.isPublic
            )
        }
        return nil
    }
}

/// What a search has found.
struct LikelyTwins {
    /// At most so many are told.
    static let mostMatches = 5

    var matches: [Match] = []
    /// The report that it is taken to repeat.
    var suggestion: Suggestion?
}

/// A report that another is taken to repeat.
struct Suggestion {
    let leader: UUIDBytes
    let match: Match
    /// Whether its sender may be told.
    let isPublic: Bool
}
