/// First in, first out, in amortised constant time; a waiting element can also be taken from the middle.
struct JobQueue<Element> {
    private var slots: [Element?] = []
    private var head = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element) {
        slots.append(element)
        count += 1
    }

    /// Puts an element before all others.
    mutating func prepend(_ element: Element) {
        if head > 0 {
            head -= 1
            slots[head] = element
        } else {
            slots.insert(element, at: 0)
        }
        count += 1
    }

    mutating func popFirst() -> Element? {
        while head < slots.count {
            let element = slots[head]
            slots[head] = nil
            head += 1
            guard let element else { continue }
            count -= 1
            compact()
            return element
        }
        return nil
    }

    /// Takes out every element that the test picks, in order.
    mutating func remove(where picks: (Element) -> Bool) -> [Element] {
        let waiting = slots[head...].compactMap { $0 }
        slots = waiting.filter { !picks($0) }
        head = 0
        count = slots.count
        return waiting.filter(picks)
    }

    /// Changes every waiting element.
    mutating func updateAll(_ change: (inout Element) -> Void) {
        for index in head..<slots.count {
            guard var element = slots[index] else { continue }
            change(&element)
            slots[index] = element
        }
    }

    /// The smallest of something over all waiting elements.
    func min<Value: Comparable>(of value: (Element) -> Value) -> Value? {
        slots[head...].compactMap { $0 }.map(value).min()
    }

    private mutating func compact() {
        if head == slots.count {
            slots.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 64, head * 2 > slots.count {
            slots.removeFirst(head)
            head = 0
        }
    }
}
