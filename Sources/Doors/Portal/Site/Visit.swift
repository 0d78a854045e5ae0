import Formats
import HTTP
import Pages
import Territory

/// One request for a page: in its language, of the city as it is, at one moment.
struct Visit: Sendable {
    let request: Request
    let tongue: Tongue
    let city: City
    let now: Timestamp
    let messages: Messages

    var language: Language { tongue.language }

    /// The moments of this page in words.
    var dates: LocalDates { LocalDates(zone: city.timeZone, messages: messages) }

    /// The address under which the visitor came, without a slash at its end.
    var origin: String { request.origin.base.text }

    /// The city's day.
    var today: CivilDate { city.timeZone.local(now).date }

    /// A message without values.
    func words(_ key: String) -> String { messages.text(key) }
}
