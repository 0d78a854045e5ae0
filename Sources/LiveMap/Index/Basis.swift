/// What decides which pins stand on the two ready-made maps, everything public and the default view.
///
/// A run that was made on another basis is walked pin by pin until it is made anew.
struct Basis: Sendable, Equatable {
    /// The day that the default view is of.
    var day: MapDay
    /// The categories, by their codes, of which the public sees nothing.
    var withheld: Set<String> = []
    /// Rises whenever one of the others changes: comparing it compares them.
    var generation = 0
}
