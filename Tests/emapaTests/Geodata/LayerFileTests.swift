import Glibc
import TestSupport
import Testing

@testable import emapa

struct LayerFileTests {
    @Test(.timeLimit(.minutes(1)))
    func `a file of ten million positions is refused before it is read to its end`() throws {
        var template = Array("/tmp/emapa-layer-XXXXXX".utf8CString)
        let folder = unsafe String(cString: mkdtemp(&template))
        defer { try? Program.run(["rm", "-rf", folder]) }
        let path = "\(folder)/big.geojson"
        try write(positions: 10_000_000, to: path)

        let error = #expect(throws: FileError.self) { try LayerFile.read(path) }
        #expect(error?.path == path)
        #expect(error?.reason.hasPrefix("has more than 1000000 positions") == true)
    }

    @Test func `a file that is refused is read no farther`() throws {
        var seen = 0
        let error = #expect(throws: FileError.self) {
            try FileContents.read("/dev/zero") { chunk in
                seen += chunk.count
                return seen > 100_000 ? "is too boring" : nil
            }
        }
        #expect(error?.reason == "is too boring")
        #expect(seen < 200_000)
    }

    @Test func `a file within the bound is read whole`() throws {
        let path = "\(Checkout.root)/geodata/krakow/districts.geojson"
        #expect(try LayerFile.read(path) == Checkout.read("geodata/krakow/districts.geojson"))
    }

    private func write(positions: Int, to path: String) throws {
        let opened = unsafe fopen(path, "w")
        let file = unsafe try #require(unsafe opened)
        defer { unsafe fclose(file) }
        let opening =
            #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":["#
        unsafe fputs(opening, file)
        let thousand = String(repeating: "[20,50],", count: 1_000)
        for _ in 0..<(positions / 1_000) { unsafe fputs(thousand, file) }
        unsafe fputs("[20,50]]}}]}", file)
    }
}
