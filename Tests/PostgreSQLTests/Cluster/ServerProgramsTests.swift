import Testing

@testable import PostgreSQL

struct ServerProgramsTests {
    private static let installed = [14, 15, 17].map { ServerPrograms(folder: "/pg/\($0)", version: $0) }

    @Test(
        arguments: [
            (nil, 17),
            ("15", 15),
            ("17", 17),
            ("16", nil),
            ("14", nil),
            ("9.6", nil),
        ] as [(String?, Int?)]
    )
    func `a cluster gets the programs of its own version`(cluster: String?, expected: Int?) {
        #expect(ServerPrograms.choose(from: Self.installed, clusterVersion: cluster)?.version == expected)
    }

    @Test(
        arguments: [
            ("postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)\n", 15),
            ("postgres (PostgreSQL) 18beta1\n", 18),
            ("postgres (PostgreSQL)", nil),
            ("something else 15", nil),
            ("", nil),
        ] as [(String, Int?)]
    )
    func `the version is read from what the server prints`(output: String, expected: Int?) {
        #expect(ServerPrograms.majorVersion(in: output) == expected)
    }
}
