import PostgreSQL

/// The values that a column of few distinct texts had so far, each made once.
struct SeenValues<Value: ColumnDecodable> {
    /// A power of two; half of the places are filled at most, so that a search is short and ends.
    private static var places: Int { 512 }

    private var table: [(key: TextKey, value: Value)?]
    private var count = 0

    init() {
        table = Array(repeating: nil, count: SeenValues.places)
    }

    /// The value of a row's column: one that was made before, if there was one.
    mutating func value(
        of column: Int,
        in row: borrowing some ReadableRow & ~Copyable
    ) throws(DatabaseError) -> Value {
        let key = try row.decode(TextKey.self, at: column)
        var place = key.hash & (SeenValues.places - 1)
        while let seen = table[place] {
            if seen.key == key, key.isUnique { return seen.value }
            place = (place + 1) & (SeenValues.places - 1)
        }
        let value = try row.decode(Value.self, at: column)
        if key.isUnique, count < SeenValues.places / 2 {
            table[place] = (key, value)
            count += 1
        }
        return value
    }
}
