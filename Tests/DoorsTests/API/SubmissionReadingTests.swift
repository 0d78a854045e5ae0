import Formats
import Reports
import Testing

@testable import Doors

struct SubmissionReadingTests {
    private static let photo = String(repeating: "0a", count: 32)
    private let base =
        #""category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}"#

    private func problems(_ more: String) -> [String] {
        do {
            _ = try Submission(parsing: Array("{\(base)\(more)}".utf8))
            return []
        } catch let problems as FieldProblems {
            return problems.problems.map { "\($0.pointer) \($0.code.rawValue)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `everything that a sender can say is read`() throws {
        let body = """
            {\(base.replacing("50.0617", with: "50.0617,\"precision_m\":8.5")),"address":"ul. Długa 5",
            "contact":{"first_name":"Jan","last_name":"X","email":" Somebody@Example.ORG","phone":"12 616 55 55"},
            "consents":{"email":true,"sms":true},"answers":{"land":"private","more":["a","b"]},"photos":["\(Self.photo)"],
            "same_as":"kck-2026-000123","not_same_as":["KCK-2026-000124"],"channel":"mobile","not_emergency":true,
            "created":"2026-06-30T12:00:00Z","status":"assigned","external_id":"A-7"}
            """
        let submission = try Submission(parsing: Array(body.utf8))
        #expect(submission.precision == 8.5)
        #expect(submission.address == "ul. Długa 5")
        #expect(submission.contact?.email == "Somebody@example.org")
        #expect(submission.contact?.phone == "+48126165555")
        #expect(submission.contact?.consents == Consents(email: true, sms: true))
        #expect(submission.answers == ["land": ["private"], "more": ["a", "b"]])
        #expect(submission.photos.map(\.description) == [Self.photo])
        #expect(submission.sameAs?.description == "KCK-2026-000123")
        #expect(submission.notSameAs.map(\.description) == ["KCK-2026-000124"])
        #expect(submission.channel == .mobile)
        #expect(submission.isNoEmergency)
        let imported = try #require(submission.imported)
        #expect(imported.created == Timestamp(parsing: "2026-06-30T12:00:00Z"))
        #expect(imported.status == .assigned)
        #expect(imported.externalID == "A-7")
    }

    @Test func `what is left out is empty, and null is as good as left out`() throws {
        let names = [
            "address", "contact", "consents", "answers", "photos", "same_as", "not_same_as", "channel",
            "not_emergency",
            "created", "status", "external_id",
        ]
        let nulls = names.map { ",\"\($0)\":null" }.joined()
        for more in ["", nulls] {
            let submission = try Submission(parsing: Array("{\(base)\(more)}".utf8), channel: .partner)
            #expect(submission.contact == nil && submission.imported == nil && submission.answers.isEmpty)
            #expect(submission.channel == .partner)
        }
    }

    @Test func `an address alone is a place`() throws {
        let body = #"{"category":"road.pothole","description":"Dziura","address":"ul. Długa 5"}"#
        #expect(try Submission(parsing: Array(body.utf8)).coordinate == nil)
    }

    @Test(
        arguments: [
            (#","location2":1"#, ["#/location2 unknown"]),
            (#","address":"a\nb""#, ["#/address control_character"]),
            (#","address":"a\u202Eb""#, ["#/address direction"]),
            (#","contact":{"email":"nobody"}"#, ["#/contact/email format"]),
            (#","contact":{"email":"a@b"}"#, ["#/contact/email format"]),
            (#","contact":{"email":"a b@example.org"}"#, ["#/contact/email format"]),
            (#","contact":{"phone":"12 616"}"#, ["#/contact/phone format"]),
            (#","contact":{"phone":"call me"}"#, ["#/contact/phone format"]),
            (#","contact":{"first_name":"a\u0007"}"#, ["#/contact/first_name control_character"]),
            (#","contact":{"pesel":"1"}"#, ["#/contact/pesel unknown"]),
            (#","consents":{"email":true}"#, ["#/consents/email missing"]),
            (#","contact":{"email":"a@example.org"},"consents":{"sms":true}"#, ["#/consents/sms missing"]),
            (#","contact":{"email":"a@"},"consents":{"email":true}"#, ["#/contact/email format"]),
            (#","consents":{"email":"yes"}"#, ["#/consents/email type"]),
            (#","answers":{"a":"x\u0000"}"#, ["#/answers control_character"]),
            (#","answers":{"a":{"b":1}}"#, ["#/answers type"]),
            (#","photos":["../../x"]"#, ["#/photos/0 format"]),
            (#","photos":["\#(photo)","\#(photo)"]"#, ["#/photos/1 repeated"]),
            (#","photos":["a","b","c","d","e","f"]"#, ["#/photos length"]),
            (#","same_as":"7""#, ["#/same_as format"]),
            (
                #","not_same_as":[\#(Array(repeating: #""KCK-2026-000001""#, count: 21).joined(separator: ","))]"#,
                [
                    "#/not_same_as length"
                ]
            ),
            (#","channel":"fax""#, ["#/channel choice"]),
            (#","not_emergency":"true""#, ["#/not_emergency type"]),
            (#","created":"yesterday""#, ["#/created format"]),
            (#","status":"done""#, ["#/status choice"]),
            (#","external_id":"""#, ["#/external_id length"]),
            (
                #","tags":[\#(Array(repeating: #""tag""#, count: 10_000).joined(separator: ","))]"#,
                ["#/tags unknown"]
            ),
        ] as [(String, [String])]
    )
    func `a field that cannot be taken has its place and its reason`(more: String, errors: [String]) {
        #expect(problems(more) == errors)
    }

    @Test func `a place is asked for by name when there is neither point nor address`() {
        let body = #"{"category":"road.pothole","description":"Dziura"}"#
        let error = #expect(throws: FieldProblems.self) { try Submission(parsing: Array(body.utf8)) }
        #expect(error?.problems.map(\.pointer) == ["#/location"])
    }
}
