import Formats
import Geography
import LiveMap
import Testing

extension Story {
    /// Somebody's question about what is near.
    mutating func question() throws -> NearQuestion {
        var categories: [String: Double] = ["unheard.of": 1]
        for category in Story.categories where choice(below: 3) > 0 {
            categories[category] = one(of: [0, 0, 25, 300])
        }
        let moment = Timestamp(seconds: 1_767_225_600 + Int64(choice(below: 260 * 86_400)))
        return NearQuestion(
            at: try place(within: one(of: [0, 0.002, 0.02])),
            within: one(of: [0, 20, 150, 150, 400, 1_000]),
            categories: categories,
            moment: moment,
            closedSince: moment.advanced(bySeconds: -86_400 * Int64(choice(below: 60))),
            metresPerDay: one(of: [0, 0.5, 10]),
            mostMetresForAge: one(of: [20, 60]),
            metresForClosed: one(of: [0, 40]),
            limit: one(of: [1, 5, 40, 64]),
            for: one(of: [.everyone, .everyone, .centre, .unit("MPO"), .unitAlone("ZZM")])
        )
    }
}
