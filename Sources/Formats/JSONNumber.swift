/// A JSON number: an exact 64-bit integer where it is one, else the nearest finite double.
package struct JSONNumber: Equatable, Sendable {
    private enum Storage: Equatable {
        case integer(Int64)
        case double(Double)
    }

    private let storage: Storage

    /// Keeps an integer exactly.
    package init(_ integer: Int64) {
        storage = .integer(integer)
    }

    /// Nil if the number is not finite; a whole number up to 2^53 becomes an integer, so that 1.0 equals 1.
    package init?(_ double: Double) {
        guard double.isFinite else { return nil }
        storage = double.wholeNumber.map(Storage.integer) ?? .double(double)
    }

    /// The integer; nil if there is a fraction or it exceeds 64 bits.
    package var integer: Int64? {
        switch storage {
        case .integer(let integer): integer
        case .double(let double): double == 0 ? 0 : nil
        }
    }

    /// The nearest double.
    package var double: Double {
        switch storage {
        case .integer(let integer): Double(integer)
        case .double(let double): double
        }
    }
}
