import Reports

/// What a pin is, in sixteen bits: four of state, two of kind, four marks, six of prefix.
struct PinTraits: Hashable, Sendable {
    let bits: UInt16

    /// Raised whenever the bits mean something else, or other columns stand beside them.
    static let layout = 3
    /// The bits of state, kind, publicness and membership, which views ask for.
    static let tested = 0x1DF
    /// How many kinds there are.
    static let kindCount = kinds.count
    /// How many prefixes of numbers fit.
    static let mostPrefixes: UInt16 = 64
    private static let kinds: [ReportKind] = [.intervention, .idea, .inquiry]

    init(bits: UInt16) {
        self.bits = bits
    }

    init(
        status: ReportStatus,
        kind: ReportKind,
        isPublic: Bool,
        isMember: Bool,
        leads: Bool,
        wasClosedBefore: Bool,
        prefix: UInt16
    ) {
        let kind =
            switch kind {
            case .intervention: 0
            case .idea: 1
            case .inquiry: 2
            }
        let tested = PinTraits.testedBits(state: StateSlot(status).index, kind: kind, isPublic: isPublic)
        let marks: UInt16 = (isMember ? 1 << 4 : 0) | (leads ? 1 << 5 : 0) | (wasClosedBefore ? 1 << 9 : 0)
        bits = UInt16(tested) | marks | (prefix & 63) << 10
    }

    /// The bits among those of `tested`, of what is no member.
    static func testedBits(state: Int, kind: Int, isPublic: Bool) -> Int {
        state | kind << 6 | (isPublic ? 1 << 8 : 0)
    }

    /// The place of its status.
    @inline(__always) var state: StateSlot { StateSlot(index: Int(bits & 15)) }
    /// Whether it is part of another report's group, and on no map.
    @inline(__always) var isMember: Bool { bits & 1 << 4 != 0 }
    /// Whether it leads others.
    @inline(__always) var leads: Bool { bits & 1 << 5 != 0 }
    /// Whether everybody finds it on maps, as far as that does not hang on its category.
    var isOnMaps: Bool { isPublic && !isMember }
    /// 0, 1 or 2.
    @inline(__always) var kindIndex: Int { Int(bits >> 6 & 3) }
    /// Its status.
    var status: ReportStatus { state.status }
    /// Whether everybody may see it, as far as that does not hang on its category.
    @inline(__always) var isPublic: Bool { bits & 1 << 8 != 0 }
    /// Whether it was closed and reopened.
    @inline(__always) var wasClosedBefore: Bool { bits & 1 << 9 != 0 }
    /// The symbol of its number's prefix.
    @inline(__always) var prefix: UInt16 { bits >> 10 }

    var kind: ReportKind { PinTraits.kinds[min(kindIndex, 2)] }

    /// One bit for each of the kinds.
    static func mask(of kinds: Set<ReportKind>) -> UInt8 {
        PinTraits.kinds.enumerated().reduce(0) { mask, kind in
            kinds.contains(kind.element) ? mask | 1 << UInt8(kind.offset) : mask
        }
    }
}
