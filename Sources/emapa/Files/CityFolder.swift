import Glibc
import Territory

/// A folder of files that describe a city: `geodata/<city>/`.
enum CityFolder {
    /// The files of documents that stand once, and the document of each.
    static let files = [
        ("city", "city.json"), ("categories", "categories.json"), ("units", "units.json"),
        ("routing", "routing.json"), ("holidays", "holidays.json"), ("districts", "districts.geojson"),
    ]

    /// The files of documents that a city may do without.
    static let optional = [("danger", "danger.json"), ("duplicates", "duplicates.json")]

    /// The folder's documents, each as its first edition; what is not there is left out.
    static func documents(in folder: String) throws -> CityDocuments {
        var documents = CityDocuments(version: 0)
        for (name, file) in files + optional where FileContents.exists("\(folder)/\(file)") {
            documents.put(name, .init(validFrom: nil, content: try FileContents.read("\(folder)/\(file)")))
        }
        for file in names(in: "\(folder)/zones") where file.hasSuffix(".geojson") {
            let content = try FileContents.read("\(folder)/zones/\(file)")
            documents.put("zones/\(file.dropLast(8))", .init(validFrom: nil, content: content))
        }
        guard !documents.names.isEmpty else {
            throw FileError(path: folder, reason: "holds no file of a city, such as city.json")
        }
        return documents
    }

    /// The documents among those that a city may do without which the folder has.
    static func optionalDocuments(in folder: String) throws -> CityDocuments {
        var documents = CityDocuments(version: 0)
        for (name, file) in optional where FileContents.exists("\(folder)/\(file)") {
            documents.put(name, .init(validFrom: nil, content: try FileContents.read("\(folder)/\(file)")))
        }
        return documents
    }

    /// The names in a folder in order; none where the folder cannot be read.
    private static func names(in path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            names.append(
                unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
            )
        }
        return names.sorted()
    }
}
