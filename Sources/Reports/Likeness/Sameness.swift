/// What a likeness means.
package enum Sameness: String, CaseIterable, Sendable {
    case same
    case perhaps
    case different
}
