/// The identifiers of features: below 2^53, as scripts need it, and the same in every tile that shows a feature.
enum FeatureID {
    /// A pin's is its report's number as a whole number, below 2^44.
    static func pin(_ number: UInt64) -> UInt64 { number }

    /// A cluster's is its cell's number, unique among those of its zoom, in the upper half.
    static func cluster(_ cell: Int64) -> UInt64 { 1 << 52 | UInt64(bitPattern: cell) }
}
