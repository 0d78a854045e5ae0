/// Where a pin stands in a snapshot.
struct PinPlace: Hashable, Sendable {
    let tier: Int32
    let row: UInt32
}
