import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// One request for a page of the console by nobody in particular: in its language, at one moment.
struct DispatchVisit: Sendable {
    let request: Request
    let language: Language
    let city: City
    let now: Timestamp
    let messages: Messages

    /// The moments of this page in words.
    var dates: LocalDates { LocalDates(zone: city.timeZone, messages: messages) }

    /// A message without values.
    func words(_ key: String) -> String { messages.text(key) }

    /// Where the visitor is, for the list of sessions.
    var place: SessionPlace {
        SessionPlace(
            network: request.remoteAddress.surroundings,
            agent: AgentName.words(for: request.headers["User-Agent"])
        )
    }
}

/// One request for a page of the console by somebody who has signed in.
struct StaffVisit: Sendable {
    let visit: DispatchVisit
    let staff: SignedInStaff

    var request: Request { visit.request }
    var language: Language { visit.language }
    var city: City { visit.city }
    var now: Timestamp { visit.now }
    var messages: Messages { visit.messages }
    var dates: LocalDates { visit.dates }
    var place: SessionPlace { visit.place }

    /// Whether a page is asked for, as browsers do, or data.
    var wantsPage: Bool { request.headers[.accept]?.contains("text/html") == true }

    /// A message without values.
    func words(_ key: String) -> String { visit.words(key) }
}
