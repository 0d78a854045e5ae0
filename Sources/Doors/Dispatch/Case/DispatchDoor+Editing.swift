import Formats
import HTTP
import Ledger
import Reports

/// Who is writing in a case just now: asked by the scripts of the queue and of its page, of those who may see it.
extension DispatchDoor {
    func openEditing(_ group: inout RouteGroup) {
        group.get("/editing") { request in
            let staff = try await site.gate.staff(of: request)
            try staff.require(.seeCase)
            let cases = try await editing.others(besides: staff.id, for: staff.unit)
            var json = JSONWriter(reserving: 256)
            json.beginObject()
            for (number, names) in cases.sorted(by: { $0.key < $1.key }) {
                json.key(number)
                json.strings(names)
            }
            json.endObject()
            var response = Response(.json, json.bytes)
            DispatchSite.seal(&response)
            return response
        }
        group.get("/reports/{number}/editing") { request in
            let desk = try await desk(of: try await site.gate.staff(of: request), request)
            let others = try await editing.others(in: desk.report.id, besides: desk.visit.staff.id)
            var json = JSONWriter(reserving: 128)
            json.beginObject()
            json.key("names")
            json.strings(others)
            json.endObject()
            var response = Response(.json, json.bytes)
            DispatchSite.seal(&response)
            return response
        }
        group.post("/reports/{number}/editing", bodyLimit: 4 << 10) { request in
            let fields = try Form.parse(request.body)
            let staff = try await site.gate.staff(changing: request, formToken: fields.first("token"))
            let desk = try await desk(of: staff, request)
            if fields.first("leaves") == nil {
                try await editing.note(desk.report.id, by: staff.id)
            } else {
                try await editing.leave(desk.report.id, by: staff.id)
            }
            var response = Response(.noContent)
            DispatchSite.seal(&response)
            return response
        }
    }

    private func desk(of staff: SignedInStaff, _ request: Request) async throws -> DeskCase {
        try staff.require(.seeCase)
        return try await desk(try site.visit(request, by: staff))
    }
}
