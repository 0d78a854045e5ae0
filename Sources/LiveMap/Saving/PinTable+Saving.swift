extension PinTable {
    /// Appends all columns, then the spells: how many have any, then for each its row, their count and their times; then
    /// how many lead others, and for each its row and how many; then
    /// about how many any unit was asked, and for each its row and the units.
    func append(to saved: inout MapBytes) {
        saved.append(keys)
        saved.append(numbers)
        saved.append(created)
        saved.append(closed)
        saved.append(supporters)
        saved.append(versions)
        saved.append(categories)
        saved.append(units)
        saved.append(districts)
        saved.append(traits)
        saved.append(updated)
        saved.append(due)
        saved.append(assignees)
        saved.append(desks)
        saved.append(UInt64(spells.count))
        for (row, times) in spells.sorted(by: { $0.key < $1.key }) {
            saved.append(UInt64(row))
            saved.append(Column(times))
        }
        saved.append(UInt64(members.count))
        for (row, count) in members.sorted(by: { $0.key < $1.key }) {
            saved.append(UInt64(row))
            saved.append(UInt64(count))
        }
        saved.append(UInt64(asked.count))
        for (row, units) in asked.sorted(by: { $0.key < $1.key }) {
            saved.append(UInt64(row))
            saved.append(Column(units))
        }
    }

    /// Reads what `append` wrote.
    convenience init(reading reader: inout MapBytesReader) throws(UnfitMapBytes) {
        let keys = try reader.column(Int64.self)
        let numbers = try reader.column(UInt64.self)
        let created = try reader.column(UInt32.self)
        let closed = try reader.column(UInt32.self)
        let supporters = try reader.column(UInt32.self)
        let versions = try reader.column(UInt32.self)
        let categories = try reader.column(UInt16.self)
        let units = try reader.column(UInt16.self)
        let districts = try reader.column(UInt16.self)
        let traits = try reader.column(PinTraits.self)
        let updated = try reader.column(UInt32.self)
        let due = try reader.column(UInt32.self)
        let assignees = try reader.column(UInt32.self)
        let desks = try reader.column(DeskTraits.self)
        var spells: [UInt32: [UInt32]] = [:]
        for _ in 0..<(try reader.count(of: 16)) {
            spells[try reader.row(below: keys.count)] = try reader.column(UInt32.self).array
        }
        var members: [UInt32: UInt32] = [:]
        for _ in 0..<(try reader.count(of: 16)) {
            members[try reader.row(below: keys.count)] = UInt32(clamping: try reader.number())
        }
        var asked: [UInt32: [UInt16]] = [:]
        for _ in 0..<(try reader.count(of: 16)) {
            asked[try reader.row(below: keys.count)] = try reader.column(UInt16.self).array
        }
        let counts = [
            numbers.count, created.count, closed.count, supporters.count, versions.count, categories.count,
            units.count, districts.count, traits.count, updated.count, due.count, assignees.count,
            desks.count,
        ]
        guard counts.allSatisfy({ $0 == keys.count }) else { throw .inconsistent }
        self.init(
            keys: keys,
            numbers: numbers,
            created: created,
            closed: closed,
            supporters: supporters,
            versions: versions,
            categories: categories,
            units: units,
            districts: districts,
            traits: traits,
            updated: updated,
            due: due,
            assignees: assignees,
            desks: desks,
            spells: spells,
            members: members,
            asked: asked
        )
    }

    /// Whether the pins are in order and every symbol stands for something: what walks rely on.
    func isConsistent(with symbols: Symbols) -> Bool {
        let (categoryCount, unitCount) = (symbols.categories.names.count, symbols.units.names.count)
        let (districtCount, prefixCount) = (symbols.districts.names.count, symbols.prefixes.names.count)
        for row in 0..<count {
            guard Int(categories[row]) < categoryCount, Int(units[row]) < unitCount,
                Int(districts[row]) < districtCount, Int(traits[row].prefix) < prefixCount,
                traits[row].kindIndex < 3, desks[row].isKnown, keys[row] >= 0, keys[row] < 1 << 62
            else { return false }
            if row > 0, (keys[row - 1], numbers[row - 1]) >= (keys[row], numbers[row]) { return false }
        }
        return true
    }

    /// Whether rows are all of the table's, by ascending number.
    func isOrder(_ rows: Column<UInt32>) -> Bool {
        guard rows.count == count else { return false }
        for place in 0..<count {
            guard Int(rows[place]) < count else { return false }
            if place > 0, numbers[Int(rows[place - 1])] >= numbers[Int(rows[place])] { return false }
        }
        return true
    }
}

extension MapBytesReader {
    /// The number of a row, out of so many.
    fileprivate mutating func row(below count: Int) throws(UnfitMapBytes) -> UInt32 {
        guard let row = UInt32(exactly: try number()), row < UInt32(clamping: count) else {
            throw .inconsistent
        }
        return row
    }
}
