/// One of the sizes in which every photo is kept: its longest edge has at most so many pixels.
package enum PhotoSize: Int, CaseIterable, Sendable {
    case small = 320
    case medium = 1_280
    case large = 2_048
}

/// One of the encodings in which every size is kept.
package enum PhotoEncoding: String, CaseIterable, Sendable {
    case webp
    case jpeg = "jpg"

    /// The media type.
    package var mediaType: String {
        switch self {
        case .webp: "image/webp"
        case .jpeg: "image/jpeg"
        }
    }
}

/// Which of a photo's files is meant.
package struct PhotoVariantName: Hashable, Sendable {
    package let size: PhotoSize
    package let encoding: PhotoEncoding

    package init(_ size: PhotoSize, _ encoding: PhotoEncoding) {
        self.size = size
        self.encoding = encoding
    }

    /// Every variant, smallest first.
    package static let all = PhotoSize.allCases.flatMap { size in
        PhotoEncoding.allCases.map { PhotoVariantName(size, $0) }
    }

    /// The file's name: `320.webp`.
    package var fileName: String { "\(size.rawValue).\(encoding.rawValue)" }
}

/// One of a photo's files.
package struct PhotoVariant: Sendable {
    package let name: PhotoVariantName
    package let bytes: [UInt8]

    package init(_ name: PhotoVariantName, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
