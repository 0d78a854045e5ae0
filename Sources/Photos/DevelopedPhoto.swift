package import Geography
package import Reports

/// What became of an upload: its variants, without anything that the file said about people and places.
package struct DevelopedPhoto: Sendable {
    /// The digest of the upload.
    package let identifier: PhotoIdentifier
    /// Width and height of the largest variant, the right way up.
    package let width: Int
    package let height: Int
    /// What the picture looks like.
    package let likeness: PhotoLikeness
    /// Every size in every encoding.
    package let variants: [PhotoVariant]
    /// Where the file says that the picture was taken: for the sender alone, never to be stored.
    package let suggestedPlace: Coordinate?

    package init(
        identifier: PhotoIdentifier,
        width: Int,
        height: Int,
        likeness: PhotoLikeness,
        variants: [PhotoVariant],
        suggestedPlace: Coordinate?
    ) {
        self.identifier = identifier
        self.width = width
        self.height = height
        self.likeness = likeness
        self.variants = variants
        self.suggestedPlace = suggestedPlace
    }
}
