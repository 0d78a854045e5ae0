import Photos

/// The store of photos that is configured.
enum PhotoData {
    /// Opens the store; blocks for the time of a few system calls.
    static func open(_ shelf: Configuration.PhotoShelf) throws -> any PhotoStore {
        switch shelf {
        case .folder(let path): try PhotoFolder(path)
        case .bucket(let address, let signing): PhotoBucket(address, signing: signing)
        }
    }
}
