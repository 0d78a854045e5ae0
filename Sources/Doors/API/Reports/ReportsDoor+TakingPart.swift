import Cryptography
import Formats
import HTTP
import Ledger
import Reports
import Territory

/// What everybody can add to a report, and its sender by the secret.
extension ReportsDoor {
    func openTakingPart(_ group: inout RouteGroup) {
        group.post("/{number}/comments") { try await comment($0) }
        group.post("/{number}/support") { try await support($0) }
        group.post("/{number}/followers") { try await follow($0) }
        group.post("/{number}/withdrawal") { try await withdraw($0) }
    }

    private func comment(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        let key = try IdempotencyKey(of: request, by: asked.caller)
        let text = try request.fields { $0.words("text") }
        let named = key.map { key in
            let content = SHA256.digest(of: "comment\n\(asked.report.number)\n\(text)").bytes
            return NamedRequest(name: key.hash, content: content)
        }
        let report = try await ledger.comment(asked.report.number, text, by: asked.actor, as: named)
        return answer(report, to: asked)
    }

    private func support(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        let sender = try request.fields { reader -> String?? in
            .some(
                reader.parsed("sender", .optional, length: 16...128, .unfitSender) {
                    $0.isVisibleASCII ? $0 : nil
                }
            )
        }
        do {
            return answer(try await support(asked.report, sender: sender, by: asked.caller), to: asked)
        } catch let led as LedByAnother {
            guard let leader = try await ledger.report(led.leader) else { throw Problem.noSuchReport }
            let asked = try self.asked(leader, by: asked.caller)
            return answer(try await support(leader, sender: sender, by: asked.caller), to: asked)
        }
    }

    private func support(_ report: Report, sender: String?, by caller: Caller) async throws -> Report {
        let digest = senders.digest(of: caller.name(sender: sender), with: report.id)
        return try await ledger.support(report.number, sender: digest)
    }

    private func follow(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        let address = try request.fields { FollowerAddress.read(&$0) }
        let sender = senders.digest(of: address.name, with: asked.report.id)
        try await ledger.follow(
            asked.report.number,
            sender: sender,
            email: address.email,
            phone: address.phone
        )
        return Response(.noContent)
    }

    private func withdraw(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireReporter()
        let step = StepRequest(to: .withdrawn)
        return answer(
            try await ledger.step(asked.report.number, step, by: asked.actor, in: city.value),
            to: asked
        )
    }
}

/// Where a follower of a report is told how it ends.
struct FollowerAddress {
    let email: String?
    let phone: String?

    /// What tells this follower from others.
    var name: String { "\(email ?? "")\n\(phone ?? "")" }

    /// Reads an e-mail address or a telephone number, with the consent to use it.
    static func read(_ reader: inout FieldReader) -> FollowerAddress? {
        let hasEmail = reader.json("email", .optional) != nil
        let hasPhone = reader.json("phone", .optional) != nil
        let (email, phone) = (reader.email(), reader.phone())
        let consents = reader.consents(.required, hasEmail: hasEmail, hasPhone: hasPhone)
        if !hasEmail, !hasPhone { reader.report("email", .missing, nowhere) }
        if hasEmail, !consents.email { reader.report("consents", .missing, noConsent) }
        if hasPhone, !consents.sms { reader.report("consents", .missing, noConsent) }
        return FollowerAddress(email: email, phone: phone)
    }

    private static let nowhere = LocalizedText(
        pl: "Podaj adres e-mail albo numer telefonu.",
        en: "Give an e-mail address or a telephone number."
    )
    private static let noConsent = LocalizedText(
        pl: "Potrzebna jest zgoda na wiadomości wysyłane w ten sposób.",
        en: "A consent to messages on this way is needed."
    )
}

extension Caller {
    /// Who says 'me too', or sends a report, as well as can be told.
    func name(sender: String?) -> String {
        switch (sender, key) {
        case (let sender?, let key?): "key \(key.id) \(sender)"
        case (let sender?, nil): "sender \(sender)"
        case (nil, _): "address \(address.network)"
        }
    }
}

extension LocalizedText {
    fileprivate static let unfitSender = LocalizedText(
        pl: "Od 16 do 128 widocznych znaków ASCII.",
        en: "16 to 128 visible ASCII characters."
    )
}

extension String {
    fileprivate var isVisibleASCII: Bool { utf8.allSatisfy { (0x21...0x7E).contains($0) } }
}
