// swift-tools-version: 6.2
import PackageDescription

/// One strict set of settings for every Swift target: what the compiler can prove, it proves.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A module of the house.
///
/// The order below is the order of the storeys: a module imports only what stands above it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C library of Debian's, seen through a module map.
func library(_ name: String, pkgConfig: String, apt package: String) -> Target {
    .systemLibrary(
        name: name,
        path: "Sources/System/\(name)",
        pkgConfig: pkgConfig,
        providers: [.apt([package])]
    )
}

/// C of our own: macros, variadics and system calls that Swift cannot reach.
func shim(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/System/\(name)")
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        path: "Tests/\(name)Tests",
        exclude: [],
        swiftSettings: strict
    )
}

let package = Package(
    name: "Emapa",
    products: [.executable(name: "emapa", targets: ["emapa"])],
    targets: [
        library("CGEOS", pkgConfig: "geos", apt: "libgeos-dev"),
        library("CPROJ", pkgConfig: "proj", apt: "libproj-dev"),
        library("CPostgreSQL", pkgConfig: "libpq", apt: "libpq-dev"),
        library("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
        library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        library("CCurl", pkgConfig: "libcurl", apt: "libcurl4-gnutls-dev"),
        library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
        library("CVips", pkgConfig: "vips", apt: "libvips-dev"),
        shim("CMicrohttpdShim", ["CMicrohttpd"]),
        shim("CCurlShim", ["CCurl"]),
        shim("CVipsShim", ["CVips"]),
        shim("CProcess"),

        module("Threads"),
        module("Formats"),
        module("Cryptography", ["Threads", "CSodium"]),
        module("Geography", ["Formats", "CGEOS", "CPROJ"]),
        module("PostgreSQL", ["Threads", "Formats", "CPostgreSQL", "CProcess"]),
        module("HTTP", ["Formats", "CMicrohttpd", "CMicrohttpdShim", "CZlib"]),
        module("Pages", ["Formats"]),
        module("HTTPClient", ["Threads", "HTTP", "CCurl", "CCurlShim"]),
        module("Reports", ["Formats", "Geography"]),
        module("Territory", ["Formats", "Geography", "Reports"]),
        module("Duplicates", ["Formats", "Geography", "Reports"]),
        module("LiveMap", ["Threads", "Formats", "Geography", "Reports"]),
        module("Addresses", ["Formats", "Geography", "HTTP", "HTTPClient"]),
        module(
            "Photos",
            ["Threads", "Formats", "Cryptography", "Geography", "HTTP", "HTTPClient", "Reports", "CVipsShim"]
        ),
        module(
            "Ledger",
            [
                "Formats", "Cryptography", "Geography", "PostgreSQL", "Reports", "Territory", "Duplicates",
                "LiveMap", "Addresses", "Photos",
            ]
        ),
        module(
            "Intake",
            [
                "Formats", "Cryptography", "Geography", "Reports", "Territory", "Duplicates", "LiveMap",
                "Addresses", "Ledger",
            ]
        ),
        module(
            "Doors",
            [
                "Formats", "Cryptography", "Geography", "HTTP", "Reports", "Territory", "Duplicates",
                "LiveMap",
                "Addresses", "Photos", "Ledger", "Intake", "Pages",
            ]
        ),
        .executableTarget(
            name: "emapa",
            dependencies: [
                "Formats", "Cryptography", "Geography", "PostgreSQL", "HTTP", "HTTPClient", "Reports",
                "Territory", "Duplicates",
                "LiveMap", "Addresses", "Photos", "Ledger", "Intake",
                "Doors", "CProcess", "Threads",
            ],
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: ["Formats", "HTTP", "PostgreSQL", "Territory", "Threads"],
            path: "Tests/Support",
            swiftSettings: strict
        ),
        .target(
            name: "LabelledReports",
            dependencies: ["Duplicates", "Formats", "Geography", "Reports"],
            path: "Tests/LabelledReports",
            exclude: ["tuning", "measuring", "README.md"],
            swiftSettings: strict
        ),
        tests("Threads", []),
        tests("Formats", ["TestSupport"]),
        tests("Cryptography", ["TestSupport"]),
        tests("Geography", ["Formats", "TestSupport"]),
        tests("PostgreSQL", ["Threads", "Formats", "TestSupport"]),
        tests("HTTP", ["Formats", "TestSupport"]),
        tests("HTTPClient", ["HTTP", "TestSupport"]),
        tests("Pages", ["Formats", "TestSupport"]),
        tests("Reports", ["Formats", "TestSupport"]),
        tests("Photos", ["Geography", "HTTP", "HTTPClient", "Reports", "TestSupport"]),
        tests("Territory", ["Formats", "Geography", "Reports", "TestSupport"]),
        tests("Duplicates", ["Formats", "Geography", "LabelledReports", "Reports", "TestSupport"]),
        tests("LiveMap", ["Formats", "Geography", "Reports", "TestSupport"]),
        tests("Addresses", ["Formats", "Geography", "HTTP", "HTTPClient", "TestSupport"]),
        tests(
            "Ledger",
            [
                "Formats", "Cryptography", "Duplicates", "Geography", "Photos", "PostgreSQL", "Reports",
                "Territory",
                "Addresses", "TestSupport",
            ]
        ),
        tests(
            "Intake",
            [
                "Duplicates", "Formats", "Geography", "PostgreSQL", "Reports", "Territory", "Addresses",
                "Ledger",
                "TestSupport",
            ]
        ),
        tests(
            "Doors",
            [
                "Duplicates", "Formats", "Cryptography", "Geography", "HTTP", "Intake", "Addresses", "Ledger",
                "LiveMap", "Pages",
                "Photos", "PostgreSQL", "Reports", "Territory", "TestSupport",
            ]
        ),
        tests(
            "emapa",
            [
                "Doors", "Formats", "Geography", "HTTPClient", "Ledger", "LiveMap", "Photos", "PostgreSQL",
                "Reports", "Territory",
                "TestSupport",
            ]
        ),

        .target(
            name: "FuzzProperties",
            dependencies: [
                "Duplicates", "Formats", "Geography", "HTTP", "Reports", "Territory", "LiveMap", "Addresses",
                "Photos", "Intake",
                "Ledger", "Doors", "TestSupport",
            ],
            path: "Tests/Fuzz/Properties",
            swiftSettings: strict
        ),
        .testTarget(
            name: "FuzzReplayTests",
            dependencies: ["FuzzProperties"],
            path: "Tests/Fuzz/Replay",
            swiftSettings: strict
        ),
    ]
)

/// The fuzz targets, left out of ordinary builds because only libFuzzer brings their `main`.
if Context.environment["EMAPA_FUZZ"] != nil {
    let parsers = [
        "Target", "Query", "Form", "Multipart", "JSON", "Headers", "Rules", "GeoJSON", "CSV", "Address",
        "Masking", "Photo", "Exif", "Cursor", "PageKey", "Tiles", "Likeness", "GeoReport", "Cookies",
        "SignIn", "ImportSheet", "QueueQuery", "LayerQuery",
    ]
    for parser in parsers {
        package.targets.append(
            .executableTarget(
                name: "Fuzz\(parser)",
                dependencies: ["FuzzProperties"],
                path: "Tests/Fuzz/Fuzz\(parser)",
                swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
            )
        )
    }
}

/// What `make bench` measures within a process, left out of ordinary builds.
if Context.environment["EMAPA_BENCH"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Placing",
            dependencies: ["Formats", "Geography", "Territory"],
            path: "Benchmarks/place/Placing",
            swiftSettings: strict
        )
    )
    package.targets.append(
        .executableTarget(
            name: "Listing",
            dependencies: ["Formats", "Geography", "PostgreSQL", "Reports", "Territory", "Ledger"],
            path: "Benchmarks/reading/Listing",
            swiftSettings: strict
        )
    )
    package.targets.append(
        .executableTarget(
            name: "Judging",
            dependencies: ["Duplicates", "Formats", "LabelledReports", "Reports"],
            path: "Benchmarks/duplicates/Judging",
            swiftSettings: strict
        )
    )
    package.targets.append(
        .executableTarget(
            name: "Walking",
            dependencies: ["CProcess", "Formats", "Geography", "Reports", "LiveMap"],
            path: "Benchmarks/tiles/Walking",
            swiftSettings: strict
        )
    )
    package.targets.append(
        .executableTarget(
            name: "Looking",
            dependencies: ["Formats", "Geography", "Reports", "LiveMap"],
            path: "Benchmarks/duplicates/Looking",
            swiftSettings: strict
        )
    )
}
