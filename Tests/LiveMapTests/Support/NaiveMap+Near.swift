import Formats
import Geography
import LiveMap
import Reports

extension NaiveMap {
    /// What a question ought to find: every report looked at, one after the other.
    func near(_ question: NearQuestion) -> [NearReport] {
        let surroundings = Surroundings(of: question.coordinate)
        let ranked = marks.values.compactMap { mark -> (rank: Double, report: NearReport)? in
            let metres = surroundings.distance(to: mark.coordinate)
            guard metres <= question.metres, let addition = question.categories[mark.category],
                !mark.isMember,
                maySee(mark, question.viewer), mark.created <= question.moment
            else { return nil }
            let closed = closing(of: mark, at: question.moment)
            if let closed, closed < question.closedSince { return nil }
            let days = Double(question.moment.seconds - mark.created.seconds) / 86_400
            let age = min(days * question.metresPerDay, question.mostMetresForAge)
            let report = NearReport(
                number: mark.number,
                category: mark.category,
                metres: metres,
                status: mark.status,
                created: mark.created,
                closed: closed,
                coordinate: mark.coordinate
            )
            return (metres + addition + age + (closed == nil ? 0 : question.metresForClosed), report)
        }
        return ranked.sorted { ($0.rank, $0.report.number.key) < ($1.rank, $1.report.number.key) }
            .prefix(question.limit).map(\.report)
    }

    private func maySee(_ mark: ReportMark, _ viewer: MapView.Viewer) -> Bool {
        let isPublic =
            !mark.isHidden && mark.status.isPublic(of: mark.kind) && !withheld.contains(mark.category)
        return switch viewer {
        case .everyone: isPublic
        case .centre: true
        case .unit(let unit): isPublic || mark.isSeen(by: unit)
        case .unitAlone(let unit): mark.isSeen(by: unit)
        }
    }

    private func closing(of mark: ReportMark, at moment: Timestamp) -> Timestamp? {
        if let closed = mark.closed, closed <= moment { return closed }
        return mark.closedSpells.first { $0.closed <= moment && $0.reopened > moment }?.closed
    }
}
