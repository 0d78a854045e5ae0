/// Many pins, each of their fields an array of its own, so that a walk reads only what it needs.
struct Columns: Sendable {
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
    /// When the few that were reopened were closed and reopened, by their rows.
    var spells: [UInt32: [UInt32]] = [:]

    /// How many bytes a pin takes, spells apart.
    static let bytesPerRow = 8 + 8 + 4 * 4 + 2 * 4

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
    }

    mutating func append(_ pin: Pin) {
        if !pin.spells.isEmpty { spells[UInt32(keys.count)] = pin.spells }
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
    }

    /// The pin in a row.
    subscript(row: Int) -> Pin {
        Pin(
            key: keys[row],
            number: numbers[row],
            created: created[row],
            closed: closed[row],
            supporters: supporters[row],
            version: versions[row],
            category: categories[row],
            unit: units[row],
            district: districts[row],
            traits: traits[row],
            spells: traits[row].wasClosedBefore ? spells[UInt32(row)] ?? [] : []
        )
    }

    /// The first row whose key is not below `key`, out of some rows.
    func firstRow(notBelow key: Int64, in rows: Range<Int>) -> Int {
        var low = rows.lowerBound
        var high = rows.upperBound
        while low < high {
            let middle = (low + high) >> 1
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
