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
        let supported = try await residents.support(
            asked.report,
            as: asked.caller.name(sender: sender),
            allow: { _ = try self.asked($0, by: asked.caller) }
        )
        return answer(try self.asked(supported, by: asked.caller))
    }

    private func follow(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        let address = try request.fields { FollowerAddress.read(&$0) }
        try await residents.follow(asked.report, at: address)
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
