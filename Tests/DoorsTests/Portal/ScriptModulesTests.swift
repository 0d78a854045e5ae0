import Foundation
import TestSupport
import Testing

@testable import Doors

struct ScriptModulesTests {
    private func modules(_ files: [String: String]) throws -> ScriptModules {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emapa-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let place = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: place)
        }
        return try ScriptModules(folder: folder.path)
    }

    @Test func `what a script needs is found through all that it imports, each once`() throws {
        let modules = try modules([
            "map/main.js":
                """
            import * as api from "../api.js";
            import { Pin } from "./pin.js";
            import "./side.js";
            """,
            "map/pin.js":
                """
            /** A pin. */
            import {
              a,
            } from "../api.js";
            export { c } from "./side.js";
            """,
            "map/side.js": "import \"./main.js\";", "api.js": "export const far = \"./not-imported.js\";",
        ])
        #expect(modules.needed(by: "map/main.js") == ["api.js", "map/pin.js", "map/side.js"])
        #expect(modules.needed(by: "gone.js") == [])
    }

    @Test func `names that lead elsewhere are passed over`() throws {
        let modules = try modules([
            "a.js":
                """
            import "../../etc/passwd.js";
            import "https://example.org/x.js";
            import "./gone.js";
            import("./late.js");
            """,
            "late.js": "",
        ])
        #expect(modules.needed(by: "a.js") == [])
    }

    @Test func `a page names them before the script, and what it says in its language`() throws {
        let modules = try modules(["a.js": "import \"./language.js\";", "language.js": ""])
        let page = modules.preloading(
            in: "<head><script type=\"module\" src=\"/assets/a.js\"></script></head>"
        )
        let links = ["language.js", "messages/{{lang}}.js"].map {
            "<link rel=\"modulepreload\" href=\"/assets/\($0)\">"
        }
        #expect(
            page == "<head>\(links.joined())<script type=\"module\" src=\"/assets/a.js\"></script></head>"
        )
    }

    @Test func `every script of the pages is there, and finds what it imports`() throws {
        let folder = "\(Checkout.root)/portal"
        let modules = try ScriptModules(folder: folder + "/assets")
        #expect(modules.needed(by: "map-page/main.js").contains("map/city-map.js"))
        #expect(modules.needed(by: "report/main.js").contains("language.js"))
    }
}
