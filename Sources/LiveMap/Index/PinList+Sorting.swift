extension PinList {
    /// Puts the pins into the index's order: by key, then by number.
    ///
    /// One column after the other, so that hardly more than one is there twice at a time.
    mutating func sort() {
        var order = RadixOrder.ascending(keys.map { UInt64(bitPattern: $0) })
        sortTies(in: &order)
        keys = keys.arranged(by: order)
        numbers = numbers.arranged(by: order)
        created = created.arranged(by: order)
        closed = closed.arranged(by: order)
        supporters = supporters.arranged(by: order)
        versions = versions.arranged(by: order)
        categories = categories.arranged(by: order)
        units = units.arranged(by: order)
        districts = districts.arranged(by: order)
        traits = traits.arranged(by: order)
        updated = updated.arranged(by: order)
        due = due.arranged(by: order)
        assignees = assignees.arranged(by: order)
        desks = desks.arranged(by: order)
        spells = spells.moved(by: order)
        members = members.moved(by: order)
        asked = asked.moved(by: order)
    }

    /// Sorts the places that share a key by the numbers there.
    private func sortTies(in order: inout [UInt32]) {
        var start = 0
        while start < order.count {
            let key = keys[Int(order[start])]
            var end = start + 1
            while end < order.count, keys[Int(order[end])] == key { end += 1 }
            if end - start > 1 {
                order[start..<end].sort { numbers[Int($0)] < numbers[Int($1)] }
            }
            start = end
        }
    }
}

extension Array {
    /// The elements at the given places, in an array of just that size.
    func arranged(by places: [UInt32]) -> [Element] {
        var arranged: [Element] = []
        arranged.reserveCapacity(places.count)
        for place in places { arranged.append(self[Int(place)]) }
        return arranged
    }
}

extension Dictionary where Key == UInt32 {
    /// What stands at the given places, by where they stand in turn.
    fileprivate func moved(by places: [UInt32]) -> Self {
        guard !isEmpty else { return self }
        var moved: Self = [:]
        for (row, old) in places.enumerated() { if let value = self[old] { moved[UInt32(row)] = value } }
        return moved
    }
}
