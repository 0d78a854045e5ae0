import Formats
package import Geography
package import Reports

/// A place in the order along the Morton key: right after a certain report.
///
/// Like `PageKey` it is bound to no filter and needs no secret; the check keeps typing errors from looking like places.
package struct PlaceKey: Sendable, Hashable {
    /// Where the report before the place lies.
    package let morton: MortonKey
    /// The report before the place.
    package let id: ReportIdentifier

    private static let form: UInt8 = 2
    private static let byteCount = 29

    /// The place right after a report.
    package init(morton: MortonKey, id: ReportIdentifier) {
        self.morton = morton
        self.id = id
    }

    /// Reads what `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        guard let bytes = Base64URL.decode(text), bytes.count == PlaceKey.byteCount,
            bytes[0] == PlaceKey.form,
            PageKey.check(bytes.prefix(25)) == UInt32(truncatingIfNeeded: PageKey.number(bytes[25...])),
            let morton = MortonKey(rawValue: Int64(bitPattern: PageKey.number(bytes[1..<9])))
        else { return nil }
        self.morton = morton
        id = ReportIdentifier(high: PageKey.number(bytes[9..<17]), low: PageKey.number(bytes[17..<25]))
    }
}

extension PlaceKey: CustomStringConvertible {
    /// 39 characters that stand in an address as they are.
    package var description: String {
        var bytes = [PlaceKey.form]
        for number in [UInt64(bitPattern: morton.rawValue), id.high, id.low] {
            PageKey.append(number, count: 8, to: &bytes)
        }
        PageKey.append(UInt64(PageKey.check(bytes[...])), count: 4, to: &bytes)
        return Base64URL.encode(bytes)
    }
}
