import Formats
import Geography
import Reports

/// The values of a layer (MVT 2.1, section 4.1), each written once; features name them by their numbers.
///
/// Values are counted from 1 here, from 0 in features.
struct LayerValues: ~Copyable {
    private(set) var writer: ByteWriter
    private var count: UInt64 = 0
    private let symbols: Symbols
    /// The numbers of values that are written already, by symbol, state and so on; 0 where they are not yet.
    private var categories: [UInt32]
    private var states = [UInt32](repeating: 0, count: StateSlot.count)
    private var kinds = [UInt32](repeating: 0, count: 4)
    private var smallNumbers = [UInt32](repeating: 0, count: 256)
    private var truth: UInt64 = 0
    private var others: LayerValueIndex
    private var prefix = NumberPrefix.none

    /// How the numbers of reports begin: letters and a hyphen, up to nine bytes in two words.
    private struct NumberPrefix {
        var symbol: UInt16
        var words: (UInt64, UInt64)
        var length: Int

        static let none = NumberPrefix(symbol: .max, words: (0, 0), length: 0)
    }

    init(_ symbols: Symbols, pins: Int, clusters: Int) {
        self.symbols = symbols
        categories = [UInt32](repeating: 0, count: symbols.categories.names.count)
        others = LayerValueIndex(most: pins + 4 * clusters + 1)
        writer = ByteWriter(reserving: 512 + pins * 48 + clusters * 16)
    }

    /// The number of the value that was just written.
    @inline(__always)
    private mutating func next() -> UInt64 {
        count &+= 1
        return count
    }

    // MARK: Of reports

    /// A report's number and the moment when it was taken in.
    @inline(__always)
    mutating func report(_ number: UInt64, prefix symbol: UInt16, created: UInt32) -> (
        number: UInt64, moment: UInt64
    ) {
        if symbol != prefix.symbol { begin(withPrefix: symbol) }
        var pen = writer.pen(for: 96)
        write(number, with: &pen)
        // Every report has a number of its own, which is not looked up; a moment is mostly one report's, too, but values
        // have to be unique in a layer.
        let numberValue = next()
        let (momentValue, isNew) = others.value(ofMoment: created, orElse: numberValue &+ 1)
        if isNew {
            pen.beginText(20)
            pen.put(time: created)
            count &+= 1
        }
        writer.take(pen)
        return (numberValue, momentValue)
    }

    @inline(__always)
    private func write(_ number: UInt64, with pen: inout BytePen) {
        let year = Int(truncatingIfNeeded: number / 1_000_000_000)
        let serial = Int(truncatingIfNeeded: number % 1_000_000_000)
        let digits = serial < 1_000_000 ? 6 : serial < 10_000_000 ? 7 : serial < 100_000_000 ? 8 : 9
        pen.beginText(prefix.length &+ 5 &+ digits)
        pen.put(prefix.words, length: prefix.length)
        pen.put(twoDigits: year / 100)
        pen.put(twoDigits: year % 100)
        pen.put(UInt8(ascii: "-"))
        pen.put(sixDigits: serial)
    }

    private mutating func begin(withPrefix symbol: UInt16) {
        var words: (UInt64, UInt64) = (0, 0)
        let text = "\(symbols.prefixes[symbol])-".utf8.prefix(16)
        for (place, byte) in text.enumerated() {
            if place < 8 {
                words.0 |= UInt64(byte) << UInt64(8 * place)
            } else {
                words.1 |= UInt64(byte) << UInt64(8 * (place - 8))
            }
        }
        prefix = NumberPrefix(symbol: symbol, words: words, length: text.count)
    }

    /// A category's code.
    @inline(__always)
    mutating func category(_ symbol: UInt16) -> UInt64 {
        let known = categories[Int(symbol)]
        return known > 0 ? UInt64(known) : add(category: symbol)
    }

    /// What a state is called.
    @inline(__always)
    mutating func state(_ slot: StateSlot) -> UInt64 {
        let known = states[slot.index]
        return known > 0 ? UInt64(known) : add(state: slot)
    }

    /// What a kind is called.
    @inline(__always)
    mutating func kind(of traits: PinTraits) -> UInt64 {
        let known = kinds[traits.kindIndex]
        return known > 0 ? UInt64(known) : add(kindOf: traits)
    }

    private mutating func add(category symbol: UInt16) -> UInt64 {
        let value = add(symbols.categories[symbol])
        categories[Int(symbol)] = UInt32(value)
        return value
    }

    private mutating func add(state slot: StateSlot) -> UInt64 {
        let value = name(StateSlot.names[slot.index])
        states[slot.index] = UInt32(value)
        return value
    }

    private mutating func add(kindOf traits: PinTraits) -> UInt64 {
        let value = name(traits.kind.rawValue)
        kinds[traits.kindIndex] = UInt32(value)
        return value
    }

    /// A name that a category may have for its code, too.
    private mutating func name(_ name: String) -> UInt64 {
        if let symbol = symbols.categories.number(of: name) { return category(symbol) }
        return add(name)
    }

    private mutating func add(_ text: String) -> UInt64 {
        var text = text
        text.withUTF8 { bytes in
            // A text of more would need a longer head; codes have 64 characters of ASCII at most.
            let count = min(bytes.count, 120)
            var pen = writer.pen(for: 4 + count)
            pen.beginText(count)
            unsafe pen.put(bytes, count: count)
            writer.take(pen)
        }
        return next()
    }

    // MARK: Of clusters too

    /// A number.
    @inline(__always)
    mutating func integer(_ number: UInt32) -> UInt64 {
        if number < UInt32(smallNumbers.count) {
            let known = smallNumbers[Int(number)]
            if known > 0 { return UInt64(known) }
        }
        return add(number)
    }

    private mutating func add(_ number: UInt32) -> UInt64 {
        if number < UInt32(smallNumbers.count) {
            smallNumbers[Int(number)] = UInt32(count + 1)
        } else {
            let (known, isNew) = others.value(of: number, orElse: count + 1)
            guard isNew else { return known }
        }
        var pen = writer.pen(for: 12)
        pen.put(4 << 3 | 2)
        pen.put(UInt8(1 + varintLength(UInt64(number))))
        pen.put(5 << 3)
        pen.put(varint: UInt64(number))
        writer.take(pen)
        return next()
    }

    /// That something is so.
    mutating func yes() -> UInt64 {
        if truth > 0 { return truth }
        var pen = writer.pen(for: 4)
        pen.put(4 << 3 | 2)
        pen.put(2)
        pen.put(7 << 3)
        pen.put(1)
        writer.take(pen)
        truth = next()
        return truth
    }
}
