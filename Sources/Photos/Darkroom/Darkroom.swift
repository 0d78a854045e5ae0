import CVipsShim
package import Reports
import Threads

/// Makes photos of uploads on threads of its own (libvips), with a bounded queue in front.
///
/// Only the four formats are decoded, by loaders that are named; whatever a file holds besides pixels stays behind.
package final class Darkroom: Sendable {
    private let crew: Crew
    private let limits: PhotoLimits

    /// Starts the threads; they end when the darkroom is closed or nobody holds it any more.
    ///
    /// - Parameters:
    ///   - workers: pictures that are developed at once; each may take 400 MB for a moment.
    ///   - queueCapacity: uploads that may wait, of 7 MiB each; one more is refused as busy.
    ///   - limits: what is taken.
    package init(workers: Int = 2, queueCapacity: Int = 16, limits: PhotoLimits = .standard) {
        precondition(picture_library_start(), "libvips does not start")
        self.limits = limits
        crew = Crew(named: "darkroom", workers: workers, queueCapacity: queueCapacity) {
            picture_thread_end()
        }
    }

    /// Checks an upload, decodes it, and makes every variant.
    package func develop(_ upload: [UInt8]) async throws(PhotoRefused) -> DevelopedPhoto {
        guard upload.count <= limits.fileBytes else { throw .fileTooLarge(limit: limits.fileBytes) }
        let development = Development(upload, limits: limits)
        return try await work { development.outcome() }
    }

    /// Fills boxes of a photo with black, and makes every variant of what is left.
    ///
    /// - Parameters:
    ///   - photo: the largest variant as JPEG, which this service has made itself.
    ///   - boxes: where to fill it.
    /// - Returns: every size in every encoding.
    /// - Throws: `unreadable` where the file is damaged, `busy` where too many are waiting.
    package func cover(_ photo: PhotoContent, with boxes: [CoverBox]) async throws(PhotoRefused)
        -> [PhotoVariant]
    {
        let covering = Covering(photo, with: boxes, limits: limits)
        return try await work { covering.outcome() }
    }

    private func work<Value: Sendable>(
        _ body: @escaping @Sendable () -> Result<Value, PhotoRefused>
    ) async throws(PhotoRefused) -> Value {
        let outcome: Result<Value, PhotoRefused>
        do throws(CrewError) {
            outcome = try await crew.run(body)
        } catch {
            // The client is away, or would wait too long: either way nothing was done.
            throw .busy
        }
        return try outcome.get()
    }

    /// Takes no more uploads; what has begun is finished.
    package func close() {
        crew.close()
    }
}
