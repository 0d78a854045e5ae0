import Formats
import Geography
import TestSupport
import Testing

@testable import Addresses

struct AddressFileTests {
    private static let header = "street,number,lon,lat,postcode\r\n"

    private func read(_ text: String, within bounds: Bounds? = nil) throws -> [Address] {
        try AddressFile(parsing: Array(text.utf8), within: bounds).addresses
    }

    @Test func `columns stand in any order, and further ones are passed over`() throws {
        let text = """
            \u{FEFF}postcode,lat,lon,number,street,colour,kind,precision_m,source
            31-147,50.0668,19.9390,12A,"ul. Długa",red,address,5,"a, ""b\"""
            ,50.0617,19.9373,,Rynek Główny,,square,,

            """
        let addresses = try read(text)
        #expect(addresses.map(\.label) == ["ul. Długa 12A", "Rynek Główny"])
        #expect(addresses.map(\.kind) == [.address, .square])
        #expect(addresses.map(\.postcode) == ["31-147", nil])
        #expect(addresses.map(\.precision) == [5, nil])
        #expect(addresses.map(\.origin) == ["a, \"b\"", nil])
        #expect(addresses.first?.coordinate.longitudeMicros == 19_939_000)
    }

    @Test func `the shipped file lies in the city`() throws {
        let city = try #require(Bounds(west: 19.792, south: 49.967, east: 20.218, north: 50.127))
        let file = try AddressFile(parsing: try Checkout.read("geodata/krakow/addresses.csv"), within: city)
        #expect(file.addresses.count > 400)
        #expect(file.addresses.allSatisfy { $0.precision != nil && $0.origin != nil })
    }

    @Test func `without a kind a number makes a house`() throws {
        let addresses = try read(AddressFileTests.header + "Długa,,19.9,50.0,\r\nDługa,1,19.9,50.0,\r\n")
        #expect(addresses.map(\.kind) == [.street, .address])
    }

    private static let bad: [(String, String)] = [
        ("", "there is no address in the file"), (header, "there is no address in the file"),
        ("street,lon\nx,1", "line 1: the header lacks number, lat, postcode"),
        ("street,street,number,lon,lat,postcode\n", "line 1, street: the header has this column twice"),
        ("\(header)Długa,1,19.9\n", "line 2, : the line has 3 values, the header 5"),
        ("\(header),1,19.9,50.0,\n", "line 2, street: a name is expected"),
        ("\(header)...,1,19.9,50.0,\n", "line 2, street: a name is expected"),
        ("\(header)Długa,1,\"19,9\",50.0,\n", "line 2, lon: degrees are expected, as in 19.938333"),
        ("\(header)Długa,1,19.9,nan,\n", "line 2, lat: degrees are expected, as in 19.938333"),
        ("\(header)Długa,1,1e1,50,\n", "line 2, lon: degrees are expected, as in 19.938333"),
        ("\(header)Długa,1,,50,\n", "line 2, lon: degrees are expected, as in 19.938333"),
        ("\(header)Długa,1,19.9,91,\n", "line 2, lon: is not on Earth"),
        ("\(header)Długa,1,19.9,50,\nDługa,2,50.0,19.9,\n", "line 3, lon: lon and lat look swapped"),
        ("\(header)Długa,1,21.0,52.2,\n", "line 2, lon: lies outside the city"),
        ("\(header)\"a\nb\",1,19.9,50,\n", "line 2, street: a line end or another control character"),
        (
            "\(header)\(String(repeating: "a", count: 201)),1,19.9,50,\n",
            "line 2, street: more than 200 characters"
        ),
        ("\(header)Długa,1,19.9,50,\"x\n", "line 2, field 5: the quote is never closed"),
        (
            "street,number,lon,lat,postcode,kind\nDługa,,19.9,50,,road\n",
            "line 2, kind: one of street, estate, square, landmark, address is expected"
        ),
        (
            "street,number,lon,lat,postcode,precision_m\nDługa,,19.9,50,,-1\n",
            "line 2, precision_m: metres from 0 to 10000 are expected"
        ),
    ]

    @Test(arguments: bad)
    func `a bad line refuses the file, with its place and the reason`(text: String, message: String) throws {
        let bounds = try #require(Bounds(west: 19.7, south: 49.9, east: 20.3, north: 50.2))
        let error = #expect(throws: AddressFileError.self) { try read(text, within: bounds) }
        #expect(error?.description == message)
    }

    @Test func `no bytes make it trap`() {
        var random = SeededGenerator(3)
        let alphabet =
            Array("street,number,lon,lat,postcode\r\n\"19.9,50.0,D\u{142}\0\u{FEFF}".utf8) + [0xFF, 0xC5]
        var readable = 0
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...80, using: &random)
            let noise = (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }
            let whole = Bool.random(using: &random) ? Array(AddressFileTests.header.utf8) + noise : noise
            if (try? AddressFile(parsing: whole)) != nil { readable += 1 }
        }
        #expect(readable < 3_000)
    }
}
