/// The latest events of a source with their numbers: what a client missed can be had from it, within its bounds.
///
/// An event's id is `<source>-<number>`, so that an id of another source, or of the one before a restart, is known for
/// foreign.
struct EventJournal {
    /// The source's name, different for every process.
    private let source: String
    private let capacity: Int
    private let byteCapacity: Int
    private var kept: [[UInt8]] = []
    private var keptBytes = 0
    /// The number of the latest event; 0 before the first.
    private var latest: UInt64 = 0

    /// Keeps at most so many events and so many bytes of them.
    init(source: String, capacity: Int, byteCapacity: Int) {
        self.source = source
        self.capacity = capacity
        self.byteCapacity = byteCapacity
    }

    /// The id from which a client goes on that has heard everything up to now.
    var position: String { "\(source)-\(latest)" }

    /// Gives the event the next number and keeps it; returns it as it is sent.
    mutating func add(_ event: ServerSentEvent) -> [UInt8] {
        latest += 1
        let bytes = event.bytes(id: position)
        kept.append(bytes)
        keptBytes += bytes.count
        var surplus = 0
        while keptBytes > byteCapacity || kept.count - surplus > capacity {
            keptBytes -= kept[surplus].count
            surplus += 1
        }
        kept.removeFirst(surplus)
        return bytes
    }

    /// The events after the one with an id; nil if that cannot be known any more.
    func events(after id: String) -> ArraySlice<[UInt8]>? {
        guard let dash = id.lastIndex(of: "-"), id[..<dash] == source,
            let number = UInt64(id[id.index(after: dash)...]), number <= latest,
            latest - number <= UInt64(kept.count)
        else { return nil }
        return kept.suffix(Int(latest - number))
    }
}
