package import Formats

/// Where a session was begun, in so few words that nobody is followed by them.
package struct SessionPlace: Sendable, Equatable {
    private static let longestNetwork = 64
    private static let longestAgent = 80

    /// The network: `203.0.113.0/24`.
    package let network: String
    /// The browser and the system: `Firefox, Linux`.
    package let agent: String

    /// Takes the words, as much of them as there is room for.
    package init(network: String, agent: String) {
        self.network = String(network.unicodeScalars.prefix(SessionPlace.longestNetwork))
        self.agent = String(agent.unicodeScalars.prefix(SessionPlace.longestAgent))
    }
}

/// A session that is in force, with whose it is.
package struct StaffSession: Sendable {
    /// The number that rows and forms name it by; it opens nothing.
    package let id: Int
    /// What is still wanted before it is good for anything.
    package let stage: SignInStage
    /// Whose it is.
    package let account: StaffAccount
    /// What its cookie holds.
    package let token: SessionToken
}

/// A session as its owner sees it in a list.
package struct StaffSessionRecord: Sendable {
    package let id: Int
    package let place: SessionPlace
    package let created: Timestamp
    package let seen: Timestamp
}

/// How long sessions last.
package struct SessionLimits: Sendable, Equatable {
    /// Seconds without a request after which one ends.
    package let idle: Int64
    /// Seconds after which one ends whatever happens.
    package let total: Int64
    /// Seconds in which somebody has to get through all that is wanted.
    package static let signingIn: Int64 = 600

    /// Joins the limits, in seconds.
    package init(idle: Int64, total: Int64) {
        self.idle = idle
        self.total = total
    }

    /// An hour without a request, half a day in all.
    package static let usual = SessionLimits(idle: 3_600, total: 43_200)
}
