import Formats
import Pages
import Territory
import TestSupport
import Testing

@testable import Doors

struct LocalDatesTests {
    private func dates(_ language: Language) throws -> LocalDates {
        let messages = try Messages.all(site: "\(Checkout.root)/portal")
        return LocalDates(zone: try Krakow.city.timeZone, messages: try #require(messages[language]))
    }

    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

    @Test func `a moment is told by the city's clocks`() throws {
        let late = try moment("2026-11-21T23:05:00Z")
        #expect(try dates(.pl).moment(late) == "22 listopada 2026, 0:05")
        #expect(try dates(.en).moment(late) == "22 November 2026, 0:05")
    }

    @Test func `every month has a name`() throws {
        for language in Language.allCases {
            let dates = try dates(language)
            let names = (1...12).compactMap { CivilDate(year: 2026, month: $0, day: 5) }.map { dates.day($0) }
            #expect(Set(names).count == 12)
            #expect(names.allSatisfy { !$0.contains("dates.") })
        }
    }

    @Test func `the last day is the one before the end`() throws {
        #expect(try dates(.pl).lastDay(before: moment("2026-11-30T23:00:00Z")) == "30 listopada 2026")
    }

    @Test(arguments: [
        ("2026-11-22T06:40:00Z", "dziś o 7:40"), ("2026-11-23T06:40:00Z", "jutro o 7:40"),
        ("2026-11-24T06:40:00Z", "we wtorek o 7:40"), ("2026-11-28T06:40:00Z", "w sobotę o 7:40"),
        ("2026-11-29T06:40:00Z", "29 listopada 2026, 7:40"),
    ])
    func `what is soon is told by its day`(moment text: String, words: String) throws {
        // A Sunday.
        let now = try moment("2026-11-22T05:00:00Z")
        #expect(try dates(.pl).soon(moment(text), now: now) == words)
    }
}
