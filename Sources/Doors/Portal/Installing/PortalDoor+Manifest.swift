import Formats
import HTTP
import Pages

/// What lets a phone keep the portal as an app (W3C Web Application Manifest).
extension PortalDoor {
    func openManifest(_ group: inout RouteGroup, _ tongue: Tongue) {
        group.get(tongue.path("/manifest.webmanifest")) { [site] request in
            let visit = try site.visit(request, in: tongue)
            var response = Response(
                ContentType("application/manifest+json", isCompressible: true),
                PortalDoor.manifest(for: visit)
            )
            response.headers.add(.cacheControl, "public, max-age=3600")
            return response
        }
    }

    private static let icons = [
        ("/assets/app/icon-192.png", "192x192", "any"), ("/assets/app/icon-512.png", "512x512", "any"),
        ("/assets/app/icon-maskable-512.png", "512x512", "maskable"),
    ]

    private static func manifest(for visit: Visit) -> [UInt8] {
        let (home, report) = (visit.tongue.path("/"), visit.tongue.path("/report"))
        var json = JSONWriter(reserving: 1_024)
        json.beginObject()
        json.member("id", "/")
        json.member("name", visit.words("install.name"))
        json.member("short_name", visit.words("install.short"))
        json.member("description", visit.words("install.description"))
        json.member("lang", visit.language.rawValue)
        json.member("dir", "ltr")
        json.member("start_url", home)
        json.member("scope", "/")
        json.member("display", "standalone")
        json.member("background_color", "#ffffff")
        json.member("theme_color", "#ffffff")
        json.key("categories")
        json.strings(["government", "utilities"])
        json.key("icons")
        json.beginArray()
        for (source, sizes, purpose) in icons {
            json.beginObject()
            json.member("src", source)
            json.member("sizes", sizes)
            json.member("type", "image/png")
            json.member("purpose", purpose)
            json.endObject()
        }
        json.endArray()
        json.key("shortcuts")
        json.beginArray()
        for (name, url) in [("install.report", report), ("install.ideas", visit.tongue.path("/ideas"))] {
            json.beginObject()
            json.member("name", visit.words(name))
            json.member("url", url)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }
}
