import Ledger
import Photos
import PostgreSQL

/// The store of photos that is configured, and what keeps it tidy.
enum PhotoData {
    /// How long the sweeper rests after each time.
    private static let rest = Duration.seconds(3_600)

    /// Opens the store; blocks for the time of a few system calls.
    static func open(_ shelf: Configuration.PhotoShelf) throws -> any PhotoStore {
        switch shelf {
        case .folder(let path): try PhotoFolder(path)
        case .bucket(let address, let signing): PhotoBucket(address, signing: signing)
        }
    }

    /// Sweeps every hour until the task is cancelled; `report` hears how many were removed, or what went wrong.
    static func sweep(
        _ database: Database,
        _ store: any PhotoStore,
        report: @Sendable (Result<Int, any Error>) -> Void
    ) async {
        let sweeper = PhotoSweeper(database, store: store)
        while !Task.isCancelled {
            do {
                report(.success(try await sweeper.sweep()))
            } catch {
                report(.failure(error))
            }
            guard (try? await Task.sleep(for: rest)) != nil else { return }
        }
    }
}
