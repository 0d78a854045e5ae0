import Formats
package import HTTP
package import Ledger
package import Photos
import Reports

/// The files of photos: `/photos/{id}/{size}.webp` and `.jpg`.
///
/// Nothing of the address becomes a part of a path: the identifier is 32 bytes, the size one of three.
package struct PhotosDoor: Sendable {
    private let register: PhotoRegister
    private let store: any PhotoStore
    private let hiding: @Sendable () -> [String]

    /// A door to the photos that may be seen.
    ///
    /// - Parameters:
    ///   - register: knows who may see which.
    ///   - store: has the files.
    ///   - hiding: the codes of the categories whose reports show no photo, as they are now.
    package init(
        register: PhotoRegister,
        store: any PhotoStore,
        hiding: @escaping @Sendable () -> [String]
    ) {
        self.register = register
        self.store = store
        self.hiding = hiding
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/photos", cors: .publicReads) { group in
            for encoding in PhotoEncoding.allCases {
                group.get("/{id}/{size}.\(encoding.rawValue)", task: { try await show($0, encoding) })
            }
        }
    }

    private func show(_ request: Request, _ encoding: PhotoEncoding) async throws -> Response {
        guard let identifier = PhotoIdentifier(parsing: try request.parameters.text("id")),
            let size = PhotoSize(rawValue: try request.parameters.integer("size"))
        else { throw Problem.noSuchPhoto }
        let variant = PhotoVariantName(size, encoding)
        switch try await register.audience(of: identifier, hiding: hiding()) {
        case .everybody(let photo):
            return try await answer(photo, variant, caching: "public, max-age=31536000, immutable")
        case .sender(let photo):
            // It may never become public, so no cache on the way keeps it.
            return try await answer(photo, variant, caching: "private, max-age=600")
        case .nobody:
            throw Problem.noSuchPhoto
        }
    }

    private func answer(
        _ photo: StoredPhoto,
        _ variant: PhotoVariantName,
        caching: HeaderValue
    ) async throws -> Response {
        var response = Response(.ok)
        switch try await store.content(of: photo, variant) {
        case .file(let file): response.body = .file(file)
        case .bytes(let bytes): response.body = .bytes(bytes)
        case nil: throw Problem.noSuchPhoto
        }
        response.headers.add(.contentType, ContentType.ofFile(named: variant.fileName).value)
        response.headers.add(.cacheControl, caching)
        if let tag = HeaderValue("\"\(String(photo.edition, radix: 36))-\(variant.fileName)\"") {
            response.headers.add(.etag, tag)
        }
        return response
    }
}

extension Problem {
    static let noSuchPhoto = Problem(
        .notFound,
        code: "no-such-photo",
        title: LocalizedText(pl: "Nie ma takiego zdjęcia", en: "There is no such photo")
    )
}
