/// Through which door something was done; the words are kept in the database.
package enum DoorName: String, CaseIterable, Sendable {
    case portal
    case api
    case open311
    case dispatch
}
