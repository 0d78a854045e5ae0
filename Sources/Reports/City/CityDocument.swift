package import Formats

/// A part of the city's data that is being read, and the words for what is wrong with it.
package struct CityDocument: Sendable {
    /// The document's name: `categories`.
    package let name: String
    /// Where in the document this part stands: `categories[3]`.
    package let place: String
    /// The part itself, for what has no reader of its own.
    package let object: JSONObject

    /// Reads a JSON document whose top is an object.
    package init(parsing bytes: [UInt8], name: String) throws(CityDataError) {
        let json: JSON
        do {
            json = try JSON.parse(bytes, limits: .file)
        } catch {
            throw CityDataError(document: name, place: "", reason: "\(error)")
        }
        guard let object = json.objectValue else {
            throw CityDataError(document: name, place: "", reason: "is no JSON object")
        }
        self.init(name: name, place: "", object: object)
    }

    /// A part of a document that was read already.
    package init(name: String, place: String, object: JSONObject) {
        self.name = name
        self.place = place
        self.object = object
    }

    /// A text that must be there and not be empty.
    package func text(_ key: String) throws(CityDataError) -> String {
        guard let text = object[key]?.stringValue, !text.isEmpty else { throw error(key, "must be a text") }
        return text
    }

    /// A whole number that must be there.
    package func integer(_ key: String) throws(CityDataError) -> Int {
        guard let value = object[key]?.numberValue?.integer, let integer = Int(exactly: value) else {
            throw error(key, "must be a whole number")
        }
        return integer
    }

    /// A text in both languages: `{"pl": …, "en": …}`.
    package func localized(_ key: String) throws(CityDataError) -> LocalizedText {
        guard let texts = object[key]?.objectValue, let pl = texts["pl"]?.stringValue, !pl.isEmpty,
            let en = texts["en"]?.stringValue, !en.isEmpty
        else { throw error(key, "must have texts for 'pl' and 'en'") }
        return LocalizedText(pl: pl, en: en)
    }

    /// A word that stands for a value.
    package func word<Value>(_ key: String, _ make: (String) -> Value?) throws(CityDataError) -> Value {
        let text = try text(key)
        guard let value = make(text) else { throw error(key, "'\(text)' is not one of the known words") }
        return value
    }

    /// The objects of a list.
    package func list(_ key: String) throws(CityDataError) -> [CityDocument] {
        guard let entries = object[key]?.arrayValue else { throw error(key, "must be a list") }
        var documents: [CityDocument] = []
        for (index, entry) in entries.enumerated() {
            guard let object = entry.objectValue else { throw error("\(key)[\(index)]", "must be an object") }
            documents.append(CityDocument(name: name, place: path("\(key)[\(index)]"), object: object))
        }
        return documents
    }

    /// The error that a member's value deserves.
    package func error(_ key: String, _ reason: String) -> CityDataError {
        CityDataError(document: name, place: path(key), reason: reason)
    }

    func path(_ key: String) -> String {
        place.isEmpty ? key : "\(place).\(key)"
    }
}

/// What is wrong with the city's data: in which document, where in it, and what was expected.
package struct CityDataError: Error, Equatable, CustomStringConvertible {
    package let document: String
    package let place: String
    package let reason: String

    package init(document: String, place: String, reason: String) {
        self.document = document
        self.place = place
        self.reason = reason
    }

    package var description: String {
        place.isEmpty ? "\(document): \(reason)" : "\(document), \(place): \(reason)"
    }
}
