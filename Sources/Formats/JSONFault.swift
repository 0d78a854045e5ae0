/// What is wrong with a text that should be JSON.
package enum JSONFault: Error, Equatable, Sendable {
    case tooLong
    case tooDeep
    case tooManyValues
    case byteOrderMark
    case unexpectedEnd
    case expectedValue
    case expectedKey
    case expectedColon
    case expectedCommaOrBrace
    case expectedCommaOrBracket
    case expectedEnd
    case badNumber
    case numberOutOfRange
    case controlCharacter
    case badEscape
    case loneSurrogate
    case notUTF8
    case duplicateKey

    /// The fault in plain words.
    package var reason: LocalizedText {
        switch self {
        case .tooLong: LocalizedText(pl: "tekst jest za długi", en: "the text is too long")
        case .tooDeep: LocalizedText(pl: "zbyt głębokie zagnieżdżenie", en: "nested too deeply")
        case .tooManyValues: LocalizedText(pl: "za dużo wartości", en: "too many values")
        case .byteOrderMark:
            LocalizedText(pl: "tekst zaczyna się od BOM", en: "the text begins with a byte order mark")
        case .unexpectedEnd: LocalizedText(pl: "tekst urywa się", en: "the text ends too early")
        case .expectedValue: LocalizedText(pl: "oczekiwano wartości", en: "expected a value")
        case .expectedKey:
            LocalizedText(pl: "oczekiwano nazwy w cudzysłowie", en: "expected a name in quotes")
        case .expectedColon: LocalizedText(pl: "oczekiwano dwukropka", en: "expected a colon")
        case .expectedCommaOrBrace: LocalizedText(pl: "oczekiwano , albo }", en: "expected , or }")
        case .expectedCommaOrBracket: LocalizedText(pl: "oczekiwano , albo ]", en: "expected , or ]")
        case .expectedEnd: LocalizedText(pl: "coś stoi za wartością", en: "something follows the value")
        case .badNumber: LocalizedText(pl: "to nie jest liczba JSON", en: "this is not a JSON number")
        case .numberOutOfRange:
            LocalizedText(pl: "liczba jest za duża albo za długa", en: "the number is too large or too long")
        case .controlCharacter:
            LocalizedText(pl: "znak sterujący w tekście", en: "a control character inside a string")
        case .badEscape: LocalizedText(pl: "nieznana sekwencja po \\", en: "unknown escape after \\")
        case .loneSurrogate: LocalizedText(pl: "połowa pary zastępczej", en: "half of a surrogate pair")
        case .notUTF8: LocalizedText(pl: "to nie jest UTF-8", en: "this is not UTF-8")
        case .duplicateKey: LocalizedText(pl: "nazwa powtarza się", en: "the name is repeated")
        }
    }
}
