/// What tiles say of pins and clusters: each key by its place in a table.
struct FeatureKey {
    let index: Int

    /// Stands for a key that a layer does not know yet.
    static let unknown = UInt8.max

    static let number = FeatureKey(index: 0)
    static let category = FeatureKey(index: 1)
    static let kind = FeatureKey(index: 2)
    static let status = FeatureKey(index: 3)
    static let created = FeatureKey(index: 4)
    static let supporters = FeatureKey(index: 5)
    static let members = FeatureKey(index: 6)
    static let cluster = FeatureKey(index: 7)
    static let count = FeatureKey(index: 8)
    static let opens = FeatureKey(index: 9)
    /// How many are of a state; of the open ones together under the name of `StateSlot.open`.
    static func state(_ state: StateSlot) -> FeatureKey { FeatureKey(index: 10 + state.index) }
    static let open = state(.open)

    /// The names by their places.
    static let names =
        [
            "number", "category", "kind", "status", "created", "supporters", "members", "cluster", "count",
            "opens",
        ] + StateSlot.names
}
