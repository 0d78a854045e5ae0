import Formats
import Geography
import Reports

/// A report as the index keeps it: small, of whole numbers, its names replaced by symbols.
struct Pin: Hashable, Sendable {
    let key: Int64
    let number: UInt64
    /// Seconds since 1970.
    let created: UInt32
    /// Seconds since 1970; `Pin.notClosed` while the report is open.
    let closed: UInt32
    let supporters: UInt32
    /// How many other reports it leads; 0 for nearly all.
    let members: UInt32
    let version: UInt32
    let category: UInt16
    let unit: UInt16
    let district: UInt16
    let traits: PinTraits
    /// When it was closed and reopened before, in turn; empty for nearly all.
    let spells: [UInt32]
    /// What units' queues know of it.
    let queue: QueuePin

    static let notClosed = UInt32.max

    /// The order of the index: by place, then by number, so that it depends on the data alone.
    static func precedes(_ left: Pin, _ right: Pin) -> Bool {
        left.key == right.key ? left.number < right.number : left.key < right.key
    }

    /// Whether the public's map shows the same of both.
    func looksLike(_ other: Pin) -> Bool {
        key == other.key && created == other.created && closed == other.closed
            && supporters == other.supporters && members == other.members && category == other.category
            && unit == other.unit
            && district == other.district && traits == other.traits && spells == other.spells
    }
}

extension Pin {
    /// The pin of a report; nil when the symbols are used up.
    init?(_ mark: ReportMark, symbols: inout Symbols) {
        guard let prefix = symbols.prefixes.intern(mark.number.prefix), prefix < PinTraits.mostPrefixes,
            let category = symbols.categories.intern(mark.category),
            let unit = symbols.units.intern(mark.unit),
            let district = symbols.districts.intern(mark.district),
            let queue = QueuePin(mark.queue, symbols: &symbols)
        else { return nil }
        self.init(
            key: MortonKey(mark.coordinate).rawValue,
            number: mark.number.key,
            created: Pin.seconds(of: mark.created),
            closed: mark.closed.map { min(Pin.seconds(of: $0), Pin.notClosed - 1) } ?? Pin.notClosed,
            supporters: UInt32(clamping: mark.supporters),
            members: UInt32(clamping: mark.members),
            version: UInt32(clamping: mark.version),
            category: category,
            unit: unit,
            district: district,
            traits: PinTraits(
                status: mark.status,
                kind: mark.kind,
                isPublic: !mark.isHidden && mark.status.isPublic(of: mark.kind),
                isMember: mark.isMember,
                leads: mark.members > 0,
                wasClosedBefore: !mark.closedSpells.isEmpty,
                prefix: prefix
            ),
            spells: mark.closedSpells.flatMap { [Pin.seconds(of: $0.closed), Pin.seconds(of: $0.reopened)] },
            queue: queue
        )
    }

    /// Whole seconds, as far as 32 bits reach (1970 to 2106).
    static func seconds(of moment: Timestamp) -> UInt32 {
        UInt32(clamping: moment.seconds)
    }
}
