extension Configuration {
    /// The map's file, in the data folder if that holds the database or the photos.
    ///
    /// An instance that keeps both elsewhere is not given a folder for the map alone: it loads it from the database.
    static func mapFile(_ settings: Settings) -> String? {
        let hasPhotos = settings[.photos] == nil && settings[.photoBucket] == nil
        guard settings[.database] == nil || hasPhotos, let folder = settings[.data] else { return nil }
        return "\(folder)/map.snapshot"
    }
}
