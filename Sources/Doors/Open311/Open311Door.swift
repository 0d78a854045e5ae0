import Formats
package import HTTP
package import Intake
package import Ledger
package import Territory

/// Reports for other cities' apps and for units' systems: Open311 GeoReport v2 at `/open311/v2`.
package struct Open311Door: Sendable {
    let intake: Intake
    let photos: PhotoIntake
    let ledger: Ledger
    let city: CurrentCity
    let access: Access
    let senders: SenderDigests
    /// Whether residents' matters are taken here, or this is a trial run.
    let isProduction: Bool
    private let document: Response

    /// Joins what answers requests; `description` is the door's OpenAPI document.
    package init(
        intake: Intake,
        photos: PhotoIntake,
        ledger: Ledger,
        city: CurrentCity,
        access: Access,
        senders: SenderDigests,
        isProduction: Bool,
        description: [UInt8]
    ) {
        self.intake = intake
        self.photos = photos
        self.ledger = ledger
        self.city = city
        self.access = access
        self.senders = senders
        self.isProduction = isProduction
        var document = Response(.json, PreparedBody(description, compressing: .level(9)))
        document.headers.add(.cacheControl, "no-cache")
        self.document = document
    }

    /// Adds the door's addresses, each in both forms.
    package func open(on router: inout Router) {
        router.tell(GeoReportErrors.form)
        router.group("/open311/v2", cors: .publicReads, check: check) { group in
            group.get("/openapi.json", inline: { [document] _ in document })
            for format in GeoReportFormat.allCases {
                openServices(&group, format)
                openRequests(&group, format)
                openTaking(&group, format)
                openUpdates(&group, format)
            }
        }
    }

    /// What is known before a body is read: a key may stand in it.
    private var check: RouteGroup.Check {
        { [self] request in
            guard request.method == .post, !showsKeyInHead(request) else {
                return try access.check(request, key: Open311Door.key(in: request.query))
            }
            if request.isForm { try access.checkUnread(request) }
        }
    }

    /// Whether a key, or what should be one, stands where it is seen before the body.
    func showsKeyInHead(_ request: Request) -> Bool {
        Open311Door.key(in: request.query) != nil || request.headers.contains(.authorization)
    }

    /// The key that a query or a form shows; nil where it shows none.
    static func key(in fields: Query) -> String? {
        fields.first("api_key").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Who asks by GET, which needs no key.
    func caller(of request: Request) async throws -> Caller {
        try await access.caller(of: request, key: Open311Door.key(in: request.query))
    }

    /// Throws 404 unless the city is the one that is meant, if any is.
    func requireJurisdiction(_ query: Query) throws(Problem) {
        guard let name = query.first("jurisdiction_id"), !name.isEmpty else { return }
        let known = city.value.profile.jurisdictions
        guard known.isEmpty || known.contains(name.lowercased()) else {
            throw .unknownJurisdiction(known)
        }
    }
}

extension Problem {
    fileprivate static func unknownJurisdiction(_ known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            .notFound,
            code: "unknown-jurisdiction",
            title: LocalizedText(
                pl: "Nieznane jurisdiction_id",
                en: "The jurisdiction_id is unknown"
            ),
            detail: LocalizedText(
                pl: "Tu jest jedno miasto: pomiń parametr albo podaj: \(list).",
                en: "There is one city here: leave the parameter out, or give: \(list)."
            )
        )
    }
}
