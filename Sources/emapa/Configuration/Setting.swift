/// One thing that can be configured: by a flag, by a variable, or by a line of the configuration file.
enum Setting: String, CaseIterable {
    case config
    case listen
    case database
    case data
    case home
    case city
    case vendor
    case publicURL = "public-url"
    case proxies
    case geocoder
    case basemap
    case basemapAttribution = "basemap-attribution"
    case photos
    case photoBucket = "photo-bucket"
    case photoRegion = "photo-region"
    case readWorkers = "read-workers"
    case writeWorkers = "write-workers"
    case readRate = "read-rate"
    case writeRate = "write-rate"
    case sessionIdle = "session-idle"
    case sessionLength = "session-length"
    case tileCache = "tile-cache"
    case logFormat = "log-format"

    /// As written on the command line: `--public-url`.
    var flag: String { "--\(rawValue)" }

    /// As written in the environment: `EMAPA_PUBLIC_URL`.
    var variable: String {
        "EMAPA_" + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    }

    /// What stands for the value in the help.
    var placeholder: String {
        switch self {
        case .config: "FILE"
        case .listen: "ADDRESS:PORT"
        case .database: "URL"
        case .data, .home, .city, .vendor, .photos: "DIR"
        case .publicURL, .geocoder, .basemap, .photoBucket: "URL"
        case .basemapAttribution: "TEXT"
        case .photoRegion: "NAME"
        case .proxies: "CIDR,…"
        case .readWorkers, .writeWorkers, .readRate, .writeRate: "N"
        case .sessionIdle, .sessionLength: "MINUTES"
        case .tileCache: "MIB"
        case .logFormat: "auto|json|text"
        }
    }

    /// The value where none is given; nil where there is none, or where it is found out at the start.
    var standard: String? {
        switch self {
        case .listen: "127.0.0.1:8311"
        case .data: ".data"
        case .readWorkers: "4"
        case .writeWorkers: "16"
        case .readRate: "500"
        case .writeRate: "2"
        case .sessionIdle: "60"
        case .sessionLength: "720"
        case .tileCache: "128"
        case .logFormat: "auto"
        case .photoRegion: "us-east-1"
        case .config, .database, .home, .city, .vendor, .publicURL, .proxies, .geocoder, .basemap,
            .basemapAttribution, .photos, .photoBucket:
            nil
        }
    }

    /// One line for the help and the reference.
    var explanation: String {
        switch self {
        case .config: "a file of lines 'name = value'; flags and variables go before it"
        case .listen: "where to serve HTTP; port 0 takes a free one"
        case .database:
            "a PostgreSQL database of your own; without it a private one is made in the data folder"
        case .data: "the folder of the private database"
        case .home: "the folder that holds sql/, geodata/, portal/ and dispatch/; found beside the program"
        case .city: "the city's data, loaded into an empty database; geodata/krakow of the home folder"
        case .vendor: "the map libraries' files; .setup/vendor of the home folder"
        case .publicURL:
            "the address under which the public reaches the service, where a proxy stands in front"
        case .proxies: "networks of the proxies that are believed about the client's address"
        case .geocoder:
            "a Nominatim-compatible service to ask for addresses that the city's own table lacks; none without it"
        case .basemap:
            "tiles under the portal's map: an address with {z}, {x} and {y}, or with {TileMatrix}, {TileRow} and {TileCol}"
        case .basemapAttribution: "whom to name for the tiles under the map"
        case .photos: "the folder of the photos; photos/ of the data folder"
        case .photoBucket:
            "a bucket that speaks S3, https://HOST/BUCKET, instead of the folder; its key comes by variables alone"
        case .photoRegion: "the bucket's region, which requests are signed for"
        case .readWorkers: "connections for reading"
        case .writeWorkers: "connections for writing, at least 16"
        case .readRate:
            "reads a second that an address or a key may go on with, after four times as many at once; 0 for no limit"
        case .writeRate:
            "writes a second that an address may go on with without a key, after 100 at once; 0 for no limit"
        case .sessionIdle: "after how many minutes without a request the staff have to sign in again"
        case .sessionLength: "after how many minutes the staff have to sign in again whatever happens"
        case .tileCache: "how many MiB of tiles are kept ready; 0 to make each anew"
        case .logFormat:
            "how to log: text for people, json for machines; auto looks whether stderr is a terminal"
        }
    }
}
