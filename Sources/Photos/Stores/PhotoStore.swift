/// Where the files of photos are kept.
package protocol PhotoStore: Sendable {
    /// Keeps every variant; when it returns they outlast a loss of power.
    func put(_ photo: StoredPhoto, _ variants: [PhotoVariant]) async throws(PhotoStoreError)

    /// Gives one variant; nil if it isn't there.
    func content(
        of photo: StoredPhoto,
        _ variant: PhotoVariantName
    ) async throws(PhotoStoreError) -> PhotoContent?

    /// Removes every variant; what isn't there is no error.
    func remove(_ photo: StoredPhoto) async throws(PhotoStoreError)
}

/// Why a store did not do what it was asked; trying again may help.
package enum PhotoStoreError: Error, Equatable, Sendable {
    /// Too much is waiting already.
    case overloaded
    /// The store is away, full, or refuses us.
    case unavailable(reason: String)
}
