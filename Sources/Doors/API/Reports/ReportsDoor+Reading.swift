import Formats
import HTTP
import Ledger
import Reports

extension ReportsDoor {
    func openReading(_ group: inout RouteGroup) {
        group.get("/{number}") { request in
            try request.refuseParameters()
            return answer(try await asked(request))
        }
        group.get("/{number}/history") { request in
            try request.refuseParameters()
            return try await history(request)
        }
    }

    private func history(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        let reader: HistoryReader =
            switch asked.view {
            case .reporter: .reporter
            case .staff: .audience(.staff(unit: nil))
            case .everyone: .audience(audience(of: asked.caller))
            }
        let entries = try await ledger.history(of: asked.report.number, for: reader)
        var json = JSONWriter(reserving: 256 * (entries.count + 1))
        json.history(entries, as: asked.view)
        return answer(json.bytes, to: asked.caller)
    }
}

extension Request {
    /// Refuses a query where none is read: a misspelt filter must not look as if it worked.
    func refuseParameters() throws(Problem) {
        var reader = QueryReader(query)
        try reader.finish()
    }
}
