/// A table's columns as they are walked: bare addresses, so that looking at a row costs just that.
///
/// Whoever walks holds the snapshot, which holds the table.
@safe struct PinRows: @unchecked Sendable {
    // Invariant: the addresses are those of columns, which are never written to.
    private let keys: UnsafePointer<Int64>
    private let across: UnsafePointer<UInt32>
    private let down: UnsafePointer<UInt32>
    private let numbers: UnsafePointer<UInt64>
    private let created: UnsafePointer<UInt32>
    private let closed: UnsafePointer<UInt32>
    private let supporters: UnsafePointer<UInt32>
    private let categories: UnsafePointer<UInt16>
    private let units: UnsafePointer<UInt16>
    private let districts: UnsafePointer<UInt16>
    private let traits: UnsafePointer<PinTraits>
    private let updated: UnsafePointer<UInt32>
    private let due: UnsafePointer<UInt32>
    private let assignees: UnsafePointer<UInt32>
    private let desks: UnsafePointer<DeskTraits>
    private unowned(unsafe) let table: PinTable

    init(_ table: PinTable) {
        unsafe keys = table.keys.start
        unsafe across = table.across.start
        unsafe down = table.down.start
        unsafe numbers = table.numbers.start
        unsafe created = table.created.start
        unsafe closed = table.closed.start
        unsafe supporters = table.supporters.start
        unsafe categories = table.categories.start
        unsafe units = table.units.start
        unsafe districts = table.districts.start
        unsafe traits = table.traits.start
        unsafe updated = table.updated.start
        unsafe due = table.due.start
        unsafe assignees = table.assignees.start
        unsafe desks = table.desks.start
        unsafe self.table = table
    }

    @inline(__always) func key(_ row: Int) -> Int64 { unsafe keys[row] }
    @inline(__always) func x(_ row: Int) -> UInt32 { unsafe across[row] }
    @inline(__always) func y(_ row: Int) -> UInt32 { unsafe down[row] }
    @inline(__always) func number(_ row: Int) -> UInt64 { unsafe numbers[row] }
    @inline(__always) func created(_ row: Int) -> UInt32 { unsafe created[row] }
    @inline(__always) func closed(_ row: Int) -> UInt32 { unsafe closed[row] }
    @inline(__always) func supporters(_ row: Int) -> UInt32 { unsafe supporters[row] }
    @inline(__always) func category(_ row: Int) -> UInt16 { unsafe categories[row] }
    @inline(__always) func unit(_ row: Int) -> UInt16 { unsafe units[row] }
    @inline(__always) func district(_ row: Int) -> UInt16 { unsafe districts[row] }
    @inline(__always) func traits(_ row: Int) -> PinTraits { unsafe traits[row] }
    @inline(__always) func updated(_ row: Int) -> UInt32 { unsafe updated[row] }
    @inline(__always) func due(_ row: Int) -> UInt32 { unsafe due[row] }
    @inline(__always) func assignee(_ row: Int) -> UInt32 { unsafe assignees[row] }
    @inline(__always) func desk(_ row: Int) -> DeskTraits { unsafe desks[row] }

    /// How many others it leads.
    @inline(__always)
    func members(_ row: Int) -> UInt32 {
        traits(row).leads ? unsafe table.members[UInt32(row)] ?? 0 : 0
    }

    /// Whether a unit was asked about it.
    @inline(__always)
    func isAsked(_ row: Int, _ unit: Int) -> Bool {
        desk(row).isAsked ? unsafe table.asked[UInt32(row)]?.contains { Int($0) == unit } ?? false : false
    }

    /// When it was closed and reopened, in turn.
    func spells(_ row: Int) -> [UInt32] { unsafe table.spells[UInt32(row)] ?? [] }
}
