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

/// A module of the house. The order below is the order of the storeys: a module imports only what stands above it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C library of Debian's, seen through a module map.
func library(_ name: String, pkgConfig: String, apt package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// C of our own: macros, variadics and system calls that Swift cannot reach.
func shim(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/System/\(name)")
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
        path: "Tests/\(name)Tests", exclude: [], swiftSettings: strict)
}

let package = Package(
    name: "Emapa",
    targets: [
        library("CGEOS", pkgConfig: "geos", apt: "libgeos-dev"),
        library("CPROJ", pkgConfig: "proj", apt: "libproj-dev"),

        module("Formats"),
        module("Geography", ["Formats", "CGEOS", "CPROJ"]),
        module("Reports", ["Formats", "Geography"]),
        module("Territory", ["Formats", "Geography", "Reports"]),
        module("LiveMap", ["Formats", "Geography", "Reports"]),

        tests("Formats", []),
        tests("Geography", ["Formats"]),
        tests("Reports", []),
        tests("LiveMap", ["Geography", "Reports"]),
    ]
)
