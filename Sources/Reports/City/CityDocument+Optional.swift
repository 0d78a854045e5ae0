package import Formats

extension CityDocument {
    /// Whether a member is there and not null.
    package func has(_ key: String) -> Bool {
        switch object[key] {
        case nil, .null: false
        default: true
        }
    }

    /// A text, if it is there.
    package func textIfAny(_ key: String) throws(CityDataError) -> String? {
        has(key) ? try text(key) : nil
    }

    /// A text in both languages, if it is there.
    package func localizedIfAny(_ key: String) throws(CityDataError) -> LocalizedText? {
        has(key) ? try localized(key) : nil
    }

    /// A whole number, if it is there.
    package func integerIfAny(_ key: String) throws(CityDataError) -> Int? {
        has(key) ? try integer(key) : nil
    }

    /// A number that must be there, in a range.
    package func number(_ key: String, in range: ClosedRange<Double>) throws(CityDataError) -> Double {
        guard let number = object[key]?.numberValue?.double, range.contains(number) else {
            throw error(key, "must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A number in a range, if it is there.
    package func numberIfAny(_ key: String, in range: ClosedRange<Double>) throws(CityDataError) -> Double? {
        has(key) ? try number(key, in: range) : nil
    }

    /// A day written as 2025-01-01, if it is there.
    package func dateIfAny(_ key: String) throws(CityDataError) -> CivilDate? {
        guard has(key) else { return nil }
        guard let date = CivilDate(parsing: try text(key)) else {
            throw error(key, "must be a day as in 2025-01-01")
        }
        return date
    }

    /// True or false, false if it isn't there.
    package func flag(_ key: String) throws(CityDataError) -> Bool {
        guard has(key) else { return false }
        guard case .bool(let value)? = object[key] else { throw error(key, "must be true or false") }
        return value
    }

    /// A list of texts, empty if it isn't there.
    package func texts(_ key: String) throws(CityDataError) -> [String] {
        guard has(key) else { return [] }
        guard let entries = object[key]?.arrayValue else { throw error(key, "must be a list of texts") }
        var texts: [String] = []
        for (index, entry) in entries.enumerated() {
            guard let text = entry.stringValue, !text.isEmpty else {
                throw error("\(key)[\(index)]", "must be a text")
            }
            texts.append(text)
        }
        return texts
    }

    /// The objects of a list, none if it isn't there.
    package func listIfAny(_ key: String) throws(CityDataError) -> [CityDocument] {
        has(key) ? try list(key) : []
    }

    /// An object that must be there.
    package func part(_ key: String) throws(CityDataError) -> CityDocument {
        guard let inner = object[key]?.objectValue else { throw error(key, "must be an object") }
        return CityDocument(name: name, place: path(key), object: inner)
    }

    /// An object, if it is there.
    package func partIfAny(_ key: String) throws(CityDataError) -> CityDocument? {
        has(key) ? try part(key) : nil
    }

    /// The days from `valid_from` until before `valid_until`.
    package func validity() throws(CityDataError) -> Validity {
        let validity = Validity(from: try dateIfAny("valid_from"), until: try dateIfAny("valid_until"))
        guard validity.isPossible else { throw error("valid_until", "must be later than valid_from") }
        return validity
    }
}
