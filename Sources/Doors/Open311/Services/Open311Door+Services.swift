import Formats
import HTTP
import Reports
import Territory

/// What can be reported, and where: discovery, the list of services, the definition of one.
extension Open311Door {
    /// When the contract of this door last changed.
    private static let changeset = "2026-11-22T00:00:00Z"
    private static let specification = "http://wiki.open311.org/GeoReport_v2"

    func openServices(_ group: inout RouteGroup, _ format: GeoReportFormat) {
        group.get("/discovery.\(format.rawValue)") { discovery($0, format) }
        group.get("/services.\(format.rawValue)") { try services($0, format) }
        group.get("/services/{code}.\(format.rawValue)") { try definition($0, format) }
    }

    private func discovery(_ request: Request, _ format: GeoReportFormat) -> Response {
        let profile = city.value.profile
        let language = request.language
        return format.response { writer in
            writer.begin(record: "discovery")
            writer.text("changeset", Open311Door.changeset)
            writer.text("contact", profile.contact[language])
            writer.text("key_service", Open311Door.keyService[language])
            writer.begin(list: "endpoints")
            writer.begin(record: "endpoint")
            writer.text("specification", Open311Door.specification)
            writer.text("url", "\(request.origin.base.text)/open311/v2")
            writer.text("changeset", Open311Door.changeset)
            writer.text("type", isProduction ? "production" : "test")
            writer.begin(list: "formats")
            for type in ["text/xml", "application/json"] { writer.text("format", type) }
            writer.end()
            writer.end()
            writer.end()
            writer.end()
        }
    }

    private func services(_ request: Request, _ format: GeoReportFormat) throws -> Response {
        try requireJurisdiction(request.query)
        let city = city.value
        return format.response(reserving: 32_768) { writer in
            writer.begin(list: "services")
            for category in city.catalogue.categories {
                writer.service(category, in: city, request.language)
            }
            writer.end()
        }
    }

    private func definition(_ request: Request, _ format: GeoReportFormat) throws -> Response {
        try requireJurisdiction(request.query)
        guard let category = city.value.catalogue[try request.parameters.text("code")] else {
            throw Problem.noSuchService
        }
        return format.response(reserving: 4_096) { $0.definition(category, request.language) }
    }

    private static let keyService = LocalizedText(
        pl: "Klucz API wydaje prowadzący serwis; o klucz poproś centrum kontaktu.",
        en: "API keys are given by whoever runs the service; ask the contact centre for one."
    )
}

extension CityProfile {
    /// Whom to ask about the service.
    fileprivate var contact: LocalizedText {
        guard let centre else { return name }
        return LocalizedText(
            pl: "\(centre.name.pl), tel. \(centre.hotline) (\(centre.hours.pl))",
            en: "\(centre.name.en), phone \(centre.hotline) (\(centre.hours.en))"
        )
    }
}

extension Problem {
    static let noSuchService = Problem(
        .notFound,
        code: "unknown-service",
        title: LocalizedText(pl: "Nieznany service_code", en: "The service_code is unknown"),
        detail: LocalizedText(
            pl: "Kody podaje GET /open311/v2/services.",
            en: "GET /open311/v2/services lists the codes."
        )
    )
}
