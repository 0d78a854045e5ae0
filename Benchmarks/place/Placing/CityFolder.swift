import Formats
import Glibc
import Territory

/// A city's folder of files: its districts, whatever layers of zones it has, and its tolerance.
struct CityFolder {
    let documents: CityDocuments
    let tolerance: Tolerance

    /// Reads everything that placing needs.
    init(_ folder: String) throws {
        var documents = CityDocuments(version: 1)
        documents.put("districts", try CityFolder.edition("\(folder)/districts.geojson"))
        for path in CityFolder.paths("\(folder)/zones/*.geojson") {
            let file = path.split(separator: "/").last ?? ""
            documents.put("zones/\(file.dropLast(".geojson".count))", try CityFolder.edition(path))
        }
        self.documents = documents
        tolerance = try CityFolder.tolerance("\(folder)/city.json")
    }

    /// A territory from the files' bytes, as the service makes it when it starts.
    func territory(on day: CivilDate) throws -> Territory {
        try Territory(CityAreas(documents), tolerance: tolerance, readyFor: day)
    }

    private static func edition(_ path: String) throws -> CityDocuments.Edition {
        .init(validFrom: nil, content: try File.read(path))
    }

    private static func tolerance(_ path: String) throws -> Tolerance {
        let city = try JSON.parse(try File.read(path), limits: .file)
        guard let written = city.objectValue?["tolerance"]?.objectValue,
            let gap = written["gap_m"]?.numberValue?.double,
            let outside = written["outside_m"]?.numberValue?.double
        else { throw Failure("\(path) has no tolerance") }
        return Tolerance(gap: gap, outside: outside)
    }

    /// The files that fit a pattern, by name.
    private static func paths(_ pattern: String) -> [String] {
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
            unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
        }
    }
}
