import Duplicates
import Formats
import Geography
import Glibc
import Reports

/// Labelled reports in the order of their time, read from files of scenes.
package struct LabelledSet: Sendable {
    package let reports: [LabelledReport]

    /// A file that cannot be read, and why.
    package struct Unreadable: Error {
        let file: String
        let place: String
    }

    /// Joins the scenes of files; each is given by its name and its bytes.
    package init(_ files: [(name: String, bytes: [UInt8])]) throws {
        var reports: [LabelledReport] = []
        for file in files {
            guard let scenes = try JSON.parse(file.bytes, limits: .file).objectValue?["scenes"]?.arrayValue
            else {
                throw Unreadable(file: file.name, place: "scenes")
            }
            for (index, scene) in scenes.enumerated() {
                let name = "\(file.name)/\(index)"
                guard let read = LabelledSet.reports(of: scene, named: name) else {
                    throw Unreadable(file: file.name, place: "scenes[\(index)]")
                }
                reports += read
            }
        }
        self.reports = reports.sorted { $0.created < $1.created }
    }

    private static func reports(of scene: JSON, named name: String) -> [LabelledReport]? {
        guard let scene = scene.objectValue, let place = scene["place"]?.arrayValue, place.count == 2,
            let longitude = place[0].numberValue?.double, let latitude = place[1].numberValue?.double,
            let start = scene["start"]?.stringValue.flatMap({ CivilDate(parsing: $0) })
        else { return nil }
        var reports: [LabelledReport] = []
        for report in scene["reports"]?.arrayValue ?? [] {
            guard let report = report.objectValue,
                let read = LabelledReport(report, near: (longitude, latitude), from: start, in: name)
            else { return nil }
            reports.append(read)
        }
        return reports
    }
}

extension LabelledReport {
    fileprivate init?(
        _ report: JSONObject,
        near middle: (longitude: Double, latitude: Double),
        from start: CivilDate,
        in scene: String
    ) {
        guard let matter = report["matter"]?.stringValue, let text = report["text"]?.stringValue,
            let category = report["category"]?.stringValue,
            let east = report["east"]?.numberValue?.double, let north = report["north"]?.numberValue?.double,
            let day = report["day"]?.numberValue?.double, let hour = report["hour"]?.numberValue?.double,
            let coordinate = Coordinate(
                longitude: middle.longitude + east / (111_320 * cos(middle.latitude * (Double.pi / 180))),
                latitude: middle.latitude + north / 111_200
            )
        else { return nil }
        self.matter = "\(scene)/\(matter)"
        self.category = category
        self.coordinate = coordinate
        precision = report["precision"]?.numberValue?.double
        words = ReportWords(masking: text, address: report["address"]?.stringValue)
        created = start.start.advanced(bySeconds: Int64((day * 24 + hour) * 3_600))
        guard let closed = report["closed"]?.numberValue?.double else {
            closing = nil
            return
        }
        // At noon, as offices close things.
        let moment = start.start.advanced(bySeconds: Int64((closed + 0.5) * 86_400))
        let status = report["status"]?.stringValue.flatMap { ReportStatus(rawValue: $0) }
        closing = ComparedReport.Closing(at: max(moment, created), status: status ?? .resolved)
    }
}
