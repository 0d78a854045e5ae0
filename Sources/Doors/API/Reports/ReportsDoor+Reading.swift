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
    }
}

extension Request {
    /// Refuses a query where none is read: a misspelt filter must not look as if it worked.
    func refuseParameters() throws(Problem) {
        var reader = QueryReader(query)
        try reader.finish()
    }
}
