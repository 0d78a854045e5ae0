import Formats
package import HTTP

/// What administrators and their tools ask: `/healthz`, `/readyz` and `/metrics`.
package struct OperationsDoor: Sendable {
    /// One thing that must be in order before an instance may be sent requests.
    package struct Check: Sendable {
        let name: String
        let run: @Sendable () async -> String?

        /// A check that answers nil when all is well, or says what is wrong.
        package init(_ name: String, _ run: @escaping @Sendable () async -> String?) {
            self.name = name
            self.run = run
        }
    }

    private let checks: [Check]
    private let metrics: @Sendable () -> String

    package init(checks: [Check], metrics: @escaping @Sendable () -> String) {
        self.checks = checks
        self.metrics = metrics
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/") { group in
            group.get("/healthz", inline: { _ in .text("ok\n") })
            group.get("/readyz", task: { _ in await readiness() })
            group.get("/metrics", inline: { _ in page() })
        }
    }

    private func page() -> Response {
        Response(
            ContentType("text/plain; version=0.0.4; charset=utf-8", isCompressible: true),
            Array(metrics().utf8)
        )
    }

    private func readiness() async -> Response {
        var json = JSONWriter()
        var isReady = true
        json.beginObject()
        json.key("checks")
        json.beginObject()
        for check in checks {
            let trouble = await check.run()
            isReady = isReady && trouble == nil
            json.key(check.name)
            json.string(trouble ?? "ok")
        }
        json.endObject()
        json.key("ready")
        json.bool(isReady)
        json.endObject()
        var response = Response(.json, json.bytes, status: isReady ? .ok : .serviceUnavailable)
        response.headers.add(.cacheControl, "no-store")
        if !isReady { response.headers.add(.retryAfter, "1") }
        return response
    }
}
