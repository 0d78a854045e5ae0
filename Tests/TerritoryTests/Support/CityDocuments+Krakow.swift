import FoundationEssentials
import Territory
import Testing

extension CityDocuments {
    /// The city that ships with the service.
    static func krakow() throws -> CityDocuments {
        let root =
            "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/geodata/krakow"
        var documents = CityDocuments(version: 1)
        for name in ["city", "categories", "units", "routing", "holidays", "danger", "duplicates"] {
            try documents.put(name, file: "\(root)/\(name).json")
        }
        try documents.put("districts", file: "\(root)/districts.geojson")
        for file in try FileManager.default.contentsOfDirectory(atPath: "\(root)/zones") {
            try documents.put("zones/\(file.replacing(".geojson", with: ""))", file: "\(root)/zones/\(file)")
        }
        return documents
    }

    private mutating func put(_ name: String, file: String) throws {
        put(
            name,
            .init(validFrom: nil, content: Array(try #require(FileManager.default.contents(atPath: file))))
        )
    }

    /// The city with another text for a document.
    func with(_ name: String, _ text: String) -> CityDocuments {
        var changed = self
        changed.put(name, .init(validFrom: nil, content: Array(text.utf8)))
        return changed
    }

    /// The city with a passage of a document put in another's place; the passage must be there.
    func replacing(_ passage: String, with other: String, in name: String) throws -> CityDocuments {
        let text = String(decoding: try #require(self[name].last).content, as: UTF8.self)
        try #require(text.contains(passage), "\(name) has no '\(passage)'")
        return with(name, text.replacing(passage, with: other))
    }

    /// The text of a document's last edition.
    func text(_ name: String) -> String {
        String(decoding: self[name].last?.content ?? [], as: UTF8.self)
    }
}
