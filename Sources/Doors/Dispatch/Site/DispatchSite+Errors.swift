import Formats
import HTTP
import Pages

extension DispatchSite {
    /// Where programs ask, of the console's own pages among them: they get their errors as they expect them.
    private static let programs = ["/dispatch/tiles/", "/dispatch/assets/"]

    /// Errors as pages, for whoever asks for pages.
    var errorForm: ErrorForm {
        ErrorForm(
            where: { path, headers in
                (path == "/dispatch" || path.hasPrefix("/dispatch/"))
                    && headers[.accept]?.contains("text/html") == true
                    && !DispatchSite.programs.contains { path.hasPrefix($0) }
            },
            write: { problem, request in page(telling: problem, request) }
        )
    }

    /// A problem to somebody who has signed in: within the frame, so that one can go on from there.
    func reply(_ problem: Problem, to visit: StaffVisit) throws -> Response {
        guard visit.wantsPage else {
            return problem.response(in: visit.language, requestID: visit.request.id)
        }
        var response = try reply(
            "trouble",
            values(of: problem, visit.request, in: visit.language),
            to: visit,
            status: problem.status
        )
        response.headers.add(contentsOf: problem.headers)
        return response
    }

    private func page(telling problem: Problem, _ request: Request) -> Response {
        let language = request.language
        do {
            return try reply(
                "trouble",
                values(of: problem, request, in: language),
                to: visit(request, in: language),
                status: problem.status
            )
        } catch {
            return problem.response(in: language, requestID: request.id)
        }
    }

    private func values(of problem: Problem, _ request: Request, in language: Language) -> PageScope {
        [
            "title": .text(problem.title[language]),
            "problemTitle": .text(problem.title[language]),
            "problemDetail": .text(problem.detail?[language] ?? ""),
            "code": .text(problem.code),
            "requestID": .text(request.id.text),
        ]
    }
}
