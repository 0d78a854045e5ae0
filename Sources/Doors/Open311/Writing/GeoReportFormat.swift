import HTTP

/// The two forms of every answer: the end of an address says which.
enum GeoReportFormat: String, CaseIterable, Sendable {
    case xml
    case json

    /// The form that a path asks for; XML, which every client of GeoReport v2 must read, where it does not say.
    init(ofPath path: String) {
        self = path.hasSuffix(".json") ? .json : .xml
    }

    /// The media type as the standard has it.
    var type: ContentType {
        switch self {
        case .xml: ContentType("text/xml; charset=utf-8", isCompressible: true)
        case .json: ContentType("application/json; charset=utf-8", isCompressible: true)
        }
    }

    /// An answer that is written the same way in both forms.
    func response(
        status: Status = .ok,
        reserving capacity: Int = 512,
        _ write: (inout any GeoReportWriter) -> Void
    ) -> Response {
        var writer: any GeoReportWriter =
            switch self {
            case .xml: GeoReportXML(reserving: capacity)
            case .json: GeoReportJSON(reserving: capacity)
            }
        write(&writer)
        var response = Response(type, writer.bytes, status: status)
        response.headers.add(.vary, "Accept-Language")
        return response
    }
}
