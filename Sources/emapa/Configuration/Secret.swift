/// What is configured by variables alone, so that no command line, file or page shows it.
enum Secret: String, CaseIterable {
    case photoBucketKey = "EMAPA_PHOTO_BUCKET_KEY"
    case photoBucketSecret = "EMAPA_PHOTO_BUCKET_SECRET"
}
