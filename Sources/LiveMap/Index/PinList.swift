/// Pins that are being collected, each of their fields an array of its own.
struct PinList: Sendable {
    var keys: [Int64] = []
    var numbers: [UInt64] = []
    var created: [UInt32] = []
    var closed: [UInt32] = []
    var supporters: [UInt32] = []
    var versions: [UInt32] = []
    var categories: [UInt16] = []
    var units: [UInt16] = []
    var districts: [UInt16] = []
    var traits: [PinTraits] = []
    var updated: [UInt32] = []
    var due: [UInt32] = []
    var assignees: [UInt32] = []
    var desks: [DeskTraits] = []
    /// When the few that were reopened were closed and reopened, by their rows.
    var spells: [UInt32: [UInt32]] = [:]
    /// How many others the few leaders lead, by their rows.
    var members: [UInt32: UInt32] = [:]
    /// Which units were asked about the few that any was asked about, by their rows.
    var asked: [UInt32: [UInt16]] = [:]

    /// How many pins there are.
    var count: Int { keys.count }

    init() {}

    /// The pins of an array, in its order.
    init(_ pins: [Pin]) {
        reserveCapacity(pins.count)
        for pin in pins { append(pin) }
    }

    mutating func reserveCapacity(_ count: Int) {
        keys.reserveCapacity(count)
        numbers.reserveCapacity(count)
        created.reserveCapacity(count)
        closed.reserveCapacity(count)
        supporters.reserveCapacity(count)
        versions.reserveCapacity(count)
        categories.reserveCapacity(count)
        units.reserveCapacity(count)
        districts.reserveCapacity(count)
        traits.reserveCapacity(count)
        updated.reserveCapacity(count)
        due.reserveCapacity(count)
        assignees.reserveCapacity(count)
        desks.reserveCapacity(count)
    }

    mutating func append(_ pin: Pin) {
        if !pin.spells.isEmpty { spells[UInt32(keys.count)] = pin.spells }
        if pin.members > 0 { members[UInt32(keys.count)] = pin.members }
        if !pin.queue.asked.isEmpty { asked[UInt32(keys.count)] = pin.queue.asked }
        keys.append(pin.key)
        numbers.append(pin.number)
        created.append(pin.created)
        closed.append(pin.closed)
        supporters.append(pin.supporters)
        versions.append(pin.version)
        categories.append(pin.category)
        units.append(pin.unit)
        districts.append(pin.district)
        traits.append(pin.traits)
        updated.append(pin.queue.updated)
        due.append(pin.queue.due)
        assignees.append(pin.queue.assignee)
        desks.append(pin.queue.traits)
    }
}
