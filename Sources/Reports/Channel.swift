/// The way on which a report came in.
package enum Channel: String, CaseIterable, Sendable {
    case portal
    case mobile
    /// Written down by a consultant for a caller.
    case phone
    case email
    case chat
    case open311
    case partner
}
