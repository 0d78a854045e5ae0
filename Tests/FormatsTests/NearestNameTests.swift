import Testing

@testable import Formats

@Suite struct NearestNameTests {
    private static let known = ["category", "description", "location", "lon", "lat", "id"]

    @Test(
        arguments: [
            ("catgory", "category"),
            ("categroy", "category"),
            ("Description", "description"),
            ("descripton", "description"),
            ("lonn", "lon"),
            ("locaton", "location"),
            ("address", nil),
            ("x", nil),
            ("", nil),
            (String(repeating: "a", count: 100_000), nil),
        ] as [(String, String?)]
    )
    func `the name with few slips is meant`(_ typed: String, _ meant: String?) {
        #expect(NearestName.of(typed, among: Self.known) == meant)
    }
}
