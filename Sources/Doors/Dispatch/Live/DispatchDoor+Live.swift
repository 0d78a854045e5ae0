import HTTP
import Reports

/// What changes while a page of the console is open: `/dispatch/events`.
extension DispatchDoor {
    func openLive(_ group: inout RouteGroup) {
        group.get("/events") { [site, cases] request in
            let staff = try await site.gate.staff(of: request)
            try staff.require(.seeCase)
            var reader = QueryReader(request.query)
            let known = reader.text("after")
            try reader.finish()
            return cases.response(
                after: request.headers[.lastEventID] ?? known,
                in: staff.session
            )
        }
    }
}
