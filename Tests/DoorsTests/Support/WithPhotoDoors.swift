import Foundation
import HTTP
import Intake
import Ledger
import Photos
import PostgreSQL
import TestSupport
import Testing

@testable import Doors

/// The doors of photos on a real database and a folder, asked through the router.
struct PhotoDoorsUnderTest {
    let router: Router
    let register: PhotoRegister
    let database: Database

    func ask(_ method: HTTP.Method, _ target: String, headers: [(HeaderName, HeaderValue)] = []) async throws
        -> Answer
    {
        let response = await router.respond(to: try Request(method, target, headers: headers))
        return Answer(response: response, body: try await response.body.collect(limit: 1 << 24))
    }

    /// Sends files as a browser does.
    func upload(_ files: [(field: String, filename: String, bytes: [UInt8])]) async throws -> Answer {
        var body: [UInt8] = []
        for file in files {
            let head =
                "--edge\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.filename)\"\r\n\r\n"
            body += Array(head.utf8) + file.bytes + Array("\r\n".utf8)
        }
        body += Array("--edge--\r\n".utf8)
        return try await post(body, type: "multipart/form-data; boundary=edge")
    }

    func post(_ body: [UInt8], type: HeaderValue) async throws -> Answer {
        let request = try Request(.post, "/api/v1/photos", headers: [(.contentType, type)], body: body)
        let response = await router.respond(to: request)
        return Answer(response: response, body: try await response.body.collect(limit: 1 << 24))
    }

    static func picture(_ name: String = "quarters.jpg") throws -> [UInt8] {
        try Checkout.read("Tests/Fixtures/photos/\(name)")
    }
}

/// Runs a test with the doors of photos on a database and a folder of its own.
func withPhotoDoors(_ name: String, _ body: (PhotoDoorsUnderTest) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "emapa-\(name)-\(UUID().uuidString)")
        .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        try await database.write { transaction in
            _ = try transaction.execute(
                "ALTER TABLE report ADD COLUMN IF NOT EXISTS hidden boolean NOT NULL DEFAULT false"
            )
        }
        let (register, store) = (PhotoRegister(database), try PhotoFolder(folder))
        let intake = PhotoIntake(darkroom: Darkroom(workers: 1), register: register, store: store)
        var router = Router()
        PhotosDoor(register: register, store: store, hiding: { [] }).open(on: &router)
        PhotoUploadDoor(intake, access: Access(ring: KeyRing(KeyStore(database)), limits: RateLimits())).open(
            on: &router
        )
        try await body(PhotoDoorsUnderTest(router: router, register: register, database: database))
    }
}
