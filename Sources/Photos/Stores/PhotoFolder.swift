import Glibc
import HTTP
import Threads

/// Photos in a folder of this machine.
package final class PhotoFolder: PhotoStore {
    private let root: String
    private let crew: Crew

    /// Makes the folder if need be, which blocks; throws if it cannot be written.
    package init(_ path: String) throws(PhotoStoreError) {
        root = path
        try FolderFiles.make(path)
        guard unsafe access(path, W_OK | X_OK) == 0 else { throw .failed(errno) }
        crew = Crew(named: "photo-files", workers: 2, queueCapacity: 256)
    }

    /// Writes each file under another name first, so that a name always stands for a whole file.
    package func put(_ photo: StoredPhoto, _ variants: [PhotoVariant]) async throws(PhotoStoreError) {
        let (root, folder) = (root, photo.folder)
        try await run { () throws(PhotoStoreError) in
            // Each folder is synced after something was put into it, whoever made it.
            var path = root
            var folders = [path]
            for part in folder.split(separator: "/") {
                path += "/\(part)"
                try FolderFiles.make(path)
                folders.append(path)
            }
            for variant in variants {
                try FolderFiles.write(variant.bytes, to: variant.name.fileName, in: path)
            }
            for folder in folders.reversed() { try FolderFiles.sync(folder) }
        }
    }

    package func content(
        of photo: StoredPhoto,
        _ variant: PhotoVariantName
    ) async throws(PhotoStoreError) -> PhotoContent? {
        let path = "\(root)/\(photo.folder)/\(variant.fileName)"
        return try await run { () throws(PhotoStoreError) in
            do throws(FileBodyError) {
                return .file(try FileBody(opening: path))
            } catch .unreadable(errno: ENOENT) {
                return nil
            } catch .unreadable(let code) {
                throw .failed(code)
            } catch {
                throw .failed(EISDIR)
            }
        }
    }

    package func remove(_ photo: StoredPhoto) async throws(PhotoStoreError) {
        let path = "\(root)/\(photo.folder)"
        try await run { () throws(PhotoStoreError) in try FolderFiles.removeAll(path) }
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(PhotoStoreError) -> Value
    ) async throws(PhotoStoreError) -> Value {
        let outcome: Result<Value, PhotoStoreError>
        do throws(CrewError) {
            outcome = try await crew.run { () -> Result<Value, PhotoStoreError> in
                do throws(PhotoStoreError) {
                    return .success(try body())
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw .overloaded
        }
        return try outcome.get()
    }
}
