import Formats
import HTTP
import Pages

extension PortalSite {
    /// Where programs ask: they get their errors as they expect them, whatever they accept.
    private static let programs = [
        "/api/", "/open311/", "/tiles/", "/photos/", "/assets/", "/dispatch/",
    ]

    /// Errors as pages, for whoever asks for pages.
    var errorForm: ErrorForm {
        ErrorForm(
            where: { path, headers in
                headers[.accept]?.contains("text/html") == true
                    && !PortalSite.programs.contains { path.hasPrefix($0) }
            },
            write: { problem, request in page(telling: problem, request) }
        )
    }

    /// The page `gone` for what is not there, `failed` for everything else.
    private func page(telling problem: Problem, _ request: Request) -> Response {
        let tongue = Tongue(of: request.target.path)
        do {
            let visit = try visit(request, in: tongue)
            let values: PageScope = [
                "title": .text(problem.title[tongue.language]),
                "problemTitle": .text(problem.title[tongue.language]),
                "problemDetail": .text(problem.detail?[tongue.language] ?? ""),
                "code": .text(problem.code),
                "status": .text(String(problem.status.code)),
                "isMissing": .flag(problem.status == .notFound),
                "isBusy": .flag(problem.status == .serviceUnavailable || problem.status == .tooManyRequests),
                "requestID": .text(request.id.text),
            ]
            return try reply("gone", values, to: visit, status: problem.status)
        } catch {
            return problem.response(in: tongue.language, requestID: request.id)
        }
    }
}
