import HTTPClient

extension Configuration {
    /// Where the files of photos are kept.
    enum PhotoShelf: Sendable {
        /// A folder of this machine.
        case folder(String)
        /// A bucket that several instances share.
        case bucket(ServiceAddress, RequestSigning)

        /// Reads the settings; `complain` is told what is wrong.
        static func read(_ settings: Settings, complain: (Setting, String) -> Void) -> PhotoShelf {
            let folder = PhotoShelf.folder(settings[.photos] ?? "\(settings[.data] ?? ".data")/photos")
            guard let text = settings[.photoBucket] else { return folder }
            if settings[.photos] != nil { complain(.photos, "give either --photos or --photo-bucket") }
            // A scheme, a host and a bucket.
            guard let address = ServiceAddress(text), text.split(separator: "/").count >= 3 else {
                complain(.photoBucket, "expected https://HOST/BUCKET, without user or query")
                return folder
            }
            guard let key = settings.secrets[.photoBucketKey],
                let secret = settings.secrets[.photoBucketSecret]
            else {
                let names = Secret.allCases.map(\.rawValue).joined(separator: " and ")
                complain(.photoBucket, "its key is expected in the variables \(names)")
                return folder
            }
            guard
                let signing = RequestSigning(
                    service: "s3",
                    region: settings[.photoRegion] ?? "",
                    key: key,
                    secret: secret
                )
            else {
                complain(.photoRegion, "the region or the bucket's key cannot be used to sign with")
                return folder
            }
            return .bucket(address, signing)
        }
    }
}
