/// What a name in a template stands for.
package enum PageValue: Sendable, Equatable {
    /// Written with what HTML would read as markup escaped; true in a section unless it is empty.
    case text(String)
    /// Written as the language writes numbers; it chooses the form of a plural, and is true unless it is nought.
    case count(Int)
    /// Written as it is: for markup that was made here.
    case markup(String)
    /// Shows a section or not.
    case flag(Bool)
    /// Repeats a section, each time with an element's names before those around it.
    case list([PageScope])
    /// Names below a name.
    case scope(PageScope)
}

/// The names that a template, or a section of one, can use.
package struct PageScope: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    private var values: [String: PageValue]

    /// Joins names and values; a name that comes twice has its last value.
    package init(dictionaryLiteral elements: (String, PageValue)...) {
        values = Dictionary(elements, uniquingKeysWith: { $1 })
    }

    /// The value of a name.
    package subscript(name: String) -> PageValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// A text under a name.
    package mutating func set(_ name: String, _ text: String?) {
        values[name] = .text(text ?? "")
    }

    /// Takes over the names of another scope, which go before these.
    package mutating func merge(_ other: PageScope) {
        values.merge(other.values) { $1 }
    }
}

extension PageValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    /// A text.
    package init(stringLiteral value: String) {
        self = .text(value)
    }

    /// A flag.
    package init(booleanLiteral value: Bool) {
        self = .flag(value)
    }
}
