import Formats
import TestSupport

/// A page that follows `/events`: it may leave at any moment and come back with the last id it heard; blocks.
struct EventClient {
    struct Event {
        let name: String
        let data: JSONObject
    }

    private let port: UInt16
    private let target: String
    private var client: RawClient?
    private(set) var lastID: String?

    /// `after` is the event that the page knew when it was made.
    init(port: UInt16, after: String? = nil, lastID: String? = nil) {
        self.port = port
        target = "/events" + (after.map { "?after=\($0)" } ?? "")
        self.lastID = lastID
    }

    mutating func connect(receiveBuffer: Int32? = nil) throws {
        let client = try RawClient(port: port, receiveBuffer: receiveBuffer)
        let id = lastID.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        try client.send("GET \(target) HTTP/1.1\r\nHost: a\r\n\(id)\r\n")
        _ = try client.receive(through: "retry: 3000\n\n")
        self.client = client
    }

    mutating func leave() {
        client?.reset()
        client = nil
    }

    /// The next event, which must come.
    mutating func next() throws -> Event {
        guard let client else { throw ClientError.closed }
        _ = try client.receive(through: "id: ")
        lastID = String(try client.receive(through: "\n").dropLast())
        _ = try client.receive(through: "event: ")
        let name = String(try client.receive(through: "\n").dropLast())
        _ = try client.receive(through: "data: ")
        let text = try client.receive(through: "\n\n")
        guard let data = try? JSON.parse(Array(text.utf8), limits: .file).objectValue else {
            throw ClientError.malformed(text)
        }
        return Event(name: name, data: data)
    }
}
