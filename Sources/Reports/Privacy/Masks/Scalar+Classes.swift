extension Unicode.Scalar {
    /// A letter of any script, or a mark on one.
    var isLetter: Bool {
        if isASCII { return isASCIILetter }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) }

    var isASCIICapital: Bool { (0x41...0x5A).contains(value) }

    /// The value of a decimal digit of any script.
    var digit: UInt8? {
        if isASCII { return (0x30...0x39).contains(value) ? UInt8(value - 0x30) : nil }
        guard properties.numericType == .decimal, let value = properties.numericValue else { return nil }
        return UInt8(exactly: value)
    }

    /// A space within a line.
    var isSpace: Bool {
        value == 0x20 || value == 0x09 || !isASCII && properties.generalCategory == .spaceSeparator
    }

    /// A dash of any length.
    var isDash: Bool {
        value == 0x2D || !isASCII && properties.generalCategory == .dashPunctuation
    }

    /// What isn't seen between two characters, such as a zero-width space.
    var isInvisible: Bool {
        !isASCII && (properties.generalCategory == .format || properties.isVariationSelector)
    }
}
