import Testing

@testable import PostgreSQL

@Suite struct ConnectionStringTests {
    @Test(arguments: [
        "postgres://clerk:s3cret@db.example:5433/emapa?sslmode=require&sslpassword=s3cret",
        "host=db.example port=5433 user=clerk password=s3cret dbname=emapa sslmode=require",
    ])
    func `the password is never printed`(text: String) throws {
        let string = try ConnectionString(text)
        let printed =
            "\(string) \(String(reflecting: string)) \(String(describing: Mirror(reflecting: string).children))"
        #expect(!printed.contains("s3cret"))
        #expect(string.description == "user=clerk dbname=emapa host=db.example port=5433 sslmode=require")
    }

    @Test(arguments: [
        "postgres://[::1", "host=", "nonsense", "frobnicate=1", "password='s3cret", "host=a\0b",
    ])
    func `a string that libpq cannot read is refused without quoting it`(text: String) {
        do throws(DatabaseError) {
            _ = try ConnectionString(text)
            #expect(text == "host=")
        } catch {
            #expect(!error.debugDescription.contains("s3cret"))
        }
    }
}
