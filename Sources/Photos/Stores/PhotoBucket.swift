import Cryptography
import HTTP
package import HTTPClient
import Reports

/// Photos in a bucket of a store that speaks S3, which several instances share.
///
/// Objects are named like the files of `PhotoFolder`. Their names are digits, letters and slashes alone, which is what
/// libcurl 7.88 signs rightly; they are never listed.
package final class PhotoBucket: PhotoStore {
    private static let digestHeader: HeaderName = "x-amz-content-sha256"

    private let address: ServiceAddress
    private let signing: RequestSigning
    private let client: HTTPClient

    /// A bucket at an address of the form `https://host/bucket`, asked with a signature for `s3`.
    package init(_ address: ServiceAddress, signing: RequestSigning) {
        self.address = address
        self.signing = signing
        var settings = HTTPClientSettings(name: "photo-bucket")
        settings.workers = 4
        settings.queueCapacity = 128
        settings.connectTimeout = .seconds(3)
        settings.deadline = .seconds(15)
        settings.longestAnswer = 8 << 20
        client = HTTPClient(settings)
    }

    package func put(_ photo: StoredPhoto, _ variants: [PhotoVariant]) async throws(PhotoStoreError) {
        for variant in variants {
            let response = try await send(.put, photo, variant.name, body: variant.bytes)
            guard response.isSuccess else { throw .status(response.status) }
        }
    }

    package func content(
        of photo: StoredPhoto,
        _ variant: PhotoVariantName
    ) async throws(PhotoStoreError) -> PhotoContent? {
        let response = try await send(.get, photo, variant)
        if response.status == 404 { return nil }
        guard response.isSuccess else { throw .status(response.status) }
        return .bytes(response.body)
    }

    package func remove(_ photo: StoredPhoto) async throws(PhotoStoreError) {
        for name in PhotoVariantName.all {
            let response = try await send(.delete, photo, name)
            guard response.isSuccess || response.status == 404 else { throw .status(response.status) }
        }
    }

    /// Takes no more requests, and ends those that are under way.
    package func close() {
        client.close()
    }

    private func send(
        _ method: Method,
        _ photo: StoredPhoto,
        _ variant: PhotoVariantName,
        body: [UInt8]? = nil
    ) async throws(PhotoStoreError) -> IncomingResponse {
        var headers = Headers()
        headers.add(PhotoBucket.digestHeader, HeaderValue(SHA256.digest(of: body ?? []).hexadecimal) ?? "")
        if body != nil, let type = HeaderValue(variant.encoding.mediaType) { headers.add(.contentType, type) }
        let request = OutgoingRequest(
            method,
            address.appending("/\(photo.folder)/\(variant.fileName)"),
            headers: headers,
            body: body,
            signing: signing
        )
        do throws(HTTPClientError) {
            return try await client.send(request)
        } catch .overloaded {
            throw .overloaded
        } catch {
            throw .unavailable(reason: "\(error)")
        }
    }
}

extension PhotoStoreError {
    fileprivate static func status(_ status: Int) -> PhotoStoreError {
        .unavailable(reason: "the bucket answered \(status)")
    }
}
