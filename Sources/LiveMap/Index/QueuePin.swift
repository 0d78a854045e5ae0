import Reports

/// What units' queues know of a report, as the index keeps it.
struct QueuePin: Hashable, Sendable {
    /// Seconds since 1970.
    let updated: UInt32
    /// Seconds since 1970; `QueuePin.notDue` while no clock runs.
    let due: UInt32
    /// The number of an account; `QueuePin.nobody` if nobody has it.
    let assignee: UInt32
    let traits: DeskTraits
    /// The units that were asked about it, by symbol; empty for nearly all.
    let asked: [UInt16]

    static let notDue = UInt32.max
    static let nobody: UInt32 = 0
}

extension QueuePin {
    /// The facts with their names replaced by symbols; nil when the symbols are used up.
    init?(_ facts: QueueFacts, symbols: inout Symbols) {
        var asked: [UInt16] = []
        for unit in facts.asked {
            guard let symbol = symbols.units.intern(unit) else { return nil }
            asked.append(symbol)
        }
        self.init(
            updated: Pin.seconds(of: facts.updated),
            due: facts.due.map { min(Pin.seconds(of: $0), QueuePin.notDue - 1) } ?? QueuePin.notDue,
            assignee: facts.assignee.map { UInt32(clamping: $0) } ?? QueuePin.nobody,
            traits: DeskTraits(facts),
            asked: asked
        )
    }
}

/// On which way a report came in and what is special about it, in eight bits: three of channel, three marks.
struct DeskTraits: Hashable, Sendable {
    let bits: UInt8

    /// How many different ones there may be.
    static let count = 1 << 8

    private static let channels: [Channel] = [.portal, .mobile, .phone, .email, .chat, .open311, .partner]

    init(bits: UInt8) {
        self.bits = bits
    }

    init(_ facts: QueueFacts) {
        let channel = UInt8(DeskTraits.channels.firstIndex(of: facts.channel) ?? 0)
        bits =
            channel | (facts.isUrgent ? 1 << 3 : 0) | (facts.needsReview ? 1 << 4 : 0)
            | (facts.asked.isEmpty ? 0 : 1 << 5)
    }

    /// Whether the bits stand for something.
    var isKnown: Bool { Int(bits & 7) < DeskTraits.channels.count && bits >> 6 == 0 }
    /// The way on which it came in.
    var channel: Channel { DeskTraits.channels[min(Int(bits & 7), DeskTraits.channels.count - 1)] }
    /// Whether it goes first.
    @inline(__always) var isUrgent: Bool { bits & 1 << 3 != 0 }
    /// Whether somebody should look at where it was placed.
    @inline(__always) var needsReview: Bool { bits & 1 << 4 != 0 }
    /// Whether any unit was asked about it.
    @inline(__always) var isAsked: Bool { bits & 1 << 5 != 0 }

    /// One bit for each of the channels.
    static func mask(of wanted: Set<Channel>) -> UInt8 {
        channels.enumerated().reduce(0) { mask, channel in
            wanted.contains(channel.element) ? mask | 1 << UInt8(channel.offset) : mask
        }
    }
}
