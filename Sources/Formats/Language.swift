/// A language that residents are answered in.
package enum Language: String, CaseIterable, Sendable {
    case pl
    case en
}
