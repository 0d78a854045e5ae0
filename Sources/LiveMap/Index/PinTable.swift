import Geography

/// Sorted pins, each of their fields a column of its own, so that a walk reads only what it needs.
final class PinTable: Sendable {
    let keys: Column<Int64>
    /// The columns and rows on the map that the keys are woven of: a walk adds them up.
    let across: Column<UInt32>
    let down: Column<UInt32>
    let numbers: Column<UInt64>
    let created: Column<UInt32>
    let closed: Column<UInt32>
    let supporters: Column<UInt32>
    let versions: Column<UInt32>
    let categories: Column<UInt16>
    let units: Column<UInt16>
    let districts: Column<UInt16>
    let traits: Column<PinTraits>
    let updated: Column<UInt32>
    let due: Column<UInt32>
    let assignees: Column<UInt32>
    let desks: Column<DeskTraits>
    /// When the few that were reopened were closed and reopened, by their rows.
    let spells: [UInt32: [UInt32]]
    /// How many others the few leaders lead, by their rows.
    let members: [UInt32: UInt32]
    /// Which units were asked about the few that any was asked about, by their rows.
    let asked: [UInt32: [UInt16]]

    /// Takes over sorted pins.
    init(_ list: consuming PinList) {
        // Each array is let go of as soon as it is copied.
        keys = Column(list.keys)
        (across, down) = PinTable.unwoven(keys)
        list.keys = []
        numbers = Column(list.numbers)
        list.numbers = []
        created = Column(list.created)
        list.created = []
        closed = Column(list.closed)
        list.closed = []
        supporters = Column(list.supporters)
        list.supporters = []
        versions = Column(list.versions)
        list.versions = []
        categories = Column(list.categories)
        list.categories = []
        units = Column(list.units)
        list.units = []
        districts = Column(list.districts)
        list.districts = []
        traits = Column(list.traits)
        list.traits = []
        updated = Column(list.updated)
        list.updated = []
        due = Column(list.due)
        list.due = []
        assignees = Column(list.assignees)
        list.assignees = []
        desks = Column(list.desks)
        spells = list.spells
        members = list.members
        asked = list.asked
    }

    /// Joins columns of one length.
    init(
        keys: Column<Int64>,
        numbers: Column<UInt64>,
        created: Column<UInt32>,
        closed: Column<UInt32>,
        supporters: Column<UInt32>,
        versions: Column<UInt32>,
        categories: Column<UInt16>,
        units: Column<UInt16>,
        districts: Column<UInt16>,
        traits: Column<PinTraits>,
        updated: Column<UInt32>,
        due: Column<UInt32>,
        assignees: Column<UInt32>,
        desks: Column<DeskTraits>,
        spells: [UInt32: [UInt32]],
        members: [UInt32: UInt32],
        asked: [UInt32: [UInt16]]
    ) {
        self.keys = keys
        (across, down) = PinTable.unwoven(keys)
        self.numbers = numbers
        self.created = created
        self.closed = closed
        self.supporters = supporters
        self.versions = versions
        self.categories = categories
        self.units = units
        self.districts = districts
        self.traits = traits
        self.updated = updated
        self.due = due
        self.assignees = assignees
        self.desks = desks
        self.spells = spells
        self.members = members
        self.asked = asked
    }

    /// The pins of two tables in one, as a plan says.
    ///
    /// `olderRows` and `newerRows` say where the plan moves each row, as `MergePlan.rows` tells.
    init(_ older: PinTable, _ newer: PinTable, by plan: MergePlan, olderRows: [UInt32], newerRows: [UInt32]) {
        keys = Column(older.keys, newer.keys, by: plan)
        across = Column(older.across, newer.across, by: plan)
        down = Column(older.down, newer.down, by: plan)
        numbers = Column(older.numbers, newer.numbers, by: plan)
        created = Column(older.created, newer.created, by: plan)
        closed = Column(older.closed, newer.closed, by: plan)
        supporters = Column(older.supporters, newer.supporters, by: plan)
        versions = Column(older.versions, newer.versions, by: plan)
        categories = Column(older.categories, newer.categories, by: plan)
        units = Column(older.units, newer.units, by: plan)
        districts = Column(older.districts, newer.districts, by: plan)
        traits = Column(older.traits, newer.traits, by: plan)
        updated = Column(older.updated, newer.updated, by: plan)
        due = Column(older.due, newer.due, by: plan)
        assignees = Column(older.assignees, newer.assignees, by: plan)
        desks = Column(older.desks, newer.desks, by: plan)
        var spells: [UInt32: [UInt32]] = [:]
        var members: [UInt32: UInt32] = [:]
        var asked: [UInt32: [UInt16]] = [:]
        for (table, rows) in [(older, olderRows), (newer, newerRows)] {
            for (row, times) in table.spells where rows[Int(row)] != MergePlan.dropped {
                spells[rows[Int(row)]] = times
            }
            for (row, count) in table.members where rows[Int(row)] != MergePlan.dropped {
                members[rows[Int(row)]] = count
            }
            for (row, units) in table.asked where rows[Int(row)] != MergePlan.dropped {
                asked[rows[Int(row)]] = units
            }
        }
        self.spells = spells
        self.members = members
        self.asked = asked
    }

    /// Some rows of another table, as queues walk over them: without the spells of earlier days, and the members.
    init(_ rows: Column<UInt32>, of other: PinTable) {
        keys = other.keys.picking(rows)
        across = other.across.picking(rows)
        down = other.down.picking(rows)
        numbers = other.numbers.picking(rows)
        created = other.created.picking(rows)
        closed = other.closed.picking(rows)
        supporters = other.supporters.picking(rows)
        versions = other.versions.picking(rows)
        categories = other.categories.picking(rows)
        units = other.units.picking(rows)
        districts = other.districts.picking(rows)
        traits = other.traits.picking(rows)
        updated = other.updated.picking(rows)
        due = other.due.picking(rows)
        assignees = other.assignees.picking(rows)
        desks = other.desks.picking(rows)
        spells = [:]
        members = [:]
        var asked: [UInt32: [UInt16]] = [:]
        if !other.asked.isEmpty {
            for place in 0..<rows.count {
                if let units = other.asked[rows[place]] { asked[UInt32(place)] = units }
            }
        }
        self.asked = asked
    }

    private static func unwoven(_ keys: Column<Int64>) -> (Column<UInt32>, Column<UInt32>) {
        let woven = { (place: Int) in UInt64(bitPattern: keys[place]) }
        return (
            Column(count: keys.count) { MortonKey.compact(woven($0)) },
            Column(count: keys.count) { MortonKey.compact(woven($0) >> 1) }
        )
    }

    /// How many pins there are.
    var count: Int { keys.count }

    /// How many bytes they take.
    var byteCount: Int {
        keys.byteCount + across.byteCount + down.byteCount + numbers.byteCount + created.byteCount
            + closed.byteCount + supporters.byteCount
            + versions.byteCount + categories.byteCount + units.byteCount + districts.byteCount
            + traits.byteCount + updated.byteCount + due.byteCount + assignees.byteCount + desks.byteCount
            + asked.count * 64 + spells.values.reduce(0) { $0 + 64 + 4 * $1.count } + members.count * 16
    }

    /// The pin in a row.
    subscript(row: Int) -> Pin {
        Pin(
            key: keys[row],
            number: numbers[row],
            created: created[row],
            closed: closed[row],
            supporters: supporters[row],
            members: traits[row].leads ? members[UInt32(row)] ?? 0 : 0,
            version: versions[row],
            category: categories[row],
            unit: units[row],
            district: districts[row],
            traits: traits[row],
            spells: traits[row].wasClosedBefore ? spells[UInt32(row)] ?? [] : [],
            queue: QueuePin(
                updated: updated[row],
                due: due[row],
                assignee: assignees[row],
                traits: desks[row],
                asked: desks[row].isAsked ? asked[UInt32(row)] ?? [] : []
            )
        )
    }

    /// The first row whose key is not below `key`, out of some rows.
    func firstRow(notBelow key: Int64, in rows: Range<Int>) -> Int {
        rows.firstPlace { keys[$0] < key }
    }
}
