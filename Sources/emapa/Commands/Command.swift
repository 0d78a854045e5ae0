import Glibc

/// Something that the program can be told to do.
protocol Command: SendableMetatype {
    static var description: CommandDescription { get }

    init(_ arguments: Arguments) throws

    /// Does it; what it throws is printed as it describes itself.
    func run(until stop: StopRequest) async throws -> ExitCode

    /// Whether it awaits the request to stop; otherwise its task is cancelled.
    static var stopsByItself: Bool { get }
}

extension Command {
    static var stopsByItself: Bool { false }

    /// The settings from flags, variables and file.
    static func settings(_ arguments: Arguments) -> Settings {
        Settings(flags: arguments.settings, environment: Environment.variables) { path in
            String(decoding: try FileContents.read(path, limit: 1 << 20), as: UTF8.self)
        }
    }

    /// The settings as typed values.
    static func configuration(_ arguments: Arguments) throws -> Configuration {
        try Configuration(settings(arguments), findHome: HomeFolder.find)
    }
}
