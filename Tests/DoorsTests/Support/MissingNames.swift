import Synchronization

/// The names that pages had and nobody gave a value, as `page.name`.
final class MissingNames: Sendable {
    private let names = Mutex<Set<String>>([])

    func add(_ page: String, _ name: String) { names.withLock { _ = $0.insert("\(page).\(name)") } }

    var all: [String] { names.withLock { $0.sorted() } }
}
