extension Double {
    /// The integer that this number is, up to 2^53; nil with a fraction and for -0, which no integer can hold.
    ///
    /// By conversion rather than `Int64(exactly:)`, which would need the C library of mathematics.
    var wholeNumber: Int64? {
        guard magnitude <= 0x1p53 else { return nil }
        let whole = Int64(self)
        guard Double(whole) == self, whole != 0 || sign == .plus else { return nil }
        return whole
    }
}
