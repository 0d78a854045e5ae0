package import Geography
package import Ledger
package import Photos
package import Reports

/// Takes a photo in: develops it, enters it, stores its files, and only then says that it is there.
package struct PhotoIntake: Sendable {
    private let darkroom: Darkroom
    private let register: PhotoRegister
    private let store: any PhotoStore

    package init(darkroom: Darkroom, register: PhotoRegister, store: any PhotoStore) {
        self.darkroom = darkroom
        self.register = register
        self.store = store
    }

    /// Takes one upload; when it returns, the photo is durable and a report can have it.
    package func take(_ upload: [UInt8]) async throws -> TakenPhoto {
        let photo = try await darkroom.develop(upload)
        let entry = try await register.enter(photo)
        if !entry.isStored {
            try await store.put(entry.photo, photo.variants)
            try await confirm(entry.photo)
        }
        return TakenPhoto(
            photo: ReportPhoto(id: photo.identifier, width: photo.width, height: photo.height),
            suggestedPlace: photo.suggestedPlace
        )
    }

    /// Files that no row names any more would stay for good, so they are taken back.
    private func confirm(_ photo: StoredPhoto) async throws {
        do {
            try await register.confirm(photo)
        } catch let error as PhotoSweptAway {
            try await store.remove(photo)
            throw error
        }
    }
}

/// A photo that was taken in, and what only its sender is told.
package struct TakenPhoto: Sendable {
    package let photo: ReportPhoto
    /// Where the file says that it was taken; kept nowhere.
    package let suggestedPlace: Coordinate?

    package init(photo: ReportPhoto, suggestedPlace: Coordinate?) {
        self.photo = photo
        self.suggestedPlace = suggestedPlace
    }
}
