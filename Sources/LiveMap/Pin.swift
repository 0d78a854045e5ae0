import Formats
import Geography
import Reports

/// A report as the index keeps it: fixed size, no references, so that a million of them are one array.
struct Pin: Sendable {
    let key: MortonKey
    let number: UInt64
    let id: ReportIdentifier
    let coordinate: Coordinate
    let created: Timestamp
    /// The moment of closing; `Pin.notClosed` while the report is open.
    let closed: Timestamp
    let supporters: Int32
    let version: Int32
    let category: UInt16
    let prefix: UInt16
    let kind: ReportKind
    let status: ReportStatus
    /// Whether everybody may see it, as far as that does not hang on its category.
    let isPublic: Bool

    static let notClosed = Timestamp(microseconds: .max)

    /// The order of the index: by place, then by number, so that it depends on the data alone.
    static func precedes(_ left: Pin, _ right: Pin) -> Bool {
        precedes((left.key, left.number), (right.key, right.number))
    }

    /// The order of the index, of what it goes by alone.
    static func precedes(_ left: (MortonKey, UInt64), _ right: (MortonKey, UInt64)) -> Bool {
        left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
    }
}

extension Pin {
    /// The pin of a report; nil when the symbols are used up.
    init?(_ mark: ReportMark, symbols: inout Symbols) {
        guard let category = symbols.intern(mark.category), let prefix = symbols.intern(mark.number.prefix)
        else { return nil }
        self.init(
            key: MortonKey(mark.coordinate),
            number: mark.number.key,
            id: mark.id,
            coordinate: mark.coordinate,
            created: mark.created,
            closed: mark.closed ?? Pin.notClosed,
            supporters: Int32(clamping: mark.supporters),
            version: Int32(clamping: mark.version),
            category: category,
            prefix: prefix,
            kind: mark.kind,
            status: mark.status,
            isPublic: !mark.isHidden && mark.status.isPublic(of: mark.kind)
        )
    }
}
