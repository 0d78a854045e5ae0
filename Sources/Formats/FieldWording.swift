/// What a resident or a developer reads about a field that is wrong.
enum FieldWording {
    static let missing = LocalizedText(pl: "To pole jest wymagane.", en: "This field is required.")
    static let repeated = LocalizedText(pl: "Ta wartość powtarza się.", en: "The value is there twice.")
    static let whole = LocalizedText(pl: "Oczekiwano liczby całkowitej.", en: "Expected a whole number.")
    static let unusable = LocalizedText(
        pl: "Nie udało się odczytać wartości.",
        en: "The value cannot be used."
    )

    static let string = LocalizedText(pl: "Oczekiwano tekstu.", en: "Expected a string.")
    static let number = LocalizedText(pl: "Oczekiwano liczby.", en: "Expected a number.")
    static let bool = LocalizedText(pl: "Oczekiwano true albo false.", en: "Expected true or false.")
    static let object = LocalizedText(pl: "Oczekiwano obiektu.", en: "Expected an object.")
    static let array = LocalizedText(pl: "Oczekiwano listy.", en: "Expected an array.")

    static func length(_ bounds: ClosedRange<Int>) -> LocalizedText {
        LocalizedText(
            pl: "Długość tekstu musi być od \(bounds.lowerBound) do \(bounds.upperBound) znaków.",
            en: "The text must have \(bounds.lowerBound) to \(bounds.upperBound) characters."
        )
    }

    static func count(_ bounds: ClosedRange<Int>) -> LocalizedText {
        LocalizedText(
            pl: "Liczba pozycji musi być od \(bounds.lowerBound) do \(bounds.upperBound).",
            en: "The array must have \(bounds.lowerBound) to \(bounds.upperBound) elements."
        )
    }

    static func range(_ lowest: String, _ highest: String) -> LocalizedText {
        LocalizedText(
            pl: "Wartość musi być od \(lowest) do \(highest).",
            en: "The value must be from \(lowest) to \(highest)."
        )
    }

    static func choice(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: ", ")
        return LocalizedText(pl: "Dozwolone wartości: \(list).", en: "Allowed values: \(list).")
    }

    static func unknown(nearest: String?) -> LocalizedText {
        guard let nearest else { return LocalizedText(pl: "Nieznane pole.", en: "Unknown field.") }
        return LocalizedText(
            pl: "Nieznane pole. Czy chodziło o „\(nearest)”?",
            en: "Unknown field. Did you mean “\(nearest)”?"
        )
    }
}
