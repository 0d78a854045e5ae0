/// What a running server writes about itself into `postmaster.pid`.
struct PostmasterFile: Equatable, Sendable {
    let pid: Int32
    /// The cluster's folder as the server knows it.
    let folder: String
    let port: Int
    /// The folder of its socket; empty while the server is still starting.
    let socketFolder: String
    let isStopping: Bool

    /// Reads the file's text; `nil` where it is cut short before the folder, or its pid is no postmaster's.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.drop { $0 == " " }.prefix { $0 != "\r" })
        }
        // A single-user server writes its pid negated.
        guard lines.count > 1, let pid = Int32(lines[0]), pid > 1 else { return nil }
        self.pid = pid
        folder = lines[1]
        port = lines.count > 3 ? Int(lines[3]) ?? 5432 : 5432
        socketFolder = lines.count > 4 ? lines[4] : ""
        isStopping = lines.count > 7 && lines[7].hasPrefix("stopping")
    }
}
